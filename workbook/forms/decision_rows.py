"""Many decisions of one kind: a line for each thing that waits, the same questions in each, and one button.

Lines without an answer to the first question stay as they are. A refused line says why and keeps what was typed.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import ipywidgets as widgets

from workbook.errors import WorkbookError
from workbook.forms.decision import Answer, Ask, Unread, answer_of, answered, blank_for, input_for
from workbook.forms.fold import discard
from workbook.forms.form import mime_bundle
from workbook.forms.grid import grid_row, text_cell
from workbook.forms.shared import FITTING, make, show_if
from workbook.forms.style import STYLE_TAG
from workbook.forms.undecided import Memory, Undecided, Undone
from workbook.forms.view import Saying, Viewed
from workbook.i18n import _, ngettext, number
from workbook.medium import is_static

# So many lines are decided at a time; the next ones come up after them.
MOST_ROWS = 20


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that waits for a decision: its code, its name, and what there is to know about it."""

    code: str
    name: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """What a form of many decisions says: its title, the head of the first column, its button, and "nothing waits"."""

    title: str
    head: str
    button: str
    nothing: str


Answers = Mapping[str, Answer]
Decide = Callable[[str, Answers], None]


class DecisionRows(Saying, Viewed):
    """Asks the same about several things; ``decide`` gets the code of a line and its answers, and saves or refuses."""

    def __init__(
        self,
        words: Wording,
        asks: Sequence[Ask],
        rows: Callable[[], Sequence[Row]],
        decide: Callable[[str, Answers], None],
    ) -> None:
        self.words = words
        self.asks = tuple(asks)
        self.inputs: dict[str, dict[str, Any]] = {}
        self._rows = rows
        self._decide = decide
        self._shown: tuple[Row, ...] = ()
        self._lines: dict[Row, widgets.VBox] = {}
        self.memory: Memory | None = None

    def _build(self) -> widgets.VBox:
        self.undecided = Undecided(self.memory, self._now, lambda why: self._say(why, "wb-problem"))
        self._grid = make(widgets.VBox)
        self._grid.add_class("wb-grid")
        self.button = make(widgets.Button, description=self.words.button, tooltip=self.words.title, layout=FITTING)
        self.button.on_click(lambda _button: self.decide())
        self.note = make(widgets.HTML)
        row = make(widgets.HBox, [self.button])
        view = make(widgets.VBox, [make(widgets.HTML, STYLE_TAG), self._grid, row, self.note])
        view.add_class("wb-form")
        view.add_class("wb-decisions")
        self._draw()
        return view

    def renew(self) -> None:
        """Show what waits now; what was typed in lines that are still there stays."""
        if self._view is not None and tuple(self._rows()) != self._shown:
            self._draw()

    def _draw(self) -> None:
        self._shown = tuple(self._rows())
        wanted = self._shown[:MOST_ROWS]
        gone = [row for row in self._lines if row not in wanted]
        for row in wanted:
            self._lines[row] = self._lines.get(row) or self._line(row)
        lines = [self._lines[row] for row in wanted]
        self._grid.children = (
            [self._head(), *lines, *self._more()] if lines else [text_cell(self.words.nothing, "wb-help")]
        )
        show_if(self.button, bool(lines))
        for row in gone:
            discard(self._lines.pop(row))
        self.inputs = {row.code: self.inputs[row.code] for row in wanted}

    def _head(self) -> widgets.HBox:
        asked = [make(widgets.HTML, f"<span>{_head_of(ask)}</span>") for ask in self.asks]
        head = grid_row([text_cell(self.words.head), *asked])
        head.add_class("wb-grid-head")
        return head

    def _line(self, row: Row) -> widgets.VBox:
        self.inputs[row.code] = {ask.code: self._input(row, ask) for ask in self.asks}
        for code, made in self.inputs[row.code].items():
            self.undecided.watch(row.code, code, made)
        about = f'<br><span class="wb-help">{escape(row.about)}</span>' if row.about else ""
        name = make(widgets.HTML, f"<span>{escape(row.name)}{about}</span>")
        problem = make(widgets.HTML)
        return make(widgets.VBox, [grid_row([name, *self.inputs[row.code].values()]), problem])

    @staticmethod
    def _input(row: Row, ask: Ask) -> Any:
        made = input_for(ask, rows=2)
        # Who sees the table reads the heads; who hears it hears the line too.
        made.description = made.tooltip = f"{row.name}: {ask.label}"
        return made

    def _more(self) -> list[widgets.HTML]:
        left = len(self._shown) - MOST_ROWS
        return [text_cell(_more_in_words(left), "wb-help")] if left > 0 else []

    def decide(self) -> None:
        """Decide every line that has an answer; say how many were, and at each line that was not, why."""
        first = self.asks[0].code
        chosen = [row for row in self._lines if self.inputs[row.code][first].value]
        done = [row for row in chosen if self._is_decided(row)]
        for row in done:
            self._clear(row)
        self.undecided.keep()
        self._say(_counted(len(done), len(chosen) - len(done)))
        self.renew()

    def _is_decided(self, row: Row) -> bool:
        problem, inputs = self._lines[row].children[-1], self.inputs[row.code]
        try:
            self._decide(row.code, {ask.code: answer_of(ask, inputs[ask.code].value) for ask in self.asks})
        except (WorkbookError, Unread) as refused:
            problem.value = f'<p class="wb-problem" role="alert">{escape(str(refused))}</p>'
            return False
        problem.value = ""
        return True

    def _clear(self, row: Row) -> None:
        with self.undecided.ours():
            for ask in self.asks:
                self.inputs[row.code][ask.code].value = ask.start

    def _now(self) -> Undone:
        lines = {row.code: answered(self.asks, self.inputs[row.code]) for row in self._lines}
        return {code: answers for code, answers in lines.items() if answers}

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        return mime_bundle(self.words.title, self.twin(), None if is_static() else self.view)

    def twin(self) -> str:
        """Return the lines as a table with boxes to tick and lines to write on."""
        rows = tuple(self._rows())
        if not rows:
            return f'<p class="wb-note">{escape(self.words.nothing)}</p>'
        heads = (escape(self.words.head), *map(_head_of, self.asks))
        head = "".join(f'<th scope="col">{label}</th>' for label in heads)
        body = "".join(map(self._twin_row, rows[:MOST_ROWS]))
        table = f'<table class="wb-table"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
        left = len(rows) - MOST_ROWS
        more = f'<p class="wb-note">{escape(_more_in_words(left))}</p>' if left > 0 else ""
        return f'<section class="wb-twin">{table}{more}</section>'

    def _twin_row(self, row: Row) -> str:
        about = f'<br><span class="wb-soft" style="font-weight:400">{escape(row.about)}</span>' if row.about else ""
        cells = "".join(f'<td class="wb-blank">{blank_for(ask)}</td>' for ask in self.asks)
        return f'<tr><th scope="row">{escape(row.name)}{about}</th>{cells}</tr>'


def _counted(done: int, refused: int) -> str:
    saved = ngettext("{count} decision is saved.", "{count} decisions are saved.", done)
    again = ngettext("{count} line needs another look.", "{count} lines need another look.", refused)
    words = " ".join(each.format(count=number(count)) for each, count in ((saved, done), (again, refused)) if count)
    return words or _("Nothing is chosen yet: choose an answer in at least one line.")


def _head_of(ask: Ask) -> str:
    hint = f'<br><span class="wb-help wb-soft">{escape(ask.help)}</span>' if ask.help else ""
    return f"{escape(ask.label)}{hint}"


def _more_in_words(left: int) -> str:
    sentence = ngettext("{count} more comes up after these.", "{count} more come up after these.", left)
    return sentence.format(count=number(left))
