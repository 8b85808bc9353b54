"""The draft that is open in a form: every change goes through here and is saved by itself."""

import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any
from weakref import WeakSet

from pydantic import ValidationError

from workbook.errors import WorkbookError
from workbook.forms.debounce import DELAY, Debounce
from workbook.forms.keeper import Keeper, Remembering, Rereading, Saved, Undoing
from workbook.forms.view import Attentive
from workbook.i18n import _
from workbook.plan.draft import Draft
from workbook.plan.editing import choose, explain, type_in
from workbook.plan.finding import Finding, Gravity
from workbook.plan.section import Section, described


class State(StrEnum):
    """How safe the draft is."""

    UNTOUCHED = "untouched"
    WRITING = "writing"
    SAVED = "saved"
    FAILED = "failed"


@dataclass(frozen=True)
class FormOptions:
    """What a form shows beside its section: the currency of amounts, names worth offering while typing, ready entries.

    ``suggestions`` go by the ``suggest`` of a field description ("accounts", "actions"), ``ready`` by the path of a
    list: what one click adds to it, as (words on the button, values of the entry); ``delay`` is in seconds.
    With ``today`` what a check finds about a field is said at the field, and what is open at the entry.
    """

    currency: str = "EUR"
    suggestions: Mapping[str, Sequence[str]] = field(default_factory=dict)
    ready: Mapping[str, Sequence[tuple[str, Mapping[str, Any]]]] = field(default_factory=dict)
    delay: float = DELAY
    today: date | None = None


