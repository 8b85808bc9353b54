"""A cohort folder is checked completely before anything starts."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.render.fixtures import COHORT, write_cohort
from workbook.errors import InputError
from workbook.render import cohort as under_test
from workbook.render.cohort import peek_cohort, read_cohort
from workbook.render.lock import run_lock

HEAD = "name,language,accounts,transactions,owner,ref\n"


def _codes(folder: Path) -> list[str]:
    with pytest.raises(InputError) as refused:
        read_cohort(folder)
    return sorted(problem.code for problem in refused.value.problems)


def _with_roster(folder: Path, rows: str, settings: str = COHORT) -> Path:
    write_cohort(folder, settings=settings)
    (folder / "accounts" / "a.csv").write_text("id,name\n", encoding="utf-8")
    (folder / "roster.csv").write_text(HEAD + rows, encoding="utf-8")
    return folder


def test_reads_settings_and_participants(tmp_path: Path) -> None:
    """Name, language, paths and folder come from roster and settings."""
    cohort = read_cohort(write_cohort(tmp_path / "cohort", "Jörg Groß"))
    rep = cohort.reps[0]
    assert (cohort.settings.title, rep.language, rep.folder) == ("Autumn seminar", "en", "joerg-gross-participant0")
    assert rep.accounts == (tmp_path / "cohort/accounts/0.csv").resolve()


def test_missing_refs_are_written_back_once(tmp_path: Path) -> None:
    """The second reading finds the references of the first."""
    folder = _with_roster(tmp_path / "cohort", "A,,accounts/a.csv,,,\nB,de,accounts/a.csv,,,\n")
    assert [rep.ref for rep in read_cohort(folder).reps] == [rep.ref for rep in read_cohort(folder).reps]


def test_nobody_gets_two_refs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """F13: what another trainer's run gave in the same moment is taken over, and not replaced."""
    folder = _with_roster(tmp_path / "cohort", "A,,accounts/a.csv,,,\n")
    earlier: list[str] = []

    @contextmanager
    def after_somebody_else(place: Path) -> Iterator[None]:
        with monkeypatch.context() as patch:
            patch.setattr(under_test, "run_lock", run_lock)
            earlier.extend(rep.ref for rep in read_cohort(place).reps)
        yield

    monkeypatch.setattr(under_test, "run_lock", after_somebody_else)
    assert [rep.ref for rep in read_cohort(folder).reps] == earlier == [rep.ref for rep in peek_cohort(folder).reps]


def test_a_list_that_is_being_completed_is_left_alone(tmp_path: Path) -> None:
    """F13: the second trainer is told who is at it; afterwards nothing but the list is there."""
    folder = _with_roster(tmp_path / "cohort", "A,,accounts/a.csv,,,\n")
    before = sorted(folder.iterdir())
    with run_lock(folder):
        assert _codes(folder) == ["already_running"]
    assert read_cohort(folder).reps[0].ref
    assert sorted(folder.iterdir()) == before


def test_peeking_writes_nothing(tmp_path: Path) -> None:
    """Who only looks changes no file."""
    folder = _with_roster(tmp_path / "cohort", "A,,accounts/a.csv,,,\n")
    before = (folder / "roster.csv").read_bytes()
    assert peek_cohort(folder).reps[0].folder == ""
    assert (folder / "roster.csv").read_bytes() == before


def test_all_problems_at_once(tmp_path: Path) -> None:
    """Files, references, names and languages that do not fit are all named; nothing is written."""
    rows = (
        "A,,accounts/no.csv,,,aaaaaaaa\nB,fr,accounts/a.csv,,,aaaaaaaa\n"
        ",,accounts/a.csv,,,x\nD,,accounts/a.csv,no.csv,,\nE,,,,,\n"
    )
    folder = _with_roster(tmp_path / "cohort", rows)
    expected = ["accounts_missing", "file_missing", "file_missing", "language_unknown", "name_missing"]
    assert _codes(folder) == [*expected, "ref_pattern", "ref_twice"]
    assert (folder / "roster.csv").read_text(encoding="utf-8") == HEAD + rows


def test_problems_say_where(tmp_path: Path) -> None:
    """The sentence names file, row and column, and the row it collides with."""
    folder = _with_roster(tmp_path / "cohort", "A,,accounts/a.csv,,,aaaaaaaa\nB,,accounts/a.csv,,,aaaaaaaa\n")
    with pytest.raises(InputError, match=r"roster.csv, row 3, column ref: .*“aaaaaaaa” also stands in row 2"):
        read_cohort(folder)


def test_shared_export_needs_owners(tmp_path: Path) -> None:
    """With one export for everybody each participant names the owner, not a file."""
    folder = _with_roster(tmp_path / "cohort", "A,,,,,\nB,,,,B. Huber,\n", COHORT + 'accounts = "accounts/a.csv"\n')
    assert _codes(folder) == ["owner_missing"]


def test_missing_shared_export_is_named_once(tmp_path: Path) -> None:
    """A missing file for everybody is one problem, not one per participant."""
    folder = _with_roster(tmp_path / "cohort", "A,,,,A,\nB,,,,B,\n", COHORT + 'accounts = "no.csv"\n')
    assert _codes(folder) == ["file_missing"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("fiscal_year_start = 13", "cohort_value"),
        ('language = "fr"', "cohort_value"),
        ('time_zone = "Berlin"', "cohort_value"),
        ('colour = "blue"', "cohort_key_unknown"),
        ("title = unquoted", "cohort_unreadable"),
    ],
)
def test_bad_settings(tmp_path: Path, line: str, code: str) -> None:
    """A setting that is unknown or does not fit is named with what is expected."""
    kept = [setting for setting in COHORT.splitlines() if not setting.startswith(line.split(" ")[0])]
    folder = write_cohort(tmp_path / "cohort", "A", settings="\n".join([*kept, line]))
    assert _codes(folder) == [code]


def test_settings_and_roster_are_both_checked(tmp_path: Path) -> None:
    """Bad settings do not hide a missing roster."""
    folder = write_cohort(tmp_path / "cohort", settings="id = 1")
    (folder / "roster.csv").unlink()
    assert "cohort_file_missing" in _codes(folder)
    assert "cohort_value" in _codes(folder)


def test_no_folder(tmp_path: Path) -> None:
    """A folder that is not there is one sentence."""
    assert _codes(tmp_path / "nothing") == ["cohort_folder_missing"]


def test_nobody(tmp_path: Path) -> None:
    """A list without participants is refused."""
    assert _codes(_with_roster(tmp_path / "cohort", "")) == ["roster_empty"]


def test_too_many_cells(tmp_path: Path) -> None:
    """A row with more cells than columns is named."""
    assert _codes(_with_roster(tmp_path / "cohort", "A,,accounts/a.csv,,,,surplus\n")) == ["roster_cells"]
