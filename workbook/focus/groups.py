"""Rule R0: subsidiaries roll up into their group when the rep confirms that the group buys centrally."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import pandas as pd

from workbook.focus import notices
from workbook.focus.notices import Notice
from workbook.portfolio.model import MONEY_COLUMNS, Portfolio
from workbook.terms import AccountStatus


@dataclass(frozen=True)
class RolledUp:
    """A portfolio in which confirmed groups are one account; ``members`` lists the ids behind each of them."""

    portfolio: Portfolio
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()


def find_groups(portfolio: Portfolio) -> dict[str, tuple[str, ...]]:
    """Return the groups with more than one account: name and account ids, both in plain string order (Rule R0)."""
    parents = portfolio.accounts["group_parent"].dropna()
    if parents.empty:
        return {}
    ids_by_name = portfolio.accounts.groupby("name").groups
    found = {}
    for name, ids in sorted(parents.groupby(parents).groups.items()):
        # The head of the group is often listed under the group's own name, with no parent of its own.
        members = tuple(sorted({*ids, *ids_by_name.get(name, ())}))
        if len(members) > 1:
            found[str(name)] = members
    return found


def roll_up(portfolio: Portfolio, groups: tuple[str, ...], year: int) -> RolledUp:
    """Return the portfolio with the named groups as one account each, and notices for the others (Rule R0)."""
    found = find_groups(portfolio)
    rolled = RolledUp(portfolio)
    for name in sorted(set(groups) & set(found)):
        rolled = _roll_up_one(rolled, name, found[name], year)
    gone = [Notice(notices.GROUP_GONE, {"name": name}) for name in sorted(set(groups) - set(found))]
    proposed = tuple(name for name in found if name not in groups)
    proposal = [Notice(notices.GROUPS_PROPOSED, {"names": proposed})] if proposed else []
    return replace(rolled, notices=(*rolled.notices, *gone, *proposal))


def _roll_up_one(rolled: RolledUp, name: str, members: tuple[str, ...], year: int) -> RolledUp:
    portfolio = rolled.portfolio
    ids = [account for account in members if account in portfolio.accounts.index]
    parent = _parent_of(portfolio, name, ids, year)
    others = [account for account in ids if account != parent]
    accounts = portfolio.accounts.drop(index=others)
    for column, value in _joined(portfolio.accounts.loc[ids], name).items():
        accounts.loc[parent, column] = value
    last = portfolio.last_12_months
    summed = replace(
        portfolio,
        accounts=accounts,
        revenue=_summed(portfolio.revenue, ids, parent),
        margin=_summed(portfolio.margin, ids, parent),
        last_12_months=None if last is None else _summed(last.to_frame(), ids, parent).iloc[:, 0],
    )
    told = (*rolled.notices, *_group_notices(portfolio, name, ids))
    return RolledUp(summed, {**rolled.members, parent: tuple(ids)}, told)


def _parent_of(portfolio: Portfolio, name: str, ids: list[str], year: int) -> str:
    """Return the account that is named like the group, else the largest subsidiary; ties by id."""
    namesakes = [account for account in ids if portfolio.accounts.loc[account, "name"] == name]
    revenue = portfolio.revenue[year].reindex(ids).astype("float64").fillna(-np.inf)
    return min(namesakes or ids, key=lambda account: (-revenue[account], account))


def _joined(members: pd.DataFrame, name: str) -> dict[str, Any]:
    sums = {column: members[column].sum(min_count=1) for column in MONEY_COLUMNS}
    return {**sums, "name": name, "group_parent": None, "status": _status_of(members["status"])}


def _status_of(given: "pd.Series[str]") -> str | None:
    """One customer makes the group a customer; while one status is left to the revenue, so is the group's."""
    if (given == AccountStatus.CUSTOMER).any():
        return str(AccountStatus.CUSTOMER)
    if given.isna().any():
        return None
    former = (given == AccountStatus.FORMER).any()
    return str(AccountStatus.FORMER if former else AccountStatus.PROSPECT)


def _summed(money: pd.DataFrame, ids: list[str], parent: str) -> pd.DataFrame:
    """Return the frame with the members' rows replaced by their sum; unknown only where all are unknown."""
    total = money.loc[ids].sum(min_count=1)
    rest = money.drop(index=[account for account in ids if account != parent])
    rest.loc[parent] = total
    return rest.astype(money.dtypes.to_dict())


def _group_notices(portfolio: Portfolio, name: str, ids: list[str]) -> list[Notice]:
    names = tuple(portfolio.accounts.loc[ids, "name"])
    told = [Notice(notices.GROUP_ROLLED_UP, {"name": name, "names": names})]
    unknown = portfolio.accounts.loc[ids, "additional_potential"].isna()
    if unknown.any() and not unknown.all():
        told.append(Notice(notices.POTENTIAL_LOWER_BOUND, {"name": name}))
    return told
