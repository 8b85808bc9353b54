"""The layers of every account over the quarters, as they were confirmed."""

from typing import TYPE_CHECKING

from workbook.book.continued import renamed_ids
from workbook.book.standing import BEFORE
from workbook.focus.snapshot import Snapshot, take_snapshot

if TYPE_CHECKING:
    from workbook.book.workbook import Workbook


def layer_history(book: "Workbook") -> tuple[Snapshot, ...]:
    """Return the layers at the end of each quarter up to that of ``book``, oldest first; the last are those of today.

    Accounts that go on under another id are named by the one they have now. A quarter without kept layers is left out.
    """
    return (*ended_layers(book), take_snapshot(book.tiering, book.quarter))


def ended_layers(book: "Workbook") -> tuple[Snapshot, ...]:
    """Return the layers at the end of each quarter before that of ``book``, oldest first, as `layer_history` does."""
    kept = [Snapshot.model_validate(each) for each in book.kept(BEFORE)]
    return tuple({each.quarter: _with_ids_of_today(book, each) for each in kept}.values())


def names_ever(book: "Workbook") -> dict[str, str]:
    """Return the last name of every account that was ever in the workbook, by id."""
    return {each.account: each.name for snapshot in layer_history(book) for each in snapshot.assignments}


def _with_ids_of_today(book: "Workbook", snapshot: Snapshot) -> Snapshot:
    renamed = tuple(
        each.model_copy(update={"account": renamed_ids(book.continued, each.account)}) for each in snapshot.assignments
    )
    return snapshot.model_copy(update={"assignments": renamed})
