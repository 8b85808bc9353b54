"""A damaged store is noticed, never overwritten, and the last backup is named (fault F21)."""

import hashlib
import random
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from tests.store.conftest import QUARTER, REF
from workbook.errors import StoreError
from workbook.store import Store
from workbook.store.backup import backup
from workbook.store.errors import StoreDamaged

PAGE = 4096
TEXTS = [f"Satz {number} über den Kunden. " * 30 for number in range(12)]


@pytest.fixture
def written(file_store: Store) -> Path:
    """A store file with twelve revisions of a section."""
    for number, text in enumerate(TEXTS):
        file_store.save("review", QUARTER, {"lessons": text}, based_on=number)
    return file_store.database.file


def read_everything(folder: Path) -> list[str]:
    return [revision.document["lessons"] for revision in Store.open(folder).history("review")]


def flipped(sound: bytes, place: int) -> bytes:
    return sound[:place] + bytes([sound[place] ^ 0b100]) + sound[place + 1 :]


@pytest.mark.slow
def test_a_flipped_bit_is_never_believed(written: Path, record_property: Callable[[str, object], None]) -> None:
    """Wherever a bit flips: either it is noticed, or every text reads as it was written. The file is left alone."""
    sound, noticed = written.read_bytes(), 0
    for place in random.Random(5).sample(range(len(sound)), 400):
        written.write_bytes(flipped(sound, place))
        try:
            assert read_everything(written.parent) == TEXTS, place
        except StoreError:
            noticed += 1
        assert written.read_bytes() == flipped(sound, place)
    record_property("flipped bits", f"400, {noticed} noticed, the rest in places that say nothing, 0 believed")
    assert noticed > 100


def test_a_changed_letter_is_noticed(written: Path) -> None:
    """A text that reads well but is not what was written is refused, not shown."""
    written.write_bytes(written.read_bytes().replace(b"Satz 3", b"Satz 8", 1))
    with pytest.raises(StoreDamaged):
        read_everything(written.parent)


@pytest.mark.parametrize("size", [0, 1, 50, PAGE, PAGE + 7, 2 * PAGE])
def test_a_truncated_file_is_refused(written: Path, size: int) -> None:
    """A file that was cut off is refused and left exactly as it is, also when the workbook is made again."""
    written.write_bytes(written.read_bytes()[:size])
    before = hashlib.sha256(written.read_bytes()).hexdigest()
    with pytest.raises(StoreDamaged, match=r"plan\.db is damaged and was left exactly as it is"):
        Store.open(written.parent)
    with pytest.raises(StoreDamaged):
        Store.create(written.parent, REF)
    assert hashlib.sha256(written.read_bytes()).hexdigest() == before


def test_something_else_under_the_name_is_refused(tmp_path: Path) -> None:
    """A file that is no store at all is refused and left alone."""
    (tmp_path / "plan.db").write_bytes(b"PK\x03\x04 a zip" * 1000)
    with pytest.raises(StoreDamaged):
        Store.create(tmp_path, REF)
    assert (tmp_path / "plan.db").read_bytes().startswith(b"PK")


def test_the_last_backup_is_named(written: Path, tmp_path: Path) -> None:
    """The message says which backup to restore: the last one that still exists."""
    for name in ("first.db", "second.db", "third.db"):
        backup(Store.open(written.parent), written.parent, tmp_path / name)
    (tmp_path / "third.db").unlink()
    written.write_bytes(b"")
    with pytest.raises(StoreDamaged, match=r"Restore the last backup: .*second\.db"):
        Store.open(written.parent)


def test_without_a_backup_a_dash_is_named(written: Path) -> None:
    """Where there is no backup the message says so with a dash, also when the list itself is damaged."""
    written.write_bytes(b"")
    (written.parent / "backups.json").write_text("[{")
    with suppress(KeyError), pytest.raises(StoreDamaged, match=r"last backup: -\."):
        Store.open(written.parent)
