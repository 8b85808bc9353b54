"""The form that loads a list: choose or paste it, answer what is asked, see it as it will be used, use it."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from html import escape

import ipywidgets as widgets
from markupsafe import Markup

from workbook.book import Workbook
from workbook.book.importing import AccountsChange
from workbook.chapters.import_columns import columns_view
from workbook.chapters.import_parts import NOTHING, file_button, group_title, push_button, select
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
from workbook.forms.shared import make
from workbook.forms.style import STYLE_TAG
from workbook.forms.view import Saying, Viewed
from workbook.i18n import N_, _
from workbook.portfolio import Reading

STYLES = (("1.234,50", "de"), ("1,234.50", "en"))
# Names of products are the same in every language.
SYSTEMS = (
    ("Dynamics 365", "dynamics365"), ("HubSpot", "hubspot"), ("Odoo", "odoo"), ("Pipedrive", "pipedrive"),
    ("Salesforce", "salesforce"), ("SAP", "sap"), ("SuiteCRM", "suitecrm"), ("Zoho CRM", "zoho"),
)  # fmt: skip
WRITTEN = ("year_plan/", "key_account/", "account_facts/", "tiering")
_HELP = N_(
    "An Excel workbook or a CSV file with one row per account: number, name, and revenue per year. "
    "Files of up to 10 MB load quickly; larger ones are loaded when the workbooks are made. "
    "Nothing is stored before you press the last button."
)


class ImportForm(Saying, Viewed, Living):
    """Loads accounts into a workbook; on paper it says which list is in use."""

    def __init__(self, book: Workbook, intake: Intake | None = None) -> None:
        self.book = book
        self.intake = intake or Intake(book)

    @property
    def html(self) -> Markup:
        """Which list is in use, and how to load another one."""
        how = _("Another list is loaded here: open the workbook, choose the file, answer what is asked.")
        return together(last_import(self.book), paragraph(how)).html

    def _build(self) -> widgets.VBox:
        self.result = make(widgets.VBox)
        self.note = make(widgets.HTML)
        view = make(widgets.VBox, [*self._sources(), self.result, self.note])
        view.add_class("wb-form")
        return view

    def _sources(self) -> list[widgets.Widget]:
        self.accounts = file_button(_("Choose the list of accounts"), self._chosen)
        self.lines = file_button(_("Add the file with the invoices (if the list has no revenue)"), self._lines_chosen)
        paste = Fold(lambda: _("Paste a block copied from Excel instead"), self._paste_view)
        head = make(widgets.HTML, f'{STYLE_TAG}<p class="wb-help">{escape(_(_HELP))}</p>')
        return [head, self.accounts, self.lines, paste.widget]

    def _paste_view(self) -> widgets.VBox:
        label = _("The copied block, with its header row")
        self.pasted = make(widgets.Textarea, description=label, tooltip=label, rows=6)
        read = push_button(_("Read the block"), self._read_block)
        return make(widgets.VBox, [self.pasted, make(widgets.HBox, [read])])

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
            parts += [group_title(_("The first accounts as they will be used")), view_of(first_rows(reading.portfolio))]
        return [*parts, *self._ending()]

    def _heading(self, reading: Reading) -> Panel:
        uploads = [each for each in (self.intake.accounts, self.intake.lines) if each]
        files = [_("Pasted block") if each.name == PASTED else each.file_name for each in uploads]
        title = paragraph(Markup("<strong>{}</strong>").format(", ".join(files)))
        known = [note(_("The columns are those of your last list; what you decided then is used again."))]
        return together(title, *(known if self.intake.remembered else []), reading_panel(reading))

    def _questions(self) -> list[widgets.Widget]:
        asked = self.intake.questions
        boxes = [self._question(key, problem) for key, problem in asked.items()]
        return [group_title(_("Is this right?")), *boxes] if boxes else []

    def _question(self, key: str, problem: Problem) -> widgets.VBox:
        said = to_confirm(problem)
        box = make(
            widgets.Checkbox, value=key in self.intake.answers.confirmed, indent=False,
            description=said, tooltip=said, layout={"width": "100%"},
        )  # fmt: skip
        box.observe(lambda change: self._confirmed(key, change["new"]), names="value")
        line = make(widgets.VBox, [box, make(widgets.HTML, f'<p class="wb-help">{escape(way_out(problem))}</p>')])
        line.add_class("wb-roles")
        line.add_class("wb-question")
        return line

    def _confirmed(self, key: str, holds: bool) -> None:
        self.intake.confirm(key, holds)
        self._tell()

    def _choices(self, reading: Reading) -> list[widgets.Widget]:
        detected = _("as the list shows")
        made = [
            self._select("preset", _("Where the list comes from"), _("any system"), SYSTEMS),
            self._select("locale", _("How numbers are written"), detected, STYLES),
        ]
        for place, label in (("sheet", _("Sheet")), ("transactions_sheet", _("Sheet of the invoices"))):
            names = self.intake.sheets.get(place, ())
            if len(names) > 1:
                made.append(self._select(place, label, detected, _named(names)))
        if len(reading.owners) > 1:
            made.append(self._select("owner", _("Whose accounts"), _("everybody"), _named(reading.owners)))
        box = make(widgets.VBox, made)
        box.add_class("wb-columns")
        return [box]

    def _select(self, name: str, label: str, nothing: str, options: Sequence[tuple[str, str]]) -> widgets.Dropdown:
        def take(code: str | None) -> None:
            self._act(partial(self.intake.say, **{name: code}))

        return select(label, [(nothing, NOTHING), *options], getattr(self.intake.answers, name), take)

    def _ending(self) -> list[widgets.Widget]:
        change = self.intake.change
        self.button = push_button(self._use_label(), self.use)
        self.open = make(widgets.HTML)
        aside = push_button(_("Put the list aside"), self._put_aside)
        told = self._told(change) if change else []
        self._tell()
        return [*told, self.open, make(widgets.HBox, [self.button, aside])]

    def _use_label(self) -> str:
        return _("Use these accounts")

    def _told(self, change: AccountsChange) -> list[widgets.Widget]:
        written = any(key.startswith(WRITTEN) for key in self.book.sections())
        told = [group_title(_("What changes")), view_of(change_panel(change, written))]
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


def _named(names: Iterable[str]) -> list[tuple[str, str]]:
    return [(name, name) for name in names]


def load_accounts(book: Workbook) -> ImportForm:
    """Return the form that loads a list of accounts."""
    return ImportForm(book)
