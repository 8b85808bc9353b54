"""What can be wrong with a new export: explained in both languages, and nothing is changed without a yes."""

from datetime import date
from pathlib import Path

import pytest

from tests.review.exports import HEADER, Rows, changed, make_book, renumbered, rows, without, write
from workbook.book import Participant, Workbook, create_workbook, open_workbook
from workbook.book.importing import import_source
from workbook.book.quarters import continue_account, kept_plans
from workbook.cli import run
from workbook.plan.draft import Draft
from workbook.plan.year_plan import YearPlan
from workbook.portfolio import ReadOptions, portfolio_to_document, read_portfolio

FIRST, NEXT = date(2026, 11, 25), date(2027, 1, 12)
NINETEEN = [f"c{n:02}" for n in range(12, 31)]
STRANGE: dict[str, tuple[Rows, str, str]] = {
    "older": (
        changed(rows(), "c01", revenue_2025="10000"),
        "This export looks older than the last one: in 2025 it has less revenue than the last one.",
        "Dieser Export sieht älter aus als der letzte: 2025 hat er weniger Umsatz als der letzte.",
    ),
    "another currency": (
        {each: [*line[:-1], "CHF"] for each, line in rows().items()},
        "The amounts are in CHF; until now they were in EUR.",
        "Die Beträge sind in CHF; bisher waren sie in EUR.",
    ),
    "half missing": (
        without(rows(), *NINETEEN),
        "19 of your 32 accounts are not in this export.",
        "19 Ihrer 32 Kunden stehen nicht in diesem Export.",
    ),
    "other numbers": (
        renumbered(rows(), {each: f"X{each}" for each in rows()}),
        "Almost no account number is the same as before, but 32 of 32 names are.",
        "Kaum eine Kundennummer ist wie bisher, aber 32 von 32 Namen sind es.",
    ),
    "another rep's": (
        {f"X{n}": [f"Unknown {n}", *line[1:]] for n, line in enumerate(rows().values())},
        "This looks like the export of somebody else: only 0 of your 32 accounts are in it.",
        "Das sieht nach dem Export einer anderen Person aus: Nur 0 Ihrer 32 Kunden stehen darin.",
    ),
}


@pytest.fixture
def book(tmp_path: Path) -> Workbook:
    """Anna's workbook after the seminar."""
    return make_book(tmp_path / "anna", rows(), FIRST)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("what", STRANGE)
def test_a_strange_export_is_explained(
    what: str, language: str, book: Workbook, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit 2 and one sentence that says what is strange; not a byte of the workbook is another one."""
    content, english, german = STRANGE[what]
    before = (book.folder / "plan.db").read_bytes()
    monkeypatch.setenv("WORKBOOK_TODAY", NEXT.isoformat())
    export = write(book.folder.with_name("new.csv"), content)
    assert run(["review", str(book.folder), "--accounts", str(export), "--language", language]) == 2
    assert {"en": english, "de": german}[language] in capsys.readouterr().err
    assert (book.folder / "plan.db").read_bytes() == before
    assert open_workbook(folder=book.folder, today=NEXT).quarter == "2026Q4"


@pytest.mark.parametrize("row", [1, 17, 32])
def test_an_import_that_fails_at_a_row_changes_nothing(
    row: int, book: Workbook, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """F24: first, middle or last row; nothing is imported, and the row is named as a spreadsheet counts it."""
    account = list(rows())[row - 1]
    before = (book.folder / "plan.db").read_bytes()
    monkeypatch.setenv("WORKBOOK_TODAY", NEXT.isoformat())
    export = write(book.folder.with_name("new.csv"), changed(rows(), account, revenue_2025="viel"))
    assert run(["review", str(book.folder), "--accounts", str(export), "--yes"]) == 2
    assert f"row {row + 1}" in capsys.readouterr().err
    assert (book.folder / "plan.db").read_bytes() == before


def test_three_exports_vanished_renamed_and_merged(book: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """F26: one is gone, one has another name, two are merged into one; no plan is lost over two more exports."""
    for account in ("c05", "c06", "c07"):
        book.keeper(YearPlan, account_id=account).save(Draft(YearPlan(goal=f"Goal of {account}")))
    merged = without(changed(rows(), "c06", name="Esche SE"), "c05", "c07")
    second = _review(book, {**merged, "m1": rows()["c07"]}, monkeypatch, date(2027, 1, 12))
    assert kept_plans(second) == {"c05": "Erle AG", "c07": "Fichte AG"}
    continue_account(second, "c07", "m1")
    third = _review(
        second, changed(merged | {"m1": rows()["c07"]}, "c01", revenue_2025="130000"), monkeypatch, date(2027, 4, 2)
    )
    assert kept_plans(third) == {"c05": "Erle AG"}
    goals = [third.read(YearPlan, account_id=each).values.goal for each in ("c05", "c06", "m1")]
    assert goals == ["Goal of c05", "Goal of c06", "Goal of c07"]


def _review(book: Workbook, content: Rows, monkeypatch: pytest.MonkeyPatch, day: date) -> Workbook:
    monkeypatch.setenv("WORKBOOK_TODAY", day.isoformat())
    export = write(book.folder.with_name("new.csv"), content)
    assert run(["review", str(book.folder), "--accounts", str(export)]) == 0
    return open_workbook(folder=book.folder, today=day)


def test_a_column_without_a_year_is_asked_again_in_a_new_year(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """“Umsatz Vorjahr” was said to be 2025; in 2027 it is asked as 2026, and nothing is read as 2025 again."""
    header = HEADER.replace("revenue_2024,revenue_2025", "Umsatz Vorjahr")
    one_year = {each: [*line[:2], *line[3:]] for each, line in rows().items()}
    export, options = (
        write(tmp_path / "new.csv", one_year, header),
        ReadOptions(mapping={"revenue_2025": "Umsatz Vorjahr"}),
    )
    reading = read_portfolio(export, options=options, today=FIRST)
    anna = Participant(ref="anna2026", display_name="Anna", language="en", cohort_date=FIRST)
    create_workbook(tmp_path / "anna", anna, portfolio_to_document(reading.require()), import_source(reading))
    monkeypatch.setenv("WORKBOOK_TODAY", NEXT.isoformat())
    assert run(["review", str(tmp_path / "anna"), "--accounts", str(export), "--language", "en"]) == 2
    said = capsys.readouterr().err
    assert "Is the column “Umsatz Vorjahr” the field revenue_2026?" in said
