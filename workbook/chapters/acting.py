"""Making a decision in a chapter: it is stored, and everything that shows layers follows."""

from collections.abc import Callable
from typing import Any, Protocol

import ipywidgets as widgets
from markupsafe import Markup

from workbook.book import Workbook
from workbook.book.past_prospects import take_up_again
from workbook.book.undecided import UndecidedAnswers
from workbook.chapters.following import Follower
from workbook.chapters.opening import followed, followers
from workbook.focus.decisions import Decisions, Rules
from workbook.forms.ticks import NOTHING


class Renewing(Protocol):
    """A form that can show things as they are now without losing what was typed."""

    def renew(self) -> None:
        """Show things as they are now."""

    def twin(self) -> str:
        """Return the form as HTML for paper."""

    @property
    def view(self) -> widgets.VBox:
        """The form as a widget."""


class Acting(Follower):
    """A form in which the rep decides; it follows the layers and keeps what was typed."""

    def __init__(
        self, form: Any, watch: Callable[[], object], wanted: Callable[[], bool] | None = None, place: str = ""
    ) -> None:
        super().__init__(watch)
        self.form: Any = form
        self._wanted = wanted
        self._place = place
        self._is_shown = False

    @property
    def html(self) -> Markup:
        """The form for paper; nothing where there is nothing to decide."""
        return Markup(self.form.twin() if self._wanted is None or self._wanted() else "")  # noqa: S704  forms escape what comes from outside

    @property
    def view(self) -> widgets.VBox:
        """The form, alive."""
        self._is_shown = True
        self._show()
        view: widgets.VBox = self.form.view
        if self._place:
            view.add_class(self._place)
        return view

    def renew(self) -> None:
        """Show what can be decided now."""
        self.form.renew()
        if self._is_shown:
            self._show()

    def _show(self) -> None:
        """Hide the form while there is nothing to decide; what was said about the last decision stays to be read.

        A form that nobody asked about knows itself whether it has something to show.
        """
        if self._wanted is None:
            return
        view = self.form.view
        (view.remove_class if self._wanted() or self.form.status else view.add_class)(NOTHING)


def keeping(book: Workbook, form: Any, name: str) -> Any:
    """Return a form that keeps under a name, its chapter and what it decides, what waits in it for its button."""
    form.memory = UndecidedAnswers(book, name)
    return form


def acting(book: Workbook, form: Renewing, watch: Callable[[], object] | None = None, **more: Any) -> Acting:
    """Return a form in which the rep decides; it is renewed when the layers, or what ``watch`` returns, change.

    It is shown only while ``wanted``, if given, says there is something to decide; a self-check leads to ``place``.
    """
    piece = Acting(form, watch or (lambda: book.tiering), **more)
    followed(book, piece)
    return piece


def decide(book: Workbook, decisions: Decisions, rules: Rules | None = None) -> None:
    """Store a decision and let every panel follow; raises `WorkbookError` when it cannot be stored."""
    before = set(book.decisions.prospect)
    book.decide(decisions, rules=rules)
    take_up_again(book, set(decisions.prospect) - before)
    followers(book).saved()
