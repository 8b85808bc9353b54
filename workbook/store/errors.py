"""The ways a store says no.

StoreError                    (workbook.errors)
├── SaveConflict              the section was saved by somebody else in the meantime
├── QuarterClosed             the quarter that should be written is over
├── StoreBusy                 another program holds the store locked
├── StoreFull                 no space on the disk
├── StoreReadOnly             the store may only be read
├── StoreDamaged              the file is damaged
├── StoreNewer                written by a newer version
├── StoreMissing              there is no store
└── StoreGone                 the database cannot be reached
"""

from workbook.errors import Problem, StoreError
from workbook.store.revision import Revision


class SaveConflict(StoreError):  # noqa: N818  a conflict is for two people to settle, not an error
    """Somebody saved the same section first; ``other`` is what they saved, None when it was erased."""

    def __init__(self, problem: Problem, other: Revision | None) -> None:
        super().__init__(problem)
        self.other = other


class QuarterClosed(StoreError):  # noqa: N818  a state, not an error
    """The quarter that should be written is over."""


class StoreBusy(StoreError):  # noqa: N818  a state, not an error
    """Another program holds the store locked."""


class StoreFull(StoreError):  # noqa: N818  a state, not an error
    """There is no space left on the disk."""


class StoreReadOnly(StoreError):  # noqa: N818  a state, not an error
    """The store may only be read."""


class StoreDamaged(StoreError):  # noqa: N818  a state, not an error
    """The file is damaged; it was not touched."""


class StoreNewer(StoreError):  # noqa: N818  a state, not an error
    """The store was written by a newer version; it was not touched."""


class StoreMissing(StoreError):  # noqa: N818  a state, not an error
    """There is no store where one was expected."""


class StoreGone(StoreError):  # noqa: N818  a state, not an error
    """The database cannot be reached."""
