"""Rule R1: which fiscal year the layers are cut by, and what each account is to us."""

from datetime import date

import numpy as np
import numpy.typing as npt
import pandas as pd

from workbook.fiscal import FiscalCalendar
from workbook.focus import kinds, notices
from workbook.focus.decisions import Decisions, Rules
from workbook.focus.formula import STATUSES
from workbook.focus.notices import Notice
from workbook.i18n import N_, _
from workbook.portfolio.model import Portfolio, YearState

STATE_WORDS = {
    YearState.PARTIAL: N_("not complete in the data"),
    YearState.RUNNING: N_("still running"),
    YearState.FUTURE: N_("in the future"),
    YearState.MISSING: N_("missing"),
}
CUSTOMER, PROSPECT, FORMER = range(len(STATUSES))
_STATE_NOTICES = {
    YearState.PARTIAL: notices.YEAR_PARTIAL,
    YearState.RUNNING: notices.YEAR_RUNNING,
    YearState.FUTURE: notices.YEAR_FUTURE,
    YearState.MISSING: notices.YEAR_MISSING,
}


def choose_reference_year(portfolio: Portfolio, rules: Rules) -> int:
    """Return the year chosen in ``rules``, else the last complete one; refuse one that is not complete (Rule R1)."""
    complete = portfolio.complete_years
    if not complete:
        kinds.refuse(kinds.NO_COMPLETE_YEAR, years=_listed(tuple(year.year for year in portfolio.fiscal_years)))
    if rules.year is None:
        return complete[-1]
    if rules.year not in complete:
        _refuse_year(portfolio, rules.year)
    return rules.year


def _refuse_year(portfolio: Portfolio, year: int) -> None:
    states = {found.year: found.state for found in portfolio.fiscal_years}
    years = _listed(portfolio.complete_years)
    if year not in states:
        kinds.refuse(kinds.YEAR_NOT_IN_DATA, year, years=years)
    kinds.refuse(kinds.YEAR_NOT_COMPLETE, year, state=_(STATE_WORDS[states[year]]), years=years)


def _listed(years: tuple[int, ...]) -> str:
    return ", ".join(map(str, years)) or "–"


def year_notices(portfolio: Portfolio, year: int) -> list[Notice]:
    """Return one notice per year that is not used, and one when a newer complete year exists (Rule R1)."""
    found = [
        Notice(_STATE_NOTICES[other.state], {"year": other.year})
        for other in portfolio.fiscal_years
        if not other.complete
    ]
    latest = portfolio.complete_years[-1]
    return found if latest == year else [*found, Notice(notices.OLDER_YEAR, {"year": year, "latest": latest})]


def derive_status(portfolio: Portfolio, year: int, decisions: Decisions) -> "npt.NDArray[np.object_]":
    """Return an `AccountStatus` per account: the status column where it is filled, else by revenue (Rule R1).

    Revenue in ``year`` or after it makes a customer, only earlier a former customer, never any a prospect. A former
    customer whom the rep confirmed counts as a prospect (Rule R4).
    """
    revenue = portfolio.revenue
    recent = revenue[[column for column in revenue.columns if int(column) >= year]]
    bought, ever = _any(recent, positive=True), _any(revenue, positive=False)
    codes = np.where(bought, CUSTOMER, np.where(ever, FORMER, PROSPECT))
    given = portfolio.accounts["status"]
    for code, status in enumerate(STATUSES):
        codes[given.isin([str(status)]).to_numpy()] = code
    codes[(codes == FORMER) & portfolio.accounts.index.isin(decisions.confirmed_former)] = PROSPECT
    return np.array(STATUSES, dtype=object)[codes]


def _any(revenue: pd.DataFrame, *, positive: bool) -> "npt.NDArray[np.bool_]":
    found = np.zeros(len(revenue), dtype=bool)
    for column in revenue.columns:
        cents = to_floats(revenue[column])
        found |= (cents > 0) if positive else (np.nan_to_num(cents) != 0)
    return found


def to_floats(cents: "pd.Series[int]") -> "npt.NDArray[np.float64]":
    """Return a money column as floats of cents, unknown as NaN; exact up to 90 trillion."""
    return np.asarray(cents.to_numpy(dtype="float64", na_value=np.nan), dtype=np.float64)


def next_annual_cut(today: date, rules: Rules) -> date:
    """Return the day the next fiscal year begins: the layers are cut again then (Rule R13)."""
    calendar = FiscalCalendar(rules.fiscal_year_start)
    return calendar.first_day(calendar.year_of(today) + 1)


def next_review(today: date, rules: Rules) -> date:
    """Return the day the next fiscal quarter begins: a waiver lasts until then (Rule R10)."""
    months = (today.month - rules.fiscal_year_start) % 12 % 3
    ahead = today.month - 1 + (3 - months)
    return date(today.year + ahead // 12, ahead % 12 + 1, 1)
