"""The accounts as sorted arrays: what the rules look at, and nothing else.

Everything is sorted by account id once, so that no result can depend on the order of rows, and the last tie-break
of Rule R9 (id, plain string order) is the position in the array.
"""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from workbook.focus.decisions import Rules
from workbook.focus.years import to_floats
from workbook.portfolio.model import Portfolio
from workbook.terms import AccountStatus, PotentialBasis

Floats = npt.NDArray[np.float64]
Positions = npt.NDArray[np.intp]
Objects = npt.NDArray[np.object_]


@dataclass(frozen=True)
class Ledger:
    """One row per account, sorted by id; money in cents as floats, NaN = unknown.

    ``revenue`` belongs to the reference year, ``growth`` is what it gained on the year before. ``basis`` says which
    potential decides about slots and proposals; the score always looks at the additional one (Rules R3 and R6).
    """

    ids: Objects
    status: Objects
    revenue: Floats
    growth: Floats
    additional: Floats
    total: Floats
    basis: PotentialBasis

    @property
    def potential(self) -> Floats:
        """The potential on the basis the rules name (Rule R3)."""
        return self.additional if self.basis is PotentialBasis.ADDITIONAL else self.total

    @cached_property
    def decisive(self) -> Floats:
        """The potential that decides about a place: a customer's score, a prospect's proposal."""
        return np.where(self.status == AccountStatus.CUSTOMER, self.additional, self.potential)

    @cached_property
    def customers(self) -> Positions:
        """Positions of the customers."""
        return np.flatnonzero(self.status == AccountStatus.CUSTOMER)

    @cached_property
    def prospects(self) -> Positions:
        """Positions of the prospects, former customers only when confirmed."""
        return np.flatnonzero(self.status == AccountStatus.PROSPECT)

    @cached_property
    def tie_keys(self) -> tuple[Floats, ...]:
        """Revenue, additional potential, growth: higher wins, unknown never does (Rule R9)."""
        return tuple(known_first(values) for values in (self.revenue, self.additional, self.growth))

    @cached_property
    def seniority(self) -> Positions:
        """The place of each account by the tie-breaks of Rule R9 alone: 0 wins every tie."""
        order = np.lexsort(tuple(-key for key in reversed(self.tie_keys)))
        places = np.empty(len(order), dtype=np.intp)
        places[order] = np.arange(len(order))
        return places

    def position(self, account_id: str) -> int | None:
        """Return where an account stands in the arrays, None if there is none with this id."""
        found = np.flatnonzero(self.ids == account_id)
        return int(found[0]) if len(found) else None

    def with_revenue(self, position: int, cents: float) -> "Ledger":
        """Return a ledger in which one account has other revenue in the reference year; its growth follows."""
        growth = self.growth[position] + cents - self.revenue[position]
        return replace(self, revenue=_put(self.revenue, position, cents), growth=_put(self.growth, position, growth))

    def with_additional(self, position: int, cents: float) -> "Ledger":
        """Return a ledger in which one account has another additional potential, NaN = unknown."""
        return replace(self, additional=_put(self.additional, position, cents))

    def with_total(self, position: int, cents: float) -> "Ledger":
        """Return a ledger in which one account has another total demand, NaN = unknown."""
        return replace(self, total=_put(self.total, position, cents))


def sort_by_id(portfolio: Portfolio) -> Portfolio:
    """Return the portfolio with its rows in plain string order of the ids; the order of rows counts for nothing."""
    if portfolio.accounts.index.is_monotonic_increasing:
        return portfolio
    ids = portfolio.accounts.index.tolist()
    # Python sorts texts faster than numpy does.
    order = np.array(sorted(range(len(ids)), key=ids.__getitem__))
    last = portfolio.last_12_months
    return replace(
        portfolio,
        accounts=portfolio.accounts.take(order),
        revenue=portfolio.revenue.take(order),
        margin=portfolio.margin.take(order),
        last_12_months=None if last is None else last.take(order),
    )


def make_ledger(portfolio: Portfolio, status: Objects, year: int, rules: Rules) -> Ledger:
    """Return the arrays the rules work on, from a portfolio sorted by id and a status per account."""
    revenue = to_floats(portfolio.revenue[year])
    known_before = year - 1 in portfolio.revenue
    return Ledger(
        ids=portfolio.accounts.index.to_numpy(dtype=object),
        status=status,
        revenue=revenue,
        growth=revenue - to_floats(portfolio.revenue[year - 1]) if known_before else np.full(len(revenue), np.nan),
        additional=to_floats(portfolio.accounts["additional_potential"]),
        total=to_floats(portfolio.accounts["total_demand"]),
        basis=rules.potential_basis,
    )


def known_first(values: Floats) -> Floats:
    """Return values in which unknown is lower than anything known."""
    return np.where(np.isnan(values), -np.inf, values)


def best(candidates: Positions, keys: tuple[Floats, ...]) -> int | None:
    """Return the candidate with the highest first key, ties by the next keys, then by id; None without candidates."""
    for key in keys:
        if len(candidates) > 1:
            values = key[candidates]
            candidates = candidates[values == values.max()]
    return int(candidates[0]) if len(candidates) else None


def _put(values: Floats, position: int, value: float) -> Floats:
    changed = values.copy()
    changed[position] = value
    return changed
