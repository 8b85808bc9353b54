"""What a workbook says about a person can be told, and can be forgotten (S18)."""

import json
import unicodedata
from pathlib import Path

import pytest

from tests.book.conftest import Note
from workbook.book import Workbook
from workbook.book.erasing import about_person, erase_person, erase_workbook
from workbook.book.people import pattern_of
from workbook.plan.buying_center import BuyingCenter, BuyingCenterMember
from workbook.plan.draft import Draft
from workbook.store import Store
from workbook.store.backup import backup
from workbook.terms import Attitude

NAME = "Petra Brändle"


def members(book: Workbook) -> Draft[BuyingCenter]:
    return book.read(BuyingCenter, account_id="1")


@pytest.fixture
def written(book: Workbook, tmp_path: Path) -> Workbook:
    """A workbook that names a person in several places, also in an earlier revision and a backup."""
    petra = BuyingCenterMember(id="aa", person=NAME, function="Einkauf", attitude=Attitude.CRITIC, personal_win="Ruhe")
    chief = BuyingCenterMember(id="bb", person="Jon Osei", function="Leitung")
    worker = BuyingCenterMember(id="cc", person="Ida Lund", reports_to="aa")
    keeper = book.keeper(BuyingCenter, account_id="1")
    keeper.save(Draft(BuyingCenter(members=(petra,))))
    keeper.save(Draft(BuyingCenter(members=(petra, chief, worker)), {"members.2.last_contact": "gestern"}))
    note = book.keeper(Note, chapter="03")
    note.save(Draft(Note(text="Anruf bei Brändle, Petra: sie prüft.")))
    note.save(Draft(Note(text="Anruf erledigt.")))
    backup(Store.open(book.folder), book.folder, tmp_path / "copy.db")
    (book.folder / "workbook.html").write_text(f"<p>{NAME}</p>")
    cell = {"cell_type": "code", "source": "1", "metadata": {}, "execution_count": 1, "outputs": [{"text": NAME}]}
    (book.folder / "03.ipynb").write_text(json.dumps({"cells": [cell], "metadata": {"widgets": {"x": NAME}}}))
    return book


def test_everything_about_a_person_is_told(written: Workbook) -> None:
    """All that is written about the person is listed, from every revision, each text once, with nobody else."""
    told = {
        (mention.section, mention.path.split(".")[-1]): mention.text for mention in about_person(written.folder, NAME)
    }
    assert told[("key_account/1/buying_center", "attitude")] == "critic"
    assert told[("key_account/1/buying_center", "personal_win")] == "Ruhe"
    assert told[("exercise/03/note", "text")] == "Anruf bei Brändle, Petra: sie prüft."
    assert not any("Osei" in text or "Lund" in text for text in told.values())


def test_a_person_is_forgotten_everywhere(written: Workbook, tmp_path: Path) -> None:
    """No byte of the store, its free pages, its backups or the outputs holds the name afterwards."""
    done = erase_person(written.folder, NAME)
    assert (done.revisions, done.in_backups, done.files, done.left) == (3, 3, ("workbook.html",), ())
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    spellings = [NAME, "Brändle", "Br\\u00e4ndle", "Ruhe"]
    assert [(path.name, each) for path in files for each in spellings if each.encode() in path.read_bytes()] == []


def test_the_others_stay(written: Workbook) -> None:
    """Other people, half-typed texts and the rest of a sentence stay; a reporting line to the person becomes open."""
    erase_person(written.folder, NAME)
    draft = members(written)
    assert [member.person for member in draft.values.members] == ["Jon Osei", "Ida Lund"]
    assert (draft.values.members[1].reports_to, draft.typed) == (None, {"members.1.last_contact": "gestern"})
    texts = [revision.document["values"]["text"] for revision in Store.open(written.folder).history("exercise/03/note")]
    assert texts == ["Anruf bei [name removed]: sie prüft.", "Anruf erledigt."]


def test_history_keeps_its_numbers(written: Workbook) -> None:
    """Revisions are rewritten in place; an open form can go on saving."""
    open_form = written.keeper(Note, chapter="03")
    erase_person(written.folder, NAME)
    assert open_form.save(Draft(Note(text="weiter"))).revision == 3


def test_what_cannot_be_changed_is_named(written: Workbook, tmp_path: Path) -> None:
    """A missing backup and a cell of the rep's own are named, so that somebody looks there."""
    (tmp_path / "copy.db").unlink()
    own = written.folder / "own"
    own.mkdir()
    cell = {"cell_type": "markdown", "source": NAME, "metadata": {}}
    (own / "mine.ipynb").write_text(json.dumps({"cells": [cell], "metadata": {}}))
    assert erase_person(written.folder, NAME).left == (str(tmp_path / "copy.db"), "own/mine.ipynb")


def test_an_archive_beside_the_folder_is_an_output(written: Workbook, tmp_path: Path) -> None:
    """The zip file that a rendering packs holds a copy of everything; it is deleted and named."""
    archive = tmp_path / f"{written.folder.name}.zip"
    archive.write_text(NAME)
    assert archive.name in erase_person(written.folder, NAME).files
    assert not archive.exists()


def test_a_broken_notebook_stops_nothing(written: Workbook) -> None:
    """A notebook that is no JSON is left as it is and named when it holds the person."""
    (written.folder / "broken.ipynb").write_text(f"half {NAME}")
    assert erase_person(written.folder, NAME).left == ("broken.ipynb",)


def test_a_name_nobody_has_changes_nothing(written: Workbook) -> None:
    """Without a mention no revision is touched."""
    before = (written.folder / "plan.db").read_bytes()
    assert erase_person(written.folder, "Karl Niemand").revisions == 0
    assert (written.folder / "plan.db").read_bytes() == before


def test_a_workbook_is_forgotten(written: Workbook, tmp_path: Path) -> None:
    """The folder, the archive of it beside and every backup on its list are gone."""
    (tmp_path / f"{written.folder.name}.zip").write_text(NAME)
    assert erase_workbook(written.folder) == ()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mit Petra Brändle gesprochen", True),
        (unicodedata.normalize("NFD", "petra  brändle"), True),
        ("Brändle,Petra", True),
        ("Petra Brändles Chef", True),
        ("Petra Brändlein", False),
        ("Brändle", False),
        ("Petra", False),
    ],
)
def test_a_name_is_found_however_it_is_typed(text: str, found: bool) -> None:
    """Case, spacing, order and the way umlauts are stored make no difference; longer names are other names."""
    assert bool(pattern_of(NAME).search(unicodedata.normalize("NFC", text))) is found


@pytest.mark.parametrize("name", ["(", "{x}", "a|b", "$$", ".*"])
def test_a_strange_name_is_only_a_name(written: Workbook, name: str) -> None:
    """Signs that mean something in a pattern mean themselves."""
    assert about_person(written.folder, name) == ()


def test_no_name_is_refused(written: Workbook) -> None:
    """An empty name would be everybody."""
    with pytest.raises(ValueError, match="at least one letter"):
        erase_person(written.folder, "  ")
