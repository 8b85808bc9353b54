"""The traps of CRM exports: columns that look like ours and are not."""

from datetime import date

import pytest

from workbook.portfolio import Reading, ReadOptions, read_pasted


def read(header: str, *rows: str, **options: object) -> Reading:
    text = "\n".join((header, *rows)) + "\n"
    return read_pasted(text, options=ReadOptions(**options), today=date(2026, 11, 23))  # type: ignore[arg-type]


def said(reading: Reading) -> dict[str, str]:
    return {problem.code: problem.message for problem in reading.problems}


@pytest.mark.parametrize(
    "header", ["Annual Revenue", "AnnualRevenue", "ANNUALREVENUE", "Annual Revenue:", "Jahresumsatz"]
)
def test_annual_revenue_is_never_ours(header: str) -> None:
    """The customer's own turnover becomes a fact about the company, and the message says why."""
    reading = read(f"Id;Name;{header};Umsatz 2025", "1;Adler;84800000000;5")
    assert reading.columns[header.rstrip(":") if ":" not in header else header] == "own_turnover"
    assert "own turnover" in said(reading)["annual_revenue_not_ours"]
    assert reading.require().accounts.loc["1", "own_turnover"] == "84800000000"


def test_annual_revenue_alone_is_no_revenue() -> None:
    """A Salesforce account export without anything else has no revenue at all."""
    reading = read("Account ID;Account Name;Annual Revenue", "1;Adler;8.48E10")
    assert set(said(reading)) == {"annual_revenue_not_ours", "no_revenue"}


def test_dynamics_revenue_is_the_customers_turnover() -> None:
    """With the Dynamics preset the logical name "revenue" is a trap too."""
    reading = read("accountid;name;revenue", "1;Adler;500", preset="dynamics365")
    assert reading.columns["revenue"] == "own_turnover"
    assert not reading.ok


@pytest.mark.parametrize("header", ["Potential Customer", "Potentials", "Potential Name"])
def test_opportunities_are_no_potential(header: str) -> None:
    """Dynamics' and Zoho's "potentials" are opportunities; they are named and not used."""
    reading = read(f"Id;Name;{header};2025", "1;Adler;7;5")
    assert reading.columns[header] is None
    assert "no_potential" in said(reading)


def test_potential_alone_is_asked() -> None:
    """The word "Potenzial" could be the whole or the additional one, so the reading is shown and asked."""
    reading = read("Id;Name;Potenzial;2025", "1;Adler;7000;5")
    assert [problem.code for problem in reading.questions] == ["mapping_asked"]


@pytest.mark.parametrize(
    "header", ["Potenzial [T€]", "Potenzial in TEUR", "Potential (k€)", "Umsatzpotenzial p. a. T€"]
)
def test_potential_with_a_unit_is_asked_too(header: str) -> None:
    """Unit and "a year" do not hide the word; the amount is in thousands."""
    reading = read(f"Id;Name;{header};2025", "1;Adler;7,5;5", yes=True)
    assert [problem.code for problem in reading.problems if problem.severity == "question"] == ["mapping_asked"]
    assert reading.require().accounts.loc["1", "additional_potential"] == 750_000


def test_potential_as_a_class_is_left_alone() -> None:
    """A/B/C potentials are no amounts; the column is not proposed."""
    reading = read("Id;Name;Potenzial;2025", "1;Adler;A;5", "2;Bär;B;6")
    assert reading.columns["Potenzial"] is None
    assert reading.require().accounts["additional_potential"].isna().all()


def test_kunde_as_a_flag_is_no_name() -> None:
    """A column "Kunde" with Ja and Nein is a flag; the name is taken from "Firma"."""
    reading = read("Kunde;Kundennummer;Firma;Umsatz 2025", "Ja;1;Adler;5", "Nein;2;Bär;6")
    assert reading.columns["Kunde"] is None
    assert reading.require().accounts["name"].tolist() == ["Adler", "Bär"]
    assert "flag_not_name" in said(reading)


def test_kunde_as_a_flag_alone_leaves_the_name_missing() -> None:
    """A flag never stands in for the name."""
    assert "field_missing" in said(read("Kunde;Kundennummer;Umsatz 2025", "Ja;1;5"))


def test_kunde_as_a_name_is_a_name() -> None:
    """In a plain list "Kunde" is the name."""
    reading = read("Kundennummer;Kunde;Umsatz 2025", "1;Adler;5")
    assert reading.require().accounts.loc["1", "name"] == "Adler"


@pytest.mark.parametrize("owner", ["005x0000000fNSiAAM", "17", "3f2504e0-4f89-11d3-9a0c-0305e82c3301"])
def test_owner_ids_are_named(owner: str) -> None:
    """Owner ids are no names: this is said."""
    assert "owner_is_id" in said(read("Id;Name;OwnerId;2025", f"1;Adler;{owner};5"))


