"""Making a decision in a chapter: it is stored, and everything that shows layers follows."""

from collections.abc import Callable
from typing import Any, Protocol

import ipywidgets as widgets
from markupsafe import Markup

from workbook.book import Workbook
from workbook.chapters.following import Follower
from workbook.chapters.opening import followed, followers
from workbook.focus.decisions import Decisions, Rules


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

    def __init__(self, form: Any, watch: Callable[[], object]) -> None:
        super().__init__(watch)
        self.form: Any = form

    @property
    def html(self) -> Markup:
        """The form for paper."""
        return Markup(self.form.twin())  # noqa: S704  forms escape what comes from outside

    @property
    def view(self) -> widgets.VBox:
        """The form, alive."""
        view: widgets.VBox = self.form.view
        return view

    def renew(self) -> None:
        """Show what can be decided now."""
        self.form.renew()


def acting(book: Workbook, form: Renewing, watch: Callable[[], object] | None = None) -> Acting:
    """Return a form in which the rep decides; it is renewed when the layers, or what ``watch`` returns, change."""
    piece = Acting(form, watch or (lambda: book.tiering))
    followed(book, piece)
    return piece


def decide(book: Workbook, decisions: Decisions, rules: Rules | None = None) -> None:
    """Store a decision and let every panel follow; raises `WorkbookError` when it cannot be stored."""
    book.decide(decisions, rules=rules)
    followers(book).saved()
