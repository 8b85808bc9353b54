"""How the fields of a form are put together: core first, deepening folded, lists that grow and shrink."""

from collections.abc import Callable
from html import escape
from typing import Any

import ipywidgets as widgets
from pydantic import BaseModel

from workbook.forms.debounce import Debounce
from workbook.forms.editor import Editor
from workbook.forms.feedback import told
from workbook.forms.fold import Fold, discard, first_input
from workbook.forms.inputs import Aid, FieldView
from workbook.forms.places import place_of
from workbook.forms.shared import FITTING, make, show_if
from workbook.forms.titles import title_of
from workbook.forms.twin import compact
from workbook.i18n import _, ngettext
from workbook.plan.fields import FieldDescription, Kind, describe
from workbook.plan.finding import shortened
from workbook.plan.section import Item

SHOWN = 30
LONGEST_OFFER = 60
FOCUS_DELAY = 0.4


def fields_box(editor: Editor, model: type[BaseModel], prefix: str = "") -> widgets.VBox:
    """Return the fields of a section or of one entry of a list: core, then deepening in a fold."""
    core = [field_widget(editor, each, f"{prefix}{each.name}") for each in describe(model) if each.core]
    deepening = [each for each in describe(model) if not each.core]
    if deepening:
        core.append(Fold(lambda: _("Go deeper"), lambda: _deepening(editor, deepening, prefix)).widget)
    return _columns(core)


def _deepening(editor: Editor, descriptions: list[FieldDescription], prefix: str) -> widgets.VBox:
    return _columns([field_widget(editor, each, f"{prefix}{each.name}") for each in descriptions])


def _columns(fields: list[widgets.Widget]) -> widgets.VBox:
    """Return fields in two columns where there is room; wide ones take the whole line."""
    box = make(widgets.VBox, fields)
    box.add_class("wb-columns")
    return box


def field_widget(editor: Editor, description: FieldDescription, path: str) -> widgets.Widget:
    """Return what is shown for one field: its input, or a list of entries."""
    if description.kind is Kind.ITEMS:
        return ItemsView(editor, description, path).widget
    return FieldView(editor, description, path).widget


def dress(widget: widgets.DOMWidget, *styles: str) -> None:
    """Give a widget these classes."""
    for style in styles:
        widget.add_class(style)


