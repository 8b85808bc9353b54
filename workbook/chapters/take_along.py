"""Buttons that make a file to take along: it lies in the folder of the workbook, and can be saved from the page."""

from base64 import b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import ipywidgets as widgets
from markupsafe import Markup

from workbook.book import Workbook
from workbook.book.action_list import MEDIA as SPREADSHEET
from workbook.book.action_list import NAME as ACTIONS
from workbook.book.action_list import action_list
from workbook.book.calendar_export import export_calendar
from workbook.book.files import File, write_files
from workbook.book.peer_review import review_name, review_page_html, reviewed
from workbook.book.personal_summary import personal_summary_html, title_of_summary
from workbook.book.sheets import page_html
from workbook.chapters.pieces import Living
from workbook.errors import InputError, Problem, ProblemKind, Severity, WorkbookError, system_words
from workbook.forms.shared import FITTING
from workbook.forms.shared import make as shared
from workbook.forms.style import STYLE_TAG
from workbook.forms.view import Viewed
from workbook.i18n import N_, _

HTML = "text/html"
Make = Callable[[Workbook], Sequence[File]]


def _nothing(_book: Workbook) -> Sequence[File]:
    return ()


@dataclass(frozen=True, slots=True)
class Offer:
    """One kind of file: what its button says, what it is good for, and how it is made."""

    button: str
    help: str
    make: Make = _nothing


def _calendar(book: Workbook) -> Sequence[File]:
    return export_calendar(book).files


def _actions(book: Workbook) -> Sequence[File]:
    return (File(ACTIONS, action_list(book), SPREADSHEET),)


def _summary(book: Workbook) -> Sequence[File]:
    name = book.participant.display_name
    page = page_html(personal_summary_html(book), title=title_of_summary(), author=name, language=book.language)
    return (File("my-focus.html", page.encode(), HTML),)


def _reviews(book: Workbook) -> Sequence[File]:
    """Return a sheet for each plan of the five that was begun; for the first year plan while none was."""
    chosen = reviewed(book)
    if not chosen:
        raise InputError(Problem(NOTHING_TO_REVIEW))
    pages = ((review_name(book, each), review_page_html(book, each)) for each in chosen)
    return tuple(File(f"{name}.html", page.encode(), HTML) for name, page in pages)


NOTHING_TO_REVIEW = ProblemKind(
    "nothing_to_review",
    Severity.ERROR,
    N_("No plan was begun yet, so there is nothing to read."),
    N_("Begin an account plan in chapter 3 or a year plan in chapter 4."),
)
OFFERS = {
    "ics": Offer(
        N_("Make the calendar file"),
        N_("All dates of your plans for Outlook and other calendars. A later file updates and cancels them."),
        _calendar,
    ),
    "xlsx": Offer(
        N_("Make the list of actions"),
        N_("All actions and dates as a spreadsheet, to sort and to filter."),
        _actions,
    ),
    "summary": Offer(
        N_("Make the summary"),
        N_("My focus on one page, to print and to hang up. It opens in the browser."),
        _summary,
    ),
    "review": Offer(
        N_("Make the review sheets"),
        N_("One sheet per account plan, with codes in place of names, and the rubric for your learning partner."),
        _reviews,
    ),
}


class FilesForm(Viewed, Living):
    """A button per kind of file; where it was made, and a link to save it, stand below."""

    def __init__(self, book: Workbook, offers: Sequence[Offer]) -> None:
        self.book = book
        self.offers = offers
        self.said = ""

    def _build(self) -> widgets.VBox:
        self.note = shared(widgets.HTML)
        self.buttons = [self._button(offer) for offer in self.offers]
        helps = [shared(widgets.HTML, value=str(_help(offer))) for offer in self.offers]
        rows = [_row(pair) for pair in zip(self.buttons, helps, strict=True)]
        view = shared(widgets.VBox, [shared(widgets.HTML, value=STYLE_TAG), *rows, self.note])
        view.add_class("wb-form")
        return view

    def _button(self, offer: Offer) -> widgets.Button:
        button = shared(widgets.Button, description=_(offer.button), tooltip=_(offer.help), layout=FITTING)
        button.on_click(lambda _button: self.make(offer))
        return button

    def make(self, offer: Offer) -> None:
        """Make the files of an offer and say where they are, or why they could not be made."""
        try:
            files = offer.make(self.book)
            write_files(files, self.book.folder)
        except (WorkbookError, OSError) as refused:
            self._say(Markup('<p class="wb-problem">{}</p>').format(_why_not(refused)))
        else:
            self._say(Markup("").join(made(file) for file in files))

    def _say(self, html: Markup) -> None:
        self.said = html.striptags()
        self.note.value = str(Markup('<div role="status">{}</div>').format(html))

    @property
    def html(self) -> Markup:
        """What the workbook can make, for a page that cannot."""
        items = Markup("").join(
            Markup("<li><strong>{}</strong>. {}</li>").format(*_words(each)) for each in self.offers
        )
        return Markup("<p>{}</p><ul>{}</ul>").format(
            _("In the opened workbook a button stands here for each file:"), items
        )


def _row(pair: tuple[widgets.Widget, ...]) -> widgets.VBox:
    row = shared(widgets.VBox, pair)
    row.add_class("wb-field")
    return row


def _words(offer: Offer) -> tuple[str, str]:
    return _(offer.button), _(offer.help)


def _help(offer: Offer) -> Markup:
    return Markup('<p class="wb-help">{}</p>').format(_(offer.help))


def made(file: File) -> Markup:
    """Say where a file lies, with a link that saves a copy elsewhere; the file itself is in the link."""
    address = f"data:{file.media};base64,{b64encode(file.data).decode('ascii')}"
    link = Markup('<a href="{}" download="{}">{}</a>').format(address, file.name, _("Save a copy"))
    where = _("{file} is in the folder of your workbook.").format(file=file.name)
    return Markup('<p class="wb-status">{} {}</p>').format(where, link)


def offer_files(book: Workbook, kinds: Sequence[str]) -> FilesForm:
    """Return the buttons for kinds of files: "ics", "xlsx", "summary", "review"."""
    return FilesForm(book, [OFFERS[each] for each in kinds])


def _why_not(refused: WorkbookError | OSError) -> str:
    if isinstance(refused, WorkbookError):
        return str(refused)
    return _("The files could not be written: {reason}.").format(reason=system_words(refused))
