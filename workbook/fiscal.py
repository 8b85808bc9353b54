"""Fiscal years and quarters: named after the calendar year in which the fiscal year ends."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class FiscalCalendar:
    """A fiscal year that begins on the first day of ``start_month`` (1 = the calendar year).

    >>> july = FiscalCalendar(7)
    >>> july.year_of(date(2026, 8, 1)), july.quarter_of(date(2026, 8, 1))
    (2027, '2027Q1')
    >>> july.first_day(2027), july.last_day(2027)
    (datetime.date(2026, 7, 1), datetime.date(2027, 6, 30))
    """

    start_month: int = 1

    def __post_init__(self) -> None:
        if not 1 <= self.start_month <= 12:
            raise ValueError(f"start_month must be 1 to 12, not {self.start_month}")

    def year_of(self, when: date) -> int:
        """Return the fiscal year of a day."""
        return when.year + (self.start_month > 1 and when.month >= self.start_month)

    def quarter_of(self, when: date) -> str:
        """Return the fiscal quarter of a day as YYYYQn."""
        return f"{self.year_of(when)}Q{(when.month - self.start_month) % 12 // 3 + 1}"

    def first_day(self, year: int) -> date:
        """Return the day a fiscal year begins."""
        return date(year - (self.start_month > 1), self.start_month, 1)

    def last_day(self, year: int) -> date:
        """Return the day a fiscal year ends."""
        return self.first_day(year + 1) - timedelta(days=1)

    def first_day_of_quarter(self, quarter: str) -> date:
        """Return the first day of a quarter.

        >>> FiscalCalendar(7).first_day_of_quarter("2027Q3")
        datetime.date(2027, 1, 1)
        """
        first = self.first_day(int(quarter[:4]))
        months = first.month - 1 + 3 * (int(quarter[5]) - 1)
        return date(first.year + months // 12, months % 12 + 1, 1)

    def last_day_of_quarter(self, quarter: str) -> date:
        """Return the last day of a quarter.

        >>> FiscalCalendar(7).last_day_of_quarter("2027Q1")
        datetime.date(2026, 9, 30)
        """
        return self.first_day_of_quarter(next_quarter(quarter)) - timedelta(days=1)

    def has_ended(self, year: int, today: date) -> bool:
        """Return whether a fiscal year ended before ``today``."""
        return self.last_day(year) < today

    def months_of(self, year: int) -> tuple[int, int]:
        """Return the first and the last calendar month of a fiscal year."""
        return self.start_month, (self.start_month + 10) % 12 + 1


def quarters_between(first: str, last: str) -> int:
    """Return how many quarters ``last`` comes after ``first``.

    >>> quarters_between("2026Q4", "2027Q3")
    3
    """
    return (int(last[:4]) - int(first[:4])) * 4 + int(last[5]) - int(first[5])


def next_quarter(quarter: str) -> str:
    """Return the quarter after ``quarter``.

    >>> next_quarter("2026Q4")
    '2027Q1'
    """
    year, number = int(quarter[:4]), int(quarter[5])
    return f"{year + number // 4}Q{number % 4 + 1}"
