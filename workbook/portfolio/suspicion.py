"""Whether a new export can be the next one: not an older one, somebody else's, half of it, or one that is mixed up."""

from collections.abc import Iterator
from decimal import Decimal

from workbook.errors import Place, Problem
from workbook.i18n import _, money
from workbook.portfolio.kinds import review as kinds
from workbook.portfolio.matching import Matching
from workbook.portfolio.model import Portfolio
from workbook.portfolio.vocabulary import folded
from workbook.terms import AccountStatus

# Shares of the old accounts: fewer found again means somebody else's list, fewer than half means a filter was set.
FEW, HALF = 0.2, 0.5
# A year that has ended does not double any more, nor halve.
JUMP = 2


def suspicions(before: Portfolio, now: Portfolio, matching: Matching, file: str) -> tuple[Problem, ...]:
    """Return what the rep has to confirm before ``now`` follows ``before``; empty when nothing is strange."""
    place = Place(file=file)
    found = (
        _older(before, now, place),
        _amounts(before, now, place),
        _other_accounts(before, matching, place),
        _names(before, matching, place),
        _customers(before, now, place),
    )
    return tuple(problem for problems in found for problem in problems)


def _older(before: Portfolio, now: Portfolio, place: Place) -> Iterator[Problem]:
    last_before, last_now = _last_year(before), _last_year(now)
    if last_now < last_before:
        sentence = _("its last fiscal year is {now}, the last one reached {before}")
        yield Problem(kinds.OLDER_EXPORT, place, details={"what": sentence.format(now=last_now, before=last_before)})
    elif last_now == last_before and last_now and _less_revenue(before, now, last_now):
        sentence = _("in {year} it has less revenue than the last one")
        yield Problem(kinds.OLDER_EXPORT, place, details={"what": sentence.format(year=last_now)})


def _last_year(portfolio: Portfolio) -> int:
    return max((year.year for year in portfolio.fiscal_years if year.year in portfolio.revenue), default=0)


def _less_revenue(before: Portfolio, now: Portfolio, year: int) -> bool:
    """Return whether the accounts that both have sold less in a year than they had already: time runs forward."""
    both = before.revenue.index.intersection(now.revenue.index)
    return bool(len(both)) and int(now.revenue.loc[both, year].sum()) < int(before.revenue.loc[both, year].sum())


def _amounts(before: Portfolio, now: Portfolio, place: Place) -> Iterator[Problem]:
    if before.currency != now.currency:
        details = {"before": before.currency, "now": now.currency}
        yield Problem(kinds.OTHER_CURRENCY, place, value=now.currency, details=details)
        return
    both = before.revenue.index.intersection(now.revenue.index)
    for year in sorted({*before.complete_years} & {*now.complete_years}, reverse=True):
        was, is_now = (int(each.revenue.loc[both, year].sum()) for each in (before, now))
        if was > 0 and not was / JUMP < is_now < was * JUMP:
            in_words = [money(Decimal(cents).scaleb(-2), now.currency) for cents in (was, is_now)]
            details = {"year": str(year), "before": in_words[0], "now": in_words[1]}
            yield Problem(kinds.AMOUNTS_JUMPED, place, details=details)
            return


def _other_accounts(before: Portfolio, matching: Matching, place: Place) -> Iterator[Problem]:
    count, same_id, same_name = len(before.accounts), len(matching.kept), len(matching.certain)
    if not count or same_id >= HALF * count:
        return
    if same_id < FEW * count and same_name >= HALF * count:
        yield Problem(kinds.IDS_CHANGED, place, details={"found": same_name, "count": count})
    elif same_id + same_name < FEW * count:
        yield Problem(kinds.OTHER_OWNER, place, details={"found": same_id + same_name, "count": count})
    else:
        yield Problem(kinds.HALF_MISSING, place, details={"missing": len(matching.vanished), "count": count})


def _names(before: Portfolio, matching: Matching, place: Place) -> Iterator[Problem]:
    """Ask about accounts that have the name of another one: a column that was sorted alone, or numbers used again."""
    names = {folded(str(name)) for name in before.accounts["name"]}
    moved = [each for each in matching.renamed if folded(each.now) in names]
    if len(moved) > 1:
        first = moved[0]
        details = {"account": first.account, "before": first.before, "now": first.now, "count": len(moved)}
        yield Problem(kinds.NAMES_MOVED, place, details=details)


def _customers(before: Portfolio, now: Portfolio, place: Place) -> Iterator[Problem]:
    """Ask when more than half of the customers are none any more: in one quarter that is a mistake in the list."""
    were = before.accounts.index[before.accounts["status"] == AccountStatus.CUSTOMER].intersection(now.accounts.index)
    status = now.accounts.loc[were, "status"].dropna()
    count = int((status != AccountStatus.CUSTOMER).sum())
    if count > HALF * len(were):
        yield Problem(kinds.CUSTOMERS_LOST, place, details={"count": count, "total": len(were)})
