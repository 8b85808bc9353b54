"""One question, one thing open at a time: an account and what is written about it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import ipywidgets as widgets
from markupsafe import Markup

from workbook.chapters.pieces import Living, Piece, fill, printed
from workbook.forms.form import SectionForm
from workbook.forms.shared import make as shared
from workbook.forms.style import STYLE_TAG
from workbook.forms.view import Viewed


@dataclass(frozen=True, slots=True)
class Pick:
    """Something to pick: its code, its name, and whether something was written about it already."""

    code: str
    name: str
    written: bool = False


class Picker(Viewed, Living):
    """One question, one thing open at a time; on paper everything that was written, or the first one to fill in."""

    def __init__(self, question: str, picks: Sequence[Pick], show: Callable[[str], Sequence[Piece]]) -> None:
        self.question = question
        self.picks = picks
        self._show = show
        self._forms: list[SectionForm] = []

    @property
    def html(self) -> Markup:
        """Each thing that was written about, with its name as a heading; the first one while nothing is written."""
        written = [pick for pick in self.picks if pick.written] or list(self.picks[:1])
        return Markup("").join(self._printed(pick) for pick in written)

    def _printed(self, pick: Pick) -> Markup:
        heading = Markup('<p class="wb-pick"><strong>{}</strong></p>').format(pick.name)
        return heading + Markup("").join(printed(piece) for piece in self._show(pick.code))

    def _build(self) -> widgets.VBox:
        options = [(pick.name, pick.code) for pick in self.picks]
        self.input = shared(widgets.Dropdown, options=options, description=self.question, tooltip=self.question)
        self.inside = shared(widgets.VBox)
        self.input.observe(lambda change: self.open(change["new"]), names="value")
        if options:
            self.open(self.input.value)
        self.head = shared(widgets.VBox, [shared(widgets.HTML, value=STYLE_TAG), self.input])
        self.head.add_class("wb-form")
        return shared(widgets.VBox, [self.head, self.inside])

    def open(self, code: str) -> None:
        """Show what belongs to one pick; what was typed for the one before is saved first."""
        for form in self._forms:
            form.flush()
        pieces = self._show(code)
        self._forms = [piece for piece in pieces if isinstance(piece, SectionForm)]
        fill(self.inside, pieces)
