"""A portfolio survives as JSON, what the rep entered wins, problems are reported in a file."""

import csv
import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from workbook.portfolio import (
    Portfolio,
    ReadOptions,
    content_hash,
    facts_differences,
    group_problems,
    portfolio_from_document,
    portfolio_to_document,
    read_pasted,
    with_facts,
    write_problem_report,
)
from workbook.portfolio.model import YearState
from workbook.portfolio.report import report_path

TODAY = date(2026, 11, 23)
HEADER = "id;name;status;2024;2025;DB 2025;Gesamtbedarf"
ADLER, BEAR = "1;Adler;Kunde;5,55;;1;100", "2;Bär;;7;8;2;"


def portfolio(*rows: str) -> Portfolio:
    text = "\n".join((HEADER, *rows)) + "\n"
    return read_pasted(text, options=ReadOptions(), today=TODAY).require()


def test_document_is_json_and_comes_back() -> None:
    """Nothing is lost on the way through JSON: cents, unknowns, years, margins."""
    document = json.loads(json.dumps(portfolio_to_document(portfolio(ADLER, BEAR))))
    back = portfolio_from_document(document)
    assert portfolio_to_document(back) == document
    assert (back.revenue.loc["1", 2024], back.margin.loc["2", 2025]) == (555, 200)
    assert back.revenue.isna().loc["1", 2025]


def test_content_hash_does_not_see_row_order() -> None:
    """The same accounts in another order are the same content; another amount is not."""
    assert content_hash(portfolio(ADLER, BEAR)) == content_hash(portfolio(BEAR, ADLER))
    assert content_hash(portfolio(ADLER, BEAR)) != content_hash(portfolio(ADLER, BEAR.replace("8", "9")))


def test_facts_win() -> None:
    """What the rep entered replaces the import; None says nothing; the original stays as it was."""
    before = portfolio(ADLER, BEAR)
    after = with_facts(before, {"1": {"additional_potential": "250.50", "status": None, "name": "Adler AG"}})
    assert after.accounts.loc["1", "additional_potential"] == 25050
    assert after.accounts.loc["1", ["name", "status"]].tolist() == ["Adler AG", "customer"]
    assert before.accounts.loc["1", "name"] == "Adler"


def test_facts_add_accounts() -> None:
    """A prospect missing in the export is added, with unknown revenue."""
    after = with_facts(
        portfolio(ADLER), {"P1": {"name": "Ziel", "status": "prospect", "contract_end": date(2027, 3, 1)}}
    )
    assert after.accounts.loc["P1", ["name", "status", "contract_end"]].tolist() == ["Ziel", "prospect", "2027-03-01"]
    assert after.revenue.loc["P1"].isna().all()


def test_facts_carry_revenue() -> None:
    """A rep without any export enters revenue by hand; a year nobody else knows is partial."""
    after = with_facts(portfolio(ADLER), {"1": {"revenue_2025": Decimal("9.99"), "revenue_2023": 3}})
    assert after.revenue.loc["1"].tolist() == [300, 555, 999]
    assert after.fiscal_years[0].state is YearState.PARTIAL


def test_differences_are_shown() -> None:
    """Where the rep and the import disagree, both values are told; unknown to the import is no difference."""
    found = facts_differences(portfolio(ADLER), {"1": {"total_demand": "120", "additional_potential": "5"}})
    assert [(item.field, item.imported, item.entered) for item in found] == [
        ("total_demand", Decimal(100), Decimal(120))
    ]


def test_amounts_that_are_none_are_refused() -> None:
    """A fact is typed before it comes here; a text is a mistake of the caller."""
    with pytest.raises(ValueError, match="not an amount"):
        with_facts(portfolio(ADLER), {"1": {"total_demand": "much"}})


def test_report_holds_every_problem(tmp_path: Path) -> None:
    """All problems go to a CSV file beside the input; text that Excel would run is marked as text."""
    reading = read_pasted("id;name;2025\n1;Adler;=1+1\n2;Bär;~2\n", options=ReadOptions(), today=TODAY)
    path = report_path(tmp_path / "export.csv")
    assert path.name == "export.csv.problems.csv"
    write_problem_report(reading.problems, path)
    with path.open(encoding="utf-8-sig", newline="") as source:
        rows = list(csv.DictReader(source, delimiter=";"))
    assert [(row["row"], row["value"]) for row in rows] == [("2", "'=1+1"), ("3", "~2")]


def test_problems_are_grouped_for_the_screen() -> None:
    """Errors come first, each kind with its count, at most twenty problems in all."""
    rows = "".join(f"{number};Adler {number};~{number}\n" for number in range(1, 61))
    reading = read_pasted(f"id;name;2025;Annual Revenue\n{rows}", options=ReadOptions(), today=TODAY)
    groups = group_problems(reading.problems, limit=20)
    assert groups[0].code == "number_unreadable"
    assert groups[0].count == 60
    assert sum(len(group.shown) for group in groups) <= 20
