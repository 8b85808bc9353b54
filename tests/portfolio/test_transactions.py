"""Lines of invoices, orders and opportunities: joined, subtracted, left out, always named."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from workbook.portfolio import Reading, ReadOptions, read_portfolio
from workbook.portfolio.model import YearState

ACCOUNTS = "id,name\nA,Adler\nB,Bär\n"
TODAY = date(2026, 11, 23)


@pytest.fixture
def read(tmp_path: Path):
    def reading(lines: str, accounts: str = ACCOUNTS, **options: object) -> Reading:
        (tmp_path / "accounts.csv").write_text(accounts, encoding="utf-8")
        (tmp_path / "lines.csv").write_text(lines, encoding="utf-8")
        chosen = ReadOptions(**options)  # type: ignore[arg-type]
        return read_portfolio(tmp_path / "accounts.csv", tmp_path / "lines.csv", options=chosen, today=TODAY)

    return reading


def message(reading: Reading, code: str) -> str:
    return next(problem.message for problem in reading.problems if problem.code == code)


def revenue(reading: Reading, account: str, year: int) -> int:
    return int(reading.require().revenue.loc[account, year])


def test_returns_and_credits_subtract(read) -> None:
    """An S/4HANA credit (CR) and a negative amount are both subtracted, and the sum is said."""
    reading = read(
        "SoldToParty,CreationDate,TotalNetAmount,SalesOrderType\nA,2025-01-05,100.50,OR\nA,2025-12-06,30,CR\nA,2025-12-07,-5,OR\n"
    )
    assert revenue(reading, "A", 2025) == 6550
    assert "−€35.00" in message(reading, "lines_credited")


def test_codes_of_sap_are_codes_in_its_columns_only(read) -> None:
    """RE is a return in SAP's order type; under "Belegart" it may be a Rechnung, so the rep is asked."""
    told = read("Kunde;Datum;Betrag;Belegart\nAdler;05.01.2025;30,00;RE\nAdler;06.01.2025;4,00;GS\n", yes=True)
    assert revenue(told, "A", 2025) == 2600
    assert [problem.code for problem in told.problems if problem.severity == "question"] == ["line_kind_asked"]
    sap = read("SoldToParty,CreationDate,TotalNetAmount,SalesOrderType\nA,2025-01-05,30.00,RE\n")
    assert revenue(sap, "A", 2025) == -3000


def test_unknown_document_types_count_and_are_named(read) -> None:
    """Words nobody knows are told together, with how many lines they concern."""
    reading = read("Kunde;Datum;Betrag;Belegart\nAdler;05.01.2025;3,00;XY\nAdler;06.01.2025;4,00;Rechnung\n")
    assert revenue(reading, "A", 2025) == 700
    assert "counted as revenue: XY (lines: 1)" in message(reading, "line_kind_unknown")


def test_credit_may_stand_in_the_status(read) -> None:
    """An invoice list whose status says Gutschrift means money that went back."""
    reading = read("Kunde;Datum;Betrag;Status\nAdler;05.01.2025;30,00;bezahlt\nAdler;06.01.2025;4,00;Gutschrift\n")
    assert revenue(reading, "A", 2025) == 2600
    assert "line_state_asked" not in {problem.code for problem in reading.problems}


def test_cancelled_and_open_lines_are_left_out(read) -> None:
    """Cancelled and open lines count nothing and are named with their sums."""
    reading = read(
        "customer id,date,amount,status\nA,2025-01-05,100,paid\nA,2025-02-05,7,cancelled\nA,2025-12-05,9,draft\n"
    )
    assert revenue(reading, "A", 2025) == 10000
    assert "Cancelled lines were left out: 1, €7.00 in all" in message(reading, "lines_cancelled")
    assert "were left out: 1, €9.00 in all" in message(reading, "lines_open")


def test_won_opportunities(read) -> None:
    """Of Salesforce opportunities only the won ones are revenue."""
    reading = read(
        "AccountId,CloseDate,Amount,IsWon,StageName\nA,2025-01-05,100,true,Closed Won\nA,2025-12-05,5,false,Lost\n"
    )
    assert revenue(reading, "A", 2025) == 10000


def test_open_and_lost_deals_need_no_date(read) -> None:
    """Pipedrive knows the day on which a deal was won; the others have none and are left out."""
    reading = read(
        "Deal - Organization,Deal - Value,Deal - Status,Deal - Won time\n"
        "Adler,100.00,Won,2025-01-05\nAdler,7.00,Lost,\nAdler,9.00,Open,\n",
        preset="pipedrive",
    )
    assert revenue(reading, "A", 2025) == 10000


def test_unknown_state_counts_and_is_asked(read) -> None:
    """A status nobody knows does not make revenue disappear, and no open deal becomes revenue without a yes."""
    reading = read("customer id,date,amount,status\nA,2025-01-05,100,zebra\nA,2025-02-05,1,gnu\n", yes=True)
    assert revenue(reading, "A", 2025) == 10100
    assert "words that are not known: zebra, gnu." in message(reading, "line_state_asked")
    assert [problem.code for problem in reading.problems if problem.severity == "question"] == ["line_state_asked"]


