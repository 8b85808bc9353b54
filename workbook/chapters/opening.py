"""Opening a chapter, making its forms, and telling its panels when a form was saved."""

from collections.abc import Callable, Collection, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary, WeakMethod, WeakSet

from workbook.book import Workbook, open_workbook
from workbook.chapters.following import Follower, Following, Renewed
from workbook.chapters.pieces import Piece, Shown
from workbook.chapters.projector import as_shown
from workbook.focus.tiering import Tiering
from workbook.forms.debounce import Debounce
from workbook.forms.editor import Editor, FormOptions, State
from workbook.forms.form import SectionForm
from workbook.forms.table import Columns, Line, TableForm
from workbook.medium import is_static
from workbook.plan.section import Section

REDRAW_DELAY = 0.1


def open_chapter(participant_ref: str = "") -> Workbook:
    """Return the workbook of a participant and speak its language; an empty ref means the only one in the folder.

    The chapters of a workbook that run in one kernel share it, so that what is saved in one is known in the next.
    """
    opened = as_shown(open_workbook(participant_ref))
    if is_static():
        return opened
    place = (opened.folder, opened.participant.ref, opened.quarter, opened.today)
    return _open.setdefault(place, opened)


_open: dict[tuple[Path, str, str, date], Workbook] = {}


class Followers:
    """What follows the saves of one open workbook; it is redrawn a moment after a save, so that saving never waits.

    ``news`` returns the keys that were saved since it was asked last.
    """

    def __init__(self, news: Callable[[], Collection[str]]) -> None:
        self._news = news
        self._followers: list[Follower] = []
        self._forms: WeakSet[SectionForm | TableForm] = WeakSet()
        self._pause = Debounce(self.redraw, REDRAW_DELAY)

    def add(self, follower: Follower) -> None:
        """Let a piece follow."""
        self._followers.append(follower)

    def attend(self, form: SectionForm | TableForm) -> None:
        """Let a form show what another form of the same section saves, as long as it is there."""
        self._forms.add(form)

    def forget(self) -> None:
        """Let nothing follow any more: every chapter is carried out anew."""
        self._followers.clear()

    def saved(self) -> None:
        """Something was saved: redraw soon."""
        self._pause.touch()

    def flush(self) -> None:
        """Redraw now what waits to be redrawn."""
        self._pause.flush()

    def redraw(self) -> None:
        """Show every piece as it is now."""
        saved = self._news()
        for form in tuple(self._forms):
            form.catch_up(saved)
        for follower in self._followers:
            follower.follow()

    def rebuild(self) -> None:
        """Build every piece anew, forms too: other accounts are in use."""
        for follower in self._followers:
            follower.follow()
            follower.renew()


_followers: WeakKeyDictionary[Workbook, Followers] = WeakKeyDictionary()


def followers(book: Workbook) -> Followers:
    """Return what follows an open workbook."""
    if book not in _followers:
        asked = WeakMethod(book.news)
        _followers[book] = Followers(lambda: living() if (living := asked()) else ())
    return _followers[book]


def followed(book: Workbook, follower: Follower) -> Follower:
    """Let a piece follow what is saved in a workbook, where a kernel keeps running."""
    if not is_static():
        followers(book).add(follower)
    return follower


def following(book: Workbook, make: Callable[[], Shown], watch: Callable[[], object] | None = None) -> Follower:
    """Return a panel or picture that is made anew whenever a form was saved, or what ``watch`` returns has changed."""
    return followed(book, Following(make, watch))


def of_layers(book: Workbook, make: Callable[[Tiering], Shown]) -> Follower:
    """Return a panel or picture of the layers; it is made anew when accounts or decisions have changed."""
    return followed(book, Following(lambda: make(book.tiering), watch=lambda: book.tiering))


def renewed(book: Workbook, make: Callable[[], Piece], watch: Callable[[], object], place: str = "") -> Follower:
    """Return a form that is built anew when what ``watch`` returns has changed; a self-check leads to ``place``."""
    return followed(book, Renewed(make, watch, place))


def form_options(book: Workbook) -> FormOptions:
    """Return the currency of the workbook and the names of its accounts, offered while typing."""
    names = tuple(str(name) for name in book.portfolio.accounts["name"])
    return FormOptions(currency=book.portfolio.currency, suggestions={"accounts": names})


def section_form(book: Workbook, section: type[Section], **place: str) -> SectionForm:
    """Return the form of one section; the panels of the chapter follow its saves."""
    form = SectionForm(book.keeper(section, **place), form_options(book))
    followers(book).attend(form)
    listen(book, [form.editor])
    return form


def table_form(book: Workbook, lines: Sequence[Line], columns: Columns) -> TableForm:
    """Return the form of many accounts at once; the panels of the chapter follow its saves."""
    form = TableForm(lines, columns, form_options(book))
    followers(book).attend(form)
    listen(book, form.editors)
    return form


def listen(book: Workbook, editors: Sequence[Editor]) -> None:
    """Let the panels of the chapter follow the saves of ``editors``."""

    def saved(editor: Editor) -> None:
        if editor.state is State.SAVED:
            followers(book).saved()

    for editor in editors:
        editor.listen(saved)


def values(book: Workbook, section: type[Section], **place: str) -> Any:
    """Return the values of a section as they are saved."""
    return book.read(section, **place).values
