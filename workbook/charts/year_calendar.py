"""The next twelve months of the 15: who has an action when, which quarters have none of ours, how full a month is."""

from collections.abc import Callable
from datetime import date

from babel.dates import format_date
from matplotlib.figure import Figure

from workbook import look
from workbook.charts import fonts
from workbook.charts.canvas import PAGE_WIDTH, SMALL, STRONG, Sheet, Words
from workbook.i18n import _, locale, month, ngettext, number
from workbook.plan.workload import AccountYear, YearAhead

ROW, HEAD, BARS, FOOT = 0.235, 0.5, 0.62, 0.3
LEFT, CELL, QUARTER = 1.95, 0.315, 0.16
# Where the months end and the four quarters begin.
RIGHT = LEFT + 12 * CELL
QUARTERS = RIGHT + 0.25
OURS, EMPTY = look.LAYERS["top5"][0], look.ACCENT
NAME = Words(size=9.0)
COUNT = Words(size=8.5, face="semibold", colour=look.LAYERS["top5"][1], align="center")


def draw_year_calendar(year: YearAhead) -> Figure:
    """Return a line per account with its actions month by month, the four quarters beside it, the workload below."""
    rows = max(len(year.accounts), 1)
    sheet = Sheet(PAGE_WIDTH, HEAD + ROW * rows + BARS + FOOT)
    top = sheet.height - HEAD
    _draw_months(sheet, year, (top - ROW * rows, top))
    if not year.accounts:
        sheet.write(0, top - ROW / 2 - 0.04, _("There is nobody in this layer yet."), SMALL)
    for place, account in enumerate(year.accounts):
        _draw_account(sheet, account, top - ROW * (place + 0.5))
    _draw_workload(sheet, year, top - ROW * rows)
    _draw_key(sheet)
    return sheet.figure


def _middle(place: int) -> float:
    return LEFT + CELL * (place + 0.5)


def _draw_months(sheet: Sheet, year: YearAhead, span: tuple[float, float]) -> None:
    low, high = span
    for place, first in enumerate(year.months):
        # Every second column has a ground, so that the eye keeps its month.
        if place % 2 == 0:
            left, right = LEFT + CELL * place, LEFT + CELL * (place + 1)
            sheet.shape([(left, low), (right, low), (right, high), (left, high)], look.WASH)
        sheet.write(_middle(place), high + 0.07, _short(first), SMALL.but(align="center", size=8.0))
        if place == 0 or first.month == 1:
            sheet.write(_middle(place), high + 0.22, str(first.year), SMALL.but(align="center", colour=look.INK))
    sheet.write(QUARTERS, high + 0.22, _("Quarters"), SMALL.but(colour=look.INK))
    for place in range(4):
        sheet.write(
            QUARTERS + QUARTER * (place + 0.5), high + 0.07, number(place + 1), SMALL.but(align="center", size=8.0)
        )


def _short(first: date) -> str:
    return str(format_date(first, format="LLL", locale=locale())).rstrip(".")[:3]


def _draw_account(sheet: Sheet, account: AccountYear, y: float) -> None:
    sheet.line((0, y - ROW / 2), (QUARTERS + QUARTER * 4, y - ROW / 2))
    sheet.write(0, y - 0.045, fonts.fit(account.name, LEFT - 0.12, NAME.face, NAME.size), NAME)
    for place, (ours, theirs) in enumerate(zip(account.ours, account.theirs, strict=True)):
        _draw_cell(sheet, (_middle(place), y), ours, theirs)
    for place, driven in enumerate(account.driven):
        _draw_quarter(sheet, QUARTERS + QUARTER * (place + 0.5), y, driven)


def _draw_cell(sheet: Sheet, centre: tuple[float, float], ours: int, theirs: int) -> None:
    x, y = centre
    apart = 0.075 if ours and theirs else 0.0
    if ours:
        _dot(sheet, (x - apart, y), ours)
    if theirs:
        sheet.dot((x + apart, y), 0.1, look.PAPER, edgecolor=look.INK, linewidth=0.9)


def _dot(sheet: Sheet, centre: tuple[float, float], count: int) -> None:
    sheet.dot(centre, 0.11 if count == 1 else 0.17, OURS)
    if count > 1:
        sheet.write(centre[0], centre[1] - 0.04, number(count), COUNT.but(size=7.5))


def _draw_quarter(sheet: Sheet, x: float, y: float, driven: bool) -> None:
    fill = look.PAPER if driven else look.LAYERS["next15"][0]
    edge = EMPTY if driven else look.LAYERS["next15"][0]
    sheet.box((x - 0.05, y - 0.05), (0.1, 0.1), fill, edgecolor=edge, linewidth=1.0)


def _draw_workload(sheet: Sheet, year: YearAhead, top: float) -> None:
    """Draw a bar per month below the accounts, with its number."""
    base, highest = top - BARS + 0.1, max([*year.workload, 1])
    sheet.write(0, base + 0.02, _("Actions per month"), STRONG.but(size=9.0))
    for place, count in enumerate(year.workload):
        height = (BARS - 0.34) * count / highest
        left, right = _middle(place) - 0.09, _middle(place) + 0.09
        sheet.shape([(left, base), (right, base), (right, base + height), (left, base + height)], OURS)
        shade = look.INK if count else look.INK_SOFT
        sheet.write(_middle(place), base + height + 0.04, number(count), SMALL.but(align="center", colour=shade))
    sheet.line((LEFT, base), (RIGHT, base), look.INK_SOFT)


def _draw_key(sheet: Sheet) -> None:
    y, x = 0.08, 0.06
    marks: tuple[tuple[str, Callable[[float], None]], ...] = (
        (_("ours"), lambda x: _dot(sheet, (x, y), 1)),
        (_("the customer's"), lambda x: _draw_cell(sheet, (x, y), 0, 1)),
        (_("quarter with an action of ours"), lambda x: _draw_quarter(sheet, x, y, driven=False)),
        (_("quarter without: you are being driven"), lambda x: _draw_quarter(sheet, x, y, driven=True)),
    )
    for words, draw in marks:
        draw(x)
        sheet.write(x + 0.11, y - 0.04, words, SMALL)
        x += fonts.width(words, SMALL.face, SMALL.size) + 0.36


def describe_year_calendar(year: YearAhead) -> str:
    """Return the calendar in words: the workload, then each account with its months and its empty quarters."""
    if not year.accounts:
        return _("There is nobody in this layer yet.")
    loads = ", ".join(f"{month(first)} {number(count)}" for first, count in _busy(year.months, year.workload))
    sentence = _("Actions per month: {months}.") if loads else _("No action has a date yet.")
    return " ".join([sentence.format(months=loads), *(_in_words(year, each) for each in year.accounts)])


def _busy(months: tuple[date, ...], counts: tuple[int, ...]) -> list[tuple[date, int]]:
    return [(first, count) for first, count in zip(months, counts, strict=True) if count]


def _in_words(year: YearAhead, account: AccountYear) -> str:
    own = sum(account.ours)
    counted = ngettext("{count} action of our own", "{count} actions of our own", own).format(count=number(own))
    empty = sum(account.driven)
    sentence = _("{name}: {actions}, {count} of 4 quarters without one.")
    return sentence.format(name=account.name, actions=counted, count=number(empty))
