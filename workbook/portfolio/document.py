"""A portfolio as a JSON document: exact, and back again without loss."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from workbook.portfolio.model import MONEY_COLUMNS, TEXT_COLUMNS, FiscalYear, Portfolio, YearState

SCHEMA_VERSION = 1


def portfolio_to_document(portfolio: Portfolio) -> dict[str, Any]:
    """Return the portfolio as plain lists, texts and whole cents; None is unknown."""
    return {
        "schema_version": SCHEMA_VERSION,
        "currency": portfolio.currency,
        "as_of": portfolio.as_of.isoformat() if portfolio.as_of else None,
        "fiscal_years": [{"year": year.year, "state": str(year.state)} for year in portfolio.fiscal_years],
        "ids": [str(identity) for identity in portfolio.accounts.index],
        "accounts": {name: _plain(portfolio.accounts[name]) for name in (*TEXT_COLUMNS, *MONEY_COLUMNS)},
        "revenue": {str(year): _plain(portfolio.revenue[year]) for year in portfolio.revenue.columns},
        "margin": {str(year): _plain(portfolio.margin[year]) for year in portfolio.margin.columns},
        "last_12_months": None if portfolio.last_12_months is None else _plain(portfolio.last_12_months),
    }


def portfolio_from_document(document: Mapping[str, Any]) -> Portfolio:
    """Return the portfolio of a document."""
    index = pd.Index(document["ids"], name="id", dtype=object)
    accounts = {name: _texts(document["accounts"].get(name), index) for name in TEXT_COLUMNS}
    money = {name: _cents(document["accounts"].get(name), index) for name in MONEY_COLUMNS}
    last = document["last_12_months"]
    return Portfolio(
        accounts=pd.DataFrame({**accounts, **money}, index=index),
        revenue=_years(document["revenue"], index),
        margin=_years(document["margin"], index),
        currency=document["currency"],
        fiscal_years=tuple(FiscalYear(item["year"], YearState(item["state"])) for item in document["fiscal_years"]),
        last_12_months=None if last is None else _cents(last, index),
        as_of=date.fromisoformat(document["as_of"]) if document["as_of"] else None,
    )


def content_hash(portfolio: Portfolio) -> str:
    """Return a fingerprint of what the portfolio says, whatever the order of its rows."""
    order = sorted(range(len(portfolio.accounts)), key=lambda position: str(portfolio.accounts.index[position]))
    last = portfolio.last_12_months
    ordered = Portfolio(
        portfolio.accounts.iloc[order],
        portfolio.revenue.iloc[order],
        portfolio.margin.iloc[order],
        portfolio.currency,
        portfolio.fiscal_years,
        None if last is None else last.iloc[order],
        portfolio.as_of,
    )
    text = json.dumps(portfolio_to_document(ordered), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _plain(column: "pd.Series[Any]") -> list[Any]:
    return [None if pd.isna(value) else (value if isinstance(value, str) else int(value)) for value in column.tolist()]


def _texts(values: list[str | None] | None, index: "pd.Index[str]") -> "pd.Series[Any]":
    filled = [pd.NA if value is None else value for value in values or [None] * len(index)]
    return pd.Series(filled, index=index, dtype=object)


def _cents(values: list[int | None] | None, index: "pd.Index[str]") -> "pd.Series[Any]":
    return pd.Series(pd.array(values or [None] * len(index), dtype="Int64"), index=index)


def _years(document: Mapping[str, list[int | None]], index: "pd.Index[str]") -> pd.DataFrame:
    return pd.DataFrame({int(year): _cents(values, index) for year, values in document.items()}, index=index)