class ItemsView:
    """A list of entries with buttons to add, move up and remove."""

    def __init__(self, editor: Editor, description: FieldDescription, path: str) -> None:
        self.editor = editor
        self.description = description
        self.path = path
        self.folds: list[Fold] = []
        self.shown, self.refusal = SHOWN, ""
        # A browser draws the new entry first; a cursor that is sent at once would find nothing.
        self.focus = Debounce(self._go_to_new, FOCUS_DELAY)
        self.heading = make(widgets.HTML, self._heading())
        self.note = make(widgets.HTML)
        self.entries = make(widgets.VBox)
        self.add_button = make(widgets.Button, description=description.add, tooltip=description.label, layout=FITTING)
        self.add_button.on_click(lambda _button: self.add())
        self.complete_button = make(widgets.Button, tooltip=description.label, layout=FITTING)
        self.complete_button.on_click(lambda _button: self.complete())
        self.buttons = make(widgets.HBox, [self.add_button, self.complete_button], layout={"flex_flow": "row wrap"})
        self.widget = make(widgets.VBox, [self.heading, self.entries, self.note, self.buttons, *self._ready()])
        dress(self.widget, "wb-field", "wb-full", place_of(editor.draft.section, path))
        self.draw()
        self.saved()
        editor.show(self)

    def _heading(self) -> str:
        label, text = escape(self.description.label), escape(self.description.help)
        return f'<span class="wb-group-label">{label}</span>' + (f'<p class="wb-help">{text}</p>' if text else "")

    def _ready(self) -> list[widgets.Widget]:
        """Return the buttons that add a ready-made entry, below a line that says so; nothing where none are offered."""
        offered = self.editor.options.ready.get(self.path, ())
        if not offered:
            return []
        buttons = [make(widgets.Button, description=words, tooltip=_("Add"), layout=FITTING) for words, _v in offered]
        for button, (_words, values) in zip(buttons, offered, strict=True):
            button.on_click(lambda _button, values=values: self.add(**values))
        row = make(widgets.Box, buttons)
        row.add_class("wb-ready")
        words = escape(_("Or take a ready-made one:"))
        return [make(widgets.HTML, f'<p class="wb-help">{words}</p>'), row]

    def add(self, **values: Any) -> None:
        """Add an entry, with ``values`` if there are any, and open it."""
        sentence = self.editor.add(self.path, **values)
        self._refuse(sentence)
        if not sentence:
            self.draw()
            if self.folds:
                self.folds[-1].toggle()
            self.focus.touch()

    def open(self, number: int) -> None:
        """Open an entry, if it is shown and can be closed."""
        if number < len(self.folds) and not self.folds[number].is_open:
            self.folds[number].toggle()

    def _go_to_new(self) -> None:
        """Put the cursor into the first field of the entry that was added last."""
        first = first_input(self.entries.children[-1]) if self.entries.children else None
        if first is not None and first.comm is not None:
            first.focus()

    def complete(self) -> None:
        """Add the entries that are still lacking."""
        self.editor.complete(self.path)
        self.draw()

    def saved(self) -> None:
        """Show what the check says about the list, and the titles of its entries, as they are now."""
        if self.widget.comm is None:
            return
        remark = self.editor.remark(self.path)
        self._tell(told(remark) if remark else self.refusal)
        for fold in self.folds:
            fold.relabel()
        self._offer()

    def _refuse(self, sentence: str) -> None:
        """Say why the list stays as it is until it changes: what was changed before may be saved in the meantime."""
        self.refusal = sentence
        self._tell(sentence)

    def _tell(self, sentence: str) -> None:
        self.note.value = f'<p class="wb-problem">{escape(sentence)}</p>' if sentence else ""

    def _offer(self) -> None:
        """Offer the entries that other answers ask for."""
        lacking = [" / ".join(str(each) for each in values.values()) for values in self._proposals()]
        names = shortened(", ".join(lacking), LONGEST_OFFER)
        self.complete_button.description = _("Take over: {names}").format(names=names) if lacking else ""
        show_if(self.complete_button, bool(lacking))

    def _proposals(self) -> list[dict[str, str]]:
        """Return what is lacking by the texts of its entries."""
        proposals = self.editor.proposals(self.path)
        return [{name: text for name, text in each.items() if type(text) is str} for each in proposals]

    def draw(self) -> None:
        """Draw the entries anew, after the list has changed."""
        count = len(self.editor.draft.at(self.path))
        first = max(0, count - self.shown)
        self.folds = []
        build = self._row if compact(self.description) else self._block
        before = self.entries.children
        self.entries.children = [*self._earlier(first), *(build(number) for number in range(first, count))]
        for entry in before:
            discard(entry)
        self._offer()

    def _earlier(self, count: int) -> list[widgets.Button]:
        """Return a button that shows the first ``count`` entries too; a year of inquiries would be slow to draw."""
        if not count:
            return []
        text = ngettext("Show {count} earlier entry", "Show {count} earlier entries", count).format(count=count)
        button = make(widgets.Button, description=text, tooltip=self.description.label, layout=FITTING)
        button.on_click(lambda _button: self._show_all())
        return [button]

    def _show_all(self) -> None:
        self.shown = len(self.editor.draft.at(self.path))
        self.draw()

    def _row(self, number: int) -> widgets.Widget:
        """Return an entry as one line of a table: only the first line shows the labels, all have them to be heard."""
        aid, fields = (Aid.QUESTIONS if number else Aid.ALL), describe(self.description.entry)
        inputs = [FieldView(self.editor, each, f"{self.path}.{number}.{each.name}", aid).widget for each in fields]
        buttons = make(widgets.HBox, self._buttons(number))
        buttons.add_class("wb-row-buttons")
        row = make(widgets.HBox, [*inputs, buttons], layout={"flex_flow": "row wrap", "align_items": "flex-start"})
        row.add_class("wb-row")
        row.add_class("wb-row-more" if number else "wb-row-first")
        return row

    def _block(self, number: int) -> widgets.Widget:
        fold = Fold(lambda: self._title(number), lambda: self._inside(number))
        self.folds.append(fold)
        return fold.widget

    def _title(self, number: int) -> str:
        try:
            entry = self.editor.draft.at(f"{self.path}.{number}")
        except IndexError:  # a fold that is about to go, since its entry has just been removed
            return ""
        return f"{number + 1}  {title_of(entry, told_open=self.editor.options.today is not None)}"

    def _inside(self, number: int) -> widgets.Widget:
        inside = fields_box(self.editor, self.description.entry, f"{self.path}.{number}.")
        box = make(widgets.VBox, [inside, make(widgets.HBox, self._buttons(number))])
        box.add_class("wb-entry")
        return box

    def _buttons(self, number: int) -> list[widgets.Button]:
        which = _("Entry {number}").format(number=number + 1)
        actions: list[tuple[str, Callable[[str], str | None]]] = [(_("Remove"), self.editor.remove)]
        if number:
            actions.insert(0, (_("Move up"), self.editor.move_up))
        if issubclass(self.description.entry, Item) and self.description.entry.REPEATS:
            actions.insert(0, (_("Repeat every quarter"), self.editor.repeat))
        return [self._button(text, which, number, act) for text, act in actions]

    def _button(self, text: str, which: str, number: int, act: Callable[[str], str | None]) -> widgets.Button:
        button = make(widgets.Button, description=text, tooltip=which, layout=FITTING)
        button.on_click(lambda _button: self._change(act, number))
        return button

    def _change(self, change: Callable[[str], str | None], number: int) -> None:
        """Change the list and draw it anew, or say why it stays as it is."""
        sentence = change(f"{self.path}.{number}") or ""
        self._refuse(sentence)
        if not sentence:
            self.draw()
