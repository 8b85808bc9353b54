"""One file to hand over: the same content is the same file, and nothing foreign gets in."""

import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from workbook.render.archive import discard_archives, is_packed, pack


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A participant's folder with a page, a start script, own notes and a store."""
    folder = tmp_path / "ben-participant1"
    (folder / "own").mkdir(parents=True)
    (folder / "workbook.html").write_text("page", encoding="utf-8")
    (folder / "own" / "notes.ipynb").write_text("{}", encoding="utf-8")
    (folder / "start-linux.sh").write_text("#!/bin/sh\n", encoding="utf-8")
    (folder / "start-linux.sh").chmod(0o700)
    with closing(sqlite3.connect(folder / "plan.db")) as store:
        store.execute("create table words (word text)")
        store.execute("insert into words values ('answer')")
        store.commit()
    return folder


def _packed(folder: Path, name: str = "one.zip") -> Path:
    pack(folder, folder.parent / name)
    return folder.parent / name


def _names(archive: Path) -> list[str]:
    with zipfile.ZipFile(archive) as opened:
        return [name.removeprefix("ben-participant1/") for name in opened.namelist()]


def test_everything_is_in_it_in_order(folder: Path) -> None:
    """One folder with the participant's name and reference, sorted."""
    assert _names(_packed(folder)) == ["own/notes.ipynb", "plan.db", "start-linux.sh", "workbook.html"]


def test_packing_twice_gives_equal_files(folder: Path) -> None:
    """Neither the hour nor the time of a file counts."""
    first = _packed(folder).read_bytes()
    (folder / "workbook.html").touch()
    assert _packed(folder, "two.zip").read_bytes() == first


def test_answers_are_complete(folder: Path, tmp_path: Path) -> None:
    """The store that is packed can be opened and holds what was saved."""
    with zipfile.ZipFile(_packed(folder)) as archive:
        archive.extractall(tmp_path / "there")
    with closing(sqlite3.connect(tmp_path / "there" / folder.name / "plan.db")) as store:
        assert store.execute("select word from words").fetchall() == [("answer",)]


def test_what_is_being_written_is_not_in_it(folder: Path) -> None:
    """A save that has not ended is packed as it was before."""
    before = _packed(folder).read_bytes()
    with closing(sqlite3.connect(folder / "plan.db")) as store:
        store.execute("begin immediate")
        store.execute("insert into words values ('half')")
        assert (folder / "plan.db-journal").exists()
        assert _packed(folder, "two.zip").read_bytes() == before
        store.rollback()


def test_links_and_leftovers_stay_out(folder: Path, tmp_path: Path) -> None:
    """A link to somebody else's file or folder brings nothing in."""
    (tmp_path / "foreign").mkdir()
    (tmp_path / "foreign" / "plan.txt").write_text("foreign", encoding="utf-8")
    (folder / "link.txt").symlink_to(tmp_path / "foreign" / "plan.txt")
    (folder / "linked").symlink_to(tmp_path / "foreign")
    (folder / ".workbook.html.abc.tmp").write_text("half", encoding="utf-8")
    assert _names(_packed(folder)) == ["own/notes.ipynb", "plan.db", "start-linux.sh", "workbook.html"]


def test_a_start_script_can_still_be_started(folder: Path) -> None:
    """Rights travel: the script is executable, the answers are for their owner only."""
    (folder / "plan.db").chmod(0o600)
    with zipfile.ZipFile(_packed(folder)) as archive:
        rights = {entry.filename: entry.external_attr >> 16 & 0o777 for entry in archive.infolist()}
    assert (rights[f"{folder.name}/start-linux.sh"], rights[f"{folder.name}/plan.db"]) == (0o700, 0o600)


def test_half_an_archive_is_none(folder: Path) -> None:
    """A file that was cut off counts as not there."""
    archive = _packed(folder)
    assert is_packed(archive)
    archive.write_bytes(archive.read_bytes()[:-30])
    assert not is_packed(archive)


def test_a_failure_leaves_the_earlier_one(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be read to its end replaces nothing."""
    before = _packed(folder).read_bytes()

    def broken(_path: Path) -> bytes:
        raise OSError(28, "full")

    monkeypatch.setattr(Path, "read_bytes", broken)
    with pytest.raises(OSError, match="full"):
        _packed(folder)
    monkeypatch.undo()
    assert (folder.parent / "one.zip").read_bytes() == before
    assert not list(folder.parent.glob("*.tmp"))


def test_archives_of_earlier_names_go(tmp_path: Path) -> None:
    """Only those of the participant: the reference decides, whatever the name was."""
    for name in ("ben-participant1.zip", "benno-participant1.zip", "ben-participant2.zip"):
        (tmp_path / name).touch()
    discard_archives(tmp_path, "participant1")
    assert [path.name for path in tmp_path.iterdir()] == ["ben-participant2.zip"]
