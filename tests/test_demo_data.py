"""The demo data is invented, believable and always the same."""

import csv
import tomllib
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tools.demo_accounts import REPS, YEARS, Company, Rep, make_companies
from tools.demo_invoices import make_lines
from tools.make_demo_data import ACCOUNT_FILES, TARGET, TRANSACTION_FILES, make_cohort
from workbook.errors import Severity
from workbook.portfolio import Reading, ReadOptions, read_portfolio
from workbook.portfolio.model import amount

EVERY_REP = pytest.mark.parametrize("rep", REPS, ids=lambda rep: rep.slug)


def _customers(rep: Rep) -> list[Company]:
    return [company for company in make_companies(rep) if company.is_customer]


def _reading(rep: Rep) -> Reading:
    lines = TRANSACTION_FILES[REPS.index(rep)]
    return read_portfolio(
        TARGET / ACCOUNT_FILES[REPS.index(rep)],
        TARGET / lines if lines else None,
        options=ReadOptions(),
        today=date(2026, 11, 23),
    )


def _contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_generator_reproduces_the_kept_files(tmp_path: Path) -> None:
    """Running the generator again writes the same bytes."""
    make_cohort(tmp_path)
    assert _contents(tmp_path) == _contents(TARGET)


def test_roster_names_files_that_exist() -> None:
    """Every participant has a file of accounts and a ref of our form."""
    with (TARGET / "roster.csv").open(encoding="utf-8", newline="") as lines:
        people = list(csv.DictReader(lines))
    assert [person["language"] for person in people] == ["de", "en", "de"]
    assert all((TARGET / person["accounts"]).is_file() for person in people)
    assert all(person["ref"].isalnum() and 8 <= len(person["ref"]) <= 32 for person in people)


def test_cohort_begins_in_november() -> None:
    """cohort.toml carries what a cohort needs."""
    cohort = tomllib.loads((TARGET / "cohort.toml").read_text(encoding="utf-8"))
    assert sorted(cohort) == ["date", "fiscal_year_start", "id", "language", "title", "trainer"]


@EVERY_REP
def test_portfolio_has_a_believable_size_and_shape(rep: Rep) -> None:
    """52 to 80 accounts, 4 to 6 prospects, a few former customers, ids and names unique."""
    companies = make_companies(rep)
    marks = Counter(company.mark for company in companies)
    assert 52 <= len(companies) <= 80
    assert 4 <= marks["P"] <= 6
    assert 2 <= marks["F"] <= 3
    assert len({c.id for c in companies}) == len({c.name for c in companies}) == len(companies)


@EVERY_REP
def test_revenue_is_concentrated(rep: Rep) -> None:
    """A fifth of the customers brings between half and four fifths of the revenue."""
    revenue = sorted((customer.revenue[2025] for customer in _customers(rep)), reverse=True)
    share = sum(revenue[: len(revenue) // 5]) / sum(revenue)
    assert Decimal("0.5") < share < Decimal("0.8")


@EVERY_REP
def test_some_things_are_unknown(rep: Rep) -> None:
    """Some potentials and at least one incumbent are not known."""
    companies = make_companies(rep)
    assert 2 <= sum(company.potential is None for company in companies) <= 16
    assert any(company.mark == "P" and not company.competitor for company in companies)
    assert any(company.mark == "P" and company.competitor and company.potential for company in companies)


@EVERY_REP
def test_no_ties_for_the_mandatory_places(rep: Rep) -> None:
    """One customer has the largest revenue, one the largest potential, one prospect the largest potential."""
    companies = make_companies(rep)
    for group in (_customers(rep), [company for company in companies if company.mark == "P"]):
        first, second = sorted((c.potential for c in group if c.potential is not None), reverse=True)[:2]
        assert first > second


def test_group_is_larger_than_the_largest_customer() -> None:
    """The companies of the Varnholt group together pass the largest single customer."""
    customers = _customers(REPS[0])
    group = sum(customer.revenue[2025] for customer in customers if customer.group == "Varnholt-Gruppe")
    assert group > max(customer.revenue[2025] for customer in customers)


def test_one_customer_leads_by_revenue_and_potential() -> None:
    """In the English list one customer is the largest in both respects (rule R5)."""
    customers = _customers(REPS[1])
    largest = max(customers, key=lambda customer: customer.revenue[2025])
    assert largest == max(customers, key=lambda customer: customer.potential or 0)


def test_invoice_lines_sum_to_the_revenue_of_each_year() -> None:
    """Lines of a year add up to the cent, credit notes included; 2026 runs until October."""
    companies = make_companies(REPS[2])
    lines = make_lines(companies)
    for year in YEARS:
        expected = sum(company.revenue.get(year, Decimal(0)) for company in companies)
        assert sum(amount for day, *_, amount in lines if day.year == year) == expected
    assert max(day for day, *_ in lines).isoformat() == "2026-10-30"
    assert any(amount < 0 for *_, amount in lines)


def test_every_column_is_documented() -> None:
    """data/README.md names every column of every file."""
    text = (TARGET.parent / "README.md").read_text(encoding="utf-8")
    for name in (ACCOUNT_FILES[0], ACCOUNT_FILES[2], TRANSACTION_FILES[2]):
        header = (TARGET / name).read_text(encoding="utf-8-sig").splitlines()[0].split(";")
        assert [column for column in header if f"`{column}`" not in text and not column[-1].isdigit()] == []


@EVERY_REP
def test_reading_asks_nothing(rep: Rep) -> None:
    """Every list is read whole, without an error or a question, and every account keeps its id."""
    reading = _reading(rep)
    assert [problem.code for problem in reading.problems if problem.severity is not Severity.WARNING] == []
    assert list(reading.require().accounts.index) == [company.id for company in make_companies(rep)]


@EVERY_REP
def test_revenue_is_read_to_the_cent(rep: Rep) -> None:
    """The revenue of 2025 that is read is the revenue that was made up."""
    expected = sum(company.revenue.get(2025, Decimal(0)) for company in make_companies(rep))
    assert amount(_reading(rep).require().revenue[2025].sum()) == expected


def test_running_year_is_not_complete() -> None:
    """2022 to 2025 are complete; the invoice lines of 2026 make a running year."""
    years = {year.year: year.complete for year in _reading(REPS[2]).require().fiscal_years}
    assert years == {2022: True, 2023: True, 2024: True, 2025: True, 2026: False}
