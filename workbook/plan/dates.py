"""Counting months and working days."""

from calendar import monthrange
from datetime import date, timedelta

SATURDAY = 5


def in_months(day: date, months: int) -> date:
    """Return the same day some months later, or the last day of a shorter month.

    >>> in_months(date(2026, 11, 30), 3)
    datetime.date(2027, 2, 28)
    """
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def in_working_days(day: date, days: int) -> date:
    """Return the day after ``days`` working days, Monday to Friday; holidays differ by place and are not known here.

    >>> in_working_days(date(2026, 11, 27), 1)
    datetime.date(2026, 11, 30)
    """
    while days > 0:
        day += timedelta(days=1)
        days -= day.weekday() < SATURDAY
    return day
