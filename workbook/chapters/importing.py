"""The form that loads a list: choose or paste it, answer what is asked, see it as it will be used, use it."""

from collections.abc import Callable
from functools import partial
from html import escape
from typing import Any

import ipywidgets as widgets
from markupsafe import Markup

from workbook.book import Workbook
from workbook.book.importing import AccountsChange
from workbook.chapters.import_columns import columns_view
from workbook.chapters.import_report import (
    change_panel,
    first_rows,
    problems_panel,
    reading_panel,
    to_confirm,
    way_out,
)
from workbook.chapters.intake import PASTED, Intake, Upload
from workbook.chapters.last_import import last_import
from workbook.chapters.opening import followers
from workbook.chapters.panels import Panel, note, paragraph, together
from workbook.chapters.pieces import Living, view_of
from workbook.errors import Problem, WorkbookError
from workbook.forms.fold import Fold, discard
from workbook.forms.shared import FITTING, make
from workbook.forms.style import STYLE_TAG
from workbook.i18n import N_, _
from workbook.portfolio import Reading

ACCEPTED = ".csv,.tsv,.txt,.xlsx,.xlsm"
DETECTED = ""
STYLES = (("1.234,50", "de"), ("1,234.50", "en"))
WRITTEN = ("year_plan/", "key_account/", "account_facts/", "tiering")
_HELP = N_(
    "An Excel workbook or a CSV file with one row per account: number, name, and revenue per year. "
    "Files of up to 10 MB load quickly; larger ones are loaded when the workbooks are made. "
    "Nothing is stored before you press the last button."
)


