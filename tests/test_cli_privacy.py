"""export, erase, backup, restore: what the commands print and what is on the disk afterwards (S14, S18)."""

# ruff: noqa: F811  fixtures are imported, and are parameters

import io
import json
import zipfile
from pathlib import Path

import pytest

from tests.book.conftest import SOURCE, accounts, book, folder, participant  # noqa: F401  fixtures
from tests.store.conftest import database, server, shared_database  # noqa: F401  fixtures
from workbook.book import Workbook, create_workbook, open_workbook
from workbook.cli import run
from workbook.focus.decisions import Decisions, Override
from workbook.plan.action import Action
from workbook.plan.buying_center import BuyingCenter, BuyingCenterMember
from workbook.plan.commitment import Commitment
from workbook.plan.draft import Draft
from workbook.plan.exercise import Answer
from workbook.plan.year_plan import YearPlan
from workbook.store import Store
from workbook.store.access import admit_participant, protect
from workbook.store.backup import rows_of

NAME = "Petra Kanarienvogel"
PEOPLE = ["Petra", "Kanarienvogel", "Jon", "Osei", "Wanda", "Weiß", "Ruth", "Tränkle"]
ACCOUNTS = ["Ahorn", "Birke", "Cedar"]


@pytest.fixture
def written(book: Workbook) -> Workbook:
    """A workbook that names people and accounts in fields, texts, keys, decisions and earlier revisions."""
    members = (BuyingCenterMember(id="aa", person=NAME, function="Einkauf", personal_win="Ruhe"),)
    keeper = book.keeper(BuyingCenter, account_id="1")
    keeper.save(Draft(BuyingCenter(members=members)))
    keeper.save(Draft(BuyingCenter(members=(BuyingCenterMember(id="bb", person="Jon Osei"),))))
    note = book.keeper(Answer, chapter="03", name="reflection")
    note.save(Draft(Answer(text=f"{NAME} von Ahorn AG fragt nach BIRKE.")))
    note.save(Draft(Answer(text="Cedar Ltd ruft an.")))
    plan = YearPlan(goal="Ahorn ausbauen", actions=(Action(id="cc", what="Osei anrufen", owner="Wanda Wolf"),))
    book.keeper(YearPlan, account_id="2").save(Draft(plan, {"value": "so viel wie Kanarienvogel sagt"}))
    book.keeper(Commitment).save(Draft(Commitment(witness="Ruth Tränkle")))
    swap = Override(
        reason="Anna Weiß kennt Cedar", author="Anna Weiß", date="2026-11-23", expiry="2027-01-31",
        account_in="2", account_out="1",
    )  # fmt: skip
    book.decide(Decisions(prospect=("3",), overrides=(swap,)))
    return book


