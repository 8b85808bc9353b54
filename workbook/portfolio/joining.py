"""Lines are joined to accounts by id, or by name where there is no id, and summed per fiscal year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt
import pandas as pd

from workbook.fiscal import FiscalCalendar
from workbook.portfolio.currencies import DEFAULT
from workbook.portfolio.findings import Findings
from workbook.portfolio.kinds import lines as kinds
from workbook.portfolio.model import FiscalYear, YearState
from workbook.portfolio.task import Task
from workbook.portfolio.transactions import Lines, ShownMoney
from workbook.portfolio.vocabulary import folded
from workbook.portfolio.years import years_of_lines


@dataclass(frozen=True)
class Sums:
    """Revenue per account and fiscal year in cents, the state of the years, and the last twelve months."""

    revenue: pd.DataFrame
    years: tuple[FiscalYear, ...]
    last_12_months: "pd.Series[int]"
    as_of: date | None


def sum_lines(lines: Lines, accounts: pd.DataFrame, task: Task, findings: Findings) -> Sums:
    """Return the sums per account; an account without lines in a covered year has revenue 0 there, which is known."""
    positions = _positions(lines, accounts, findings)
    fiscal, months = _fiscal_years(lines.days, task.calendar)
    years = years_of_lines(_months_by_year(fiscal, months), task.calendar, task.today)
    joined = positions >= 0
    revenue = _summed(positions[joined], fiscal[joined], lines.cents[joined], (len(accounts), years))
    as_of = min(lines.days.max().astype(object), task.today) if len(lines.days) else None
    recent = joined & _within_12_months(lines.days, as_of)
    twelve = np.zeros(len(accounts), dtype=np.int64)
    np.add.at(twelve, positions[recent], lines.cents[recent])
    return Sums(
        revenue.set_axis(accounts.index, axis=0),
        years,
        pd.Series(pd.array(twelve, dtype="Int64"), index=accounts.index),
        as_of,
    )


def _positions(lines: Lines, accounts: pd.DataFrame, findings: Findings) -> npt.NDArray[np.int64]:
    """Return the position of each line's account, -1 where there is none; reports what did not join."""
    by_id = _id_index(accounts.index.tolist())
    found = [by_id.get(key, -1) if key else -1 for key in lines.keys]
    if not any(position >= 0 for position in found) and any(lines.names):
        found = _by_name(lines, accounts, findings)
    positions = np.array([*found, -1], dtype=np.int64)[lines.codes]
    lost = positions < 0
    if len(lost) and lost.all():
        details = {"value": _example(lines, 0), "other": str(accounts.index[0]) if len(accounts) else ""}
        findings.add(kinds.NOTHING_JOINED, (int(lines.rows[0]), None), _example(lines, 0), details)
    elif lost.any():
        _report_lost(lines, lost, findings)
    return positions


def _id_index(ids: Sequence[str]) -> dict[str, int]:
    """Salesforce ids exist with 15 and 18 characters; both find the account."""
    index = {
        identity[:15]: position for position, identity in enumerate(ids) if len(identity) == 18 and identity.isalnum()
    }
    index.update({identity: position for position, identity in enumerate(ids)})
    short = {identity: position for identity, position in index.items() if len(identity) == 15}
    return index | {key: position for key, position in short.items() if key not in index}


def _by_name(lines: Lines, accounts: pd.DataFrame, findings: Findings) -> list[int]:
    index: dict[str, int] = {}
    twice: set[str] = set()
    for position, name in enumerate(accounts["name"].tolist()):
        if index.setdefault(folded(str(name)), position) != position:
            twice.add(folded(str(name)))
    for code, name in enumerate(lines.names):
        if folded(name) in twice:
            row = int(lines.rows[np.flatnonzero(lines.codes == code)[0]])
            findings.add(kinds.NAME_NOT_UNIQUE, (row, None), name)
    return [index.get(folded(name), -1) for name in lines.names]


def _report_lost(lines: Lines, lost: npt.NDArray[np.bool_], findings: Findings) -> None:
    hits = np.flatnonzero(lost)
    examples = list(dict.fromkeys(_example(lines, int(lines.codes[hit])) for hit in hits[:1000]))[:5]
    total = ShownMoney(int(lines.cents[hits].sum()), lines.currency or DEFAULT)
    details = {"count": len(hits), "total": total}
    findings.add(kinds.LINES_WITHOUT_ACCOUNT, (int(lines.rows[hits[0]]), None), ", ".join(examples), details)


def _example(lines: Lines, code: int) -> str:
    return lines.keys[code] or lines.names[code]


def _fiscal_years(
    days: npt.NDArray[np.datetime64], calendar: FiscalCalendar
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Return the fiscal year and the calendar month of each day."""
    month_numbers = days.astype("datetime64[M]").astype(np.int64)
    years, months = month_numbers // 12 + 1970, month_numbers % 12 + 1
    if calendar.start_month > 1:
        years = years + (months >= calendar.start_month)
    return years, months


def _months_by_year(years: npt.NDArray[np.int64], months: npt.NDArray[np.int64]) -> dict[int, frozenset[int]]:
    pairs = np.unique(years * 100 + months)
    return {
        int(year): frozenset(int(pair % 100) for pair in pairs if pair // 100 == year)
        for year in np.unique(pairs // 100)
    }


def _summed(
    positions: npt.NDArray[np.int64],
    years: npt.NDArray[np.int64],
    cents: npt.NDArray[np.int64],
    shape: tuple[int, tuple[FiscalYear, ...]],
) -> pd.DataFrame:
    count, known = shape
    first = known[0].year if known else 0
    sums = np.zeros((count, len(known)), dtype=np.int64)
    np.add.at(sums, (positions, years - first), cents)
    frame = pd.DataFrame({year.year: pd.array(sums[:, place], dtype="Int64") for place, year in enumerate(known)})
    for year in known:
        if year.state is YearState.MISSING:
            frame[year.year] = pd.array([pd.NA] * count, dtype="Int64")
    return frame.reindex(range(count))


def _within_12_months(days: npt.NDArray[np.datetime64], as_of: date | None) -> npt.NDArray[np.bool_]:
    if as_of is None:
        return np.zeros(len(days), dtype=bool)
    last = np.datetime64(as_of)
    month = last.astype("datetime64[M]") - 12
    days_before = min((last - last.astype("datetime64[M]")).astype(int), _length(month) - 1)
    first: np.datetime64 = month.astype("datetime64[D]") + days_before
    recent: npt.NDArray[np.bool_] = (days > first) & (days <= last)
    return recent


def _length(month: np.datetime64) -> int:
    return int(((month + 1).astype("datetime64[D]") - month.astype("datetime64[D]")).astype(int))
