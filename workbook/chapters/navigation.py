"""The way through the workbook in JupyterLab: every chapter with how far it is, and what a trainer needs in the room.

The launcher puts it above the text of each chapter; a page on paper has its own contents. Links carry ``data-chapter``,
which the page follows without loading anew. ``data-turns`` counts how often names were hidden or shown: when it changes
the page carries a chapter out anew.
"""

from pathlib import Path
from typing import Any

import ipywidgets as widgets
from markupsafe import Markup

from workbook.book import Workbook
from workbook.chapters.following import Following
from workbook.chapters.opening import followers
from workbook.chapters.panels import Panel
from workbook.chapters.path import CHAPTERS, TITLES, seminar_path
from workbook.chapters.progress import Progress, progress
from workbook.chapters.projector import hide_names, names_are_hidden
from workbook.chapters.timer import BlockTimer
from workbook.forms.fold import marked
from workbook.forms.form import mime_bundle
from workbook.forms.shared import FITTING, make
from workbook.forms.style import STYLE_TAG
from workbook.i18n import _, number


class Desk:
    """What stands above every chapter of one workbook: the way through it, and the timer and curtain of a trainer."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.turns = 0
        self.way = Following(lambda: way(book, self.turns))
        self.timer = BlockTimer([step for step in seminar_path(book.participant.minutes) if not step.homework])
        self.curtain = make(widgets.Button, layout=FITTING, description=_curtain_words())
        self.curtain.on_click(lambda _button: self.draw_curtain())
        self.tools = widgets.VBox([self.timer.choice, self.timer.button, self.curtain], layout={"display": "none"})
        self.room = make(widgets.Button, layout=FITTING)
        self.room.on_click(lambda _button: self.open_room(self.tools.layout.display == "none"))
        self.open_room(False)
        room = make(widgets.VBox, [make(widgets.HTML, STYLE_TAG), self.timer.display, self.room, self.tools])
        room.add_class("wb-form")
        room.add_class("wb-room")
        self.view = make(widgets.VBox, [self.way.view, room])
        followers(book).add(self.way)

    def open_room(self, is_open: bool) -> None:
        """Show what a trainer needs, or put it away; a running timer stays in sight."""
        self.tools.layout.display = "flex" if is_open else "none"
        self.room.description = marked(_("In the seminar room"), is_open=is_open)

    def draw_curtain(self) -> None:
        """Hide the names, or show them again; the page carries out anew every chapter it shows from now on."""
        hide_names(not names_are_hidden())
        followers(self.book).forget()
        followers(self.book).add(self.way)
        self.turns += 1
        self.curtain.description = _curtain_words()
        self.way.renew()

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        return mime_bundle(_("Chapters"), str(self.way.html), self.view)


_desks: dict[tuple[Path, str], Desk] = {}


def show(book: Workbook) -> Desk:
    """Return what stands above every chapter; all chapters show the same one, so that it is made once after a save."""
    place = (book.folder, book.participant.ref)
    if place not in _desks:
        _desks[place] = Desk(book)
    return _desks[place]


def way(book: Workbook, turns: int = 0) -> Panel:
    """Return the links to all chapters with their progress, as it is saved."""
    items = (_item(chapter, found) for chapter, found in progress(book).items())
    words = Markup('<p class="wb-note">{}</p>').format(_("Names are hidden.")) if names_are_hidden() else Markup("")
    nav = Markup('<nav class="wb-way" aria-label="{}" data-turns="{}">{}<ol>{}</ol></nav>')
    return Panel(nav.format(_("Chapters"), turns, words, Markup("").join(items)))


def _item(chapter: str, found: Progress) -> Markup:
    notebook = f"{CHAPTERS[chapter]}.ipynb"
    return Markup(
        '<li><a href="{0}" data-chapter="{0}"><span class="wb-way-number">{1}</span> '
        '<span class="wb-way-title">{2}</span> <span class="wb-way-count">{3}</span>'
        '<span class="wb-way-bar" aria-hidden="true"><i style="width:{4:.0f}%"></i></span></a></li>'
    ).format(notebook, int(CHAPTERS[chapter][:2]), _(TITLES[chapter]), _in_words(found), 100 * found.share)


def _in_words(found: Progress) -> str:
    if found.complete:
        return _("complete")
    words = _("{there} of {wanted}")
    return words.format(there=number(found.there), wanted=number(found.wanted)) if found.wanted else ""


def _curtain_words() -> str:
    return _("Show the names again") if names_are_hidden() else _("Hide all names")