@pytest.fixture
def says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody sits at the keyboard."""
    monkeypatch.setattr("sys.stdin", io.StringIO(""))


def bytes_below(place: Path) -> bytes:
    return b"".join(path.read_bytes() for path in place.rglob("*") if path.is_file())


def test_everything_about_a_person_is_listed(written: Workbook, capsys: pytest.CaptureFixture[str]) -> None:
    """Section, account, day and text, from earlier revisions too; nobody else is told."""
    assert run(["export", str(written.folder), "--person", NAME]) == 0
    printed = capsys.readouterr().out
    assert "Buying center, 1, What this person gains if we win: Ruhe" in printed
    assert f"{NAME} von Ahorn AG fragt" in printed
    assert "Osei" not in printed


def test_what_is_listed_is_one_json_object(written: Workbook, capsys: pytest.CaptureFixture[str]) -> None:
    """With --json nothing else is printed."""
    assert run(["export", str(written.folder), "--person", NAME, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["person"], len(told["mentions"])) == (NAME, 4)
    assert set(told["mentions"][0]) == {"section", "title", "quarter", "day", "path", "text"}


def test_nobody_is_nobody(written: Workbook, capsys: pytest.CaptureFixture[str]) -> None:
    """A name the workbook does not know is said to be unknown; control characters reach no screen."""
    assert run(["export", str(written.folder), "--person", "Karl\x1b[2J"]) == 0
    assert capsys.readouterr().out == "The workbook says nothing about Karl\N{REPLACEMENT CHARACTER}[2J.\n"


def test_everything_written_is_exported(written: Workbook, tmp_path: Path) -> None:
    """Every section with all its texts and days is in one private file."""
    assert run(["export", str(written.folder), "--formats", "json", "--out", str(tmp_path / "out")]) == 0
    (file,) = (tmp_path / "out").iterdir()
    document = json.loads(file.read_text(encoding="utf-8"))
    sections = {each["key"]: each for each in document["sections"]}
    assert sorted(sections) == [
        "commitment", "exercise/03/reflection", "key_account/1/buying_center", "tiering", "year_plan/2",
    ]  # fmt: skip
    answers = [each["values"]["text"] for each in sections["exercise/03/reflection"]["texts"]]
    assert answers == ["Cedar Ltd ruft an.", f"{NAME} von Ahorn AG fragt nach BIRKE."]
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_redacted_export_names_nobody(written: Workbook, tmp_path: Path) -> None:
    """No person and no account is named, in fields, texts, half-typed texts, decisions or earlier revisions."""
    assert run(["export", str(written.folder), "--formats", "json", "--redact", "--out", str(tmp_path)]) == 0
    text = (tmp_path / "everything-without-names.json").read_text(encoding="utf-8").casefold()
    assert [name for name in (*PEOPLE, *ACCOUNTS) if name.casefold() in text] == []
    assert "ausbauen" in text
    keys = [each["key"] for each in json.loads(text)["sections"]]
    assert [key for key in keys if key.startswith(("key_account/1", "year_plan/2"))] == []


def test_decisions_keep_their_meaning(written: Workbook) -> None:
    """The codes of accounts in decisions and keys are those of the list of accounts."""
    document = written.portable(redact=True)
    ids = [each["id"] for each in document["accounts"]]
    decided = next(each for each in document["sections"] if each["key"] == "tiering")["texts"][0]["decisions"]
    assert (decided["overrides"][0]["account_in"], decided["prospect"]) == (ids[1], [ids[2]])
    assert {each["account"] for each in document["sections"]} == {None, ids[0], ids[1]}


def test_a_redacted_export_is_the_same_next_time(written: Workbook, tmp_path: Path) -> None:
    """Codes are stable for a participant."""
    for name in ("one", "two"):
        run(["export", str(written.folder), "--formats", "json", "--redact", "--out", str(tmp_path / name)])
    one, two = (bytes_below(tmp_path / name) for name in ("one", "two"))
    assert one == two


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["export"], "Say what to export: --person NAME, or --formats with one or more of: json, html"),
        (["export", "--person", " "], "Say what to export"),
        (["export", "--formats", "doc"], "There is no kind of file doc. Possible: json, html, pdf"),
        (["erase"], "Say what to erase: --person NAME, or --all."),
        (["erase", "--all", "--person", "A"], "Say what to erase"),
        (["erase", "--person", ""], "Say what to erase"),
    ],
)
def test_wrong_use_is_a_sentence(written: Workbook, words: list[str], sentence: str, capsys) -> None:
    """Wrong use ends with 2, a sentence on stderr, and nothing is changed."""
    before = bytes_below(written.folder)
    assert run([words[0], str(written.folder), *words[1:]]) == 2
    printed = capsys.readouterr()
    assert (sentence in printed.err, printed.out) == (True, "")
    assert bytes_below(written.folder) == before


@pytest.mark.parametrize("words", [["export", "--person", "A"], ["erase", "--person", "A"], ["erase", "--all"]])
def test_a_folder_without_a_workbook_is_left_alone(words: list[str], tmp_path: Path, capsys) -> None:
    """A folder that holds no workbook is a sentence, exit code 2, and loses nothing."""
    (tmp_path / "mine.txt").write_text("mine")
    assert run([words[0], str(tmp_path), *words[1:]]) == 2
    assert "There is no workbook in" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_person_is_erased(written: Workbook, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No byte of the store, its backup and its outputs holds the name; what was done is said."""
    run(["backup", str(written.folder), str(tmp_path / "copy.db")])
    run(["export", str(written.folder), "--formats", "json"])
    (written.folder / "workbook.html").write_text(NAME)
    capsys.readouterr()
    assert run(["erase", str(written.folder), "--person", NAME]) == 0
    printed = capsys.readouterr().out
    assert "2 saved texts changed." in printed
    assert "2 texts in backups changed." in printed
    assert all(f"  {name}" in printed.splitlines() for name in ("workbook.html", "everything.json"))
    assert b"Petra" not in bytes_below(tmp_path)


