"""The goals of the 15 against last year's revenue: where growth is wanted, what is committed, who has no goal yet."""

from collections.abc import Sequence
from decimal import Decimal

from matplotlib.figure import Figure

from workbook import look
from workbook.charts import fonts
from workbook.charts.bars import BAR, CAME_IN, COMMITTED, GOAL, LINE, MARK, draw_bar, draw_key, draw_mark
from workbook.charts.canvas import PAGE_WIDTH, SMALL, Sheet, Words
from workbook.charts.scale import Scale
from workbook.charts.words import short_money
from workbook.i18n import _, percent
from workbook.plan.year_goals import YearGoal

ROW, HEAD, FOOT = 0.27, 0.3, 0.3
LEFT, RIGHT = 2.05, PAGE_WIDTH - 1.75
NAME = Words(size=9.0)


def draw_year_goals(goals: Sequence[YearGoal], currency: str) -> Figure:
    """Return a bar of last year's revenue per account, what is committed inside it, and the goal as a line across."""
    sheet = Sheet(PAGE_WIDTH, HEAD + ROW * max(len(goals), 1) + FOOT)
    across = _scale(goals)
    if not goals:
        sheet.write(0, sheet.height - HEAD - ROW / 2 - 0.04, _("There is nobody in this layer yet."), SMALL)
    else:
        heading = _("Goal, against last year")
        sheet.write(PAGE_WIDTH - 0.01, sheet.height - 0.2, heading, SMALL.but(align="right"))
    for place, goal in enumerate(goals):
        _draw_goal(sheet, across, goal, (sheet.height - HEAD - ROW * (place + 0.5), currency))
    draw_key(sheet, _key())
    return sheet.figure


def _scale(goals: Sequence[YearGoal]) -> Scale:
    known = (each for goal in goals for each in (goal.last, goal.plan.value, goal.plan.committed) if each is not None)
    return Scale(0, float(max([*known, Decimal(1)])), LEFT, RIGHT)


def _draw_goal(sheet: Sheet, across: Scale, goal: YearGoal, place: tuple[float, str]) -> None:
    y, currency = place
    sheet.write(0, y - 0.045, fonts.fit(goal.name, LEFT - 0.15, NAME.face, NAME.size), NAME)
    sheet.line((LEFT, y - ROW / 2), (LEFT, y + ROW / 2), look.INK_SOFT)
    draw_bar(sheet, across, goal.last, (y, BAR, CAME_IN))
    draw_bar(sheet, across, goal.plan.committed, (y, BAR * 0.45, COMMITTED))
    draw_mark(sheet, across, goal.plan.value, y)
    sheet.write(PAGE_WIDTH - 0.01, y - 0.045, _in_short(goal, currency), SMALL.but(align="right", colour=look.INK))


def _in_short(goal: YearGoal, currency: str) -> str:
    if goal.plan.value is None:
        return _("no goal yet")
    words = short_money(goal.plan.value, currency)
    if goal.growth is None:
        return words
    sign = "+" if goal.growth >= 0 else "\N{MINUS SIGN}"
    return f"{words} ({sign}{percent(abs(goal.growth), 0)})"


def _key() -> tuple[tuple[str, str, tuple[float, float]], ...]:
    return (
        (_("revenue of the last full year"), CAME_IN, (0.22, BAR)),
        (_("committed this year"), COMMITTED, (0.22, BAR * 0.45)),
        (_("goal this year"), GOAL, (LINE, MARK)),
    )


def describe_year_goals(goals: Sequence[YearGoal], currency: str) -> str:
    """Return each account with last year's revenue, what is committed, and its goal, in words."""
    if not goals:
        return _("There is nobody in this layer yet.")
    return " ".join(_in_words(each, currency) for each in goals)


def _in_words(goal: YearGoal, currency: str) -> str:
    last = _("unknown") if goal.last is None else short_money(goal.last, currency)
    committed = goal.plan.committed
    told = _("unknown") if committed is None else short_money(committed, currency)
    sentence = _("{name}: last year {last}, committed {committed}, goal {goal}.")
    return sentence.format(name=goal.name, last=last, committed=told, goal=_in_short(goal, currency))
