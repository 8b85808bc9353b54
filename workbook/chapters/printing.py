"""A button that writes a plan, or the sheet for the quarterly talk, as page, PDF and slide into the folder."""

from collections.abc import Callable
from subprocess import SubprocessError

from markupsafe import Markup

from workbook.book import Workbook
from workbook.book.printing import print_files
from workbook.chapters.take_along import FilesForm, Offer, made
from workbook.errors import WorkbookError
from workbook.i18n import N_, _

TALK = "talk"


class PrintForm(FilesForm):
    """One button; where the files lie, and what could not be made, stands below. ``before`` is done first."""

    def __init__(self, book: Workbook, offer: Offer, about: str, before: Callable[[], object] = lambda: None) -> None:
        super().__init__(book, [offer])
        self.about = about
        self.before = before

    def make(self, _offer: Offer) -> None:
        """Write the files and say where they are, or why they could not be written."""
        self._say(
            Markup('<p class="wb-status">{}</p>').format(_("The files are being written; it takes some seconds."))
        )
        self.before()
        try:
            printed = print_files(self.book, self.about)
        except (WorkbookError, OSError, SubprocessError) as refused:
            self._say(_problem(str(refused)))
        else:
            self._say(Markup("").join([*map(made, printed.files), *map(_problem, printed.messages)]))


class PlanPrintForm(PrintForm):
    """The button below a plan."""

    @property
    def html(self) -> Markup:
        """Nothing: on paper the plan itself stands there."""
        return Markup("")


def _problem(sentence: str) -> Markup:
    return Markup('<p class="wb-problem">{}</p>').format(sentence)


PLAN = Offer(
    N_("Write this plan"),
    N_("The plan on four pages at most, its summary on one page and on a slide: as page, PDF and presentation."),
)
TALK_SHEET = Offer(
    N_("Write the talk sheet"),
    N_("Two pages to print and to take along, and the quarter on one slide: as page, PDF and presentation."),
)


def print_plan(book: Workbook, account_id: str, before: Callable[[], object]) -> PrintForm:
    """Return the button that writes the plan of one account; ``before`` saves what is being typed."""
    return PlanPrintForm(book, PLAN, account_id, before)


def print_talk(book: Workbook) -> PrintForm:
    """Return the button that writes the sheet for the quarterly talk."""
    return PrintForm(book, TALK_SHEET, TALK)
