"""A keeper holds one section while it is being written: what was read, on which revision, and how to save it.

A form gets a keeper and knows nothing of the store. When a save is refused because another window was first, the text
of the other window is in ``other``; the rep takes it (`take_other`) or saves over it knowingly (`overrule`).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic
from zoneinfo import ZoneInfo

from workbook.plan.draft import Draft, S
from workbook.store import Revision, SaveConflict, Store


@dataclass(frozen=True, slots=True)
class Saved:
    """A save that is on disk: the revision it made, and when, in the participant's time zone."""

    revision: int
    at: datetime


@dataclass(frozen=True)
class Desk:
    """What every keeper of a workbook shares: the store, the open quarter, the time zone, whom to tell of a save."""

    store: Store
    quarter: str
    zone: ZoneInfo
    saved: Callable[[str], None]


class Keeper(Generic[S]):
    """One section of the open quarter; ``draft`` is what was last read or saved, ``other`` what a conflict brought."""

    def __init__(self, section: type[S], key: str, desk: Desk) -> None:
        self.section = section
        self.key = key
        self._desk = desk
        self._based_on: Revision | None = None
        self._other: Revision | None = None
        self._back = 0
        self._has_earlier = False
        self.draft: Draft[S] = self.reload()

    @property
    def saved(self) -> Saved | None:
        """The save the draft comes from, None if nothing was ever saved."""
        return self._as_saved(self._based_on) if self._based_on else None

    @property
    def other(self) -> Draft[S] | None:
        """What another window saved in the meantime, None without a conflict."""
        return self._to_draft(self._other) if self._other else None

    def reload(self) -> Draft[S]:
        """Read the section again and return what is stored now."""
        return self._adopt(self._desk.store.read(self.key, self._desk.quarter))

    def save(self, draft: Draft[S]) -> Saved:
        """Save a draft and return when; `StoreError` with the reason if it could not be saved.

        After a `SaveConflict` the other text is in ``other``. An unchanged draft is not saved a second time.
        """
        if self.saved and draft == self.draft:
            return self.saved
        self._back = 0
        return self._insert(draft, self._number())

    def take_other(self) -> Draft[S]:
        """Drop the own text and return the one of the other window."""
        return self._adopt(self._other) if self._other else self.draft

    def overrule(self, draft: Draft[S]) -> Saved:
        """Save a draft after both texts were seen; the other one stays in the history."""
        if self._other:
            self._adopt(self._other)
        return self.save(draft)

    def undo(self) -> Draft[S]:
        """Save the revision before the one shown as the newest one, and return it; once more goes back one more."""
        history = self._desk.store.history(self.key)
        if len(history) < 2 + 2 * self._back:
            return self.draft
        target = history[-2 - 2 * self._back]
        self._insert(self._to_draft(target), self._number())
        self._back += 1
        return self.draft

    @property
    def has_earlier(self) -> bool:
        """Whether there are texts before the one that is stored now."""
        return self._has_earlier

    def history(self) -> tuple[tuple[date, Draft[S]], ...]:
        """Return every earlier text with the day it was written, oldest first; the day is all that is told."""
        earlier = self._desk.store.history(self.key)
        return tuple((each.saved_at.astimezone(self._desk.zone).date(), self._to_draft(each)) for each in earlier)

    def _insert(self, draft: Draft[S], based_on: int) -> Saved:
        store, quarter = self._desk.store, self._desk.quarter
        try:
            revision = store.save(self.key, quarter, draft.to_document(), based_on=based_on)
        except SaveConflict as conflict:
            self._other = conflict.other
            if conflict.other is None:
                self._based_on = None
            raise
        self._has_earlier = self._has_earlier or self._based_on is not None
        self._based_on, self._other, self.draft = revision, None, draft
        self._desk.saved(self.key)
        return self._as_saved(revision)

    def _number(self) -> int:
        """Return the number read in the open quarter; a text carried over from an earlier one counts as none."""
        revision = self._based_on
        return revision.number if revision and revision.quarter == self._desk.quarter else 0

    def _adopt(self, revision: Revision | None) -> Draft[S]:
        self._based_on, self._other, self._back = revision, None, 0
        self._has_earlier = revision is not None and self._follows(revision)
        self.draft = self._to_draft(revision)
        return self.draft

    def _follows(self, revision: Revision) -> bool:
        return revision.number > 1 or self._desk.store.quarters(self.key)[0] != revision.quarter

    def _to_draft(self, revision: Revision | None) -> Draft[S]:
        return Draft.from_document(self.section, revision.document if revision else None)

    def _as_saved(self, revision: Revision) -> Saved:
        return Saved(revision.number, revision.saved_at.astimezone(self._desk.zone))