def test_what_is_left_is_said(written: Workbook, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A missing backup, a note of the rep's own and the imported accounts are named as places to look at."""
    run(["backup", str(written.folder), str(tmp_path / "copy.db")])
    (tmp_path / "copy.db").unlink()
    (written.folder / "note.txt").write_text(f"call {NAME}, Ahorn AG")
    run(["erase", str(written.folder), "--person", NAME])
    left = capsys.readouterr().out.split("please look there yourself:")[1].split("\n")
    assert left[1:-1] == [f"  {tmp_path / 'copy.db'}", "  note.txt"]
    run(["erase", str(written.folder), "--person", "Ahorn AG"])
    assert "  Accounts as they were imported (portfolio)" in capsys.readouterr().out.splitlines()


def test_a_workbook_is_erased(written: Workbook, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Folder and backups are gone, and named."""
    run(["backup", str(written.folder), str(tmp_path / "copy.db")])
    capsys.readouterr()
    assert run(["erase", str(written.folder), "--all", "--yes"]) == 0
    assert list(tmp_path.iterdir()) == []
    said = capsys.readouterr().out.splitlines()
    assert said == ["The workbook is erased:", f"  {written.folder}", f"  {tmp_path / 'copy.db'}"]


@pytest.mark.parametrize(("answer", "code"), [("", 2), ("no\n", 2), ("yes\n", 0), ("Ja\n", 0)])
def test_deleting_everything_asks(written: Workbook, monkeypatch: pytest.MonkeyPatch, answer: str, code: int) -> None:
    """Without --yes somebody has to agree; nobody there is a no."""
    monkeypatch.setattr("sys.stdin", io.StringIO(answer))
    assert run(["erase", str(written.folder), "--all"]) == code
    assert written.folder.exists() == bool(code)


def test_a_damaged_workbook_can_be_erased(written: Workbook) -> None:
    """A right to be forgotten does not end where the file is damaged."""
    (written.folder / "plan.db").write_bytes(b"damaged")
    assert run(["erase", str(written.folder), "--all", "--yes"]) == 0
    assert not written.folder.exists()


def test_a_foreign_file_on_the_list_is_not_deleted(written: Workbook, tmp_path: Path, capsys) -> None:
    """A list of backups that came with a folder cannot make the command delete something else."""
    (tmp_path / "mine.txt").write_text("mine")
    line = {"file": str(tmp_path / "mine.txt"), "made_at": "2026-11-23T09:00:00+00:00"}
    (written.folder / "backups.json").write_text(json.dumps([line]))
    assert run(["erase", str(written.folder), "--all", "--yes"]) == 0
    assert (tmp_path / "mine.txt").read_text() == "mine"
    assert "please look there yourself" in capsys.readouterr().out


def test_a_workbook_moves_in_one_file(written: Workbook, tmp_path: Path) -> None:
    """Backed up and restored by the commands, the content is equal."""
    content = rows_of(Store.open(written.folder).database, "anna2026")
    assert run(["backup", str(written.folder), str(tmp_path / "copy.db")]) == 0
    assert run(["restore", str(tmp_path / "copy.db"), str(tmp_path / "new")]) == 0
    assert rows_of(Store.open(tmp_path / "new").database, "anna2026") == content


def test_a_workbook_moves_to_postgresql_and_back(
    written: Workbook,
    tmp_path: Path,
    database: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """From the file into the hub with the participant's own account, and back: equal content each time."""
    content = rows_of(Store.open(written.folder).database, "anna2026")
    run(["backup", str(written.folder), str(tmp_path / "copy.db")])
    protect(database)
    monkeypatch.setenv("WORKBOOK_STORE", admit_participant(database, "anna2026", "canary"))
    assert run(["restore", str(tmp_path / "copy.db"), str(tmp_path / "hub")]) == 0
    assert rows_of(Store.open(database).database, "anna2026") == content
    assert open_workbook(folder=tmp_path / "hub").read(Commitment).values.witness == "Ruth Tränkle"
    assert run(["backup", str(tmp_path / "hub"), str(tmp_path / "again.db")]) == 0
    monkeypatch.delenv("WORKBOOK_STORE")
    assert run(["restore", str(tmp_path / "again.db"), str(tmp_path / "home")]) == 0
    assert rows_of(Store.open(tmp_path / "home").database, "anna2026") == content


@pytest.mark.usefixtures("says_nothing")
def test_a_workbook_is_not_replaced_unasked(written: Workbook, tmp_path: Path, capsys) -> None:
    """Where a workbook stands already, a restore changes nothing until somebody agrees; the old one is kept."""
    run(["backup", str(written.folder), str(tmp_path / "copy.db")])
    written.keeper(Answer, chapter="03", name="reflection").save(Draft(Answer(text="newer")))
    before = bytes_below(written.folder)
    assert run(["restore", str(tmp_path / "copy.db"), str(written.folder)]) == 2
    assert "There is a workbook already" in capsys.readouterr().err
    assert bytes_below(written.folder) == before
    assert run(["restore", str(tmp_path / "copy.db"), str(written.folder), "--yes"]) == 0
    (kept,) = written.folder.glob("plan-replaced-*.db")
    assert f"What stood there before is kept in {kept}." in capsys.readouterr().out


@pytest.mark.usefixtures("says_nothing")
def test_a_hub_is_not_replaced_unasked(
    participant,
    accounts,
    tmp_path: Path,
    database: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """In PostgreSQL, too."""
    monkeypatch.setenv("WORKBOOK_STORE", database)
    create_workbook(tmp_path / "anna", participant, accounts, SOURCE)
    assert run(["backup", str(tmp_path / "anna"), str(tmp_path / "copy.db")]) == 0
    assert run(["restore", str(tmp_path / "copy.db"), str(tmp_path / "anna")]) == 2
    assert run(["restore", str(tmp_path / "copy.db"), str(tmp_path / "anna"), "--yes"]) == 0


@pytest.mark.parametrize("name", ["mine.txt", "nowhere/copy.db"])
def test_a_backup_takes_no_other_files_place(written: Workbook, tmp_path: Path, name: str, capsys) -> None:
    """A file that is no backup of this workbook stays; a missing folder is a sentence."""
    (tmp_path / "mine.txt").write_text("mine")
    assert run(["backup", str(written.folder), str(tmp_path / name)]) == 2
    assert Path(name).name in capsys.readouterr().err
    assert (tmp_path / "mine.txt").read_text() == "mine"


def test_a_backup_is_renewed(written: Workbook, tmp_path: Path) -> None:
    """The same name again and again is how people make backups."""
    for _ in range(2):
        assert run(["backup", str(written.folder), str(tmp_path / "copy.db")]) == 0


def test_a_damaged_workbook_names_its_backup(written: Workbook, tmp_path: Path, capsys) -> None:
    """Whatever is asked of a damaged workbook: it is left alone, and the last backup is named (fault F21)."""
    run(["backup", str(written.folder), str(tmp_path / "copy.db")])
    (written.folder / "plan.db").write_bytes(b"damaged")
    for words in (["export", "--person", NAME], ["erase", "--person", NAME], ["backup", str(tmp_path / "new.db")]):
        assert run([words[0], str(written.folder), *words[1:]]) == 2
        assert f"Restore the last backup: {tmp_path / 'copy.db'}" in capsys.readouterr().err
    assert (written.folder / "plan.db").read_bytes() == b"damaged"


@pytest.mark.parametrize("command", ["export", "erase", "backup", "restore"])
def test_every_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """-h prints options to stdout and ends with 0."""
    assert run([command, "-h"]) == 0
    assert "--language [de|en]" in capsys.readouterr().out


def test_nothing_is_shared_unasked(written: Workbook, capsys: pytest.CaptureFixture[str]) -> None:
    """The file of somebody who chose nothing says so, and names nobody."""
    assert run(["share", str(written.folder)]) == 0
    said = capsys.readouterr().out
    assert "It holds" not in said
    assert "Nothing is shared unless you choose it: in chapter 7" in said
    with zipfile.ZipFile(written.folder / "shared-anna2026.zip") as archive:
        assert not any(name in archive.read("shared.json").decode() for name in (*PEOPLE, *ACCOUNTS))


def test_what_was_chosen_is_shared(written: Workbook, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The file goes where it was asked for, with codes for names, and says how much it holds."""
    written.share("exercise/03/reflection")
    assert run(["share", str(written.folder), "--out", str(tmp_path / "out")]) == 0
    said = capsys.readouterr().out
    assert ("It holds 1 text and nothing else." in said, "Codes stand in place" in said) == (True, True)
    with zipfile.ZipFile(tmp_path / "out" / "shared-anna2026.zip") as archive:
        assert "Cedar" not in archive.read("shared.json").decode()
