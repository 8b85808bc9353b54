"""The personal summary on one page: the five, the 15, the first ten actions, what the rep stops doing, the promise."""

from collections.abc import Iterator
from dataclasses import dataclass

from workbook.book.agenda import Engagement, first_actions
from workbook.book.workbook import Workbook
from workbook.errors import shorten
from workbook.i18n import _, day, money, number
from workbook.plan.commitment import Commitment, Intention, check_in_days
from workbook.plan.not_to_do import NotToDo, NotToDoEntry
from workbook.plan.objectives import Objectives
from workbook.plan.year_plan import YearPlan
from workbook.templating import render_template
from workbook.terms import Layer

TEMPLATE = "personal_summary.html.j2"
FIRST_ACTIONS = 10
# What one page can hold, whatever people write.
LONGEST_NAME, LONGEST_GOAL, LONGEST_TEXT, LONGEST_LINE, MOST_STOPS = 48, 40, 110, 180, 8


@dataclass(frozen=True, slots=True)
class Account:
    """One account: its name and what is wanted there."""

    name: str
    more: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One of the first actions, and whether its day is over."""

    day: str
    late: bool
    account: str
    what: str
    owner: str


def personal_summary_html(book: Workbook) -> str:
    """Return the summary as it stands now, in the language in use; every text is escaped."""
    commitment = book.read(Commitment).values
    return render_template(
        TEMPLATE,
        words=_words(book),
        five=list(_five(book)),
        fifteen=list(_fifteen(book)),
        actions=[_step(book, each) for each in first_actions(book, FIRST_ACTIONS)],
        stops=[_stop(each) for each in book.read(NotToDo).values.entries if each.item][:MOST_STOPS],
        intentions=[_intention(each) for each in commitment.intentions if each.when or each.then],
        check_ins=_check_ins(commitment),
        signatures=_signatures(book, commitment),
    )


def title_of_summary() -> str:
    """Return what the summary is called."""
    return _("My focus")


def _words(book: Workbook) -> dict[str, str]:
    return {
        "title": title_of_summary(),
        "who": book.participant.display_name,
        "when": day(book.today),
        "five": _("My five"),
        "fifteen": _("My 15"),
        "nobody": _("Nobody yet."),
        "actions": _("My first ten actions"),
        "no_actions": _("No action has a date yet. Chapters 3 and 4 are where they are written."),
        "late": _("overdue"),
        "due": _("Until when"),
        "account": _("Account"),
        "what": _("What will be done"),
        "owner": _("Who does it"),
        "stop": _("What I stop doing"),
        "no_stops": _("Nothing yet. Time for the five comes from somewhere."),
        "intentions": _("My intentions"),
        "no_intentions": _("None written down yet."),
    }


def _five(book: Workbook) -> Iterator[Account]:
    """Yield the Top 5 with the first objective of each."""
    for account_id in book.tiering.ids(Layer.TOP5):
        objectives = book.read(Objectives, account_id=account_id).values.objectives
        first = objectives[0].text if objectives else None
        yield Account(_name(book, account_id), shorten(first or "", LONGEST_TEXT))


def _fifteen(book: Workbook) -> Iterator[Account]:
    """Yield the 15 with the goal of each: its amount, or its words while there is none."""
    for account_id in book.tiering.ids(Layer.NEXT15):
        plan = book.read(YearPlan, account_id=account_id).values
        goal = (
            shorten(plan.goal or "", LONGEST_GOAL) if plan.value is None else money(plan.value, book.portfolio.currency)
        )
        yield Account(_name(book, account_id), goal)


def _name(book: Workbook, account_id: str) -> str:
    return shorten(str(book.tiering.row(account_id)["name"]), LONGEST_NAME)


def _step(book: Workbook, each: Engagement) -> Step:
    item = each.item
    due = item.day or book.today
    texts = (shorten(each.account, LONGEST_NAME), shorten(item.title, LONGEST_TEXT), shorten(item.owner, LONGEST_NAME))
    return Step(day(due), due < book.today, *texts)


def _stop(entry: NotToDoEntry) -> str:
    item = shorten(entry.item or "", LONGEST_TEXT)
    if entry.hours_freed is None:
        return item
    hours = number(float(entry.hours_freed), 0 if entry.hours_freed == int(entry.hours_freed) else 1)
    if not entry.booked_to:
        return _("{item} ({hours} hours a month, not booked yet)").format(item=item, hours=hours)
    to = shorten(entry.booked_to, LONGEST_NAME)
    return _("{item} ({hours} hours a month for: {to})").format(item=item, hours=hours, to=to)


def _intention(intention: Intention) -> str:
    by = _("by {day}").format(day=day(intention.date)) if intention.date else ""
    parts = [intention.when or "?", intention.then or "?", by]
    return shorten(" \N{EN DASH} ".join(part.strip() for part in parts if part), LONGEST_LINE)


def _check_ins(commitment: Commitment) -> str:
    days = ", ".join(day(each) for each in check_in_days(commitment))
    return _("I look back on: {days}").format(days=days) if days else ""


def _signatures(book: Workbook, commitment: Commitment) -> tuple[str, str]:
    rep = _("Place, date, {name}").format(name=book.participant.display_name)
    witness = _("my witness, {name}").format(name=commitment.witness) if commitment.witness else _("my witness")
    return rep, shorten(witness, LONGEST_NAME)