def test_kunden_nr_is_the_number() -> None:
    """The word "Kunden-Nr" is nearer to "Kunde" in letters, but it is the number."""
    reading = read("Kunden-Nr;Kunde;Umsatz 2025", "1;Adler;5")
    assert reading.columns == {"Kunden-Nr": "id", "Kunde": "name", "Umsatz 2025": "revenue_2025"}


def test_plans_are_no_revenue() -> None:
    """Plan, budget and growth columns with a year are not revenue."""
    reading = read("Id;Name;Umsatz 2025;Plan 2026;Budget 2026;Wachstum 2025", "1;Adler;5;9;9;10%")
    assert [reading.columns[name] for name in ("Plan 2026", "Budget 2026", "Wachstum 2025")] == [None, None, None]


def test_total_over_all_years_is_no_revenue() -> None:
    """Odoo's total_invoiced has no year."""
    reading = read("id;name;total_invoiced", "1;Adler;500")
    assert set(said(reading)) == {"lifetime_total", "no_revenue"}


def test_deleted_records_are_dropped() -> None:
    """Rows that Salesforce marks as deleted are no accounts."""
    reading = read("Id;IsDeleted;Name;2025", "1;false;Adler;5", "2;true;Bär;6")
    assert reading.require().accounts.index.tolist() == ["1"]
    assert (reading.rows_read, reading.rows_accepted, reading.rows_rejected) == (2, 1, 1)


@pytest.mark.parametrize(
    ("preset", "header"),
    [
        ("hubspot", "Record ID;Company name;Lifecycle Stage;Country/Region;Company owner;Umsatz 2025"),
        (
            "pipedrive",
            "Organization - ID;Organization - Name;Organization - Labels;Organization - Address - Country;"
            "Organization - Owner;2025",
        ),
        ("suitecrm", "ID;Name;Type;Billing Country;Assigned User Name;Revenue 2025"),
        ("zoho", "Record Id;Account Name;Account Type;Billing Country;Account Owner;Revenue 2025"),
        (
            "dynamics365",
            "(Do Not Modify) Account;Account Name;Relationship Type;Address 1: Country/Region;Owner;Revenue 2025",
        ),
        ("sap", "KUNNR;NAME1;Status;LAND1;Betreuer;Umsatz 2025"),
        ("salesforce", "Account ID;Account Name;Type;Billing Country;Account Owner;Revenue 2025"),
    ],
)
def test_presets(preset: str, header: str) -> None:
    """Each CRM's export maps to the same fields."""
    reading = read(header, "1;Adler;Customer;DE;Eva;5", preset=preset)
    assert list(reading.columns.values()) == ["id", "name", "status", "country", "owner", "revenue_2025"]
    assert reading.require().accounts.loc["1", "status"] == "customer"


def test_unknown_preset() -> None:
    """A preset that does not exist is one sentence with the names that do."""
    assert "salesforce" in next(p for p in read("id;name", "1;A", preset="sales").problems).what_to_do


@pytest.mark.parametrize("header", ["DB % 2025", "Marge 2025 in %", "Margin% 2025"])
def test_margin_in_per_cent_is_no_money(header: str) -> None:
    """25 % would become 25 euros; the column is left alone, and the margin in money beside it is used."""
    reading = read(f"Id;Name;2025;{header};DB 2025", "1;Adler;100;25;30")
    assert (reading.columns[header], reading.columns["DB 2025"]) == (None, "margin_2025")
    assert reading.ok


def test_year_of_two_digits_is_suggested() -> None:
    """The header "Umsatz 25" is not taken for 2025 by itself, but the way to use it is told."""
    reading = read("Id;Name;Umsatz 24;Umsatz 25", "1;Adler;5;6")
    assert [problem.code for problem in reading.problems] == ["header_similar", "header_similar", "no_revenue"]
    assert "resembles revenue_2024" in next(str(problem) for problem in reading.problems)


def test_block_without_a_header_is_told() -> None:
    """The first account would be lost as a header, so that is said before anything else."""
    first, *others = read("Adler;Prospect", "Bär;Prospect").problems
    assert (first.code, first.place.row, first.value) == ("header_unknown", 1, "Adler, Prospect")
    assert {each.code for each in others} == {"field_missing"}


def test_list_without_numbers_can_use_its_names() -> None:
    """The message says how, and what it says works."""
    refused = read("Firma;2025", "Adler;5", "Bär;6")
    assert '--map "id=Firma"' in next(str(problem) for problem in refused.problems)
    accounts = read("Firma;2025", "Adler;5", "Bär;6", mapping={"id": "Firma"}).require().accounts
    assert accounts["name"].to_dict() == {"Adler": "Adler", "Bär": "Bär"}
