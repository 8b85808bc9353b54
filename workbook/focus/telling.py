"""What a tiering tells the rep: every notice of Rules R0 to R11 and R14, in a fixed order."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np

from workbook.focus import notices
from workbook.focus.cut import Cut, largest
from workbook.focus.decisions import Decisions
from workbook.focus.formula import LAYERS, MADE_FOR, SHOWN_LEADERS
from workbook.focus.ledger import Floats, Objects, Positions
from workbook.focus.notices import Names, Notice
from workbook.focus.overrides import Swapped
from workbook.focus.prospects import ProspectChoice
from workbook.portfolio.model import Portfolio
from workbook.terms import AccountStatus, PotentialBasis, Slot

_SHOWN_NAMES = 5
_VACANT = {
    Slot.LARGEST_REVENUE: notices.VACANT_REVENUE,
    Slot.LARGEST_POTENTIAL: notices.VACANT_POTENTIAL,
    Slot.PROSPECT: notices.VACANT_PROSPECT,
}


@dataclass(frozen=True)
class Findings:
    """What the notices are written from."""

    cut: Cut
    portfolio: Portfolio
    year: int
    decisions: Decisions
    today: date

    @cached_property
    def names(self) -> Objects:
        """Names of the accounts, in the order of the ledger."""
        return self.portfolio.accounts["name"].to_numpy(dtype=object)

    def names_of(self, positions: Positions) -> Names:
        """Return at most five names, and how many more there are."""
        shown = tuple(str(name) for name in self.names[positions[:_SHOWN_NAMES]])
        return Names(shown, len(positions) - len(shown))


def describe(findings: Findings, choice: ProspectChoice, swapped: Swapped) -> Iterator[Notice]:
    """Yield every notice about the prospect, the cut and the swaps."""
    yield from choice.notices
    yield from describe_cut(findings)
    yield from _ties_for_slots(findings, choice)
    yield from swapped.notices


def describe_cut(findings: Findings) -> Iterator[Notice]:
    """Yield the notices about the cut itself: vacancies, ties, unknown values, waivers."""
    yield from _few_accounts(findings)
    yield from _vacancies(findings)
    yield from _same_account(findings)
    yield from _basis_differs(findings)
    yield from _ties_at_boundaries(findings)
    yield from _unknown_potentials(findings)
    yield from _unknown_total_demand(findings)
    yield from _unknown_revenue(findings)
    yield from _unknown_incumbent(findings)
    yield from _former(findings)
    yield from _waivers(findings)


def _few_accounts(findings: Findings) -> Iterator[Notice]:
    count = len(findings.cut.ledger.ids)
    if count < MADE_FOR:
        yield Notice(notices.FEW_ACCOUNTS, {"count": count, "made_for": MADE_FOR})


def _vacancies(findings: Findings) -> Iterator[Notice]:
    for slot, holder in findings.cut.holders.items():
        if holder is None:
            yield Notice(_VACANT[slot], {"year": findings.year})


def _same_account(findings: Findings) -> Iterator[Notice]:
    holders = findings.cut.holders
    winner = holders.get(Slot.LARGEST_REVENUE)
    if winner is not None and winner == holders.get(Slot.LARGEST_POTENTIAL):
        leaders = order_by_potential(findings.cut)
        runner_up = findings.names[leaders[1]] if len(leaders) > 1 else "–"
        yield Notice(notices.SAME_ACCOUNT, {"name": findings.names[winner], "runner_up": runner_up})


def order_by_potential(cut: Cut) -> Positions:
    """Return the customers with the highest known potentials, at most three (Rule R3)."""
    ledger = cut.ledger
    known = ledger.customers[~np.isnan(ledger.potential[ledger.customers])]
    return known[np.lexsort((ledger.seniority[known], -ledger.potential[known]))][:SHOWN_LEADERS]


def _basis_differs(findings: Findings) -> Iterator[Notice]:
    ledger, names = findings.cut.ledger, findings.names
    additional, total = largest(ledger, ledger.additional), largest(ledger, ledger.total)
    if additional is not None and total is not None and additional != total:
        details = {"additional": names[additional], "total": names[total], "basis": ledger.basis}
        yield Notice(notices.BASIS_DIFFERS, details)


def _ties_for_slots(findings: Findings, choice: ProspectChoice) -> Iterator[Notice]:
    ledger = findings.cut.ledger
    yield from _tie_for_slot(findings, Slot.LARGEST_REVENUE, ledger.revenue, ledger.customers)
    yield from _tie_for_slot(findings, Slot.LARGEST_POTENTIAL, ledger.potential, ledger.customers)
    if choice.proposed:
        yield from _tie_for_slot(findings, Slot.PROSPECT, ledger.potential, ledger.prospects)


def _ties_at_boundaries(findings: Findings) -> Iterator[Notice]:
    cut = findings.cut
    for layer, boundary in zip(LAYERS, cut.boundaries, strict=False):
        score = cut.scores.score[cut.order]
        if 0 < boundary < len(score) and score[boundary - 1] == score[boundary]:
            inside, outside = findings.names[cut.order[boundary - 1]], findings.names[cut.order[boundary]]
            yield Notice(notices.TIE_AT_BOUNDARY, {"inside": inside, "outside": outside, "layer": layer})


def _tie_for_slot(findings: Findings, slot: Slot, amounts: Floats, rivals: Positions) -> Iterator[Notice]:
    holder = findings.cut.holders.get(slot)
    if holder is None:
        return
    equal = rivals[amounts[rivals] == amounts[holder]]
    if len(equal) > 1:
        details = {"slot": slot, "names": findings.names_of(equal), "winner": findings.names[holder]}
        yield Notice(notices.TIE_FOR_SLOT, details)


def _unknown_potentials(findings: Findings) -> Iterator[Notice]:
    ledger = findings.cut.ledger
    unknown = ledger.customers[np.isnan(ledger.additional[ledger.customers])]
    if len(unknown) == len(ledger.customers) > 0:
        yield Notice(notices.POTENTIAL_ALL_UNKNOWN)
    if len(unknown):
        largest_first = unknown[np.argsort(ledger.seniority[unknown])]
        counts = {"count": len(unknown), "customers": len(ledger.customers)}
        yield Notice(notices.POTENTIAL_UNKNOWN, {**counts, "names": findings.names_of(largest_first)})


def _unknown_total_demand(findings: Findings) -> Iterator[Notice]:
    ledger = findings.cut.ledger
    unknown = ledger.customers[np.isnan(ledger.total[ledger.customers])]
    if ledger.basis is PotentialBasis.TOTAL and len(unknown):
        counts = {"count": len(unknown), "customers": len(ledger.customers)}
        yield Notice(notices.TOTAL_DEMAND_UNKNOWN, {**counts, "names": findings.names_of(unknown)})


def _unknown_revenue(findings: Findings) -> Iterator[Notice]:
    ledger = findings.cut.ledger
    unknown = ledger.customers[np.isnan(ledger.revenue[ledger.customers])]
    if len(unknown):
        yield Notice(notices.REVENUE_UNKNOWN, {"year": findings.year, "names": findings.names_of(unknown)})


def _unknown_incumbent(findings: Findings) -> Iterator[Notice]:
    holder = findings.cut.holders.get(Slot.PROSPECT)
    if holder is not None and findings.portfolio.accounts["incumbent_competitor"].isna().iloc[holder]:
        yield Notice(notices.INCUMBENT_UNKNOWN, {"name": findings.names[holder]})


def _former(findings: Findings) -> Iterator[Notice]:
    former = np.flatnonzero(findings.cut.ledger.status == AccountStatus.FORMER)
    if len(former):
        yield Notice(notices.FORMER_CUSTOMERS, {"names": findings.names_of(former)})


def _waivers(findings: Findings) -> Iterator[Notice]:
    for waiver in findings.decisions.waivers:
        details = {"slot": waiver.slot, "expiry": waiver.expiry, "author": waiver.author, "reason": waiver.reason}
        in_force = waiver.holds_on(findings.today)
        yield Notice(notices.FORMULA_INCOMPLETE if in_force else notices.WAIVER_EXPIRED, details)
