"""`workbook check`: every problem at once, how each column was read, and what a cohort remembers of it."""

import csv
import json
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.render.fixtures import COHORT, write_cohort
from workbook.cli import run

ASKS = "Kundennummer;Firma;Umsatz 2024;Umsaz 2025;Potenzial\nK1;Adler;1.234;1.300;5.000\nK2;Bär;2.500;2.600;7.000\n"
TABLES = "Nr;Betreuer;Firma;2025\n1;Eva Kern;Adler;5\n2;Tom Lind;Bär;6\n3;Eva Kern;Chor;7\n4;;Dorn;8\n"
Check = Callable[..., str]


@pytest.fixture
def check(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Check:
    """Check a file on a fixed day and return what was printed."""
    monkeypatch.setenv("WORKBOOK_TODAY", "2026-11-23")

    def printed(file: Path, *options: str) -> str:
        run(["check", str(file), "--language", "en", *options])
        return capsys.readouterr().out

    return printed


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def asking(tmp_path: Path) -> Path:
    """A cohort's export that cannot be read without two answers."""
    return write(write_cohort(tmp_path / "cohort", "Anna") / "accounts" / "0.csv", ASKS)


def test_each_column_shows_how_it_was_read(tmp_path: Path, check: Check) -> None:
    """A header with a unit is shown with its field and an amount before and after."""
    printed = check(write(tmp_path / "a.csv", "id;name;Umsatz 2025 [T€]\n1;Adler;1.234,5\n"))
    assert "Umsatz 2025 [T€]  revenue_2025  1.234,5 is read as 1234500" in printed


def test_columns_of_transactions_are_shown_too(tmp_path: Path, check: Check) -> None:
    """Date and amount of the second file are as important as the columns of the first."""
    lines = write(tmp_path / "lines.csv", "id,Rechnungsdatum,Netto\n1,2025-01-02,5\n1,2025-12-02,5\n")
    printed = check(write(tmp_path / "a.csv", "id,name\n1,Adler\n"), "--transactions", str(lines))
    assert "Column in lines.csv" in printed
    assert "Rechnungsdatum       date     2025-01-02" in printed


@pytest.mark.parametrize(("header", "said"), [("2025", "EUR (assumed, for none is named)"), ("2025 [CHF]", "CHF.")])
def test_assumed_currency_is_said(tmp_path: Path, check: Check, header: str, said: str) -> None:
    """Where nothing names a currency, euros are assumed and the reader knows."""
    assert f"currency {said}" in check(write(tmp_path / "a.csv", f"id;name;{header}\n1;Adler;5\n"))


def test_first_twenty_are_on_screen_and_all_in_a_table(tmp_path: Path, check: Check) -> None:
    """Of 60 errors of one kind 20 are printed; the table beside the input has each with row and column."""
    rows = "".join(f"{number};Adler {number};~{number}\n" for number in range(1, 61))
    printed = check(write(tmp_path / "a.csv", f"id;name;2025\n{rows}"))
    assert printed.count("is not an amount that can be read") == 20
    assert "and 40 more of this kind" in printed
    with (tmp_path / "a.csv.problems.csv").open(encoding="utf-8-sig", newline="") as source:
        told = list(csv.DictReader(source, delimiter=";"))
    assert [(each["row"], each["column letter"]) for each in told] == [(str(row), "C") for row in range(2, 62)]


def test_table_of_problems_is_german_for_a_german_reader(tmp_path: Path, check: Check) -> None:
    """Headings, severity and message are translated; the code stays."""
    check(write(tmp_path / "a.csv", "id;name;2025\n1;Adler;~2\n"), "--language", "de")
    first = (tmp_path / "a.csv.problems.csv").read_text(encoding="utf-8-sig").splitlines()[:2]
    assert first[0].startswith("Schwere;Code;Datei;Blatt;Zeile;Spalte;")
    assert first[1].startswith("Fehler;number_unreadable;a.csv;;2;2025;C;~2;„~2“ lässt sich nicht")


def test_table_of_an_earlier_check_is_brought_up_to_date(tmp_path: Path, check: Check) -> None:
    """After the correction no error of yesterday is left in it; without problems none is made."""
    check(write(tmp_path / "a.csv", "id;name;2025\n1;Adler;~2\n"))
    check(write(tmp_path / "a.csv", "id;name;2025\n1;Adler;2\n"))
    assert len((tmp_path / "a.csv.problems.csv").read_text(encoding="utf-8-sig").splitlines()) == 1
    check(write(tmp_path / "b.csv", "id;name;2025\n1;Adler;2\n"))
    assert not (tmp_path / "b.csv.problems.csv").exists()


def test_list_without_a_whole_year_is_not_called_usable(tmp_path: Path, check: Check) -> None:
    """Nothing is wrong with its cells, but `tier` and `render` would refuse it."""
    printed = check(write(tmp_path / "a.csv", "id;name;2026\n1;Adler;2\n"))
    assert printed.endswith("no layers can be cut from it: that takes one whole fiscal year.\n")


def test_json_writes_no_file(tmp_path: Path, check: Check) -> None:
    """A program that asks gets its answer on stdout and nothing beside the input."""
    assert json.loads(check(write(tmp_path / "a.csv", "id;name;2025\n1;Adler;~2\n"), "--json"))["ok"] is False
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


def test_similar_header_is_only_suggested(asking: Path, check: Check) -> None:
    """The column "Umsaz 2025" is not used, and the way to use it can be copied."""
    printed = check(asking)
    assert 'say --map "revenue_2025=Umsaz 2025"' in printed
    assert "Columns that are not used: Umsaz 2025" in printed


def test_answers_are_offered_to_the_cohort(asking: Path, check: Check) -> None:
    """What --yes confirmed is named as it would be remembered; without --remember nothing is written."""
    printed = check(asking, "--yes")
    assert "--remember keeps these answers in cohort.toml:\n  locale: de\n  Potenzial → additional_potential" in printed
    assert (asking.parent.parent / "cohort.toml").read_text(encoding="utf-8") == COHORT


def test_answers_are_remembered_for_the_cohort(asking: Path, check: Check) -> None:
    """The settings hold the number style and the columns, comments stay, and the next check asks nothing."""
    settings = asking.parent.parent / "cohort.toml"
    settings.write_text(f"# ours\n{COHORT}", encoding="utf-8")
    check(asking, "--yes", "--map", "revenue_2025=Umsaz 2025", "--remember")
    kept = tomllib.loads(settings.read_text(encoding="utf-8"))
    assert (kept["locale"], kept["mapping"]["additional_potential"]) == ("de", "Potenzial")
    assert settings.read_text(encoding="utf-8").startswith("# ours\nid = ")
    printed = check(asking)
    assert "Answers of cohort.toml were used: locale, mapping." in printed
    assert printed.endswith("The file can be used.\n")


def test_tier_uses_what_the_cohort_remembers(asking: Path, check: Check, capsys: pytest.CaptureFixture[str]) -> None:
    """The same answers hold for every command."""
    assert run(["tier", str(asking), "--json"]) == 2
    check(asking, "--yes", "--map", "revenue_2025=Umsaz 2025", "--remember")
    assert run(["tier", str(asking), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["accounts"][0]["revenue"] == 2600.0


def test_remember_outside_a_cohort_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """There is nowhere to keep the answers: one sentence, exit code 2."""
    assert run(["check", str(write(tmp_path / "a.csv", ASKS)), "--yes", "--remember"]) == 2
    assert "cohort.toml" in capsys.readouterr().err


def test_owners_are_compared_with_the_roster(tmp_path: Path, check: Check) -> None:
    """One export for all: who is in it, who of the roster is not, and rows without an owner."""
    folder = tmp_path / "cohort"
    export = write(folder / "accounts" / "all.csv", TABLES)
    write(folder / "cohort.toml", COHORT + 'accounts = "accounts/all.csv"\nowner_column = "Betreuer"\n')
    write(folder / "roster.csv", "name,owner\nEva,eva kern\nUta,Uta Lang\n")
    printed = check(export)
    assert "Accounts by owner: Eva Kern (2), Tom Lind (1)" in printed
    assert "Owners that are not in roster.csv: Tom Lind (1)" in printed
    assert "In roster.csv, but without accounts: Uta Lang" in printed
    assert "Rows without an owner: 1, the first one in row 5; split by owner, they are nobody's." in printed
    assert "Rows without an owner were left out: 1, the first one in row 5." in check(export, "--owner", "Eva Kern")


def test_many_errors_stop_tier_in_few_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A thousand wrong cells are grouped on stderr, not listed."""
    rows = "".join(f"{number};Adler {number};~{number}\n" for number in range(1000))
    assert run(["tier", str(write(tmp_path / "a.csv", f"id;name;2025\n{rows}")), "--language", "en"]) == 2
    printed = capsys.readouterr().err
    assert "and 980 more of this kind" in printed
    assert len(printed.splitlines()) < 30


def test_too_many_words_are_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    """Files that a pattern such as *.csv brings too many of are named, in the language in use."""
    assert run(["check", "a.csv", "b.csv", "--language", "de"]) == 2
    assert "Da steht mehr, als der Befehl erwartet: b.csv." in capsys.readouterr().err
