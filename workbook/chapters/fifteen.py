"""What is known about the 15 together: goals beside last year, actions, hints; for table, pictures and sums alike."""

from collections.abc import Iterator
from decimal import Decimal

from workbook.book import Workbook
from workbook.chapters.layers import name_of
from workbook.chapters.opening import values
from workbook.chapters.panels import (
    Column,
    Panel,
    Words,
    amount_in_words,
    note,
    paragraph,
    side_by_side,
    soft,
    spaced,
    strong,
    table,
    together,
)
from workbook.i18n import _, day, ngettext, number, percent
from workbook.plan.action import Action
from workbook.plan.year_goals import Sums, YearGoal, layer_findings, missing_to, short_hints, sums_of
from workbook.plan.year_plan import YearPlan
from workbook.portfolio.model import amount
from workbook.terms import Layer, Status

GOAL_WORDS = 70
# A change that is shown as 0 %.
HARDLY = Decimal("0.005")


def goals_of(book: Workbook) -> list[YearGoal]:
    """Return the goals of the 15 in the order of their rank, as they are saved."""
    return [goal_of(book, account_id) for account_id in book.tiering.ids(Layer.NEXT15)]


def goal_of(book: Workbook, account_id: str, plan: YearPlan | None = None) -> YearGoal:
    """Return the goal of one account beside its last complete year; ``plan`` is what is saved unless it is given."""
    plan = plan if plan is not None else values(book, YearPlan, account_id=account_id)
    year = plan.year or book.calendar.year_of(book.today)
    before = [each for each in book.portfolio.complete_years if each < year]
    last_year = before[-1] if before else None
    return YearGoal(
        account_id, name_of(book.tiering, account_id), plan, year, last_year, _revenue(book, account_id, last_year)
    )


def _revenue(book: Workbook, account_id: str, year: int | None) -> Decimal | None:
    revenue = book.portfolio.revenue
    return amount(revenue.at[account_id, year]) if year in revenue.columns else None


def next_action(plan: YearPlan) -> Action | None:
    """Return the first action with a date that is neither done nor dropped; overdue ones come first."""
    waiting = [each for each in plan.actions if each.due and each.status not in {Status.DONE, Status.DROPPED}]
    return min((each for each in waiting if not each.done_on), key=lambda each: str(each.due), default=None)


def overview(book: Workbook, goals: list[YearGoal]) -> Panel:
    """Return the 15 as a table: goal, last year, committed, gap, the next action, what is worth a thought."""
    columns = (
        Column(_("Account")),
        *(Column(heading, amount=True) for heading in amount_headings(goals)),
        Column(_("Next action")),
        Column(_("Worth a thought")),
    )
    rows = [
        (each.name, *amounts_in_words(book, each), next_in_words(each), hints_in_words(book, each)) for each in goals
    ]
    return table(columns, [*rows, _together(book, goals)])


def amount_headings(goals: list[YearGoal]) -> tuple[str, ...]:
    """Return the headings of the amounts: the fiscal years where all goals share them."""
    years = {each.year for each in goals}
    last = {each.last_year for each in goals if each.last_year}
    goal = _("Goal {year}").format(year=years.pop()) if len(years) == 1 else _("Goal")
    before = _("Revenue {year}").format(year=last.pop()) if len(last) == 1 else _("Last year")
    return before, goal, _("Committed"), _("Gap")


def amounts_in_words(book: Workbook, goal: YearGoal) -> tuple[str, ...]:
    """Return last year, goal, committed and gap; a dash for what is not known."""
    known = (goal.last, goal.plan.value, goal.plan.committed, goal.gap)
    return tuple(amount_in_words(each, book.portfolio.currency) for each in known)


def next_in_words(goal: YearGoal) -> Words:
    """Return the next action with its date, or that there is none."""
    action = next_action(goal.plan)
    if action is None or action.due is None:
        return soft(_("none yet"))
    return spaced(soft(day(action.due)), (action.what or _("not filled in yet"))[:GOAL_WORDS])


