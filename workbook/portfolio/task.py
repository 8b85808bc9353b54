"""What a reading is asked for: the options, the day, and the calendar that follows from them."""

from dataclasses import dataclass
from datetime import date

from workbook.fiscal import FiscalCalendar
from workbook.portfolio.options import ReadOptions


@dataclass(frozen=True, slots=True)
class Task:
    """The options of one reading and the day it happens on."""

    options: ReadOptions
    today: date
    # The transactions are the only list there is: each account in them is taken once.
    from_lines: bool = False

    @property
    def calendar(self) -> FiscalCalendar:
        """The fiscal years of the company."""
        return FiscalCalendar(self.options.fiscal_year_start)
