"""The quarterly talk in the chapter: three questions and a decision, the sheet, its release, the files."""

from markupsafe import Markup

from workbook.book import Workbook
from workbook.book.talk import is_released, talk_sheet
from workbook.book.talk_questions import suggested_talk
from workbook.book.talk_sheet import GROUPS, SENTENCES, talk_html
from workbook.chapters.acting import Acting
from workbook.chapters.following import Follower
from workbook.chapters.opening import followed, following, renewed, section_form
from workbook.chapters.panels import Panel, note
from workbook.chapters.pieces import Folded, Stack
from workbook.chapters.printing import PrintForm, print_talk
from workbook.forms.form import SectionForm
from workbook.forms.ticks import Tick, TickForm
from workbook.i18n import _
from workbook.plan.draft import Draft
from workbook.plan.talk import QuarterlyTalk, names_key, release_key


def edit_talk(book: Workbook) -> Follower:
    """Return the form of the talk; until something is written it holds what the state of the workbook suggests."""
    return renewed(book, lambda: _form(book), lambda: () if _is_written(book) else book.sections())


def _is_written(book: Workbook) -> bool:
    return not book.read(QuarterlyTalk, name=book.quarter).empty


def _form(book: Workbook) -> SectionForm:
    form = section_form(book, QuarterlyTalk, name=book.quarter)
    if form.draft.empty:
        form.editor.begin_with(Draft(suggested_talk(book)))
    return form


def show_talk(book: Workbook) -> Stack:
    """Return whether the sheet is released, and the sheet as it would be handed over behind a button."""
    state = following(book, lambda: _state(book), lambda: book.shared())
    return Stack(state, Folded(_("Show the sheet"), lambda: _sheet(book), on_paper=False))


def _state(book: Workbook) -> Panel:
    if is_released(book):
        return note(_("The sheet of {quarter} is released.").format(quarter=book.quarter), "good")
    return note(_("The sheet of {quarter} is not released.").format(quarter=book.quarter))


def _sheet(book: Workbook) -> Panel:
    sheet = talk_sheet(book).cut(GROUPS, SENTENCES)
    return Panel(Markup(talk_html(sheet)))  # noqa: S704  the template escapes every text


def release_talk(book: Workbook) -> Follower:
    """Return the two ticks: whether the sheet may leave the folder, and whether people stand on it by name."""
    form = TickForm(_("Release of the talk sheet"), lambda: _ticks(book), lambda key, on: book.share(key, on=on))
    return followed(book, Acting(form, lambda: book.shared()))


def _ticks(book: Workbook) -> tuple[Tick, ...]:
    chosen, release, names = book.shared(), release_key(book.quarter), names_key(book.quarter)
    sentence = _("The sheet of {quarter} may leave my folder").format(quarter=book.quarter)
    held = _("Until then it is written into your folder only, and “workbook export --out” leaves it there.")
    codes = _("Otherwise codes stand in place of the people at your customers.")
    return (
        Tick(release, sentence, release in chosen, held),
        Tick(names, _("People stand on it by name"), names in chosen, codes),
    )


def write_talk(book: Workbook) -> PrintForm:
    """Return the button that writes the sheet into the folder."""
    return print_talk(book)