def test_stages_of_a_german_pipeline(read) -> None:
    """Only the deal that is won counts, without a question."""
    stages = ("Termin vereinbart", "Vertrag gesendet", "Abgeschlossen und gewonnen", "Abgeschlossen und verloren")
    lines = "".join(f"Adler,{10**place}.00,{stage},2025-01-05\n" for place, stage in enumerate(stages))
    reading = read(f"Associated Company,Betrag,Deal-Phase,Abschlussdatum\n{lines}", preset="hubspot")
    assert revenue(reading, "A", 2025) == 10000


@pytest.mark.parametrize(
    ("preset", "header"),
    [
        ("salesforce", "Account-Name;Betrag;Phase;Schlusstermin"),
        ("dynamics365", "Potenzieller Kunde;Tatsächlicher Umsatz;Status;Tatsächliches Abschlussdatum"),
    ],
)
def test_german_deals_of_a_crm(read, preset: str, header: str) -> None:
    """A German interface exports German names of columns; the deal that is lost does not count."""
    lines = "Adler;1.000,00;Geschlossen und gewonnen;05.01.2025\nAdler;7,00;Geschlossen/Verloren;06.01.2025\n"
    assert revenue(read(f"{header}\n{lines}", preset=preset), "A", 2025) == 100000


def test_join_by_name(read) -> None:
    """Without ids, lines are joined by name; capitals and blanks do not matter."""
    reading = read("Kunde;Datum;Betrag\n adler ;05.01.2025;100\nZebra;06.01.2025;7\n")
    assert revenue(reading, "A", 2025) == 10000
    assert next(p.value for p in reading.problems if p.code == "lines_without_account") == "Zebra"


def test_names_that_are_not_unique_are_refused(read) -> None:
    """Two accounts of one name cannot be told apart by name."""
    reading = read("Kunde;Datum;Betrag\nAdler;05.01.2025;100\n", accounts="id;name\nA;Adler\nB;adler\n")
    assert "name_not_unique" in {problem.code for problem in reading.problems}


def test_nothing_joined_is_an_error(read) -> None:
    """When no line finds an account, the two kinds of id are shown side by side."""
    reading = read("customer id,date,amount\n0001,2025-01-05,100\n")
    assert "0001" in message(reading, "nothing_joined")
    assert not reading.ok


def test_salesforce_ids_of_15_characters_find_18(read) -> None:
    """Reports give 15 characters, exports 18: it is the same account."""
    reading = read(
        "AccountId,date,amount\n001x0000002xLCV,2025-01-05,100\n", accounts="id,name\n001x0000002xLCVAA2,Adler\n"
    )
    assert revenue(reading, "001x0000002xLCVAA2", 2025) == 10000


def test_fiscal_years(read) -> None:
    """With a fiscal year from July, August 2024 belongs to 2025."""
    reading = read("customer id,date,amount\nA,2024-07-05,1\nA,2025-06-30,2\nA,2025-08-01,4\n", fiscal_year_start=7)
    assert revenue(reading, "A", 2025) == 300
    assert [(year.year, year.state) for year in reading.fiscal_years] == [
        (2025, YearState.COMPLETE),
        (2026, YearState.PARTIAL),
    ]


def test_partial_missing_running_and_future_years_are_named(read) -> None:
    """2022 has no December, 2023 nothing, 2026 runs, 2027 has not begun."""
    days = (
        "2022-01-05",
        "2022-11-05",
        "2024-01-01",
        "2024-12-31",
        "2025-01-01",
        "2025-12-01",
        "2026-01-01",
        "2027-02-01",
    )
    reading = read("customer id,date,amount\n" + "".join(f"A,{day},1\n" for day in days))
    states = [str(year.state) for year in reading.fiscal_years]
    assert states == ["partial", "missing", "complete", "complete", "running", "future"]
    named = {problem.code: problem.value for problem in reading.problems if problem.code.startswith("year_")}
    assert named == {"year_partial": "2022", "year_missing": "2023", "year_running": "2026", "year_future": "2027"}


def test_no_lines_in_a_covered_year_is_zero_and_in_a_missing_year_unknown(read) -> None:
    """An account that ordered nothing has revenue 0; what a missing year held nobody knows."""
    reading = read("customer id,date,amount\nA,2023-01-01,1\nA,2025-01-01,1\n")
    values = reading.require().revenue.loc["B"]
    assert values[2023] == 0
    assert values.isna()[2024]


def test_last_12_months(read) -> None:
    """The last twelve months end with the last line; a line a year before it is outside."""
    reading = read("customer id,date,amount\nA,2025-03-31,1\nA,2025-04-01,2\nA,2026-03-31,4\n")
    portfolio = reading.require()
    assert portfolio.as_of == date(2026, 3, 31)
    assert portfolio.last_12_months["A"] == 600


