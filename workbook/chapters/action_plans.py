"""Chapter 4: the fifteen, each with a goal for this year and the actions of the next twelve months."""

from collections.abc import Iterator
from functools import partial

from workbook.book import Workbook
from workbook.chapters import closing, example
from workbook.chapters.account_view import written_about
from workbook.chapters.entries import entries_table
from workbook.chapters.fifteen import goals_of, sums_panel
from workbook.chapters.following import Follower
from workbook.chapters.layers import name_of, years_table
from workbook.chapters.opening import following, of_layers, open_chapter, section_form, values
from workbook.chapters.panels import Panel, card, facts
from workbook.chapters.selfcheck import (
    CORE_RULE,
    Line,
    Mark,
    checked,
    closing_lines,
    line,
    section_lines,
    self_check,
)
from workbook.chapters.take_along import FilesForm, offer_files
from workbook.chapters.year_pictures import calendar_picture, goals_picture
from workbook.chapters.year_plans import YEAR_PLAN, YEAR_PLANS, nobody, year_plans
from workbook.focus.tiering import Tiering
from workbook.forms.form import SectionForm
from workbook.forms.places import place_named, place_within
from workbook.i18n import _, number
from workbook.plan.checks import Check
from workbook.plan.entry import show_entry
from workbook.plan.fields import describe
from workbook.plan.year_goals import layer_findings, short_hints
from workbook.plan.year_plan import LayerTarget, YearPlan
from workbook.terms import Layer

CHAPTER = "action_plans"
IN_SEMINAR = 2

__all__ = [
    "check", "edit_target", "edit_year_plan", "open_chapter", "reflect", "show_calendar", "show_example",
    "show_fifteen", "show_goals", "show_sums", "show_time", "take_along", "transfer",
]  # fmt: skip


def show_time(book: Workbook) -> Panel:
    """Return how long the chapter takes, below what puts the workbook at risk."""
    return closing.first_words(book, CHAPTER)


def show_example(_book: Workbook) -> Panel:
    """Return the year plan of one customer of the invented rep."""
    tiering, account_id = example.tiering(), example.setting("year_account")
    plan = example.solved(YearPlan, "year_plan").values
    fields = {each.name: each for each in describe(YearPlan)}
    told = [(fields[name].label, show_entry(fields[name], getattr(plan, name))) for name in ("goal", "value")]
    actions = entries_table(plan.actions, example.CURRENCY)
    return card(name_of(tiering, account_id), years_table(tiering, [account_id]), facts(told), actions)


def show_fifteen(book: Workbook) -> Follower:
    """Return the rep's fifteen with their revenue over the years and the potential."""
    return of_layers(book, _fifteen)


def _fifteen(tiering: Tiering) -> Panel:
    ids = tiering.ids(Layer.NEXT15)
    return years_table(tiering, ids) if ids else nobody()


def edit_year_plan(book: Workbook) -> Follower:
    """Return all fifteen on one page, with one year plan open at a time."""
    return year_plans(book)


def edit_target(book: Workbook) -> SectionForm:
    """Return the form for what the goals of the 15 together are to reach, for reps who have such a target."""
    return section_form(book, LayerTarget)


def show_sums(book: Workbook) -> Follower:
    """Return the sum of the goals beside last year and the target."""
    return following(book, lambda: sums_panel(book, values(book, LayerTarget).value))


def show_calendar(book: Workbook) -> Follower:
    """Return the picture of the next twelve months."""
    return following(book, lambda: calendar_picture(book), watch=lambda: tuple(goals_of(book)))


def show_goals(book: Workbook) -> Follower:
    """Return the picture of the goals against last year."""
    return following(book, lambda: goals_picture(book), watch=lambda: tuple(goals_of(book)))


def take_along(book: Workbook) -> FilesForm:
    """Return the buttons that make the calendar and the list of actions."""
    return offer_files(book, ("ics", "xlsx"))


def check(book: Workbook) -> Follower:
    """Return the self-check of the chapter."""
    return following(book, lambda: self_check(check_lines(book)))


def check_lines(book: Workbook) -> Iterator[Line]:
    """Yield the lines of the self-check; those that are there make the progress of the chapter."""
    ids = book.tiering.ids(Layer.NEXT15)
    begun = written_about(book, ids, YearPlan)
    wanted = min(IN_SEMINAR, len(ids))
    yield line(len(begun) >= wanted, *_begun(len(begun), wanted), _("Rule {rule}").format(rule="R7"), YEAR_PLANS)
    checks = {each: checked(book, YearPlan, account_id=each) for each in begun}
    for account_id, found in checks.items():
        yield from _plan_lines(book, account_id, found)
    if complete := [name_of(book.tiering, each) for each, found in checks.items() if found.complete]:
        sentence = _("All core answers are there: {accounts}.")
        yield Line(Mark.THERE, sentence.format(accounts=", ".join(complete)), _(CORE_RULE))
    yield from (Line(Mark.HINT, each.sentence, place=YEAR_PLANS) for each in layer_findings(goals_of(book)))
    yield from closing_lines(book, CHAPTER)


def _begun(count: int, wanted: int) -> tuple[str, str]:
    enough = _("Year plans begun: {count}; {wanted} were asked for today.")
    too_few = _("Year plans begun: {count} of {wanted} for today.")
    numbers = {"count": number(count), "wanted": number(wanted)}
    return enough.format(**numbers), too_few.format(**numbers)


def _plan_lines(book: Workbook, account_id: str, found: Check) -> Iterator[Line]:
    """Yield what is missing in one plan, then its hints in one line: fifteen plans must not fill three pages."""
    name = name_of(book.tiering, account_id)
    form = place_named(YEAR_PLAN, account_id)
    yield from (each for each in section_lines(found, YearPlan, name, form) if each.mark is Mark.MISSING)
    if hints := short_hints(values(book, YearPlan, account_id=account_id), book.today):
        place = place_within(form, YearPlan, "actions")
        yield Line(Mark.HINT, ", ".join(hints), _("An action of our own in every quarter"), place, name)


reflect = partial(closing.reflection, chapter=CHAPTER)
transfer = partial(closing.transfer, chapter=CHAPTER)
