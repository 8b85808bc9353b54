"""The command line: what it prints, where, and with which exit code."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.render.fixtures import ACCOUNTS, write_cohort
from workbook import i18n
from workbook.cli import run
from workbook.resources import resource


@pytest.fixture
def accounts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An export of thirty customers, on a fixed day."""
    monkeypatch.setenv("WORKBOOK_TODAY", "2026-11-23")
    path = tmp_path / "accounts.csv"
    path.write_text(ACCOUNTS, encoding="utf-8")
    return path


def test_help_is_quick_to_load() -> None:
    """The help loads neither pandas nor papermill nor matplotlib."""
    script = "import sys\nfrom workbook.cli import run\nrun(['--help'])\nprint(*sorted(sys.modules))"
    printed = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    loaded = set(printed.splitlines()[-1].split())
    assert not loaded & {"pandas", "papermill", "matplotlib", "nbconvert", "pydantic", "sqlalchemy"}


def test_output_of_every_code_page(accounts: Path) -> None:
    """Lines and arrows that a code page of Windows lacks are replaced; nothing breaks off."""
    command = [sys.executable, "-m", "workbook", "tier", str(accounts), "--language", "de"]
    shown = subprocess.run(command, capture_output=True, env=os.environ | {"PYTHONIOENCODING": "cp850"}, check=True)
    assert "Schichten nach dem Geschäftsjahr" in shown.stdout.decode("cp850")
    assert "Was Sie tun können" in shown.stdout.decode("cp850")


