"""The 96 bad inputs: each one says exactly what it has to say, at the right row and column, in both languages."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from tests.faults import excel, files, hostile, text, values
from tests.faults.case import Case
from workbook.errors import Severity
from workbook.i18n import speaking
from workbook.portfolio import Reading, ReadOptions, read_portfolio
from workbook.portfolio.model import amount

CORPUS = (*files.CASES, *text.CASES, *values.CASES, *excel.CASES, *hostile.CASES)
ALL_96 = {"A": 16, "B": 10, "C": 14, "D": 10, "E": 8, "F": 14, "G": 8, "H": 12, "I": 4}
EVERY_CASE = pytest.mark.parametrize("case", CORPUS, ids=lambda case: f"{case.number} {case.title}")
Readings = Callable[[Case], Reading]
_SEVERITIES = {Severity.ERROR: "E", Severity.QUESTION: "Q", Severity.WARNING: "W"}


@pytest.fixture(scope="module")
def readings(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Case], Reading]:
    """Read each case once for all tests of this module."""
    return cache(lambda case: _read(case, tmp_path_factory.mktemp("case")))


def _read(case: Case, folder: Path) -> Reading:
    accounts, lines = case.make(folder)
    return read_portfolio(accounts, lines, options=ReadOptions(**case.options), today=date(2026, 11, 23))


def _said(reading: Reading) -> list[tuple[str, str, int | None, str | None]]:
    return [
        (_SEVERITIES[problem.severity], problem.code, problem.place.row, problem.place.column_letter)
        for problem in reading.problems
    ]


@EVERY_CASE
def test_case(case: Case, readings: Readings) -> None:
    """Exactly the expected problems are said, and nothing is imported when one of them is an error."""
    reading = readings(case)
    assert sorted(_said(reading), key=str) == sorted(case.problems, key=str)
    assert (len(reading.portfolio.accounts) if reading.portfolio else None) == case.accounts
    for identity, cents in case.revenue.items():
        found = amount(reading.portfolio.revenue.loc[identity, 2025])
        assert found == (None if cents is None else Decimal(cents) / 100)
    for identity, facts in case.facts.items():
        assert reading.portfolio.accounts.loc[identity, list(facts)].to_dict() == facts


@EVERY_CASE
def test_words(case: Case, readings: Readings) -> None:
    """What the rep has to know is in the message: limits, both rows, samples, the closest name, the reading."""
    with speaking("en"):
        said = " ".join(f"{problem.message} {problem.what_to_do}" for problem in readings(case).problems)
    assert [words for words in case.says if words not in said] == []


@EVERY_CASE
@pytest.mark.parametrize("language", ["de", "en"])
def test_messages(case: Case, language: str, readings: Readings) -> None:
    """Every message can be said in both languages, has no open placeholder and says what to do."""
    with speaking(language):
        for problem in readings(case).problems:
            assert problem.message
            assert problem.what_to_do
            assert len(problem.as_dict()["value"] or "") <= 80


@pytest.mark.parametrize("number", ["H5", "H6", "C11"])
def test_column_has_its_name_too(number: str, readings: Readings) -> None:
    """What is found before the header is known is told with the name of its column all the same."""
    case = next(case for case in CORPUS if case.number == number)
    names = {"B": "name", "C": "revenue_2025"}
    assert {p.place.column for p in readings(case).problems} == {names[p[3]] for p in case.problems}


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A6: a file that may not be read is one sentence."""

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    case = Case("A6", "no permission", b"id;name;revenue_2025\nA1;Adler;1\n", (("E", "file_not_readable", None, None),))
    assert _said(_read(case, tmp_path)) == list(case.problems)


def test_cells_are_counted_before_parsing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """H10: a workbook with more cells than the limit is refused with both numbers."""
    monkeypatch.setattr("workbook.portfolio.trimming.CELL_LIMIT", 5)
    case = Case("H10", "too many cells", files.workbook_bytes(), name="accounts.xlsx")
    (problem,) = _read(case, tmp_path).problems
    assert (problem.code, problem.details["detail"]) == ("xlsx_too_large", "9 > 5")


def test_all_96_are_here() -> None:
    """No case of the list is missing; A6 is a test of its own."""
    expected = {f"{letter}{number}" for letter, count in ALL_96.items() for number in range(1, count + 1)}
    assert sum(ALL_96.values()) == 96
    assert expected - {case.number for case in CORPUS} == {"A6"}
