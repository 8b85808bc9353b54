"""The parts of a plan laid out for paper from the descriptions of their fields: facts, columns, rows, blank lines.

A list of at most three entries stands in columns, an entry beside the other, so that they can be compared; a longer one
in rows. Core answers that are missing are lines to write on; deepening is shown where it is answered.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup
from pydantic import BaseModel

from workbook.errors import shorten
from workbook.i18n import _, ngettext, number
from workbook.plan.answers import answer, is_answered, value_at
from workbook.plan.draft import Draft
from workbook.plan.fields import FieldDescription, Kind, describe
from workbook.plan.section import described

COLUMNS = 3
# Letters that a quarter of a line holds in two lines.
QUARTER = 46
SHORTEST = 36
LONG = frozenset({Kind.LONG_TEXT})
AMOUNTS = frozenset({Kind.MONEY, Kind.NUMBER, Kind.WHOLE, Kind.PERCENT})
# How wide a column is beside the others.
SHARES = {Kind.TEXT: 3.0, Kind.LONG_TEXT: 4.0, Kind.CHOICES: 3.4, Kind.REFERENCE: 2.0, Kind.CHOICE: 2.1}
OTHER_SHARE = 1.5
BLANK = Markup('<span class="wb-plan-blank"></span>')


@dataclass(frozen=True, slots=True)
class Fit:
    """How much room there is: type size in points, letters per answer, entries per list (None: no limit).

    ``pictures`` is how many pictures the plan may have, then one per part, and ``width`` how wide they are in points.
    ``room`` is how high a line to write on is, in letters' heights. ``deepening`` says whether rows tell what goes
    deeper; lists that go deeper have half the entries.
    """

    size: float = 9.5
    letters: int | None = None
    entries: int | None = None
    pictures: int | None = None
    room: float = 1.9
    deepening: bool = True
    width: int = 420


ROOMY = Fit()


def part_html(draft: Draft[Any], currency: str, fit: Fit = ROOMY, *, lists: bool = True) -> Markup:
    """Return everything that is asked and written in one part of a plan; every text is escaped.

    ``lists`` says whether lists of entries are wanted, or single answers only.
    """
    return _Layout(draft, currency, fit).section(lists=lists)


class _Layout:
    """Lays out the fields of one draft."""

    def __init__(self, draft: Draft[Any], currency: str, fit: Fit) -> None:
        self.draft = draft
        self.currency = currency
        self.fit = fit

    def section(self, *, lists: bool) -> Markup:
        """Return the single answers, short ones first, then the lists."""
        section: type[BaseModel] = self.draft.section
        fields = self.shown(describe(section), "")
        shown = [each for each in fields if lists or each.kind is not Kind.ITEMS]
        single = [each for each in shown if each.kind is not Kind.ITEMS or is_pair(each)]
        listed = [each for each in shown if each not in single]
        tables = Markup("").join(self.entries(each, alone=len(shown) == 1) for each in listed)
        return (self.facts(sorted(single, key=self.breadth)) if single else Markup("")) + tables

    def shown(self, fields: Iterable[FieldDescription], prefix: str) -> list[FieldDescription]:
        """Return the fields that are asked in the seminar, and those that are answered."""
        return [each for each in fields if each.core or is_answered(self.draft, each, prefix)]

    def facts(self, fields: Sequence[FieldDescription]) -> Markup:
        """Return labels with their answers, short ones side by side."""
        return Markup('<dl class="wb-plan-facts">{}</dl>').format(Markup("").join(map(self.fact, fields)))

    def fact(self, field: FieldDescription) -> Markup:
        said = self.pairs(field) if is_pair(field) else self.said(field, field.name)
        wide = ("", " wb-plan-half", " wb-plan-wide")[self.breadth(field)]
        return Markup('<div class="wb-plan-fact{}"><dt>{}</dt><dd>{}</dd></div>').format(wide, field.label, said)

    def breadth(self, field: FieldDescription) -> int:
        """Return how much of a line an answer takes: 0 a quarter, 1 a half, 2 all of it."""
        if field.kind in LONG or is_pair(field):
            return 2
        return int(len(answer(self.draft, field.name, self.currency, field)) > QUARTER)

    def said(self, field: FieldDescription, path: str) -> Markup:
        """Return an answer, or a line to write on."""
        if field.kind is Kind.ITEMS:
            return self.inline(field, path)
        text = self.number_of(field, path) or answer(self.draft, path, self.currency, field)
        if not text:
            return BLANK * (2 if field.kind in LONG else 1)
        shown = Markup("<br>").join(self.cut(field, text).splitlines())
        unclear = Markup(' <span class="wb-remark">({})</span>').format(_("not clear yet"))
        return shown + unclear if path in self.draft.typed else shown

    def number_of(self, field: FieldDescription, path: str) -> str:
        """Return the number of the entry a reference points to, where entries stand in numbered columns."""
        if not field.refers_to or not self.in_columns(described(self.draft.section, field.refers_to)):
            return ""
        ids = [each.id for each in value_at(self.draft, field.refers_to)]
        value = value_at(self.draft, path)
        return number(ids.index(value) + 1) if value and value in ids else ""

    def in_columns(self, field: FieldDescription) -> bool:
        """Return whether the entries of a list stand beside each other."""
        return self.count(field) <= COLUMNS and (field.most or COLUMNS) <= 2 * COLUMNS

    def count(self, field: FieldDescription) -> int:
        """Return how many entries a list has on paper, blank ones included."""
        return max(len(value_at(self.draft, field.name) or ()), field.wanted if field.core else 0)

    def cut(self, field: FieldDescription, text: str) -> str:
        """Return a text as long as there is room for; a name or a function needs less, and is no use in pieces."""
        if self.fit.letters is None:
            return text
        return shorten(text, self.fit.letters if field.kind in LONG else max(self.fit.letters // 3, SHORTEST))

    def pairs(self, field: FieldDescription) -> Markup:
        """Return short entries in one line, or blanks to fill in."""
        missing = max(field.wanted - len(value_at(self.draft, field.name) or ()), 0) if field.core else 0
        return self.inline(field, field.name) + BLANK * missing

    def inline(self, field: FieldDescription, path: str) -> Markup:
        """Return the entries of a list in one line: name and value, name and value."""
        count = len(value_at(self.draft, path) or ())
        entries = (self.entry_inline(field.entry, f"{path}.{place}.") for place in range(count))
        return Markup(" · ").join(each for each in entries if each)

    def entry_inline(self, entry: type[BaseModel], prefix: str) -> Markup:
        said = (
            self.cut(each, answer(self.draft, f"{prefix}{each.name}", self.currency, each)) for each in describe(entry)
        )
        return Markup('<span class="wb-plan-pair">{}</span>').format(" ".join(filter(None, said)))

    def entries(self, field: FieldDescription, *, alone: bool) -> Markup:
        """Return a list of entries under its name, which the title of the part says already if it is ``alone``."""
        draw = self.columns if self.in_columns(field) else self.rows
        title = Markup('<p class="wb-plan-list{}">{}</p>').format(" wb-spoken" if alone else "", field.label)
        return Markup('<div class="wb-plan-group">{}{}</div>').format(title, draw(field, self.count(field)))

    def asked(self, field: FieldDescription, count: int) -> list[FieldDescription]:
        """Return the fields of an entry that are core or answered in any entry."""
        prefixes = [f"{field.name}.{place}." for place in range(count)]
        answered = {each.name for prefix in prefixes for each in self.shown(describe(field.entry), prefix)}
        return [each for each in describe(field.entry) if each.core or each.name in answered]

    def columns(self, field: FieldDescription, count: int) -> Markup:
        """Return a table with a column per entry and a row per field; the first field heads the column."""
        first, *others = self.asked(field, count)
        names = [self.said(first, f"{field.name}.{place}.{first.name}") for place in range(count)]
        heads = (Markup('<th scope="col"><span class="wb-plan-number">{}</span> {}</th>').format(number(place), name)
                 for place, name in enumerate(names, start=1))  # fmt: skip
        rows = (self.column_row(field, each, count) for each in others)
        return _COLUMNS.format(Markup("").join(heads), Markup("").join(rows))

    def column_row(self, field: FieldDescription, inner: FieldDescription, count: int) -> Markup:
        cells = (self.said(inner, f"{field.name}.{place}.{inner.name}") for place in range(count))
        size = Markup(' class="wb-plan-room"') if inner.kind in LONG else ""
        row = Markup("").join(Markup("<td{}>{}</td>").format(size, each) for each in cells)
        return Markup('<tr><th scope="row">{}</th>{}</tr>').format(inner.label, row)

    def rows(self, field: FieldDescription, count: int) -> Markup:
        """Return a table with a row per entry; what goes deeper stands in a second line below it."""
        asked = self.asked(field, count)
        columns = [each for each in asked if each.core]
        more = [each for each in asked if not each.core and self.fit.deepening]
        most = (self.fit.entries or count) // (1 if field.core else 2)
        shown = min(count, most) if self.fit.entries else count
        body = Markup("").join(self.row(columns, more, f"{field.name}.{place}.") for place in range(shown))
        left = self.left_out(count - shown, len(columns))
        head = Markup("").join(map(_head, columns))
        table = Markup('<table class="wb-plan-rows">{}<thead><tr>{}</tr></thead>{}{}</table>')
        return table.format(_widths(columns), head, body, left)

    def row(self, columns: Sequence[FieldDescription], more: Sequence[FieldDescription], prefix: str) -> Markup:
        cells = Markup("").join(
            Markup("<td{}>{}</td>").format(_side(each), self.said(each, f"{prefix}{each.name}")) for each in columns
        )
        said = [each for each in more if is_answered(self.draft, each, prefix)]
        facts = Markup(" · ").join(self.fact_inline(each, f"{prefix}{each.name}") for each in said)
        second = Markup('<tr><td class="wb-plan-more" colspan="{}">{}</td></tr>').format(len(columns), facts)
        return Markup("<tbody><tr>{}</tr>{}</tbody>").format(cells, second if said else "")

    def fact_inline(self, field: FieldDescription, path: str) -> Markup:
        return Markup('<span class="wb-soft">{}:</span> {}').format(field.label, self.said(field, path))

    def left_out(self, count: int, width: int) -> Markup:
        if count <= 0:
            return Markup("")
        words = ngettext("and {count} more in the workbook", "and {count} more in the workbook", count)
        cell = Markup('<tbody><tr><td class="wb-plan-more" colspan="{}">{}</td></tr></tbody>')
        return cell.format(width, words.format(count=number(count)))


_COLUMNS = Markup(
    '<div class="wb-plan-tabled"><table class="wb-plan-columns"><thead><tr><td></td>{}</tr></thead>'
    "<tbody>{}</tbody></table></div>"
)


def is_pair(field: FieldDescription) -> bool:
    """Return whether a list has entries of a name and a figure, which read well in one line."""
    if field.kind is not Kind.ITEMS:
        return False
    fields = describe(field.entry)
    return len(fields) == 2 and fields[0].kind is Kind.TEXT and fields[1].kind in AMOUNTS


def _side(field: FieldDescription) -> Markup:
    if field.kind in AMOUNTS:
        return Markup(' class="wb-amount"')
    return Markup(' class="wb-plan-day"') if field.kind is Kind.DATE else Markup("")


def _head(field: FieldDescription) -> Markup:
    return Markup('<th scope="col"{}>{}</th>').format(_side(field), field.label)


def _widths(columns: Sequence[FieldDescription]) -> Markup:
    """Return the widths of columns, which depend on what they hold, not on what is written."""
    shares = [SHARES.get(each.kind, OTHER_SHARE) for each in columns]
    widths = (Markup('<col style="width: {}%">').format(round(100 * each / sum(shares), 1)) for each in shares)
    return Markup("<colgroup>{}</colgroup>").format(Markup("").join(widths))