def test_sap_codes(read) -> None:
    """SAP's lifecycle letters count in their own column only: X is cancelled, I open, C closed."""
    rows = ("PARTNERID;CREATEDAT;NETAMOUNT;CURRENCY;LIFECYCLESTATUS", "A;20250101;3142,13;USD;C")
    lines = "\n".join((*rows, "A;20250102;1;USD;X", "A;20250103;2;USD;I", ""))
    reading = read(lines)
    assert (revenue(reading, "A", 2025), reading.currency) == (314213, "USD")


def test_several_currencies_are_refused(read) -> None:
    """Euros and dollars are never added."""
    reading = read("customer id,date,amount,currency\nA,2025-01-01,1,EUR\nA,2025-01-02,1,USD\n")
    assert "several_currencies" in {problem.code for problem in reading.problems}


def test_mapping_of_transactions(read) -> None:
    """Columns of the transactions are named with their prefix."""
    reading = read(
        "wer,date,was\nA,2025-01-01,5.50\n", mapping={"transactions.id": "wer", "transactions.amount": "was"}
    )
    assert revenue(reading, "A", 2025) == 550


def test_missing_columns_are_named(read) -> None:
    """A file without dates is no list of transactions."""
    reading = read("customer id,amount\nA,5\n")
    assert {(p.code, p.place.file) for p in reading.problems} == {("field_missing", "lines.csv")}


def test_list_of_transactions_is_no_list_of_accounts(tmp_path: Path) -> None:
    """One clear sentence instead of an error for each repeated id."""
    path = tmp_path / "invoices.csv"
    path.write_text("customer id,customer name,date,amount\nA,Adler,2025-01-05,1\nA,Adler,2025-12-05,2\n")
    reading = read_portfolio(path, options=ReadOptions(), today=TODAY)
    assert [problem.code for problem in reading.problems] == ["lines_not_accounts"]


def test_transactions_alone_are_enough(tmp_path: Path) -> None:
    """Given as both files, an invoice list yields each account in it once."""
    path = tmp_path / "invoices.csv"
    path.write_text(
        "customer id,customer name,date,amount\nA,Adler,2025-01-05,1\nB,Bär,2025-01-06,4\nA,Adler,2025-12-05,2\n"
    )
    portfolio = read_portfolio(path, path, options=ReadOptions(), today=TODAY).require()
    assert portfolio.accounts["name"].tolist() == ["Adler", "Bär"]
    assert portfolio.revenue[2025].tolist() == [300, 400]


def test_list_of_transactions_by_name_is_seen(tmp_path: Path) -> None:
    """Without numbers the repeated names show that these are lines; no missing number is complained about."""
    path = tmp_path / "lines.csv"
    path.write_text("Datum;Kunde;Umsatz\n01.01.2025;Adler;5\n31.12.2025;Adler;6\n", encoding="utf-8")
    reading = read_portfolio(path, options=ReadOptions(), today=TODAY)
    assert [problem.code for problem in reading.problems] == ["lines_not_accounts"]


def test_transactions_alone_need_no_number(tmp_path: Path) -> None:
    """Given as both files, a list with names only yields each of them once; the name is the number."""
    path = tmp_path / "lines.csv"
    path.write_text("Datum;Kunde;Umsatz\n01.01.2025;Adler;5\n31.12.2025;Adler;6\n31.12.2025;Bär;7\n", encoding="utf-8")
    reading = read_portfolio(path, path, options=ReadOptions(), today=TODAY)
    assert (revenue(reading, "Adler", 2025), revenue(reading, "Bär", 2025)) == (1100, 700)
    assert reading.columns == {"Datum": None, "Kunde": "name", "Umsatz": None}


def _invoices(path: Path, *sheets: str) -> Path:
    book = Workbook()
    for name in sheets:
        sheet = book.create_sheet(name)
        for row in (("customer id", "date", "amount"), ("A", date(2025, 1, 5), 100.5), ("A", date(2025, 12, 6), -0.5)):
            sheet.append(row)
    del book["Sheet"]
    book.save(path)
    return path


@pytest.mark.parametrize("sheet", [None, "Rechnungen"])
def test_transactions_from_excel(tmp_path: Path, sheet: str | None) -> None:
    """Dates and amounts are read as Excel stores them; of several sheets one is asked for or named."""
    (tmp_path / "accounts.csv").write_text(ACCOUNTS, encoding="utf-8")
    lines = _invoices(tmp_path / "lines.xlsx", "Rechnungen", *(["Alt"] if sheet else []))
    options = ReadOptions(transactions_sheet=sheet)
    reading = read_portfolio(tmp_path / "accounts.csv", lines, options=options, today=TODAY)
    assert revenue(reading, "A", 2025) == 10000


def test_sheet_of_the_transactions_is_asked(tmp_path: Path) -> None:
    """The question names the option that answers it."""
    (tmp_path / "accounts.csv").write_text(ACCOUNTS, encoding="utf-8")
    lines = _invoices(tmp_path / "lines.xlsx", "Neu", "Alt")
    reading = read_portfolio(tmp_path / "accounts.csv", lines, options=ReadOptions(), today=TODAY)
    assert [problem.code for problem in reading.questions] == ["sheet_asked"]
    assert "--transactions-sheet" in reading.questions[0].what_to_do
