"""Whether a new export can be the next one: an older one, somebody else's, another currency, half of it missing."""

from collections.abc import Iterator

from workbook.errors import Place, Problem
from workbook.i18n import _
from workbook.portfolio.kinds import review as kinds
from workbook.portfolio.matching import Matching
from workbook.portfolio.model import Portfolio

# Shares of the old accounts: fewer found again means somebody else's list, fewer than half means a filter was set.
FEW, HALF = 0.2, 0.5


def suspicions(before: Portfolio, now: Portfolio, matching: Matching, file: str) -> tuple[Problem, ...]:
    """Return what the rep has to confirm before ``now`` follows ``before``; empty when nothing is strange."""
    place = Place(file=file)
    return (*_older(before, now, place), *_currency(before, now, place), *_other_accounts(before, matching, place))


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


def _currency(before: Portfolio, now: Portfolio, place: Place) -> Iterator[Problem]:
    if before.currency != now.currency:
        details = {"before": before.currency, "now": now.currency}
        yield Problem(kinds.OTHER_CURRENCY, place, value=now.currency, details=details)


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
