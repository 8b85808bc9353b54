"""What is missing in the accounts, and what each gap costs: which layers it leaves open (Rules R1, R3, R4, R6)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from workbook.chapters.panels import Column, Panel, note, table
from workbook.focus.formula import SHOWN_CANDIDATES
from workbook.focus.tiering import Tiering
from workbook.i18n import _, number
from workbook.terms import AccountStatus

SHOWN_NAMES = 6


@dataclass(frozen=True, slots=True)
class Gap:
    """One kind of gap: what is missing, how often, where (most important first), what it costs, and the rule."""

    what: str
    names: Sequence[str]
    cost: str
    rule: str
    count: int


def find_gaps(tiering: Tiering) -> tuple[Gap, ...]:
    """Return the gaps of a portfolio that are there, the costly ones first."""
    found = (*_potentials(tiering), *_prospects(tiering), *_revenue(tiering))
    return tuple(gap for gap in found if gap.count)


def gaps_table(gaps: Sequence[Gap]) -> Panel:
    """Return the gaps as a table: what is missing, where, what it costs."""
    if not gaps:
        return note(_("Nothing is missing that could change a layer."), "good")
    columns = (
        Column(_("What is missing")),
        Column(_("How often"), amount=True),
        Column(_("Where first")),
        Column(_("What it costs")),
        Column(_("Rule")),
    )
    rows = ((gap.what, number(gap.count), names_in_words(gap.names), gap.cost, gap.rule) for gap in gaps)
    return table(columns, rows)


def names_in_words(names: Sequence[str]) -> str:
    """Return the first names, and how many more there are; a dash where there is nobody to name."""
    shown = ", ".join(names[:SHOWN_NAMES]) or "\N{EN DASH}"
    more = len(names) - SHOWN_NAMES
    return _("{names} and {count} more").format(names=shown, count=number(more)) if more > 0 else shown


def _gap(what: str, names: Sequence[str], cost: str, rule: str) -> Gap:
    return Gap(what, names, cost, rule, len(names))


def _potentials(tiering: Tiering) -> Iterator[Gap]:
    customers = _of_status(tiering, AccountStatus.CUSTOMER)
    unknown = customers[customers["additional_potential"].isna()]
    decides = unknown["provisional"] & (unknown["layer_if_low"] != unknown["layer_if_high"])
    yield _gap(
        _("Additional potential, and it decides the layer"),
        _names(unknown[decides]),
        _("The place is provisional: with a high potential the account stands higher, with a low one lower."),
        "R6",
    )
    yield _gap(
        _("Additional potential"),
        _names(unknown[~decides]),
        _("The account counts as average and can never be the one with the largest potential."),
        "R3, R6",
    )


def _prospects(tiering: Tiering) -> Iterator[Gap]:
    prospects = _of_status(tiering, AccountStatus.PROSPECT)
    incumbent = tiering.portfolio.accounts["incumbent_competitor"].reindex(prospects.index)
    unnamed, unknown = prospects[incumbent.isna()], prospects[prospects["additional_potential"].isna()]
    against = _("You do not know whom you are up against.")
    yield _gap(_("Current supplier of a prospect"), _names(unnamed), against, "R4")
    proposed = _("It cannot be proposed for the place of the prospect.")
    yield _gap(_("Potential of a prospect"), _names(unknown), proposed, "R4")
    few = _("With fewer than three there is little to choose; with none the place stays empty.")
    missing = max(SHOWN_CANDIDATES - len(prospects), 0)
    yield Gap(_("Prospects to choose from"), (), few, "R4, R10", missing)


def _revenue(tiering: Tiering) -> Iterator[Gap]:
    customers = _of_status(tiering, AccountStatus.CUSTOMER)
    yield _gap(
        _("Revenue in the reference year"),
        _names(customers[customers["revenue"].isna()]),
        _("The customer ranks last by revenue."),
        "R1",
    )


def _of_status(tiering: Tiering, status: AccountStatus) -> pd.DataFrame:
    members = tiering.table[tiering.table["status"] == status]
    return members.sort_values("revenue", ascending=False, kind="stable", na_position="last")


def _names(members: pd.DataFrame) -> list[str]:
    return [str(name) for name in members["name"]]
