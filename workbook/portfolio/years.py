"""Which fiscal years may be used (rule R1): complete, partial, running, future or missing."""

from collections.abc import Iterable, Mapping
from datetime import date

from workbook.fiscal import FiscalCalendar
from workbook.portfolio.findings import Findings
from workbook.portfolio.kinds import values as kinds
from workbook.portfolio.model import FiscalYear, YearState

_KINDS = {
    YearState.PARTIAL: kinds.YEAR_PARTIAL,
    YearState.RUNNING: kinds.YEAR_RUNNING,
    YearState.FUTURE: kinds.YEAR_FUTURE,
    YearState.MISSING: kinds.YEAR_MISSING,
}


def listed_years(years: Iterable[int], calendar: FiscalCalendar, today: date) -> tuple[FiscalYear, ...]:
    """Return the years of revenue columns, with the missing ones between them."""
    return _with_gaps({year: _state_by_day(year, calendar, today) for year in years})


def years_of_lines(
    months: Mapping[int, frozenset[int]], calendar: FiscalCalendar, today: date
) -> tuple[FiscalYear, ...]:
    """Return the years of transactions, given the calendar months that have lines in each fiscal year."""
    states = {}
    for year, with_lines in months.items():
        state = _state_by_day(year, calendar, today)
        covered = set(calendar.months_of(year)) <= with_lines
        states[year] = YearState.PARTIAL if state is YearState.COMPLETE and not covered else state
    return _with_gaps(states)


def note_years(years: tuple[FiscalYear, ...], findings: Findings) -> None:
    """Name every year that is not complete."""
    for year in years:
        if not year.complete:
            findings.add(_KINDS[year.state], value=str(year.year))
    if years and not any(year.complete for year in years):
        findings.add(kinds.NO_COMPLETE_YEAR)


def _state_by_day(year: int, calendar: FiscalCalendar, today: date) -> YearState:
    if calendar.has_ended(year, today):
        return YearState.COMPLETE
    return YearState.FUTURE if calendar.first_day(year) > today else YearState.RUNNING


def _with_gaps(states: Mapping[int, YearState]) -> tuple[FiscalYear, ...]:
    if not states:
        return ()
    span = range(min(states), max(states) + 1)
    return tuple(FiscalYear(year, states.get(year, YearState.MISSING)) for year in span)
