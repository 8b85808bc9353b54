"""The decision sheet (Entscheidungsblatt) as HTML: the chapter shows it, the export prints it on one page."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from workbook.book.workbook import Workbook
from workbook.errors import shorten
from workbook.focus.decisions import Rules
from workbook.focus.explain import Explanation
from workbook.focus.reasons import score_in_words
from workbook.focus.sheet import DecisionSheet, make_decision_sheet
from workbook.focus.stability import STEPS
from workbook.focus.tiering import Tiering
from workbook.i18n import _, day, money, number, percent
from workbook.portfolio.model import amount
from workbook.templating import render_template
from workbook.terms import AccountStatus, Slot

TEMPLATE = "decision_sheet.html.j2"
# What one page can hold, whatever people write into names and reasons.
LONGEST_NAME, LONGEST_TEXT, MOST_LINES, MOST_CONTESTED = 60, 260, 4, 6
# Decisions against the formula stay visible in every export (Rules R10 and R12).
DECIDED = ("formula_incomplete", "override_applied", "override_blocked", "override_idle", "override_gone")


@dataclass(frozen=True, slots=True)
class Row:
    """One place of the Top 5: who holds it, why, amounts beside ranks, what would move it."""

    place: str
    name: str
    badges: tuple[str, ...] = ()
    reason: str = ""
    revenue: str = ""
    revenue_rank: str = ""
    potential: str = ""
    potential_rank: str = ""
    moves: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading and some lines, or one sentence when there is nothing to list."""

    heading: str
    lines: tuple[str, ...]
    nothing: str


def decision_sheet_html(book: Workbook) -> str:
    """Return the decision sheet of the layers as they are now, in the language in use; every text is escaped."""
    tiering = book.tiering
    sheet = make_decision_sheet(tiering)
    rows = list(_rows(tiering, sheet))
    return render_template(
        TEMPLATE, words=_words(book), rows=rows, blocks=_blocks(tiering, sheet), signatures=_signatures(book)
    )


def _words(book: Workbook) -> dict[str, str]:
    tiering = book.tiering
    return {
        "title": _("Decision sheet"),
        "who": book.participant.display_name,
        "when": day(tiering.today),
        "year": _("Revenue {year}").format(year=tiering.reference_year),
        "account": _("Account"),
        "why": _("Why it is here"),
        "potential": _("Additional potential"),
        "rank": _("rank"),
        "moves": _("What would move it"),
        "formula": formula_in_words(tiering),
        "contested": _contested_in_words(),
        "incomplete": _("Formula incomplete") if tiering.formula_incomplete else "",
    }


def formula_in_words(tiering: Tiering) -> str:
    """Return how the score is calculated, with the weights in force (Rule R6)."""
    sentence = _("{score}. A rank of 1 is the best; ranks are taken over all customers. Largest potential: {basis}.")
    rules = tiering.rules
    return sentence.format(score=score_in_words(rules.weight), basis=rules.potential_basis.label)


def _contested_in_words() -> str:
    sentence = _(
        "Contested: the place stays the same with this share of {count} weights, from revenue to potential alone."
    )
    return sentence.format(count=number(STEPS))


def _rows(tiering: Tiering, sheet: DecisionSheet) -> Iterator[Row]:
    for place, found in enumerate(sheet.five, start=1):
        yield _row(tiering, place, found)
    for place, slot in enumerate(sheet.vacancies, start=len(sheet.five) + 1):
        yield _vacancy(number(place), slot)


def _vacancy(place: str, slot: Slot) -> Row:
    if slot is Slot.SCORE:
        return Row(place, _("vacant"), reason=_("One place stays empty: there are not enough customers."))
    return Row(place, _("vacant"), (slot.label,), _("This place stays empty for now."))


def _row(tiering: Tiering, place: int, found: Explanation) -> Row:
    row = tiering.row(found.id)
    badges = [slot.label for slot in found.slots if slot is not Slot.SCORE]
    badges += [_("provisional")] if row["provisional"] else []
    badges += [_("close call")] if row["close_call"] else []
    bought = row["status"] is AccountStatus.CUSTOMER
    return Row(
        place=number(place),
        name=shorten(found.name, LONGEST_NAME),
        badges=tuple(badges),
        reason=shorten(found.reason, LONGEST_TEXT),
        revenue=_money(tiering, row["revenue"]) if bought else "\N{EN DASH}",
        revenue_rank=_rank(found.revenue_rank),
        potential=_money(tiering, row["additional_potential"]),
        potential_rank=_rank(found.potential_rank),
        moves=" ".join(change.sentence for change in found.changes) or _("No amount of its own alone moves it."),
    )


def _money(tiering: Tiering, cents: Any) -> str:
    known = amount(cents)
    return _("unknown") if known is None else money(known, tiering.currency)


def _rank(rank: float | None) -> str:
    return "" if rank is None else number(rank, 2)


def _blocks(tiering: Tiering, sheet: DecisionSheet) -> list[Block]:
    decided = [notice.message for notice in tiering.notices if notice.code in DECIDED]
    return [
        Block(_("Contested places"), _contested(sheet), _("Every place is the same with every weight.")),
        Block(_("Provisional places"), _cut(list(_provisional(sheet))), _("No place depends on an unknown potential.")),
        Block(_("Decided against the formula"), _cut([*_setting(tiering), *decided]), _("The formula was followed.")),
        Block(_("Still to do"), _cut([notice.message for notice in sheet.tasks]), _("Nothing is left to do.")),
    ]


def _setting(tiering: Tiering) -> Iterator[str]:
    if tiering.rules.weight != Rules().weight:
        yield _("Revenue weighs {weight} in the score.").format(weight=number(tiering.rules.weight, 2))


def _contested(sheet: DecisionSheet) -> tuple[str, ...]:
    sentence = _("{name}, {layer}: {share} of the weights")
    rows: Any = sheet.contested.itertuples()
    lines = [
        sentence.format(name=shorten(str(row.name), LONGEST_NAME), layer=row.layer.label, share=percent(row.stays, 0))
        for row in rows
    ]
    return _cut(lines, MOST_CONTESTED)


def _provisional(sheet: DecisionSheet) -> Iterator[str]:
    sentence = _("{name}, {layer}: between {low} and {high}, potential unknown")
    row: Any
    for row in sheet.provisional.itertuples():
        layers = {"layer": row.layer, "low": row.layer_if_low, "high": row.layer_if_high}
        labels = {name: layer.label for name, layer in layers.items()}
        yield sentence.format(name=shorten(str(row.name), LONGEST_NAME), **labels)


def _cut(lines: list[str], most: int = MOST_LINES) -> tuple[str, ...]:
    shown = tuple(shorten(line, LONGEST_TEXT) for line in lines[:most])
    more = len(lines) - most
    return (*shown, _("and {count} more").format(count=number(more))) if more > 0 else shown


def _signatures(book: Workbook) -> tuple[str, str]:
    rep = _("Place, date, {name}").format(name=book.participant.display_name)
    return rep, _("Place, date, sales manager")
