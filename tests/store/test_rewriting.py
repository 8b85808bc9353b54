"""What must be forgotten is taken out of every revision and off the disk; what is old is pruned."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.store.conftest import QUARTER, REF
from workbook.errors import StoreError
from workbook.store import Document, Revision, Store
from workbook.store.pruning import KEPT, prune
from workbook.store.rewriting import forget, rewrite

CANARY = "Petra-Kanarienvogel"


def without_canary(revision: Revision) -> Document:
    return {name: text.replace(CANARY, "-") for name, text in revision.document.items()}


def test_rewriting_changes_documents_only(store: Store, where: Path | str) -> None:
    """Numbers, times and untouched revisions stay; the rest says what it should."""
    before = [
        store.save("review", QUARTER, {"lessons": text}, based_on=number)
        for number, text in enumerate(["a", f"b {CANARY}", "c"])
    ]
    assert rewrite(store.database, REF, without_canary) == 1
    assert Store.open(where).history("review") == (
        before[0],
        replace(before[1], document={"lessons": "b -"}),
        before[2],
    )


def test_nothing_stays_in_the_file(file_store: Store) -> None:
    """After rewriting, the file holds the word neither in rows nor in free pages, also of large texts (S18)."""
    file_store.save("review", QUARTER, {"lessons": f"{CANARY} " * 5000}, based_on=0)
    file_store.save("review", QUARTER, {"lessons": "short"}, based_on=1)
    rewrite(file_store.database, REF, without_canary)
    assert CANARY.encode() not in file_store.database.file.read_bytes()


def test_rewriting_is_all_or_nothing(store: Store) -> None:
    """When one revision cannot be rewritten, none is."""
    store.save("review", QUARTER, {"lessons": CANARY}, based_on=0)
    store.save("review", QUARTER, {"lessons": "second"}, based_on=1)

    def fail(revision: Revision) -> Document:
        if revision.document["lessons"] == CANARY:
            raise StoreError
        return {"lessons": "changed"}

    with pytest.raises(StoreError):
        rewrite(store.database, REF, fail)
    assert [revision.document["lessons"] for revision in store.history("review")] == [CANARY, "second"]


def test_forgetting_leaves_others_alone(store: Store, where: Path | str) -> None:
    """Everything of one participant is gone, everything of another is there."""
    other = Store.create(where, "bert2026")
    for each in (store, other):
        each.save("review", QUARTER, {"lessons": CANARY}, based_on=0)
        each.share("review")
    forget(store.database, REF)
    assert (store.everything(), store.shared()) == ((), ())
    assert (len(other.everything()), other.shared()) == (1, ("review",))


def test_pruning_keeps_the_last_20_and_the_last_of_each_quarter(store: Store) -> None:
    """Of 5 + 15 + 12 revisions in three quarters the last 20 stay, and the last one of the first quarter."""
    for quarter, count in (("2026Q2", 5), ("2026Q3", 15), ("2026Q4", 12)):
        for number in range(count):
            store.save("review", quarter, {"lessons": f"{quarter} {number + 1}"}, based_on=number)
    store.save("commitment", "2026Q4", {"if": "then"}, based_on=0)
    assert prune(store) == 32 - KEPT - 1
    kept = [(revision.quarter, revision.number) for revision in store.history("review")]
    assert kept == [("2026Q2", 5)] + [("2026Q3", n) for n in range(8, 16)] + [("2026Q4", n) for n in range(1, 13)]
    assert (prune(store), len(store.history("commitment"))) == (0, 1)


def test_saving_goes_on_after_pruning(store: Store) -> None:
    """Numbers go on where they were."""
    for number in range(30):
        store.save("review", QUARTER, {"lessons": str(number)}, based_on=number)
    prune(store)
    assert store.save("review", QUARTER, {"lessons": "next"}, based_on=30).number == 31