class Editor:
    """Holds the open draft, applies changes, saves when typing stops, and tells who listens how safe the draft is."""

    def __init__(self, keeper: Keeper, options: FormOptions) -> None:
        self.options = options
        self.draft: Draft[Any] = keeper.draft
        self.state = State.UNTOUCHED
        self.message = ""
        self._keeper = keeper
        self._listeners: list[Callable[[Editor], None]] = []
        # A field that was folded away must not live on because somebody would tell it of a save.
        self.shown: WeakSet[Attentive] = WeakSet()
        # Widgets may call from one thread and the pause after typing from another.
        self._lock = threading.RLock()
        self._pause = Debounce(self.save, options.delay)

    def listen(self, listener: Callable[["Editor"], None]) -> None:
        """Call ``listener`` with this editor whenever state or message change."""
        self._listeners.append(listener)

    def show(self, view: Attentive) -> None:
        """Tell a view of each save, as long as it is there."""
        self.shown.add(view)

    def remark(self, path: str) -> Finding | None:
        """Return what the check finds about the field at ``path``, the gravest first; None while nothing is found."""
        if self.options.today is None:
            return None
        found = [each for each in self.draft.values.findings(self.options.today) if each.path == path]
        return min(found, key=lambda each: list(Gravity).index(each.gravity), default=None)

    def type_in(self, path: str, text: str) -> str:
        """Take over a typed text; return the sentence that belongs at the field, or an empty text."""
        with self._lock:
            edited = type_in(self.draft, path, text, self.options.currency)
            self._take(edited.draft)
            return edited.sentence

    def choose(self, path: str, value: Any) -> str:
        """Take over a chosen value; return why it does not fit, or an empty text."""
        with self._lock:
            edited = choose(self.draft, path, value)
            self._take(edited.draft)
            return edited.sentence

    def explain(self, path: str) -> str:
        """Return the sentence that belongs at a field as it stands."""
        return explain(self.draft, path, self.options.currency)

    def take(self, draft: Draft[Any]) -> None:
        """Go on with another draft of the same section; it is saved like what is typed."""
        with self._lock:
            self._take(draft)

    def begin_with(self, draft: Draft[Any]) -> None:
        """Show a draft where nothing is written yet; it is saved once something in it was changed."""
        if self.draft.empty:
            self.draft = draft

    def add(self, path: str, **values: Any) -> str:
        """Add an entry to a list, with ``values`` if there are any; return why it is full, or an empty text."""
        with self._lock:
            try:
                self._take(self.draft.add(path, **values))
            except ValidationError:
                return self._full(path)
            return ""

    def proposals(self, path: str) -> tuple[dict[str, Any], ...]:
        """Return the entries the list at ``path`` still lacks, as far as there is room for them."""
        room = (described(self.draft.section, path).most or 0) - len(self.draft.at(path))
        section: Section = self.draft.values
        return section.proposals(path, self.options.suggestions)[: max(room, 0)]

    def complete(self, path: str) -> None:
        """Add the entries the list at ``path`` still lacks."""
        for values in self.proposals(path):
            self.add(path, **values)

    def _full(self, path: str) -> str:
        return described(self.draft.section, path).full

    def repeat(self, path: str) -> str:
        """Add later entries like the one at ``path``; return why that is not possible, or an empty text."""
        with self._lock:
            later = self.draft.at(path).repeated()
            where = path.rpartition(".")[0]
            if not later:
                return _("Write a date first; it is repeated from there.")
            try:
                self._take(self.draft.put(where, (*self.draft.at(where), *later)))
            except ValidationError:
                return self._full(where)
            return ""

    def remove(self, path: str) -> None:
        """Remove an entry of a list."""
        with self._lock:
            self._take(self.draft.remove(path))

    def move_up(self, path: str) -> None:
        """Let an entry change places with the one before it."""
        with self._lock:
            self._take(self.draft.move_up(path))

    def _take(self, draft: Draft[Any]) -> None:
        if draft == self.draft:
            return
        self.draft = draft
        self._tell(State.WRITING, _("Not saved yet"))
        self._pause.touch()

    def flush(self) -> None:
        """Save now what waits to be saved."""
        self._pause.flush()

    @property
    def other(self) -> Draft[Any] | None:
        """What somebody else saved in the meantime, None while nobody did."""
        return self._keeper.other

    def save(self) -> None:
        """Save the draft as it stands; a refusal keeps it and says why."""
        self._save(self._keeper.save)

    def overrule(self) -> None:
        """Save the own text after both were seen."""
        self._save(self._keeper.overrule)

    def catch_up(self, saved: Collection[str]) -> bool:
        """Go on with what another form has saved, if it is among these keys and nothing is being written here."""
        keeper, busy = self._keeper, {State.WRITING, State.FAILED}
        with self._lock:
            if not isinstance(keeper, Rereading) or keeper.key not in saved or self.state in busy:
                return False
            before, read = keeper.draft, keeper.reload()
            self.draft = self.draft if read == before else read
            return read != before

    def take_other(self) -> None:
        """Go on with the text that somebody else saved."""
        with self._lock:
            self.draft = self._keeper.take_other()
            self._tell(State.SAVED, _("You go on with the other text."))

    @property
    def can_undo(self) -> bool:
        """Whether there is a save to take back and a keeper that can."""
        return self.state is State.SAVED and isinstance(self._keeper, Undoing)

    @property
    def has_earlier(self) -> bool:
        """Whether there are earlier texts to read."""
        return isinstance(self._keeper, Remembering) and self._keeper.has_earlier

    def earlier(self) -> list[tuple[date, Draft[Any]]]:
        """Return the earlier texts with their days, newest first, each once, without the one that is open now."""
        self.flush()
        found: list[tuple[date, Draft[Any]]] = []
        for day, draft in reversed(self._keeper.history() if isinstance(self._keeper, Remembering) else ()):
            if draft != self.draft and not draft.empty and (day, draft) not in found:
                found.append((day, draft))
        return found

    def take_back(self, draft: Draft[Any]) -> None:
        """Go on with an earlier text and save it as the newest one; what is open now stays in the history."""
        with self._lock:
            self._take(draft)
        # Not under the lock: a pause that ends at this moment waits for it, and this would wait for the pause.
        self._pause.flush()

    def undo(self) -> None:
        """Go back to the text before the last save, if the keeper can."""
        self.flush()
        if isinstance(self._keeper, Undoing):
            self._go_back(self._keeper)

    def _go_back(self, keeper: Undoing) -> None:
        with self._lock:
            try:
                self.draft = keeper.undo()
            except WorkbookError as refused:
                self._tell(State.FAILED, _("Not saved: {reason}").format(reason=refused))
            else:
                self._tell(State.SAVED, _("The text before is back."))

    def _save(self, save: Callable[[Draft[Any]], Saved]) -> None:
        with self._lock:
            try:
                saved = save(self.draft)
            except WorkbookError as refused:
                self._tell(State.FAILED, _("Not saved: {reason}").format(reason=refused))
            else:
                # The keeper knows the participant's time zone; a kernel in a data centre does not.
                self._tell(State.SAVED, _("Saved {time}").format(time=f"{saved.at:%H:%M}"))

    def _tell(self, state: State, message: str) -> None:
        self.state, self.message = state, message
        for listener in self._listeners:
            listener(self)
        for view in tuple(self.shown) if state is State.SAVED else ():
            view.saved()