@pytest.mark.parametrize("command", ["demo", "check", "tier", "new", "render", "status"])
def test_every_command_has_help_and_language(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """-h and --help print options to stdout and end with 0."""
    assert run([command, "-h"]) == 0
    printed = capsys.readouterr()
    assert "--language [de|en]" in printed.out
    assert printed.err == ""


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["check"], "Something is missing: FILE."),
        (["check", "a.csv", "--colour"], "There is no option --colour."),
        (["check", "a.csv", "--map", "nonsense"], "The value of --map does not fit"),
        (["check", "a.csv", "--locale", "fr"], "The value of --locale does not fit. Possible: de, en."),
        (["render", "a", "--jobs", "0"], "The value of --jobs does not fit. Possible: 1–256."),
        (["nonsense"], "There is no command nonsense."),
    ],
)
def test_wrong_use_is_a_sentence(words: list[str], sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Wrong use ends with 2, a sentence on stderr and nothing on stdout."""
    assert run(words) == 2
    printed = capsys.readouterr()
    assert sentence in printed.err
    assert printed.out == ""


def test_language_of_messages(monkeypatch: pytest.MonkeyPatch) -> None:
    """The option wins over the variable, the variable over the system."""
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.setenv("WORKBOOK_LANGUAGE", "de")
    run(["status", "nowhere"])
    assert i18n.language() == "de"
    run(["status", "nowhere", "--language", "en"])
    assert i18n.language() == "en"


@pytest.mark.parametrize(
    ("system", "spoken"), [("de_AT", "de"), ("German_Germany", "de"), ("en_GB", "en"), (None, "en")]
)
def test_language_of_a_system_without_variables(
    system: str | None, spoken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows no variable names a language; the locale of the system does."""
    for variable in ("WORKBOOK_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr("locale.getlocale", lambda category: (system, "cp1252"))
    assert i18n.preferred_language() == spoken


@pytest.mark.parametrize("words", [["chek"], ["check", "a.csv", "--colour"], ["check"]])
def test_language_holds_for_wrong_use_too(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A mistyped command or option is told in the language that was asked for."""
    assert run([*words, "--language", "de"]) == 2
    assert "Hilfe: workbook" in capsys.readouterr().err


def test_what_nobody_thought_of_is_a_sentence(
    accounts: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A mistake of the program ends with 2 and a sentence; --debug shows its details."""

    def fail(*_files: object, **_options: object) -> None:
        raise ValueError("nobody thought of it")

    monkeypatch.setattr("workbook.portfolio.read_apart", fail)
    assert run(["check", str(accounts)]) == 2
    assert "should not have happened (ValueError: " in capsys.readouterr().err
    with pytest.raises(ValueError, match="nobody thought of it"):
        run(["check", str(accounts), "--debug"])


def test_check_of_a_folder_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also the folder one stands in, which has no name of its own."""
    monkeypatch.chdir(tmp_path)
    assert run(["check", "."]) == 2
    assert f"{tmp_path.name} is a folder, not a file." in capsys.readouterr().out


def test_check_says_how_columns_were_read(accounts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Columns, years and the verdict are on stdout, exit code 0."""
    assert run(["check", str(accounts)]) == 0
    printed = capsys.readouterr().out
    assert "accounts.csv: Rows read: 30; accepted: 30; rejected: 0. Accounts: 30." in printed
    assert "Fiscal years: 2024 (complete), 2025 (complete)" in printed
    assert printed.endswith("The file can be used.\n")


def test_check_json_is_one_object_with_the_keys_of_the_contract(accounts: Path, capsys) -> None:
    """Nothing but JSON is printed."""
    assert run(["check", str(accounts), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert set(report) == {
        "ok", "accounts", "rows_read", "rows_accepted", "rows_rejected", "encoding", "delimiter", "locale",
        "currency", "columns", "fiscal_years", "missing_fields", "problems",
    }  # fmt: skip
    assert (report["ok"], report["accounts"]) == (True, 30)
    assert report["fiscal_years"] == [{"year": 2024, "complete": True}, {"year": 2025, "complete": True}]


@pytest.mark.parametrize(
    ("content", "code"),
    [("", "file_empty"), ("colour,shape\nred,round\n", "field_missing"), ("id,name\n1,A\n1,B\n", "id_twice")],
)
def test_check_of_a_bad_file(tmp_path: Path, content: str, code: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The problem is named with its code, exit code 2."""
    path = tmp_path / "bad.csv"
    path.write_text(content, encoding="utf-8")
    assert run(["check", str(path), "--json"]) == 2
    report = json.loads(capsys.readouterr().out)
    assert code in [problem["code"] for problem in report["problems"]]
    assert set(report["problems"][0]) == {
        "severity", "code", "file", "sheet", "row", "column", "column_letter", "value", "message", "what_to_do",
    }  # fmt: skip


def test_check_of_a_missing_file_is_no_traceback(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is not there is a sentence, exit code 2."""
    assert run(["check", str(tmp_path / "nothing.csv")]) == 2
    printed = capsys.readouterr()
    assert "nothing.csv" in printed.out + printed.err
    assert "Traceback" not in printed.err


def test_tier_prints_the_layers(accounts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A table per layer, with the largest customer first and the vacant places named."""
    assert run(["tier", str(accounts)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Layers by the fiscal year 2025; amounts in EUR."
    first = next(line for line in lines if "Account 30" in line)
    assert first.split()[:4] == ["1", "Account", "30", "33,000"]
    assert any("vacant place: Prospect" in line for line in lines)


def test_tier_json_has_the_keys_of_the_contract(accounts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One object; thirty customers without potentials and prospects fill 3 + 15 + 12 places."""
    assert run(["tier", str(accounts), "--json"]) == 0
    layers = json.loads(capsys.readouterr().out)
    assert set(layers) == {
        "reference_year", "currency", "weight", "potential_basis", "counts", "accounts", "vacancies", "notices",
    }  # fmt: skip
    assert layers["counts"] == {"top5": 3, "next15": 15, "rest": 12}
    assert sorted(layers["vacancies"]) == ["largest_potential", "prospect"]
    assert set(layers["accounts"][0]) == {
        "id", "name", "layer", "mode", "slots", "rank", "score", "revenue", "additional_potential", "status",
        "reason", "deferred",
    }  # fmt: skip


def test_tier_takes_the_rules_as_options(accounts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Year and weight reach the formula; a year that is not there is refused with 2."""
    assert run(["tier", str(accounts), "--year", "2024", "--weight", "1", "--json"]) == 0
    layers = json.loads(capsys.readouterr().out)
    assert (layers["reference_year"], layers["weight"]) == (2024, 1.0)
    assert run(["tier", str(accounts), "--year", "1999"]) == 2
    assert "1999" in capsys.readouterr().err


def test_hostile_names_cannot_move_the_cursor(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Escape sequences in a name are shown as a sign, nothing is formatted."""
    path = tmp_path / "accounts.csv"
    path.write_text("id,name,status,revenue_2025\n1,\x1b[2J{GmbH} %s $$,customer,5\n", encoding="utf-8")
    run(["tier", str(path)])
    printed = capsys.readouterr()
    assert "\x1b" not in printed.out + printed.err


@pytest.mark.parametrize(("language", "guide"), [("de", "LIESMICH.txt"), ("en", "README.txt")])
def test_new_makes_a_folder_that_can_be_checked(tmp_path: Path, language: str, guide: str) -> None:
    """Settings, roster, instructions and an example export that has no error."""
    folder = tmp_path / "autumn"
    assert run(["new", str(folder), "--language", language]) == 0
    expected = {"accounts", "action_templates.toml", "answers.de.toml", "answers.en.toml", "cohort.toml", "roster.csv"}
    assert {path.name for path in folder.iterdir()} == {*expected, guide}
    example = next((folder / "accounts").iterdir())
    assert run(["tier", str(example)]) == 0
    assert run(["status", str(folder)]) == 0


def test_new_refuses_a_folder_with_something_in_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is there stays as it is; exit code 2."""
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    assert run(["new", str(tmp_path)]) == 2
    assert "is not empty" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_status_before_a_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Everybody waits, and nothing was written."""
    folder = write_cohort(tmp_path / "cohort", "Anna Groß")
    assert run(["status", str(folder), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["participants"] == [
        {
            "ref": "participant0",
            "display_name": "Anna Groß",
            "folder": "anna-gross-participant0",
            "status": "pending",
            "reason": None,
            "seconds": None,
            "files": [],
        }
    ]
    assert not (folder / "build").exists()


def test_render_refuses_a_bad_roster_before_anything_starts(tmp_path: Path, capsys) -> None:
    """A missing file in the roster ends with 2, and no folder was made."""
    folder = write_cohort(tmp_path / "cohort", "A", "B")
    (folder / "accounts" / "1.csv").unlink()
    assert run(["render", str(folder)]) == 2
    assert "roster.csv, row 3, column accounts: There is no file “accounts/1.csv”." in capsys.readouterr().err
    assert not (folder / "build").exists()


@pytest.mark.parametrize(("option", "sentence"), [("--only=nobody12", "“nobody12”"), ("--formats=doc", "“doc”")])
def test_render_refuses_wrong_choices(tmp_path: Path, option: str, sentence: str, capsys) -> None:
    """An unknown participant or format is a sentence, exit code 2."""
    folder = write_cohort(tmp_path / "cohort", "A")
    assert run(["render", str(folder), option]) == 2
    assert sentence in capsys.readouterr().err
    assert not (folder / "build").exists()


def test_refusals_of_the_system_are_translated(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A place where nothing can be written is a whole sentence in the language asked for."""
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    assert run(["demo", "--out", str(tmp_path / "file" / "demo"), "--language", "de"]) == 2
    assert "ein Teil des Pfades ist eine Datei, kein Ordner." in capsys.readouterr().err


def test_demo_refuses_somebody_elses_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder with other things in it is left alone."""
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    assert run(["demo", "--out", str(tmp_path)]) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_the_demo_cohort_is_sound() -> None:
    """The invented cohort passes the checks of every cohort."""
    from workbook.render.cohort import peek_cohort

    assert len(peek_cohort(resource("data", "demo")).reps) == 3
