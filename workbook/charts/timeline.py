"""The timeline of a plan: each objective, milestone and date has a line of its own, so nothing covers anything."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate

from matplotlib.figure import Figure

from workbook import look
from workbook.charts import fonts
from workbook.charts.canvas import PAGE_WIDTH, SMALL, Sheet, Words, write
from workbook.charts.scale import Scale
from workbook.charts.timeline_data import Event, Kind, Timeline
from workbook.i18n import N_, _, day
from workbook.plan.dates import in_months

ROW, LINE, HEAD, FOOT = 0.24, 0.15, 0.36, 0.3
LEFT, RIGHT, WORDS = 3.05, PAGE_WIDTH - 0.12, 2.85
TICKS = 5
# Shape, fill and size in points: told apart in greyscale. Dates the customer sets also get a line through the picture.
MARKS = {
    Kind.FIXED: ("v", look.ACCENT, 8.0, N_("Date of the customer")),
    Kind.APPOINTMENT: ("s", look.PAPER, 6.5, N_("Appointment")),
    Kind.OBJECTIVE: ("D", look.LAYERS["top5"][0], 7.5, N_("Objective")),
    Kind.MILESTONE: ("o", look.PAPER, 6.0, N_("Milestone")),
}
STYLES = {
    Kind.FIXED: Words(size=9.0, face="italic"),
    Kind.APPOINTMENT: Words(size=9.0),
    Kind.OBJECTIVE: Words(size=9.0, face="semibold"),
    Kind.MILESTONE: Words(size=8.5, colour=look.INK_SOFT),
}


def draw_timeline(timeline: Timeline) -> Figure:
    """Return the lines of a plan over its horizon, from today to the last day."""
    rows = [ROW + LINE * (len(_lines(event)) - 1) for event in timeline.events]
    sheet = Sheet(PAGE_WIDTH, HEAD + max(sum(rows), ROW) + FOOT)
    top, bottom = sheet.height - HEAD, FOOT
    across = _scale(timeline)
    _draw_axis(sheet, timeline, (bottom, top))
    if not timeline.events:
        sheet.write(0, top - 0.16, _no_dates(), SMALL)
    for event, above in zip(timeline.events, accumulate(rows, initial=0.0), strict=False):
        y = top - above - ROW / 2
        if event.kind is Kind.FIXED and event.due:
            sheet.line((across.at(event.due.toordinal()), bottom), (across.at(event.due.toordinal()), y), look.ACCENT)
        _write_event(sheet, across, event, y)
    _write_key(sheet)
    return sheet.figure


def _scale(timeline: Timeline) -> Scale:
    first = min([timeline.today, *(each.due for each in timeline.events if each.due)])
    return Scale(first.toordinal(), timeline.end.toordinal(), LEFT + 0.1, RIGHT - 0.1)


def _draw_axis(sheet: Sheet, timeline: Timeline, span: tuple[float, float]) -> None:
    bottom, top = span
    across = _scale(timeline)
    sheet.shape([(LEFT, bottom), (RIGHT, bottom), (RIGHT, top), (LEFT, top)], look.WASH)
    for tick in _ticks(date.fromordinal(int(across.low)), timeline.end):
        x = across.at(tick.toordinal())
        sheet.line((x, bottom), (x, top))
        sheet.write(x, top + 0.07, f"{tick.month}/{tick.year}", SMALL.but(align="center"))
    today = across.at(timeline.today.toordinal())
    sheet.line((today, bottom), (today, top + 0.2), look.INK)
    sheet.write(today, top + 0.23, _("today"), SMALL.but(align="center", colour=look.INK))


def _ticks(first: date, last: date) -> Iterator[date]:
    """Yield at most eight firsts of a month: every month, quarter, half-year or year, as the span allows."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    step = next((each for each in (1, 3, 6, 12, 24, 60) if months / each <= TICKS), 120)
    tick = in_months(first.replace(day=1), 1)
    while tick <= last:
        if (tick.year * 12 + tick.month - 1) % step == 0:
            yield tick
        tick = in_months(tick, 1)


def _write_event(sheet: Sheet, across: Scale, event: Event, y: float) -> None:
    for place, line in enumerate(_lines(event)):
        sheet.write(_indent(event), y - 0.04 - LINE * place, line, STYLES[event.kind])
    if event.due is None:
        sheet.write(RIGHT - 0.05, y - 0.04, _("no date yet"), SMALL.but(align="right", face="italic"))
        return
    x = across.at(event.due.toordinal())
    _mark(sheet, (x, y), event.kind)
    words = day(event.due)
    has_room = x + 0.12 + fonts.width(words, SMALL.face, SMALL.size) < RIGHT
    beside, side = (x + 0.1, "left") if has_room else (x - 0.1, "right")
    # A light ground keeps the date readable where a line runs through it.
    veil = {"bbox": {"facecolor": look.WASH, "linewidth": 0, "pad": 0.6}}
    write(sheet.axes, (beside, y - 0.04), words, SMALL.but(align=side), **veil)


def _lines(event: Event) -> list[str]:
    style, room = STYLES[event.kind], WORDS - _indent(event)
    return fonts.wrap(event.words, room, 2, style.face, style.size)


def _indent(event: Event) -> float:
    return 0.2 if event.kind is Kind.MILESTONE else 0.0


def _mark(sheet: Sheet, place: tuple[float, float], kind: Kind) -> None:
    shape, fill, size, _words = MARKS[kind]
    sheet.axes.plot(
        [place[0]], [place[1]], linestyle="none", marker=shape, markersize=size, markerfacecolor=fill,
        markeredgecolor=look.INK, markeredgewidth=0.8, clip_on=False,
    )  # fmt: skip


def _write_key(sheet: Sheet) -> None:
    x = 0.07
    for kind, (_shape, _fill, _size, words) in MARKS.items():
        _mark(sheet, (x, 0.095), kind)
        sheet.write(x + 0.12, 0.06, _(words), SMALL)
        x += fonts.width(_(words), SMALL.face, SMALL.size) + 0.42


def _no_dates() -> str:
    return _("No date is written down yet.")


def describe_timeline(timeline: Timeline) -> str:
    """Return the timeline in words, in the order of its dates."""
    if not timeline.events:
        return _no_dates()
    latest = timeline.end + timedelta(days=1)
    ordered = sorted(timeline.events, key=lambda each: each.due or latest)
    return " ".join(_in_words(event) for event in ordered)


def _in_words(event: Event) -> str:
    when = day(event.due) if event.due else _("no date yet")
    return _("{kind}, {date}: {words}.").format(kind=_(MARKS[event.kind][3]), date=when, words=event.words)
