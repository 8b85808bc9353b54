"""What the rep entered about accounts wins over the import; accounts missing in the export are added."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

import pandas as pd

from workbook.portfolio.model import MONEY_COLUMNS, TEXT_COLUMNS, FiscalYear, Portfolio, YearState, amount

Facts = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that the rep and the import see differently; None = unknown to the import."""

    account: str
    field: str
    imported: str | Decimal | None
    entered: str | Decimal


def with_facts(portfolio: Portfolio, facts: Facts) -> Portfolio:
    """Return the portfolio with what the rep entered: {account id: {field: value}}.

    Money is given in currency units (Decimal, int or "1234.56"); ``revenue_2025`` and ``margin_2025`` are fields too.
    None says nothing; unknown accounts are added at the end.
    """
    index = _extended(portfolio.accounts.index, facts)
    accounts = portfolio.accounts.reindex(index)
    revenue = _with_years(portfolio.revenue.reindex(index), "revenue", facts)
    margin = _with_years(portfolio.margin.reindex(index), "margin", facts)
    for account, fields in facts.items():
        for field, value in fields.items():
            if value is None:
                continue
            if field in TEXT_COLUMNS:
                accounts.at[account, field] = _text(value)
            elif field in MONEY_COLUMNS:
                accounts.at[account, field] = cents(value)
    accounts["name"] = accounts["name"].fillna(pd.Series(index, index=index, dtype=object))
    last = None if portfolio.last_12_months is None else portfolio.last_12_months.reindex(index)
    years = _with_new_years(portfolio.fiscal_years, revenue)
    return replace(
        portfolio, accounts=accounts, revenue=revenue, margin=margin, last_12_months=last, fiscal_years=years
    )


def facts_differences(portfolio: Portfolio, facts: Facts) -> tuple[Difference, ...]:
    """Return where the rep's entries replace another value of the import."""
    found = []
    for account, fields in facts.items():
        for field, value in fields.items():
            if value is None or account not in portfolio.accounts.index:
                continue
            imported, entered = _imported(portfolio, account, field), _entered(field, value)
            if imported is not None and imported != entered:
                found.append(Difference(account, field, imported, entered))
    return tuple(found)


def cents(value: Decimal | int | str) -> int:
    """Return an amount in currency units as whole cents.

    >>> cents("1234.565"), cents(3)
    (123457, 300)
    """
    try:
        exact = Decimal(str(value)) * 100
        return int(exact.to_integral_value("ROUND_HALF_UP"))
    except (InvalidOperation, ValueError, OverflowError) as error:
        raise ValueError(f"{value!r} is not an amount in currency units") from error


def _entered(field: str, value: Any) -> str | Decimal:
    return _text(value) if field in TEXT_COLUMNS else Decimal(cents(value)).scaleb(-2)


def _text(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _imported(portfolio: Portfolio, account: str, field: str) -> str | Decimal | None:
    if field in TEXT_COLUMNS:
        text: Any = portfolio.accounts.at[account, field]
        return None if pd.isna(text) else str(text)
    if field in MONEY_COLUMNS:
        return amount(portfolio.accounts.at[account, field])
    measure, year = _measure(field)
    frame = {"revenue": portfolio.revenue, "margin": portfolio.margin}.get(measure)
    return amount(frame.at[account, year]) if frame is not None and year in frame.columns else None


def _measure(field: str) -> tuple[str, int]:
    measure, _, year = field.rpartition("_")
    return (measure, int(year)) if year.isdecimal() else ("", 0)


def _extended(index: "pd.Index[str]", facts: Facts) -> "pd.Index[str]":
    new = [account for account, fields in facts.items() if account not in index and any(fields.values())]
    return pd.Index([*index, *new], name="id", dtype=object)


def _with_years(frame: pd.DataFrame, measure: str, facts: Facts) -> pd.DataFrame:
    frame = frame.astype("Int64")
    for account, fields in facts.items():
        for field, value in fields.items():
            known, year = _measure(field)
            if known == measure and value is not None:
                if year not in frame.columns:
                    frame[year] = pd.array([pd.NA] * len(frame), dtype="Int64")
                frame.at[account, year] = cents(value)
    return frame[sorted(frame.columns)]


def _with_new_years(years: tuple[FiscalYear, ...], revenue: pd.DataFrame) -> tuple[FiscalYear, ...]:
    """A year only the rep knows about is partial: nobody else's revenue is known in it."""
    known = {year.year: year for year in years}
    new = {int(year): FiscalYear(int(year), YearState.PARTIAL) for year in revenue.columns if int(year) not in known}
    return tuple(sorted((known | new).values(), key=lambda year: year.year))
