"""What a quarter starts from: the layers confirmed in the last one, and the moves confirmed since (Rule R13)."""

from typing import TYPE_CHECKING

from workbook.book.continued import renamed_ids

if TYPE_CHECKING:
    from workbook.book.written import Written
    from workbook.focus.held import Standing

# The layers as they were when the last quarter ended, and what was confirmed of the proposed moves since.
BEFORE, CONFIRMED = "layers/before", "layers/confirmed"
STANDING = (BEFORE, CONFIRMED)


def standing_in(book: "Written") -> "Standing | None":
    """Return what the quarter of a workbook starts from, None in the first one."""
    from workbook.focus.held import Standing
    from workbook.focus.snapshot import Snapshot

    stored = book.remembered(BEFORE)
    if stored is None:
        return None
    before = Snapshot.model_validate(stored)
    assignments = tuple(
        each.model_copy(update={"account": renamed_ids(book.continued, each.account)}) for each in before.assignments
    )
    return Standing(before.model_copy(update={"assignments": assignments}), _accepted(book))


def _accepted(book: "Written") -> dict[str, str]:
    stored = book.remembered(CONFIRMED) or {}
    # What was confirmed in an earlier quarter is in the layers this one starts from.
    reasons = stored.get("reasons", {}) if stored.get("quarter") == book.quarter else {}
    return {renamed_ids(book.continued, account): reason for account, reason in reasons.items()}


def confirm(book: "Written", reasons: dict[str, str]) -> None:
    """Keep which proposed moves the rep has confirmed in this quarter, with the reasons given, by account."""
    book.remember(CONFIRMED, {"schema": 1, "quarter": book.quarter, "reasons": reasons})
