"""Quarter by quarter: revenue against the goals, and open questions asked and answered."""

from collections.abc import Sequence
from decimal import Decimal

from matplotlib.figure import Figure

from workbook import look
from workbook.charts.bars import BAR, CAME_IN, COMMITTED, GOAL, LINE, MARK, draw_bar, draw_key, draw_mark
from workbook.charts.canvas import PAGE_WIDTH, SMALL, Sheet, Words
from workbook.charts.scale import Scale
from workbook.charts.words import short_money
from workbook.i18n import _, ngettext, number, percent
from workbook.plan.quarter_figures import GoalQuarter, QuestionQuarter

ROW, HEAD, FOOT = 0.34, 0.28, 0.32
LEFT, RIGHT = 0.75, PAGE_WIDTH - 1.9
QUARTER = Words(size=9.0, face="semibold")
SIDE = SMALL.but(align="right", colour=look.INK)
MIDDLE, UNIT, LONGEST = 2.95, 0.22, 1.9


def draw_goal_quarters(quarters: Sequence[GoalQuarter], currency: str) -> Figure:
    """Return per quarter the revenue so far as a bar, what is committed inside it, and the goals as a line across."""
    sheet = Sheet(PAGE_WIDTH, HEAD + ROW * len(quarters) + FOOT)
    amounts = [each for quarter in quarters for each in (quarter.goal, quarter.committed, quarter.revenue) if each]
    across = Scale(0, float(max([*amounts, Decimal(1)])), LEFT, RIGHT)
    heading = _("Revenue so far, of the goals")
    sheet.write(PAGE_WIDTH - 0.01, sheet.height - 0.16, heading, SMALL.but(align="right"))
    for place, quarter in enumerate(quarters):
        y = sheet.height - HEAD - ROW * (place + 0.5)
        _write_quarter(sheet, quarter.quarter, (LEFT, y))
        draw_bar(sheet, across, quarter.revenue, (y, 1.35 * BAR, CAME_IN))
        draw_bar(sheet, across, quarter.committed, (y, BAR * 0.5, COMMITTED))
        draw_mark(sheet, across, quarter.goal, y)
        sheet.write(PAGE_WIDTH - 0.01, y - 0.045, _reached(quarter, currency), SIDE)
    draw_key(sheet, _goal_key())
    return sheet.figure


def _write_quarter(sheet: Sheet, quarter: str, place: tuple[float, float]) -> None:
    x, y = place
    sheet.write(0, y - 0.045, quarter, QUARTER)
    sheet.line((x, y - ROW / 2), (x, y + ROW / 2), look.INK_SOFT)


def _goal_key() -> tuple[tuple[str, str, tuple[float, float]], ...]:
    return (
        (_("revenue so far"), CAME_IN, (0.22, 1.35 * BAR)),
        (_("committed"), COMMITTED, (0.22, BAR * 0.5)),
        (_("goals together"), GOAL, (LINE, MARK)),
    )


def _reached(quarter: GoalQuarter, currency: str) -> str:
    if quarter.goal is None:
        return _("no goal yet")
    goal = short_money(quarter.goal, currency)
    if quarter.revenue is None:
        return _("unknown, of {goal}").format(goal=goal)
    revenue = short_money(quarter.revenue, currency)
    share = f" ({percent(quarter.revenue / quarter.goal, 0)})" if quarter.goal > 0 else ""
    return _("{revenue} of {goal}").format(revenue=revenue, goal=goal) + share


def describe_goal_quarters(quarters: Sequence[GoalQuarter], currency: str) -> str:
    """Return each quarter with its revenue, what is committed, and the goals, in words."""
    return " ".join(_goals_in_words(each, currency) for each in quarters)


def _goals_in_words(quarter: GoalQuarter, currency: str) -> str:
    told = _("unknown") if quarter.committed is None else short_money(quarter.committed, currency)
    sentence = _("{quarter}: revenue so far {reached}, committed {committed}.")
    return sentence.format(quarter=quarter.quarter, reached=_reached(quarter, currency), committed=told)


def draw_question_quarters(quarters: Sequence[QuestionQuarter]) -> Figure:
    """Return per quarter the questions answered to the left of a line and those asked to its right."""
    sheet = Sheet(PAGE_WIDTH, HEAD + ROW * len(quarters) + 0.05)
    most = max([1, *(max(each.asked, each.answered) for each in quarters)])
    unit = min(UNIT, LONGEST / most)
    top = sheet.height - 0.16
    sheet.write(MIDDLE - 0.1, top, _("answered"), SMALL.but(align="right"))
    sheet.write(MIDDLE + 0.1, top, _("asked"), SMALL)
    sheet.write(PAGE_WIDTH - 0.01, top, _("open at the end"), SMALL.but(align="right"))
    for place, quarter in enumerate(quarters):
        _draw_questions(sheet, quarter, (sheet.height - HEAD - ROW * (place + 0.5), unit))
    return sheet.figure


def _draw_questions(sheet: Sheet, quarter: QuestionQuarter, place: tuple[float, float]) -> None:
    y, unit = place
    _write_quarter(sheet, quarter.quarter, (MIDDLE, y))
    left, right = Scale(0, 1, MIDDLE, MIDDLE - unit), Scale(0, 1, MIDDLE, MIDDLE + unit)
    draw_bar(sheet, left, quarter.answered, (y, 0.16, GOAL))
    draw_bar(sheet, right, quarter.asked, (y, 0.16, CAME_IN))
    style = Words(size=9.0)
    sheet.write(MIDDLE - unit * quarter.answered - 0.07, y - 0.045, number(quarter.answered), style.but(align="right"))
    sheet.write(MIDDLE + unit * quarter.asked + 0.07, y - 0.045, number(quarter.asked), style)
    sheet.write(PAGE_WIDTH - 0.01, y - 0.045, number(quarter.open), style.but(align="right", face="semibold"))


def describe_question_quarters(quarters: Sequence[QuestionQuarter]) -> str:
    """Return each quarter with its questions, in words."""
    return " ".join(_questions_in_words(each) for each in quarters)


def _questions_in_words(quarter: QuestionQuarter) -> str:
    asked = ngettext("{count} question asked", "{count} questions asked", quarter.asked).format(count=quarter.asked)
    sentence = _("{quarter}: {asked}, {answered} answered, {open} open at the end.")
    return sentence.format(quarter=quarter.quarter, asked=asked, answered=quarter.answered, open=quarter.open)
