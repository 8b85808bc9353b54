"""The power map: who counts how much, and how they stand towards us. Unknown has a lane of its own on both sides.

Everybody has a line in the field of their influence and attitude; fields grow with the people in them, so nobody is
hidden behind anybody.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from matplotlib.figure import Figure

from workbook import look
from workbook.charts import fonts
from workbook.charts.canvas import PAGE_WIDTH, SMALL, STRONG, Sheet, Words
from workbook.charts.people import LEGEND, draw_person, letters_of, name_of, write_coverage, write_roles
from workbook.i18n import _, ngettext, number
from workbook.plan.buying_center import BuyingCenterMember
from workbook.terms import Attitude, Influence

LEFT, GAP, LANE = 0.78, 0.03, 0.14
COLUMNS = (*(each for each in Attitude if each is not Attitude.UNKNOWN), Attitude.UNKNOWN)
ROWS = (Influence.HIGH, Influence.MEDIUM, Influence.LOW, Influence.NONE, Influence.UNKNOWN)
WIDTH = (PAGE_WIDTH - LEFT - LANE) / len(COLUMNS)
HEAD, LINE, PAD, LEAST = 0.52, 0.135, 0.09, 0.36
# A crowd in one field gets one line per name and tighter lines, so that the picture stays on one page.
TALLEST, TIGHT_LINE = 7.4, 0.113
NAME, TIGHT_NAME = Words(size=8.0, face="semibold"), Words(size=6.8, face="semibold")
INDENT = 0.15


@dataclass(frozen=True)
class _Map:
    """The people by field, how many lines a name may take, and how high a line is, in inches."""

    members: Sequence[BuyingCenterMember]
    lines: int
    line: float

    @cached_property
    def fields(self) -> dict[tuple[Influence, Attitude], list[BuyingCenterMember]]:
        """The people in each field; who has no answer yet is unknown."""
        found: dict[tuple[Influence, Attitude], list[BuyingCenterMember]] = {}
        for member in self.members:
            place = (member.influence or Influence.UNKNOWN, member.attitude or Attitude.UNKNOWN)
            found.setdefault(place, []).append(member)
        return found

    def height(self, row: Influence) -> float:
        """Return how high a row has to be, in inches."""
        needed = (sum(map(self.room, self.fields.get((row, column), ()))) for column in COLUMNS)
        return max(LEAST, 2 * PAD + max(needed))

    def room(self, member: BuyingCenterMember) -> float:
        """Return the height one person takes, in inches."""
        return (len(self.name(member)) + bool(member.roles)) * self.line + self.line * 0.4

    def name(self, member: BuyingCenterMember) -> list[str]:
        """Return the lines of a name."""
        return fonts.wrap(name_of(member), WIDTH - INDENT - 0.1, self.lines, self.style.face, self.style.size)

    @property
    def style(self) -> Words:
        """How names are set."""
        return NAME if self.line == LINE else TIGHT_NAME

    @property
    def total(self) -> float:
        """The height of all rows, in inches."""
        return sum(map(self.height, ROWS)) + LANE + GAP * len(ROWS)


def draw_power_map(members: Sequence[BuyingCenterMember]) -> Figure:
    """Return the people by influence (upwards) and attitude (to the right), with roles as letters."""
    roomy = _Map(members, 2, LINE)
    people = roomy if roomy.total < TALLEST else _Map(members, 1, TIGHT_LINE)
    sheet = Sheet(PAGE_WIDTH, HEAD + people.total + LEGEND + 0.05)
    _write_head(sheet)
    top = sheet.height - HEAD
    for row in ROWS:
        top -= LANE if row is Influence.UNKNOWN else 0
        _draw_row(sheet, people, row, top)
        top -= people.height(row) + GAP
    write_roles(sheet, members, write_coverage(sheet, top - 0.16))
    return sheet.figure


def _left(column: Attitude) -> float:
    place = COLUMNS.index(column)
    return LEFT + place * WIDTH + (LANE if column is Attitude.UNKNOWN else 0)


def _write_head(sheet: Sheet) -> None:
    sheet.write(0, sheet.height - 0.42, _("Influence"), SMALL)
    sheet.write(LEFT, sheet.height - 0.16, _("Attitude towards us"), SMALL)
    for column in COLUMNS:
        style = STRONG.but(size=8.5, face="italic" if column is Attitude.UNKNOWN else "semibold")
        words = fonts.fit(column.label, WIDTH - 0.04, style.face, style.size)
        sheet.write(_left(column) + 0.04, sheet.height - 0.42, words, style)


def _draw_row(sheet: Sheet, people: _Map, row: Influence, top: float) -> None:
    height = people.height(row)
    style = STRONG.but(size=8.5, face="italic" if row is Influence.UNKNOWN else "semibold")
    sheet.write(0, top - PAD - 0.1, fonts.fit(row.label, LEFT - 0.06, style.face, style.size), style)
    for column in COLUMNS:
        left, right = _left(column), _left(column) + WIDTH - GAP
        sheet.shape([(left, top - height), (right, top - height), (right, top), (left, top)], look.WASH)
        y = top - PAD
        for member in people.fields.get((row, column), ()):
            _write_person(sheet, people, member, (left + 0.05, y))
            y -= people.room(member)


def _write_person(sheet: Sheet, people: _Map, member: BuyingCenterMember, place: tuple[float, float]) -> None:
    x, y = place
    draw_person(sheet, (x + 0.055, y - 0.065), member.coverage)
    for line in people.name(member):
        sheet.write(x + INDENT - 0.02, y - 0.1, line, people.style)
        y -= people.line
    roles = people.style.but(face="regular", colour=look.INK_SOFT)
    letters = fonts.fit(letters_of(member), WIDTH - INDENT - 0.05, roles.face, roles.size)
    sheet.write(x + INDENT - 0.02, y - 0.1, letters, roles)


def describe_power_map(members: Sequence[BuyingCenterMember]) -> str:
    """Return the power map in words: who is in which field, the most influential first."""
    return " ".join(_sentences(members))


def _sentences(members: Sequence[BuyingCenterMember]) -> Iterator[str]:
    if not members:
        yield _("No people are written down yet.")
        return
    sentence = ngettext(
        "{count} person by influence and attitude towards us.",
        "{count} people by influence and attitude towards us.",
        len(members),
    )
    yield sentence.format(count=number(len(members)))
    fields = _Map(members, 1, LINE).fields
    for row in ROWS:
        for column in COLUMNS:
            if (row, column) in fields:
                words = _("Influence {influence}, attitude {attitude}: {people}.")
                people = ", ".join(_in_words(each) for each in fields[row, column])
                yield words.format(influence=row.label, attitude=column.label, people=people)


def _in_words(member: BuyingCenterMember) -> str:
    roles = ", ".join(role.label for role in member.roles)
    return f"{name_of(member)} ({roles})" if roles else name_of(member)
