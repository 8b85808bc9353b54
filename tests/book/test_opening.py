"""A workbook is found, and knows whose it is and which day it is."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from workbook import i18n
from workbook.book import Participant, Workbook, create_workbook, location, open_workbook
from workbook.errors import InputError, StoreError


def test_an_opened_workbook_knows_its_participant(book: Workbook, participant: Participant, today: date) -> None:
    """Participant, day and open quarter are there."""
    assert (book.participant, book.today, book.quarter, book.language) == (participant, today, "2026Q4", "en")
    assert (book.calendar.start_month, book.read_only, book.sections()) == (1, False, ("participant", "portfolio"))


def test_opening_speaks_the_language_of_the_participant(tmp_path: Path, participant: Participant) -> None:
    """After opening, texts are in the language of the workbook."""
    create_workbook(tmp_path, participant.model_copy(update={"language": "de"}), {}, {})
    open_workbook(folder=tmp_path)
    assert i18n.language() == "de"


def test_the_folder_may_come_from_the_environment(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A launched notebook finds its folder in WORKBOOK_FOLDER."""
    monkeypatch.setenv("WORKBOOK_FOLDER", str(folder))
    assert open_workbook("anna2026").folder == folder


def test_the_folder_may_be_the_current_one(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A notebook opened by hand finds plan.db beside it."""
    monkeypatch.chdir(folder)
    assert open_workbook().participant.ref == "anna2026"


@pytest.mark.parametrize("ref", ["../../etc", "Anna", "{x}"])
def test_a_strange_code_is_refused(folder: Path, ref: str) -> None:
    """Only 8 to 32 small letters and digits are a participant code."""
    with pytest.raises(InputError, match="no participant code"):
        open_workbook(ref, folder=folder)


def test_a_folder_without_a_workbook_is_named(tmp_path: Path) -> None:
    """A folder without plan.db is refused in words, and stays empty."""
    with pytest.raises(StoreError, match=r"plan\.db is missing"):
        open_workbook(folder=tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_participant_who_is_not_there(folder: Path) -> None:
    """A code nobody has in this folder opens nothing."""
    with pytest.raises(InputError, match="bert2026"):
        open_workbook("bert2026", folder=folder)


def test_today_may_come_from_the_environment(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """WORKBOOK_TODAY sets the day, an argument wins over it."""
    monkeypatch.setenv("WORKBOOK_TODAY", "2028-02-29")
    assert open_workbook(folder=folder).today == date(2028, 2, 29)
    assert open_workbook(folder=folder, today=date(2026, 1, 1)).today == date(2026, 1, 1)


def test_a_day_that_is_none_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mistyped day is named."""
    monkeypatch.setenv("WORKBOOK_TODAY", "29.02.2028")
    with pytest.raises(InputError, match=r"29.02.2028 in WORKBOOK_TODAY"):
        open_workbook(folder=folder)


@pytest.mark.parametrize(
    ("instant", "zone", "day"),
    [
        ("2026-09-30T22:30", "Europe/Berlin", date(2026, 10, 1)),
        ("2026-09-30T22:30", "America/New_York", date(2026, 9, 30)),
        ("2026-03-28T23:30", "Europe/Berlin", date(2026, 3, 29)),
        ("2026-10-25T22:59", "Europe/Berlin", date(2026, 10, 25)),
        ("2026-12-31T23:30", "Europe/Berlin", date(2027, 1, 1)),
        ("2028-02-28T23:30", "Europe/Berlin", date(2028, 2, 29)),
    ],
)
def test_today_is_the_day_where_the_participant_is(
    participant: Participant, monkeypatch: pytest.MonkeyPatch, instant: str, zone: str, day: date
) -> None:
    """The day follows the participant's zone, over summer time, year end and leap day (fault F23)."""

    class Frozen(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime.fromisoformat(instant).replace(tzinfo=UTC).astimezone(tz)

    monkeypatch.setattr(location, "datetime", Frozen)
    assert location.day_for(participant.model_copy(update={"time_zone": zone}), None) == day


def test_the_open_quarter_does_not_follow_the_clock(folder: Path) -> None:
    """A new day opens no new quarter: the quarter changes only when new accounts are loaded (fault F23)."""
    assert open_workbook(folder=folder, today=date(2027, 6, 1)).quarter == "2026Q4"
    assert open_workbook(folder=folder, today=date(2020, 1, 1)).quarter == "2026Q4"


def test_without_anything_the_demo_opens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, today: date) -> None:
    """A chapter opened from the sources shows an invented participant in the language of the messages, and keeps it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("WORKBOOK_LANGUAGE", "en")
    monkeypatch.chdir(tmp_path)
    demo = open_workbook(today=today)
    assert (demo.participant.display_name, demo.language, len(demo.portfolio.accounts)) == ("Alison Thorpe", "en", 77)
    assert open_workbook(today=today).folder == demo.folder
    assert demo.folder.is_relative_to(tmp_path)


def test_a_code_never_opens_the_demo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who is named by a code is told when the own workbook is not there."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match=r"plan\.db is missing in this folder"):
        open_workbook("anna2026")


def test_the_address_may_stand_in_a_private_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """WORKBOOK_STORE names an address, or a file that only its owner may read."""
    file = tmp_path / "address"
    file.write_text("postgresql://owner:canary@localhost/workbook\n")
    file.chmod(0o600)
    monkeypatch.setenv("WORKBOOK_STORE", str(file))
    assert location.store_address() == "postgresql://owner:canary@localhost/workbook"
    file.chmod(0o640)
    with pytest.raises(InputError, match="may be read by others") as refused:
        location.store_address()
    assert "canary" not in str(refused.value)