class ImportForm(Living):
    """Loads accounts into a workbook; on paper it says which list is in use."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.intake = Intake(book)
        self.status = ""
        self._view: widgets.VBox | None = None

    @property
    def html(self) -> Markup:
        """Which list is in use, and how to load another one."""
        how = _("Another list is loaded here: open the workbook, choose the file, answer what is asked.")
        return together(last_import(self.book), paragraph(how)).html

    @property
    def view(self) -> widgets.VBox:
        """The widgets; made when they are first asked for."""
        if self._view is None:
            self._view = self._build()
        return self._view

    def _build(self) -> widgets.VBox:
        self.accounts = _upload(_("Choose the list of accounts"), self._chosen)
        self.lines = _upload(_("Add the file with the invoices (if the list has no revenue)"), self._lines_chosen)
        self.result = make(widgets.VBox)
        self.note = make(widgets.HTML)
        paste = Fold(lambda: _("Paste a block copied from Excel instead"), self._paste_view)
        head = make(widgets.HTML, f'{STYLE_TAG}<p class="wb-help">{escape(_(_HELP))}</p>')
        view = make(widgets.VBox, [head, self.accounts, self.lines, paste.widget, self.result, self.note])
        view.add_class("wb-form")
        return view

    def _paste_view(self) -> widgets.VBox:
        label = _("The copied block, with its header row")
        self.pasted = make(widgets.Textarea, description=label, tooltip=label, rows=6)
        read = _button(_("Read the block"), self._read_block)
        return make(widgets.VBox, [self.pasted, read])

    def _read_block(self) -> None:
        self._act(lambda: self.intake.take(Upload(PASTED, self.pasted.value.encode("utf-8", "replace"))))

    def _chosen(self, upload: Upload) -> None:
        self._act(lambda: self.intake.take(upload))

    def _lines_chosen(self, upload: Upload) -> None:
        self._act(lambda: self.intake.take_lines(upload))

    def _act(self, change: Callable[[], None]) -> None:
        """Change something about the list and show what came of it."""
        self._say("")
        change()
        self.draw()

    def draw(self) -> None:
        """Show the reading as it is now."""
        before = self.result.children
        self.result.children = self._parts(self.intake.reading) if self.intake.reading else self._waiting()
        for part in before:
            discard(part)

    def _waiting(self) -> list[widgets.Widget]:
        lines = self.intake.lines
        if lines is None:
            return []
        text = _("{file} is at hand. Now choose the list of accounts.").format(file=lines.file_name)
        return [view_of(note(text))]

    def _parts(self, reading: Reading) -> list[widgets.Widget]:
        parts = [view_of(self._heading(reading)), view_of(problems_panel(reading.problems)), *self._questions()]
        parts += [*self._choices(reading), *columns_view(self.intake, self._act)]
        if reading.portfolio is not None:
            parts += [_title(_("The first accounts as they will be used")), view_of(first_rows(reading.portfolio))]
        return [*parts, *self._ending()]

    def _heading(self, reading: Reading) -> Panel:
        files = [each.file_name for each in (self.intake.accounts, self.intake.lines) if each]
        title = paragraph(Markup("<strong>{}</strong>").format(", ".join(files)))
        known = [note(_("The columns are those of your last list; what you decided then is used again."))]
        return together(title, *(known if self.intake.remembered else []), reading_panel(reading))

    def _questions(self) -> list[widgets.Widget]:
        asked = self.intake.questions
        boxes = [self._question(key, problem) for key, problem in asked.items()]
        return [_title(_("Is this right?")), *boxes] if boxes else []

    def _question(self, key: str, problem: Problem) -> widgets.VBox:
        said = to_confirm(problem)
        box = make(
            widgets.Checkbox, value=key in self.intake.answers.confirmed, indent=False,
            description=said, tooltip=said, layout={"width": "100%"},
        )  # fmt: skip
        box.observe(lambda change: self._confirmed(key, change["new"]), names="value")
        line = make(widgets.VBox, [box, make(widgets.HTML, f'<p class="wb-help">{escape(way_out(problem))}</p>')])
        line.add_class("wb-roles")
        return line

    def _confirmed(self, key: str, holds: bool) -> None:
        self.intake.confirm(key, holds)
        self._tell()

    def _choices(self, reading: Reading) -> list[widgets.Widget]:
        detected = (_("as the list shows"), DETECTED)
        answers = self.intake.answers
        made = [self._select(_("How numbers are written"), "locale", [detected, *STYLES], answers.locale)]
        if len(self.intake.sheets) > 1:
            sheets = [detected, *((name, name) for name in self.intake.sheets)]
            made.append(self._select(_("Sheet"), "sheet", sheets, answers.sheet))
        if len(reading.owners) > 1:
            owners = [(_("everybody"), DETECTED), *((name, name) for name in reading.owners)]
            made.append(self._select(_("Whose accounts"), "owner", owners, answers.owner))
        box = make(widgets.VBox, made)
        box.add_class("wb-columns")
        return [box]

    def _select(self, label: str, name: str, options: list[tuple[str, str]], chosen: str | None) -> widgets.Dropdown:
        known = chosen if chosen in [code for _text, code in options] else DETECTED
        made = make(widgets.Dropdown, options=options, value=known, description=label, tooltip=label)
        made.observe(lambda change: self._act(partial(self.intake.say, **{name: change["new"] or None})), names="value")
        return made

    def _ending(self) -> list[widgets.Widget]:
        change = self.intake.change
        self.button = _button(_("Use these accounts"), self.use)
        self.open = make(widgets.HTML)
        aside = _button(_("Put the list aside"), self._put_aside)
        told = self._told(change) if change else []
        self._tell()
        return [*told, self.open, make(widgets.HBox, [self.button, aside])]

    def _told(self, change: AccountsChange) -> list[widgets.Widget]:
        written = any(key.startswith(WRITTEN) for key in self.book.sections())
        told = [_title(_("What changes")), view_of(change_panel(change, written))]
        if self.intake.needs_yes:
            label = _("Yes, go on with the new list")
            box = make(widgets.Checkbox, value=self.intake.agreed, description=label, tooltip=label, indent=False)
            box.observe(lambda given: self._agreed(given["new"]), names="value")
            box.add_class("wb-roles")
            told.append(box)
        return told

    def _agreed(self, yes: bool) -> None:
        self.intake.agreed = yes
        self._tell()

    def _tell(self) -> None:
        """Say what is still open; the button works when nothing is."""
        hindrances = self.intake.hindrances()
        self.button.disabled = bool(hindrances)
        items = "".join(f"<li>{escape(each)}</li>" for each in hindrances)
        self.open.value = f'<div class="wb-problem" role="status"><ul>{items}</ul></div>' if items else ""

    def _put_aside(self) -> None:
        self._act(self.intake.forget)
        self._say(_("The list was put aside. Your accounts are as they were."))

    def use(self) -> None:
        """Put the accounts into the workbook, and say so; or say why not."""
        try:
            changed = self.intake.use()
        except WorkbookError as refused:
            self._say(str(refused), "wb-problem")
            return
        self._act(self.intake.forget)
        self._say(self._used() if changed else _("These accounts are in use already. Nothing was changed."))
        followers(self.book).rebuild()

    def _used(self) -> str:
        sentence = _("{count} accounts are in use. Chapters that are open in other windows show them when reopened.")
        return sentence.format(count=len(self.book.portfolio.accounts))

    def _say(self, sentence: str, style: str = "wb-status") -> None:
        self.status = sentence
        self.note.value = f'<p class="{style}" role="status">{escape(sentence)}</p>' if sentence else ""


def load_accounts(book: Workbook) -> ImportForm:
    """Return the form that loads a list of accounts."""
    return ImportForm(book)


def _upload(label: str, take: Callable[[Upload], None]) -> widgets.FileUpload:
    made = make(widgets.FileUpload, description=label, tooltip=label, accept=ACCEPTED, multiple=False, layout=FITTING)

    def uploaded(change: dict[str, Any]) -> None:
        if change["new"]:
            sent = change["new"][0]
            take(Upload(sent["name"], bytes(sent["content"])))
            # Emptied, so that the same file can be chosen once more after it was corrected.
            made.value = ()

    made.observe(uploaded, names="value")
    return made


def _button(label: str, act: Callable[[], None]) -> widgets.Button:
    made = make(widgets.Button, description=label, tooltip=label, layout=FITTING)
    made.on_click(lambda _button: act())
    return made


def _title(text: str) -> widgets.HTML:
    return make(widgets.HTML, f'<p class="wb-group-label">{escape(text)}</p>')
