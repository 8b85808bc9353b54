"""PostgreSQL goes away in the middle of a save: told plainly, the text is kept, nothing is saved twice (fault F27)."""

from collections.abc import Iterator

import psycopg
import pytest

from tests.store.conftest import QUARTER, REF
from tests.store.postgres import Server
from tests.store.proxy import Proxy
from workbook.store import SaveConflict, Store
from workbook.store import database as databases
from workbook.store.errors import StoreBusy, StoreGone


@pytest.fixture
def store(database: str) -> Store:
    store = Store.create(database, REF)
    store.save("review", QUARTER, {"lessons": "old"}, based_on=0)
    return store


@pytest.fixture
def slammed(request: pytest.FixtureRequest, database: str, store: Store, server: Server) -> Iterator[Store]:
    """The same store, reached through a door that is slammed in the middle of the next save."""
    word, passes_on = request.param
    through_door = Store.open(database)
    proxy = Proxy(server.port, word, passes_on=passes_on)
    engine = Store.open(database.replace(str(server.port), str(proxy.port))).database
    through_door.database = engine
    yield through_door
    assert proxy.slammed
    proxy.close()


@pytest.mark.parametrize("slammed", [(b"INSERT", False), (b"COMMIT", False)], indirect=True)
def test_a_line_cut_before_the_server_hears(slammed: Store, store: Store) -> None:
    """The save failed and says so; saving again makes exactly one revision."""
    with pytest.raises(StoreGone, match=r"cannot be reached.*nothing is saved twice"):
        slammed.save("review", QUARTER, {"lessons": "new"}, based_on=1)
    assert len(store.history("review")) == 1
    assert slammed.save("review", QUARTER, {"lessons": "new"}, based_on=1).number == 2
    assert [revision.document["lessons"] for revision in store.history("review")] == ["old", "new"]


@pytest.mark.parametrize("slammed", [(b"COMMIT", True)], indirect=True)
def test_a_line_cut_before_the_answer_comes(slammed: Store, store: Store) -> None:
    """The save was made but not heard; saving again returns it and does not save a second time."""
    with pytest.raises(StoreGone):
        slammed.save("review", QUARTER, {"lessons": "new"}, based_on=1)
    assert len(store.history("review")) == 2
    assert slammed.save("review", QUARTER, {"lessons": "new"}, based_on=1).number == 2
    assert [revision.document["lessons"] for revision in store.history("review")] == ["old", "new"]


@pytest.mark.parametrize("slammed", [(b"COMMIT", True)], indirect=True)
def test_somebody_goes_on_before_the_retry(slammed: Store, store: Store) -> None:
    """When another window wrote after the save that was not heard, a later text is a conflict, not lost."""
    with pytest.raises(StoreGone):
        slammed.save("review", QUARTER, {"lessons": "new"}, based_on=1)
    store.save("review", QUARTER, {"lessons": "by another window"}, based_on=2)
    assert slammed.save("review", QUARTER, {"lessons": "new"}, based_on=1).number == 2
    with pytest.raises(SaveConflict):
        slammed.save("review", QUARTER, {"lessons": "new and more"}, based_on=2)


@pytest.mark.slow
def test_a_server_that_is_stopped(store: Store, server: Server) -> None:
    """A stopped server is named; after it is back, acknowledged saves are there and the text can be saved."""
    store.save("review", QUARTER, {"lessons": "acknowledged"}, based_on=1)
    server.stop()
    try:
        with pytest.raises(StoreGone):
            store.save("review", QUARTER, {"lessons": "new"}, based_on=2)
        with pytest.raises(StoreGone):
            store.read("review", QUARTER)
    finally:
        server.start()
    assert store.save("review", QUARTER, {"lessons": "new"}, based_on=2).number == 3
    assert [revision.document["lessons"] for revision in store.history("review")] == ["old", "acknowledged", "new"]


def test_somebody_holds_the_row(store: Store, database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A session that stopped half-way keeps nobody waiting for ever: after a while the save says so (fault F16)."""
    monkeypatch.setattr(databases, "BUSY_SECONDS", 0.2)
    second = Store.open(database)
    with psycopg.connect(database) as holder:
        holder.execute("INSERT INTO revision SELECT participant, quarter, section, 2, document, saved_at FROM revision")
        with pytest.raises(StoreBusy, match="locked for more than"):
            second.save("review", QUARTER, {"lessons": "new"}, based_on=1)
        holder.rollback()
    assert second.save("review", QUARTER, {"lessons": "new"}, based_on=1).number == 2
