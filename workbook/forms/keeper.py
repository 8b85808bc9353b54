"""What a form needs from whoever stores its section: the draft as it stands, and a way to save a newer one."""

from datetime import UTC, date, datetime
from typing import Any, Protocol, runtime_checkable

from workbook.plan.draft import Draft


class Saved(Protocol):
    """A save that is on disk: its revision and when it was made (with time zone)."""

    @property
    def revision(self) -> int:
        """Number of the revision, counting from 1."""

    @property
    def at(self) -> datetime:
        """Moment of the save."""


class Keeper(Protocol):
    """Reads and saves one section of one participant."""

    @property
    def draft(self) -> Draft[Any]:
        """The draft as it was read or last saved."""

    @property
    def other(self) -> Draft[Any] | None:
        """What somebody else saved in the meantime, None while nobody did."""

    def save(self, draft: Draft[Any]) -> Saved:
        """Save ``draft``; raises `WorkbookError` with the reason when it is not on disk."""

    def overrule(self, draft: Draft[Any]) -> Saved:
        """Save ``draft`` although ``other`` is there; the other text stays in the history."""

    def take_other(self) -> Draft[Any]:
        """Go on with the other text, and return it."""


@runtime_checkable
class Undoing(Protocol):
    """A keeper that can go back."""

    def undo(self) -> Draft[Any]:
        """Save the text before the last save as the newest one, and return it; once more goes one further back."""


@runtime_checkable
class Rereading(Keeper, Protocol):
    """A keeper that can look what is stored now."""

    @property
    def key(self) -> str:
        """The key of its section in the store."""

    def reload(self) -> Draft[Any]:
        """Read the section again, go on with it, and return it."""


@runtime_checkable
class Remembering(Protocol):
    """A keeper that knows the texts of earlier days."""

    @property
    def has_earlier(self) -> bool:
        """Whether there are texts before the one that is saved now."""

    def history(self) -> tuple[tuple[date, Draft[Any]], ...]:
        """Return every text that was saved with its day, oldest first."""


class Remembered:
    """A save that lives only in memory."""

    def __init__(self, revision: int) -> None:
        self.revision = revision
        self.at = datetime.now(UTC).astimezone()


class MemoryKeeper:
    """Keeps a draft in memory: for worked examples, and to try a form out without a participant's folder."""

    def __init__(self, draft: Draft[Any]) -> None:
        self.draft = draft
        self.other: Draft[Any] | None = None
        self.revision = 0
        self._before: list[Draft[Any]] = []

    def save(self, draft: Draft[Any]) -> Saved:
        """Remember ``draft``."""
        self._before.append(self.draft)
        self.draft = draft
        self.revision += 1
        return Remembered(self.revision)

    def overrule(self, draft: Draft[Any]) -> Saved:
        """Remember ``draft`` and forget the other text."""
        self.other = None
        return self.save(draft)

    def take_other(self) -> Draft[Any]:
        """Return the other text and go on with it."""
        self.draft, self.other = self.other or self.draft, None
        return self.draft

    def undo(self) -> Draft[Any]:
        """Return the draft before the last save and go on with it."""
        self.draft = self._before.pop() if self._before else self.draft
        return self.draft
