"""The portfolio: a rep's accounts with their revenue per fiscal year, checked and typed.

Money in frames is whole cents (Int64, missing = NA), so sums are exact; `amount` turns one value into a Decimal.

Column vocabulary of ``accounts`` (index: account id, text):

==========================  ==================================================================
name                        name of the account
group_parent                the group it belongs to, as the export says
status                      "customer", "prospect", "former", or missing (then rule R1 decides)
industry, country, owner    text
incumbent_competitor        who supplies the account today
additional_potential        cents of revenue a year that could be won on top
total_demand                cents a year the account spends on what we offer
potential_source            where the potential comes from
potential_confidence        "confirmed", "assumed", "unknown"
contract_end                ISO date: end of the incumbent's contract
access                      text: who of us gets in there
own_turnover                text: the customer's own yearly turnover as the CRM says; never our revenue
last_order                  ISO date of the last order, as the export says
==========================  ==================================================================
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

import pandas as pd

TEXT_COLUMNS = (
    "name", "group_parent", "status", "industry", "country", "owner", "incumbent_competitor",
    "potential_source", "potential_confidence", "contract_end", "access", "own_turnover", "last_order",
)  # fmt: skip
MONEY_COLUMNS = ("additional_potential", "total_demand")
ACCOUNT_COLUMNS = TEXT_COLUMNS + MONEY_COLUMNS


class YearState(StrEnum):
    """Whether a fiscal year may be used (rule R1)."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    RUNNING = "running"
    FUTURE = "future"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """One fiscal year of the data and its state."""

    year: int
    state: YearState

    @property
    def complete(self) -> bool:
        """Whether the year may be a reference year."""
        return self.state is YearState.COMPLETE


@dataclass(frozen=True)
class Portfolio:
    """A rep's accounts.

    ``accounts`` has the columns of `ACCOUNT_COLUMNS`. ``revenue`` and ``margin`` have the same index and one Int64
    column of cents per fiscal year (int, ascending); ``margin`` may have no columns. ``last_12_months`` is a series of
    cents when transactions give it, else None. ``currency`` is an ISO code. No frame is ever changed in place.
    """

    accounts: pd.DataFrame
    revenue: pd.DataFrame
    margin: pd.DataFrame
    currency: str
    fiscal_years: tuple[FiscalYear, ...]
    last_12_months: "pd.Series[int] | None" = None
    as_of: date | None = None

    @property
    def complete_years(self) -> tuple[int, ...]:
        """The fiscal years that may be used, ascending."""
        return tuple(year.year for year in self.fiscal_years if year.complete)


def amount(cents: Any) -> Decimal | None:
    """Return one value of a money column as an amount in currency units, None if it is missing.

    >>> amount(123456), amount(pd.NA)
    (Decimal('1234.56'), None)
    """
    return None if pd.isna(cents) else Decimal(int(cents)).scaleb(-2)
