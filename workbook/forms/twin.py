"""The static twin of a form: what is written as plain HTML, and lines to write on where nothing is written yet.

It stands in for the widgets wherever no kernel runs: on paper, in the rendered workbook, in a notebook just opened.
"""

from collections.abc import Iterator, Sequence
from html import escape
from typing import Any

from pydantic import BaseModel

from workbook.i18n import _
from workbook.look import LINE
from workbook.plan.answers import answer, is_answered, value_at
from workbook.plan.draft import Draft
from workbook.plan.fields import FieldDescription, Kind, describe
from workbook.plan.section import Section, described

COMPACT_FIELDS = 4
TABLE_FIELDS = 6
# So many boxes to tick stand beside another short answer.
FEW_CHOICES = 3
HEADING_LENGTH = 120
# So much HTML is a few lines on paper at most.
SHORT = 700
AMOUNTS = frozenset({Kind.MONEY, Kind.NUMBER, Kind.WHOLE, Kind.PERCENT})
# The only style that must survive without our stylesheet: a line to write on.
RULED = f'<span class="wb-line" style="display:block;height:1.7em;border-bottom:1px solid {LINE}"></span>'


def twin(section: type[Section], draft: Draft[Any], currency: str = "EUR") -> str:
    """Return the HTML of a section: a definition list, tables for short lists, blank lines for missing core answers.

    Deepening is printed where it is answered. Every text is escaped.
    """
    inside = "".join(_Twin(draft, currency).fields(section, ""))
    return f'<section class="wb-twin">{inside}</section>'


def worksheet(draft: Draft[Any], currency: str = "EUR") -> str:
    """Return the HTML of a section nobody has begun, on little room: what is asked and known, and lines for a pen.

    Short answers stand side by side, every list is a table with empty rows; the full form is `twin`.
    """
    inside = "".join(_Worksheet(draft, currency).fields(draft.section, ""))
    return f'<section class="wb-twin wb-worksheet">{inside}</section>'


def compact(description: FieldDescription) -> bool:
    """Return whether a list is short enough per entry to be one row of a table."""
    fields = describe(description.entry)
    folded = getattr(description.entry, "FOLDED", False)
    return not folded and len(fields) <= COMPACT_FIELDS and all(each.kind is not Kind.ITEMS for each in fields)


def tabular(description: FieldDescription) -> bool:
    """Return whether a list is printed as a table: short entries, or core answers that each fit into a cell."""
    core = [each for each in describe(description.entry) if each.core]
    fits = len(core) <= TABLE_FIELDS and all(each.kind not in {Kind.ITEMS, Kind.LONG_TEXT} for each in core)
    return compact(description) or fits


def cell(draft: Draft[Any], path: str, currency: str) -> str:
    """Return one field of a draft as a cell of an HTML table."""
    return _Twin(draft, currency).answer(described(draft.section, path), path, "td")


