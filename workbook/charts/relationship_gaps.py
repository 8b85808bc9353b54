"""Where the relationship is not yet what it should be: what we are to a person and want to be, largest gap first."""

from collections.abc import Iterator, Sequence

from matplotlib.figure import Figure

from workbook import look
from workbook.charts import fonts
from workbook.charts.canvas import PAGE_WIDTH, SMALL, Sheet, Words
from workbook.charts.people import letters_of, name_of, write_roles
from workbook.charts.scale import Scale
from workbook.i18n import _, ngettext, number
from workbook.plan.buying_center import BuyingCenterMember
from workbook.plan.relationships import RelationshipGap, relationship_gaps
from workbook.terms import RelationshipLevel

ROW, HEAD, FOOT = 0.25, 0.55, 0.62
LEFT, RIGHT = 2.75, PAGE_WIDTH - 0.95
DOT = 0.11
NAME = Words(size=9.0, face="semibold")


def draw_relationship_gaps(members: Sequence[BuyingCenterMember]) -> Figure:
    """Return a line per person from what we are (open circle) to what we want to be (full circle)."""
    gaps = relationship_gaps(members)
    sheet = Sheet(PAGE_WIDTH, HEAD + ROW * max(len(gaps), 1) + FOOT)
    y = sheet.height - HEAD - ROW / 2
    if not gaps:
        sheet.write(0, y - 0.04, _no_gap(), SMALL)
        return sheet.figure
    _write_head(sheet, len(gaps))
    for gap in gaps:
        _draw_gap(sheet, gap, y)
        y -= ROW
    _write_key(sheet)
    write_roles(sheet, [gap.member for gap in gaps], 0.3)
    return sheet.figure


def _scale() -> Scale:
    return Scale(1, len(RelationshipLevel), LEFT + 0.3, RIGHT - 0.2)


def _write_head(sheet: Sheet, count: int) -> None:
    low = sheet.height - HEAD - ROW * count
    for level in RelationshipLevel:
        x = _scale().at(level.points or 0)
        lines = fonts.wrap(level.label, 1.05, 2, SMALL.face, SMALL.size)
        for number_, line in enumerate(lines):
            sheet.write(x, sheet.height - 0.3 + 0.14 * (len(lines) - 1 - number_), line, SMALL.but(align="center"))
        sheet.line((x, low), (x, sheet.height - HEAD + 0.1))


def _draw_gap(sheet: Sheet, gap: RelationshipGap, y: float) -> None:
    now, wanted = gap.member.relationship_now, gap.member.relationship_wanted
    letters = letters_of(gap.member)
    room = LEFT - 0.15 - fonts.width(letters, SMALL.face, SMALL.size)
    name = fonts.fit(name_of(gap.member), room, NAME.face, NAME.size)
    sheet.write(0, y - 0.04, name, NAME)
    sheet.write(fonts.width(name, NAME.face, NAME.size) + 0.1, y - 0.04, letters, SMALL)
    if now and wanted:
        start, end = _scale().at(now.points or 0), _scale().at(wanted.points or 0)
        sheet.shape([(start, y - 0.012), (end, y - 0.012), (end, y + 0.012), (start, y + 0.012)], look.INK)
        sheet.dot((start, y), DOT, look.PAPER, edgecolor=look.INK, linewidth=1.0, zorder=3)
        sheet.dot((end, y), DOT, look.INK, zorder=3)
    sheet.write(PAGE_WIDTH - 0.02, y - 0.04, _steps(gap.steps), SMALL.but(align="right"))


def _write_key(sheet: Sheet) -> None:
    sheet.dot((0.06, 0.095), DOT, look.PAPER, edgecolor=look.INK, linewidth=1.0)
    sheet.write(0.18, 0.06, _("today"), SMALL)
    x = 0.18 + fonts.width(_("today"), SMALL.face, SMALL.size) + 0.25
    sheet.dot((x, 0.095), DOT, look.INK)
    sheet.write(x + 0.12, 0.06, _("wanted"), SMALL)


def _steps(steps: int) -> str:
    return ngettext("{count} step", "{count} steps", steps).format(count=number(steps))


def _no_gap() -> str:
    return _("No gap is known. A gap shows when both today's and the wanted relationship are written down.")


def describe_relationship_gaps(members: Sequence[BuyingCenterMember]) -> str:
    """Return the gaps in words, largest first."""
    return " ".join(_sentences(relationship_gaps(members))) or _no_gap()


def _sentences(gaps: Sequence[RelationshipGap]) -> Iterator[str]:
    for gap in gaps:
        now, wanted = gap.member.relationship_now, gap.member.relationship_wanted
        if now and wanted:
            words = _("{person}: {now} today, {wanted} wanted ({steps}).")
            steps = _steps(gap.steps)
            yield words.format(person=name_of(gap.member), now=now.label, wanted=wanted.label, steps=steps)
