"""Pieces of a chapter that stand together: several below each other, one folded away.

A piece is a panel, a picture or a form. Where no kernel runs, each is printed as HTML; where one runs, forms live.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Protocol, runtime_checkable

import ipywidgets as widgets
from markupsafe import Markup

from workbook.forms.choose import ChoiceForm
from workbook.forms.fold import Fold, discard
from workbook.forms.form import SectionForm, mime_bundle
from workbook.forms.shared import make as shared
from workbook.forms.style import STYLE_TAG
from workbook.forms.table import TableForm
from workbook.forms.twin import twin
from workbook.medium import is_static


@runtime_checkable
class Shown(Protocol):
    """A panel or picture: it has HTML and nothing to type in."""

    def _repr_html_(self) -> str: ...


FORMS = (SectionForm, TableForm, ChoiceForm)
Form = SectionForm | TableForm | ChoiceForm
Piece = Shown | Form


def printed(piece: Piece) -> Markup:
    """Return a piece as HTML for paper and for notebooks that do not run."""
    if isinstance(piece, SectionForm):
        html = twin(piece.draft.section, piece.draft, piece.editor.options.currency)
    else:
        html = piece._repr_html_() if isinstance(piece, Shown) else piece.twin()
    return Markup(html)  # noqa: S704  panels, pictures and forms escape what comes from outside


def view_of(piece: Piece) -> widgets.Widget:
    """Return a piece as a widget."""
    if isinstance(piece, (Living, *FORMS)):
        return piece.view
    return shared(widgets.HTML, value=piece._repr_html_())


def fill(box: widgets.VBox, pieces: Sequence[Piece]) -> None:
    """Show pieces in a box, and close what was in it before, so that nothing piles up in a long afternoon."""
    before, box.children = box.children, [view_of(piece) for piece in pieces]
    for widget in before:
        discard(widget)


class Living:
    """What a notebook shows of a living piece: ``view`` where a kernel runs, ``html`` everywhere else."""

    @property
    def html(self) -> Markup:
        """The piece for paper."""
        raise NotImplementedError

    @property
    def view(self) -> widgets.Widget:
        """The piece as a widget."""
        raise NotImplementedError

    def _repr_html_(self) -> str:
        return str(self.html)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        html = self.html
        return mime_bundle(html.striptags(), str(html), None if is_static() else self.view)


class Stack(Living):
    """Pieces below each other."""

    def __init__(self, *pieces: Piece) -> None:
        self.pieces = pieces

    @property
    def html(self) -> Markup:
        """All pieces, printed."""
        return Markup("").join(printed(piece) for piece in self.pieces)

    @property
    def view(self) -> widgets.VBox:
        """All pieces, alive."""
        return shared(widgets.VBox, [view_of(piece) for piece in self.pieces])


class Placed(Living):
    """A piece with a place of its own on the page, so that a self-check can lead to it."""

    def __init__(self, piece: Piece, place: str) -> None:
        self.piece = piece
        self.place = place

    @property
    def html(self) -> Markup:
        """The piece, printed."""
        return printed(self.piece)

    @property
    def view(self) -> widgets.DOMWidget:
        """The piece, alive."""
        return view_of(self.piece).add_class(self.place)


class Folds(Living):
    """Several panels to read, each below a button of its own and made when it is opened; nothing of them on paper."""

    def __init__(self, folds: Sequence[tuple[str, Callable[[], Piece]]]) -> None:
        self.folds = folds

    @property
    def html(self) -> Markup:
        """Nothing: what is folded here is printed elsewhere."""
        return Markup("")

    @property
    def view(self) -> widgets.VBox:
        """The buttons, one below the other."""
        folds = [Fold(partial(str, title), partial(_opened, make)) for title, make in self.folds]
        box = shared(widgets.VBox, [shared(widgets.HTML, value=STYLE_TAG), *(each.widget for each in folds)])
        box.add_class("wb-form")
        return box


def _opened(make: Callable[[], Piece]) -> widgets.Widget:
    return view_of(make())


class Folded(Living):
    """A piece below a button, made anew each time it is opened; on paper it stands open, or is left out."""

    def __init__(self, title: str, make: Callable[[], Piece], *, on_paper: bool = True) -> None:
        self.title = title
        self.make = make
        self.on_paper = on_paper
        self.fold = Fold(lambda: title, lambda: view_of(make()))

    @property
    def html(self) -> Markup:
        """The piece under its title, printed."""
        if not self.on_paper:
            return Markup("")
        return Markup("<p><strong>{}</strong></p>{}").format(self.title, printed(self.make()))

    @property
    def view(self) -> widgets.VBox:
        """The button, and the piece once it is open."""
        box = shared(widgets.VBox, [shared(widgets.HTML, value=STYLE_TAG), self.fold.widget])
        box.add_class("wb-form")
        return box
