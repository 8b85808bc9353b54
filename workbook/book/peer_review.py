"""A sheet for a learning partner: one plan with codes in place of names, and the rubric to read it with."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from markupsafe import Markup

from workbook.book.workbook import Workbook
from workbook.forms.twin import twin
from workbook.i18n import N_, _, day
from workbook.plan.draft import Draft
from workbook.plan.pseudonyms import Pseudonyms
from workbook.plan.rubric import LEVELS, rubric_for
from workbook.plan.section import Section
from workbook.plan.whole_plan import ALL_PARTS
from workbook.plan.year_plan import YearPlan
from workbook.templating import render_template
from workbook.terms import Layer

TEMPLATE, PAGE = "peer_review.html.j2", "review_page.html.j2"
PARTS: tuple[type[Section], ...] = (*ALL_PARTS, YearPlan)
QUESTIONS = (
    N_("What convinced me most"),
    N_("The question I would ask the customer first"),
    N_("One thing I would do differently"),
)


def reviewable(book: Workbook) -> tuple[str, ...]:
    """Return the accounts of the five, then of the 15, about which a plan was begun."""
    ids = (*book.tiering.ids(Layer.TOP5), *book.tiering.ids(Layer.NEXT15))
    keys = set(book.sections())
    return tuple(each for each in ids if any(part.key(account_id=each) in keys for part in PARTS))


def reviewed(book: Workbook) -> tuple[str, ...]:
    """Return the accounts a learning partner reads: the plans of the five; the first year plan while none was begun."""
    begun = reviewable(book)
    five = tuple(each for each in begun if each in book.tiering.ids(Layer.TOP5))
    return five or begun[:1]


def review_name(book: Workbook, account_id: str) -> str:
    """Return what the sheet of an account is called, without an ending: by its code, which tells nothing."""
    return f"peer-review-{_code(book, account_id).split()[-1].lower()}"


def _code(book: Workbook, account_id: str) -> str:
    codes = book.pseudonyms()
    return codes.code(str(book.tiering.row(account_id)["name"]))


def review_sheet_html(book: Workbook, account_id: str) -> str:
    """Return rubric and plan of one account, pseudonymised, in the language in use; every text is escaped."""
    codes = book.pseudonyms()
    drafts = _written(book, account_id)
    return render_template(
        TEMPLATE,
        words=_words(book),
        subject=_code(book, account_id),
        author=codes.code(book.participant.display_name),
        levels=[_(level) for level in LEVELS],
        rubric=grouped_rubric(drafts),
        questions=[_(question) for question in QUESTIONS],
        parts=list(_printed(drafts.values(), codes, book.portfolio.currency)),
    )


def grouped_rubric(parts: Iterable[type[Section]]) -> list[tuple[str, list[Any]]]:
    """Return what to look for, under the title of each part."""
    criteria = rubric_for(set(parts))
    return [(title, list(group)) for title, group in groupby(criteria, key=lambda each: each.title)]


def _written(book: Workbook, account_id: str) -> dict[type[Section], Draft[Any]]:
    read: dict[type[Section], Draft[Any]] = {part: book.read(part, account_id=account_id) for part in PARTS}
    return {part: draft for part, draft in read.items() if not draft.empty}


def _printed(drafts: Iterable[Draft[Any]], codes: Pseudonyms, currency: str) -> Iterator[tuple[str, Markup]]:
    for draft in drafts:
        body = twin(draft.section, codes.draft(draft), currency)
        yield _(draft.section.TITLE), Markup(body)  # noqa: S704  twin escapes every text


def _words(book: Workbook) -> dict[str, str]:
    return {
        "title": _("Peer review"),
        "by": _("Plan by"),
        "when": day(book.today),
        "how": _(
            "Read the plan for ten minutes, mark what you see, then talk for ten minutes. You judge the plan, not the"
            " person, and nothing is added up. Names stand here as codes; the author knows them."
        ),
        "look_for": _("What to look for"),
        "seen": _("Where I saw it"),
        "partner": _("Learning partner"),
        "talked": _("Talked about on"),
    }


def review_page_html(book: Workbook, account_id: str) -> str:
    """Return the sheet as a page of its own; neither its title nor its author is a name."""
    sheet = review_sheet_html(book, account_id)
    author = book.pseudonyms().code(book.participant.display_name)
    return render_template(PAGE, sheet=sheet, title=_("Peer review"), author=author, language=book.language)
