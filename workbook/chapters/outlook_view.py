"""The outlook: a fan of next year's revenue from the goals in the plans, beside going on as before."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

import pandas as pd

from workbook.book import Workbook
from workbook.chapters.layers import name_of
from workbook.chapters.panels import (
    Column,
    Panel,
    amount_in_words,
    facts,
    note,
    paragraph,
    soft,
    steps,
    table,
    together,
)
from workbook.chapters.pieces import Stack
from workbook.charts.outlook import describe_outlook, draw_outlook
from workbook.charts.picture import show
from workbook.focus.outlook import ASSUMED_PROBABILITY, RUNS, SEED, TOTAL, Effect, Goal, Outlook, simulate
from workbook.focus.payoff import latest_run
from workbook.focus.tiering import Tiering
from workbook.i18n import _, ngettext, number, percent
from workbook.plan.objectives import Objectives, SalesObjective
from workbook.plan.year_plan import YearPlan
from workbook.portfolio.model import amount
from workbook.terms import Layer, Status

CENTS = 100


@dataclass
class Gathered:
    """The goals that count, and in words those that do not and why."""

    goals: list[Goal] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


def outlook_view(book: Workbook) -> Stack:
    """Return the fan, the goals it rests on, and how it was calculated."""
    tiering = book.tiering
    gathered = gather(book)
    outlook = simulate(tiering, gathered.goals)
    behind = history(tiering)
    picture = show(
        draw_outlook(outlook, behind, tiering.currency),
        describe_outlook(outlook, behind, tiering.currency),
        _("Revenue a year by today's layers, and the fiscal year {year}. The scales do not begin at zero.").format(
            year=outlook.year
        ),
    )
    return Stack(picture, _sentence(outlook, tiering), _goals(book, gathered), _method(outlook))


def gather(book: Workbook) -> Gathered:
    """Return the goals of the five and the 15 for the year after the reference year."""
    gathered = Gathered()
    for account_id in book.tiering.ids(Layer.TOP5):
        for objective in book.read(Objectives, account_id=account_id).values.objectives:
            _add_objective(book, gathered, account_id, objective)
    for account_id in book.tiering.ids(Layer.NEXT15):
        _add_year_goal(book, gathered, account_id)
    return gathered


def _add_objective(book: Workbook, gathered: Gathered, account_id: str, objective: SalesObjective) -> None:
    last_day = book.calendar.last_day(book.tiering.reference_year + 1)
    if objective.status is Status.DROPPED or not objective.text:
        return
    name = f"{name_of(book.tiering, account_id)}: {objective.text.splitlines()[0][:80]}"
    if objective.adds is None:
        gathered.left_out.append(_("{goal} (no amount)").format(goal=name))
    elif objective.due and objective.due > last_day:
        gathered.left_out.append(_("{goal} (due after the year)").format(goal=name))
    else:
        chance = Decimal(100) if objective.status is Status.DONE else objective.probability
        gathered.goals.append(Goal(account_id, Effect.ADD, int(objective.adds * CENTS), _share(chance)))


def _add_year_goal(book: Workbook, gathered: Gathered, account_id: str) -> None:
    plan = book.read(YearPlan, account_id=account_id).values
    if plan.value is not None and plan.year in (None, book.tiering.reference_year + 1):
        gathered.goals.append(Goal(account_id, Effect.REACH, int(plan.value * CENTS), _share(plan.probability)))
    elif plan.goal or plan.value is not None:
        reason = _("{goal} (no amount)") if plan.value is None else _("{goal} (goal of another year)")
        gathered.left_out.append(reason.format(goal=name_of(book.tiering, account_id)))


def _share(per_cent: Decimal | None) -> float | None:
    return None if per_cent is None else float(per_cent) / 100


def history(tiering: Tiering) -> pd.DataFrame:
    """Return the revenue of today's layers and of all accounts (rows) in the complete years."""
    years = [year for year in latest_run(tiering.portfolio.complete_years) if year <= tiering.reference_year]
    revenue = tiering.portfolio.revenue[years]
    sums = {str(layer): revenue.loc[list(tiering.ids(layer))].sum() for layer in Layer}
    return pd.DataFrame({**sums, TOTAL: revenue.sum()}).T.astype("float64")


def _sentence(outlook: Outlook, tiering: Tiering) -> Panel:
    if not outlook.goals:
        sentence = _(
            "No goal has an amount yet, so both fans are the same. An objective needs “Revenue it adds a year”."
        )
        return note(sentence, "warn")
    gain = amount_in_words(amount(round(outlook.gain[TOTAL])), tiering.currency)
    sentence = ngettext(
        "Your {count} goal lifts the middle of the fan by {gain}.",
        "Your {count} goals lift the middle of the fan by {gain}.",
        outlook.goals,
    )
    return note(sentence.format(count=number(outlook.goals), gain=gain))


def _goals(book: Workbook, gathered: Gathered) -> Panel:
    if not gathered.goals and not gathered.left_out:
        return together()
    columns = (
        Column(_("Account")),
        Column(_("Goal")),
        Column(_("Amount"), amount=True),
        Column(_("Probability"), amount=True),
    )
    rows = (_goal_row(book, goal) for goal in gathered.goals)
    counted = [table(columns, rows)] if gathered.goals else []
    return together(*counted, *_left_out(gathered))


def _goal_row(book: Workbook, goal: Goal) -> tuple[str, ...]:
    assumed = "" if goal.probability is not None else " " + _("(assumed)")
    return (
        name_of(book.tiering, goal.account_id),
        _("adds") if goal.effect is Effect.ADD else _("reaches"),
        amount_in_words(amount(goal.amount), book.tiering.currency),
        percent(goal.chance, 0) + assumed,
    )


def _left_out(gathered: Gathered) -> Iterator[Panel]:
    if gathered.left_out:
        yield paragraph(soft(_("Not counted: {reasons}.").format(reasons="; ".join(gathered.left_out))))


def _method(outlook: Outlook) -> Panel:
    """Return how the fan was calculated and what it assumes; printed, because a picture without it would promise."""
    figures = facts([(_("Cases"), number(RUNS)), (_("Seed of the random numbers"), str(SEED))])
    return together(paragraph(_("How this was calculated:")), steps(_assumptions(outlook)), figures)


def _assumptions(outlook: Outlook) -> Iterator[str]:
    if outlook.changes:
        sentence = _(
            "Going on as before: the revenue of each account is multiplied by a yearly change drawn from the {count}"
            " your accounts really had, those of large accounts more often, in proportion to revenue."
        )
        yield sentence.format(count=number(outlook.changes))
    else:
        yield _("Going on as before: too few changes are known, so each account varies by 10% around last year.")
    yield _("Accounts are independent of each other: a crisis that hits all of them at once is not in the fan.")
    yield _(
        "With the goals: on top of the same draws each goal comes true with its probability, independent of others."
    )
    yield _("A goal of the 15 is revenue to be reached; an objective of the five is revenue added for the whole year.")
    yield from _unsaid(outlook)
    yield _("It is arithmetic with your own figures, no forecast and no promise.")


def _unsaid(outlook: Outlook) -> Iterator[str]:
    if outlook.unsaid:
        sentence = ngettext(
            "{count} goal has no probability; {chance} is assumed.",
            "{count} goals have no probability; {chance} is assumed.",
            outlook.unsaid,
        )
        yield sentence.format(count=number(outlook.unsaid), chance=percent(ASSUMED_PROBABILITY, 0))
