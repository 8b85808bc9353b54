"""A workbook as it may be shown to others: every name of a customer or a person is a code, and nothing is saved.

The codes are those of each export of this workbook, so that a picture on the wall and a file tell of the same company.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from workbook.book.named import PSEUDONYMS, named_in
from workbook.book.portable import with_codes
from workbook.errors import Problem, ProblemKind, Severity, StoreError
from workbook.i18n import N_
from workbook.plan.pseudonyms import Pseudonyms
from workbook.store import Document, Revision, Store

NAMES_HIDDEN = ProblemKind(
    "names_hidden",
    Severity.ERROR,
    N_("Not saved: names are hidden at the moment."),
    N_("Show the names again, then go on writing."),
)


class HiddenStore(Store):
    """A store that is read with codes in place of names. Ids stay: sections are found by them."""

    def __init__(self, store: Store, codes: Pseudonyms) -> None:
        super().__init__(store.database, store.participant)
        self._codes = codes

    @property
    def read_only(self) -> bool:
        """Always: a text with codes must never take the place of the real one."""
        return True

    def read(self, section: str, quarter: str) -> Revision | None:
        """Return the latest revision at or before a quarter, with codes."""
        found = super().read(section, quarter)
        return self._hidden(found) if found else None

    def read_all(self, prefix: str, quarter: str) -> dict[str, Revision]:
        """Return the latest revision of every section, with codes."""
        return {key: self._hidden(each) for key, each in super().read_all(prefix, quarter).items()}

    def history(self, section: str) -> tuple[Revision, ...]:
        """Return every revision of a section, with codes."""
        return tuple(map(self._hidden, super().history(section)))

    def everything(self) -> tuple[Revision, ...]:
        """Return every revision, with codes."""
        return tuple(map(self._hidden, super().everything()))

    def save(self, section: str, quarter: str, document: Document, *, based_on: int) -> Revision:
        """Refuse."""
        raise StoreError(Problem(NAMES_HIDDEN))

    def save_together(self, documents: Mapping[str, tuple[Document, int]], quarter: str) -> None:
        """Refuse."""
        raise StoreError(Problem(NAMES_HIDDEN))

    def _hidden(self, revision: Revision) -> Revision:
        if revision.section == PSEUDONYMS:
            return revision
        document: dict[str, Any] = with_codes(revision.document, self._codes)
        return replace(revision, document=document)


def people_only(store: Store, secret: str, colleagues: Iterable[str]) -> Pseudonyms:
    """Return the codes of the people of a store, apart from those who belong to the house of the rep."""
    return Pseudonyms(secret, people=named_in(store.everything()).people - set(colleagues))


def names_only(store: Store, secret: str) -> Pseudonyms:
    """Return the codes of people and companies of a store; ids are no names and keep their places."""
    named = named_in(store.everything())
    return Pseudonyms(secret, people=named.people, companies=named.companies)