class _Twin:
    """Writes the fields of one draft."""

    def __init__(self, draft: Draft[Any], currency: str) -> None:
        self.draft = draft
        self.currency = currency

    def fields(self, model: type[BaseModel], prefix: str, told: str = "") -> Iterator[str]:
        """Yield the fields of a model; the one that is ``told`` already in a heading is left out."""
        yield '<dl class="wb-fields">'
        for description in (each for each in describe(model) if each.name != told):
            if description.core or is_answered(self.draft, description, prefix):
                yield self._field(description, f"{prefix}{description.name}")
        yield "</dl>"

    def _field(self, description: FieldDescription, path: str) -> str:
        said = self._list(description, path) if description.kind is Kind.ITEMS else self.answer(description, path)
        # On paper a short answer stands in one line with its label, which then cannot be torn apart.
        is_short = description.kind is not Kind.ITEMS and len(said) < SHORT and "<br>" not in said
        style = "wb-field wb-short" if is_short else "wb-field"
        return f'<div class="{style}"><dt class="wb-label">{escape(description.label)}</dt>{said}</div>'

    def answer(self, description: FieldDescription, path: str, tag: str = "dd") -> str:
        text = answer(self.draft, path, self.currency, description)
        style = f"wb-answer{_side(description)}" if tag == "td" else "wb-answer"
        if not text:
            return f'<{tag} class="{style} wb-blank">{_blank(description, in_cell=tag == "td")}</{tag}>'
        shown = escape(text).replace("\n", "<br>")
        if path in self.draft.typed:
            remark = _("not clear yet")
            shown += f' <span class="wb-remark">({escape(remark)})</span>'
        return f'<{tag} class="{style}">{shown}</{tag}>'

    def _list(self, description: FieldDescription, path: str) -> str:
        count = max(len(value_at(self.draft, path) or ()), description.wanted)
        write = self._table if self._is_table(description) else self._blocks
        return f'<dd class="wb-answer wb-list">{write(description, path, count)}</dd>'

    def _table(self, description: FieldDescription, path: str, count: int) -> str:
        fields, columns = describe(description.entry), self._columns(description)
        head = "".join(_head(each) for each in columns)
        more = [each for each in fields if each not in columns]
        rows = (
            self._row(columns, f"{path}.{number}.") + self._more(more, f"{path}.{number}.", len(columns))
            for number in range(count)
        )
        return f'<table class="wb-table"><thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table>'

    @staticmethod
    def _is_table(description: FieldDescription) -> bool:
        return tabular(description)

    @staticmethod
    def _columns(description: FieldDescription) -> tuple[FieldDescription, ...]:
        fields = describe(description.entry)
        return fields if compact(description) else tuple(each for each in fields if each.core)

    def _row(self, columns: Sequence[FieldDescription], prefix: str) -> str:
        cells = "".join(self.answer(each, f"{prefix}{each.name}", "td") for each in columns)
        return f"<tr>{cells}</tr>"

    def _more(self, fields: Sequence[FieldDescription], prefix: str, width: int) -> str:
        """Return the deepening answers of an entry as a second row across the table; nothing while there are none."""
        answered = [each for each in fields if is_answered(self.draft, each, prefix)]
        inside = "".join(self._field(each, f"{prefix}{each.name}") for each in answered)
        cell = f'<td class="wb-more" colspan="{width}"><dl class="wb-fields">{inside}</dl></td>'
        return f"<tr>{cell}</tr>" if answered else ""

    def _blocks(self, description: FieldDescription, path: str, count: int) -> str:
        blocks = []
        for number in range(count):
            entry = value_at(self.draft, f"{path}.{number}")
            told = entry.heading_field if entry and _is_short(entry.heading) else ""
            heading = f"{number + 1}  {entry.heading if told else ''}".strip()
            inside = "".join(self.fields(description.entry, f"{path}.{number}.", told))
            blocks.append(f'<li class="wb-item"><p class="wb-item-heading">{escape(heading)}</p>{inside}</li>')
        return f'<ol class="wb-items">{"".join(blocks)}</ol>'


class _Worksheet(_Twin):
    """Writes the fields of an empty draft on little room."""

    def _field(self, description: FieldDescription, path: str) -> str:
        written = super()._field(description, path)
        section: type[BaseModel] = self.draft.section
        core = [each for each in describe(section) if each.core]
        if core == [description]:  # the title of the part says it already
            written = written.replace("wb-list", "wb-list wb-alone", 1)
        is_broad = description.kind in {Kind.ITEMS, Kind.LONG_TEXT} or len(description.choices or ()) > FEW_CHOICES
        return written.replace("wb-field", "wb-field wb-broad", 1) if is_broad else written

    @staticmethod
    def _is_table(description: FieldDescription) -> bool:
        return True

    @staticmethod
    def _columns(description: FieldDescription) -> tuple[FieldDescription, ...]:
        return tuple(each for each in describe(description.entry) if each.core and each.kind is not Kind.ITEMS)


def _is_short(heading: str) -> bool:
    return len(heading) <= HEADING_LENGTH and "\n" not in heading


def _blank(description: FieldDescription, *, in_cell: bool) -> str:
    """Return what a pen needs: boxes to tick for a choice, else lines to write on."""
    if description.choices and not in_cell:
        boxes = "".join(f'<span class="wb-option">☐ {escape(term.label)}</span> ' for term in description.choices)
        return f'<span class="wb-options">{boxes}</span>'
    return RULED * (3 if description.kind is Kind.LONG_TEXT and not in_cell else 1)


def _side(description: FieldDescription) -> str:
    """Return the class of a cell by what it holds: amounts stand on the right, a day in one line."""
    return " wb-amount" if description.kind in AMOUNTS else " wb-day" if description.kind is Kind.DATE else ""


def _head(description: FieldDescription) -> str:
    side = ' class="wb-amount"' if description.kind in AMOUNTS else ""
    return f'<th scope="col"{side}>{escape(description.label)}</th>'
