"""What is saved comes back: revisions, quarters, sections, conflicts; in a file and in PostgreSQL."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.conftest import QUARTER, REF, Clock
from workbook.store import SaveConflict, Store
from workbook.store.errors import QuarterClosed, StoreMissing


def test_nothing_saved_reads_as_none(store: Store) -> None:
    """A section nobody wrote has no revision."""
    assert store.read("year_plan/a", QUARTER) is None


def test_a_save_comes_back(store: Store, where: Path | str) -> None:
    """The latest revision holds what was saved, with number, time and place."""
    store.save("year_plan/a", QUARTER, {"goal": "Grüße, 李雷"}, based_on=0)
    found = Store.open(where).read("year_plan/a", QUARTER)
    assert (found.participant, found.quarter, found.section, found.number) == (REF, QUARTER, "year_plan/a", 1)
    assert found.document == {"goal": "Grüße, 李雷"}
    assert found.saved_at == datetime(2026, 11, 23, 9, 1, tzinfo=UTC)


def test_times_carry_their_zone(where: Path | str) -> None:
    """A time comes back in UTC, whatever zone the clock had."""
    berlin = timezone(timedelta(hours=2))
    store = Store.create(where, REF, clock=lambda: datetime(2026, 7, 1, 0, 30, tzinfo=berlin))
    store.save("review", QUARTER, {}, based_on=0)
    assert store.read("review", QUARTER).saved_at.isoformat() == "2026-06-30T22:30:00+00:00"


def test_each_save_is_a_new_revision(store: Store) -> None:
    """Nothing is overwritten: the history holds every text, oldest first."""
    for number, text in enumerate(["one", "two", "three"]):
        store.save("review", QUARTER, {"lessons": text}, based_on=number)
    assert [(r.number, r.document["lessons"]) for r in store.history("review")] == [
        (1, "one"),
        (2, "two"),
        (3, "three"),
    ]


def test_two_tabs_cannot_both_succeed(store: Store) -> None:
    """The second of two saves on the same revision is told and gets the other text (fault F14)."""
    store.save("review", QUARTER, {"lessons": "first"}, based_on=0)
    with pytest.raises(SaveConflict) as conflict:
        store.save("review", QUARTER, {"lessons": "second"}, based_on=0)
    assert conflict.value.other.document == {"lessons": "first"}
    assert "another window" in str(conflict.value)
    assert len(store.history("review")) == 1


def test_several_new_sections_are_saved_together(store: Store) -> None:
    """All of them are there, each as its first revision."""
    store.save_new({"account_facts/a": {"n": 1}, "account_facts/b": {"n": 2}}, QUARTER)
    assert [store.read(f"account_facts/{name}", QUARTER).number for name in "ab"] == [1, 1]


def test_several_new_sections_are_saved_or_none(store: Store) -> None:
    """When one of them exists, the others are not there afterwards."""
    store.save("account_facts/b", QUARTER, {"n": 0}, based_on=0)
    with pytest.raises(SaveConflict):
        store.save_new({"account_facts/a": {"n": 1}, "account_facts/b": {"n": 2}}, QUARTER)
    assert store.sections("account_facts/", QUARTER) == ("account_facts/b",)


def test_a_conflict_brings_the_latest_text(store: Store) -> None:
    """When the other tab saved several times, the loser sees the last of its texts."""
    for number, text in enumerate(["one", "two", "three"]):
        store.save("review", QUARTER, {"lessons": text}, based_on=number)
    with pytest.raises(SaveConflict) as conflict:
        store.save("review", QUARTER, {"lessons": "mine"}, based_on=1)
    assert (conflict.value.other.number, conflict.value.other.document["lessons"]) == (3, "three")


def test_the_same_save_again_is_no_conflict(store: Store) -> None:
    """A save that is repeated because its answer was lost returns the first one and adds nothing (fault F27)."""
    first = store.save("review", QUARTER, {"lessons": "mine"}, based_on=0)
    assert store.save("review", QUARTER, {"lessons": "mine"}, based_on=0) == first
    assert len(store.history("review")) == 1


def test_a_base_that_does_not_exist_is_a_conflict(store: Store) -> None:
    """A form that read a revision which a restore took away does not write over the restored text."""
    with pytest.raises(SaveConflict) as conflict:
        store.save("review", QUARTER, {"lessons": "mine"}, based_on=4)
    assert conflict.value.other is None


def test_reading_takes_the_latest_at_or_before_the_quarter(store: Store) -> None:
    """A quarter without a save of its own shows the text of the quarter before."""
    store.save("review", "2026Q3", {"lessons": "old"}, based_on=0)
    store.save("review", "2027Q1", {"lessons": "new"}, based_on=0)
    texts = {quarter: store.read("review", quarter) for quarter in ("2026Q2", "2026Q3", "2026Q4", "2027Q1", "2027Q2")}
    assert texts.pop("2026Q2") is None
    assert [found.document["lessons"] for found in texts.values()] == ["old", "old", "new", "new"]


def test_numbers_start_again_in_each_quarter(store: Store) -> None:
    """The first save of a quarter is revision 1 of that quarter, based on none."""
    store.save("review", "2026Q3", {}, based_on=0)
    assert store.save("review", "2026Q4", {"lessons": "new"}, based_on=0).number == 1


def test_a_past_quarter_is_closed(store: Store) -> None:
    """Once anything is saved in a later quarter, an earlier one never changes again."""
    snapshot = store.save("review", "2026Q4", {"lessons": "old"}, based_on=0)
    store.save("portfolio", "2027Q1", {}, based_on=0)
    for section, based_on in (("review", 1), ("commitment", 0)):
        with pytest.raises(QuarterClosed, match="2026Q4 is closed; the open quarter is 2027Q1"):
            store.save(section, "2026Q4", {"lessons": "late"}, based_on=based_on)
    store.save("review", "2027Q1", {"lessons": "new"}, based_on=0)
    assert store.read("review", "2026Q4") == snapshot


def test_a_clock_that_goes_back_changes_no_order(store: Store, where: Path | str, clock: Clock) -> None:
    """Numbers order texts, not times: what was saved last is read, whatever the clock said (fault F23)."""
    for number, (hour, text) in enumerate([(12, "one"), (3, "two"), (1, "three")]):
        clock.now = datetime(2026, 10, 25, hour, tzinfo=UTC)
        store.save("review", QUARTER, {"lessons": text}, based_on=number)
    again = Store.open(where)
    assert [each.document["lessons"] for each in again.history("review")] == ["one", "two", "three"]
    assert again.read("review", QUARTER).document == {"lessons": "three"}


def test_sections_are_listed_by_prefix(store: Store) -> None:
    """Keys are told apart by every character: small and capital letters, _ and % mean themselves."""
    for section in ("year_plan/b", "year_plan/a", "year_plan/A", "yearXplan/c", "review"):
        store.save(section, QUARTER, {}, based_on=0)
    assert store.sections("year_plan/", QUARTER) == ("year_plan/A", "year_plan/a", "year_plan/b")
    assert store.sections("year_plan/a", QUARTER) == ("year_plan/a",)
    assert store.sections("", "2026Q3") == ()


def test_all_sections_are_read_at_once(store: Store) -> None:
    """Of each section that begins with the prefix comes its latest revision."""
    store.save("account_facts/1", "2026Q3", {"incumbent": "A"}, based_on=0)
    store.save("account_facts/1", "2026Q4", {"incumbent": "B"}, based_on=0)
    store.save("account_facts/2", "2026Q4", {"incumbent": "C"}, based_on=0)
    found = store.read_all("account_facts/", "2026Q4")
    assert {key: revision.document["incumbent"] for key, revision in found.items()} == {
        "account_facts/1": "B",
        "account_facts/2": "C",
    }


def test_quarters_of_a_section(store: Store) -> None:
    """The quarters in which a section was saved, oldest first."""
    store.save("portfolio", "2026Q4", {}, based_on=0)
    store.save("portfolio", "2027Q1", {}, based_on=0)
    assert store.quarters("portfolio") == ("2026Q4", "2027Q1")


def test_hostile_text_is_only_text(store: Store) -> None:
    """Braces, dollars, formulas, broken characters and SQL come back as they were typed."""
    text = "{GmbH} $$ <script> =HYPERLINK() %s \x00 \ud800 '; DROP TABLE revision; --"
    store.save("review", QUARTER, {"lessons": text}, based_on=0)
    assert store.read("review", QUARTER).document == {"lessons": text}


NUMBERS = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
LEAVES = st.none() | st.booleans() | NUMBERS | st.text(st.characters())
ANY_JSON = st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=10)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(document=st.dictionaries(st.text(), ANY_JSON))
def test_any_document_comes_back(store: Store, document: dict[str, object]) -> None:
    """Whatever JSON can say is saved and read without a change."""
    last = store.read("review", QUARTER)
    store.save("review", QUARTER, document, based_on=last.number if last else 0)
    assert store.read("review", QUARTER).document == document


def test_what_cannot_be_json_is_refused(store: Store) -> None:
    """A number that JSON does not know is refused before anything is written."""
    with pytest.raises(ValueError, match="not JSON compliant"):
        store.save("review", QUARTER, {"hours": float("nan")}, based_on=0)
    assert store.history("review") == ()


@pytest.mark.parametrize("ref", ["", "anna", "Anna2026", "anna-2026", "../anna2026", "a" * 33])
def test_a_ref_is_small_letters_and_digits(folder: Path, ref: str) -> None:
    """Only a ref that is harmless in file names, roles and parameters makes a store."""
    with pytest.raises(ValueError, match="participant ref"):
        Store.create(folder, ref)
    assert not folder.exists()


@pytest.mark.parametrize("quarter", ["2026", "2026Q5", "Q42026", "2026q4", ""])
def test_a_quarter_is_a_quarter(store: Store, quarter: str) -> None:
    """A quarter reads YYYYQn."""
    with pytest.raises(ValueError, match="YYYYQn"):
        store.save("review", quarter, {}, based_on=0)


def test_no_store_is_said(tmp_path: Path) -> None:
    """Opening makes nothing; a folder without plan.db is named."""
    with pytest.raises(StoreMissing, match="no workbook in empty"):
        Store.open(tmp_path / "empty")
    assert list(tmp_path.iterdir()) == []


def test_the_only_participant_needs_no_ref(store: Store, where: Path | str) -> None:
    """An empty ref means the only participant there; with two, the ref is needed."""
    with pytest.raises(StoreMissing, match="no workbook yet"):
        Store.open(where)
    store.save("review", QUARTER, {}, based_on=0)
    assert Store.open(where).participant == REF
    Store.create(where, "bert2026").save("review", QUARTER, {}, based_on=0)
    with pytest.raises(StoreMissing, match="several people"):
        Store.open(where)


def test_participants_do_not_see_each_other(store: Store, where: Path | str) -> None:
    """Two participants in one database have their own sections and numbers."""
    store.save("review", QUARTER, {"lessons": "mine"}, based_on=0)
    other = Store.create(where, "bert2026")
    assert (other.read("review", QUARTER), other.history("review"), other.sections("", QUARTER)) == (None, (), ())
    assert other.save("review", QUARTER, {"lessons": "his"}, based_on=0).number == 1


def test_the_file_is_private(file_store: Store) -> None:
    """The folder is open to its owner only, and so is the file (S12)."""
    file = file_store.database.file
    assert (file.parent.stat().st_mode & 0o777, file.stat().st_mode & 0o777) == (0o700, 0o600)


@pytest.mark.parametrize("name", ["Müller ? %41 #", "{GmbH}", "$(x)", "李雷"])
def test_a_folder_may_have_any_name(tmp_path: Path, name: str) -> None:
    """Signs that mean something in an address are only characters here."""
    Store.create(tmp_path / name, REF).save("review", QUARTER, {}, based_on=0)
    assert Store.open(tmp_path / name).participant == REF
    assert [path.name for path in (tmp_path / name).iterdir()] == ["plan.db"]


def test_several_sections_are_saved_together_or_not_at_all(store: Store) -> None:
    """Both get their next revision; when one was saved elsewhere in the meantime, neither does."""
    store.save("year_plan/a", QUARTER, {"goal": "one"}, based_on=0)
    store.save_together({"year_plan/a": ({"goal": "two"}, 1), "review": ({"lessons": "x"}, 0)}, QUARTER)
    assert [store.read(key, QUARTER).number for key in ("year_plan/a", "review")] == [2, 1]
    with pytest.raises(SaveConflict):
        store.save_together({"review": ({"lessons": "y"}, 1), "year_plan/a": ({"goal": "three"}, 1)}, QUARTER)
    assert [store.read(key, QUARTER).number for key in ("year_plan/a", "review")] == [2, 1]
