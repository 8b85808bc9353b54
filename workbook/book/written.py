"""What is written in a workbook in one quarter: sections read, kept, shared and listed."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from workbook.book.continued import CONTINUED, former_ids
from workbook.book.keeper import Desk, Keeper
from workbook.book.named import COHORT_TEXTS
from workbook.book.portable import NOBODYS_WORDS
from workbook.plan.catalogue import section_of
from workbook.plan.draft import Draft, S
from workbook.plan.sharing import can_be_chosen
from workbook.store import Store

if TYPE_CHECKING:
    from workbook.book.participant import Participant


class Written:
    """The sections of one participant in one quarter; what is saved goes to that quarter."""

    participant: "Participant"

    def __init__(self, store: Store, quarter: str) -> None:
        self._store = store
        self.quarter = quarter
        self._saved: set[str] = set()

    def _forget(self, key: str) -> None:
        """Remember that a section was saved, and forget what was computed from it."""
        self._saved.add(key)

    def news(self) -> frozenset[str]:
        """Return the keys of the sections that were saved here since the last time somebody asked."""
        saved, self._saved = self._saved, set()
        return frozenset(saved)

    def read(self, section: type[S], **place: str) -> Draft[S]:
        """Return what is written in a section, for example ``read(YearPlan, account_id="K-7")``."""
        found = self._store.read(section.key(**place), self.quarter)
        return Draft.from_document(section, found.document if found else None)

    def text_on(self, section: type[S], day: date, **place: str) -> tuple[date, Draft[S]]:
        """Return what a section said at the end of a day, and the day it was written; nothing, on ``day``, before that.

        A text about an account is looked for under the ids it had before, too.
        """
        ids = [place["account_id"], *former_ids(self.continued, place["account_id"])] if "account_id" in place else [""]
        for account_id in ids:
            key = section.key(**{**place, "account_id": account_id})
            for revision in reversed(self._store.history(key)):
                written = revision.saved_at.astimezone(self.participant.zone).date()
                if written <= day and revision.quarter <= self.quarter:
                    return written, Draft.from_document(section, revision.document)
        return day, Draft(section())

    def keeper(self, section: type[S], **place: str) -> Keeper[S]:
        """Return a section together with the means to save it."""
        desk = Desk(self._store, self.quarter, self.participant.zone, self._forget)
        return Keeper(section, section.key(**place), desk)

    def write_new(self, drafts: Mapping[str, Draft[Any]]) -> None:
        """Save sections that do not exist yet, by key: all of them or none; `StoreError` when they cannot be saved."""
        documents = {key: draft.to_document() for key, draft in drafts.items()}
        self._store.save_new(documents, self.quarter)
        for key in documents:
            self._forget(key)

    def write_together(self, drafts: Mapping[str, Draft[Any]]) -> None:
        """Save the next text of several sections, by key: all of them or none; `SaveConflict` like a keeper."""
        self.write_documents({key: draft.to_document() for key, draft in drafts.items()})

    def write_documents(self, documents: Mapping[str, dict[str, Any]]) -> None:
        """Save the next documents of several sections, by key: all of them or none; `SaveConflict` like a keeper."""
        found = {key: self._store.read(key, self.quarter) for key in documents}
        based_on = {key: each.number if each and each.quarter == self.quarter else 0 for key, each in found.items()}
        self._store.save_together({key: (each, based_on[key]) for key, each in documents.items()}, self.quarter)
        for key in documents:
            self._forget(key)

    def sections(self, prefix: str = "") -> tuple[str, ...]:
        """Return the keys of the sections written so far that begin with ``prefix``, sorted."""
        return tuple(key for key in self._store.sections(prefix, self.quarter) if self._goes_on_here(key))

    def begun_in(self, key: str) -> str:
        """Return the quarter in which a section was written first, the open one while it is not."""
        return next(iter(self._store.quarters(key)), self.quarter)

    def written_in(self, key: str) -> str | None:
        """Return the quarter in which a section was written last, None while it is not."""
        found = self._store.read(key, self.quarter)
        return found.quarter if found else None

    @property
    def last_written(self) -> str:
        """The key of the section the rep wrote into last, "" while nothing is written."""
        written = (each for each in self._store.everything() if each.section not in NOBODYS_WORDS)
        last = max(written, key=attrgetter("saved_at"), default=None)
        return last.section if last else ""

    def remembered(self, key: str) -> dict[str, Any] | None:
        """Return what the program itself keeps under a key, such as what a calendar was told; None before the first."""
        found = self._store.read(key, self.quarter)
        return found.document if found else None

    def given_texts(self, kind: str) -> dict[str, Any] | None:
        """Return the texts of one kind that the trainer has edited, such as "answers"; None where there are none."""
        found = self.remembered(COHORT_TEXTS)
        return found["texts"].get(kind) if found else None

    def kept(self, key: str) -> list[dict[str, Any]]:
        """Return everything the program has kept under a key until this quarter, oldest first."""
        return [each.document for each in self._store.history(key) if each.quarter <= self.quarter]

    def remember(self, key: str, document: dict[str, Any]) -> None:
        """Keep a document of the program under a key; `SaveConflict` if another window was first."""
        found = self._store.read(key, self.quarter)
        based_on = found.number if found and found.quarter == self.quarter else 0
        self._store.save(key, self.quarter, document, based_on=based_on)
        self._forget(key)

    def share(self, key: str, *, on: bool = True) -> None:
        """Let the trainer read a section or a figure from now on, or no longer; nothing is shared at first.

        Raises `ValueError` for what cannot be shared.
        """
        if not can_be_chosen(key):
            raise ValueError(f"{key} cannot be shared")
        (self._store.share if on else self._store.unshare)(key)

    def shared(self) -> tuple[str, ...]:
        """Return the keys of what the rep chose to share, sorted."""
        return self._store.shared()

    def drafts(self) -> dict[str, Draft[Any]]:
        """Return everything the rep has written, by key in the store."""
        documents = self.documents()
        known = {key: section_of(key) for key in documents}
        return {key: Draft.from_document(found[0], documents[key]) for key, found in known.items() if found}

    def documents(self) -> dict[str, dict[str, Any]]:
        """Return every section of this quarter as it is stored, by key."""
        written = self._store.read_all("", self.quarter)
        return {key: revision.document for key, revision in written.items() if self._goes_on_here(key)}

    @cached_property
    def continued(self) -> dict[str, str]:
        """The accounts that go on under another id: old id -> new id."""
        return dict((self.remembered(CONTINUED) or {}).get("pairs", {}))

    def _goes_on_here(self, key: str) -> bool:
        """Return whether a section is not one of an account that goes on under another id."""
        found = section_of(key) if self.continued else None
        return not found or found[1].get("account_id") not in self.continued