def hints_in_words(book: Workbook, goal: YearGoal) -> str:
    """Return what is worth a thought about one plan, in a few words."""
    if goal.plan == YearPlan():
        return _("not begun")
    missing = [] if goal.plan.value is not None else [_("no goal yet")]
    return ", ".join([*missing, *short_hints(goal.plan, book.today)])


def _together(book: Workbook, goals: list[YearGoal]) -> tuple[Words, ...]:
    sums = sums_of(goals)
    told = (sums.last, sums.goal, sums.committed)
    amounts = (strong(amount_in_words(each, book.portfolio.currency)) for each in told)
    counted = _("{count} of {total} have a goal").format(count=number(sums.with_goal), total=number(sums.accounts))
    return strong(_("Together")), *amounts, "", "", counted


def figures(book: Workbook, goal: YearGoal) -> Panel:
    """Return the goal of one account beside last year, what is committed and the gap, with one sentence about it."""
    labels = amount_headings([goal])
    cells = [(label, text) for label, text in zip(labels, amounts_in_words(book, goal), strict=True)]
    running = _revenue(book, goal.account_id, goal.year)
    if running is not None and goal.year not in book.portfolio.complete_years:
        so_far = amount_in_words(running, book.portfolio.currency)
        cells.insert(1, (_("{year} so far").format(year=goal.year), so_far))
    return together(side_by_side(cells), _remark(book, goal))


def _remark(book: Workbook, goal: YearGoal) -> Panel:
    if goal.growth is None:
        return paragraph(soft(_("The amounts follow as soon as the goal is written.")))
    change = percent(abs(goal.growth), 0)
    if abs(goal.growth) < HARDLY:
        return note(_("About as much as last year. Is that deliberate?"), "warn")
    if goal.growth < 0:
        return note(_("{share} less than last year. Is that deliberate?").format(share=change), "warn")
    if goal.gap is None:
        sentence = _("{share} more than last year. What of it is committed already? “Go deeper” asks for it.")
        return paragraph(soft(sentence.format(share=change)))
    sentence = _("{share} more than last year; {gap} of the goal are not committed yet.")
    gap = amount_in_words(max(goal.gap, Decimal(0)), book.portfolio.currency)
    return paragraph(soft(sentence.format(share=change, gap=gap)))


def sums_panel(book: Workbook, target: Decimal | None) -> Panel:
    """Return the goals of the 15 added up beside last year, and beside the target where there is one."""
    goals = goals_of(book)
    sums, currency = sums_of(goals), book.portfolio.currency
    if not goals:
        return note(_("No customers are left for the fifteen: your list is short (Rule R11)."))
    labels = amount_headings(goals)
    pairs = [(labels[0], amount_in_words(sums.last, currency)), (labels[1], amount_in_words(sums.goal, currency))]
    if target is not None:
        pairs.append((_("Your target"), amount_in_words(target, currency)))
    counted = _("{count} of {total} have a goal").format(count=number(sums.with_goal), total=number(sums.accounts))
    told = (note(each, mood) for each, mood in _sum_sentences(sums, missing_to(target, sums), currency))
    crowd = (note(each.sentence, "warn") for each in layer_findings(goals))
    return together(side_by_side([*pairs, (_("Goals"), counted)]), *told, *crowd)


def _sum_sentences(sums: Sums, missing: Decimal | None, currency: str) -> Iterator[tuple[str, str]]:
    if missing is not None and missing <= 0:
        yield _("The goals add up to your target."), "good"
    elif missing is not None:
        sentence = _("The goals stay {amount} below your target.")
        without = sums.accounts - sums.with_goal
        more = ngettext("{count} account has no goal yet.", "{count} accounts have no goal yet.", without)
        told = [sentence.format(amount=amount_in_words(missing, currency))]
        told += [more.format(count=number(without))] if without else []
        yield " ".join(told), "warn"
