"""The capacity check: what the layers ask for against the hours there are, and how to begin with the plans."""

from collections.abc import Iterator

from workbook.book import Workbook
from workbook.chapters.panels import Column, Panel, note, paragraph, soft, table, together
from workbook.chapters.pieces import Stack
from workbook.charts.capacity import Stretch, describe_capacity, draw_capacity, hours_in_words
from workbook.charts.picture import Picture, show
from workbook.focus.capacity import Capacity, Work, check_capacity, quarters, ways_to_begin, year_hours
from workbook.focus.tiering import Tiering
from workbook.i18n import _, ngettext, number
from workbook.plan.entry import write_entry
from workbook.plan.fields import describe
from workbook.plan.time_budget import HoursPerLayer, TimeBudget, hours_of
from workbook.plan.work_estimate import WorkEstimate, assumed, work_of
from workbook.terms import Layer


def capacity_view(book: Workbook) -> Stack | Panel:
    """Return the picture, the table behind it and the advice; a remark while the hours of today are unknown."""
    budget, estimate = book.read(TimeBudget).values, book.read(WorkEstimate).values
    return capacity_of(book.tiering, budget, estimate)


def capacity_of(tiering: Tiering, budget: TimeBudget, estimate: WorkEstimate) -> Stack | Panel:
    """Return the capacity check of a rep's layers and figures."""
    hours = hours_of(budget, "actual")
    if None in hours or not hours.total():
        return note(_("The check appears as soon as the hours of today are filled in for all three layers."), "warn")
    plans, fifteen = (len(tiering.ids(layer)) for layer in (Layer.TOP5, Layer.NEXT15))
    work = work_of(estimate, plans=plans, year_plans=fifteen, weeks=budget.selling_weeks)
    available = float(hours.total()) * work.weeks
    stretches = tuple(_stretches(work, available))
    return Stack(_picture(stretches), _table(work, hours), _advice(work, available), _basis(work, estimate, budget))


def _stretches(work: Work, available: float) -> Iterator[Stretch]:
    yield Stretch(_("A year"), check_capacity(available, year_hours(work)))
    for stages in ways_to_begin(work.plans):
        words = ngettext(
            "This quarter, writing {count} account plan", "This quarter, writing {count} account plans", stages[0]
        )
        yield Stretch(words.format(count=number(stages[0])), quarters(work, available, stages)[0])


def _picture(stretches: tuple[Stretch, ...]) -> Picture:
    caption = _("What your layers ask for, and how far your hours reach.")
    return show(draw_capacity(stretches), describe_capacity(stretches), caption)


def _table(work: Work, hours: HoursPerLayer) -> Panel:
    columns = (
        Column(_("Layer")),
        Column(_("Hours a year it asks for"), amount=True),
        Column(_("Hours a year it gets today"), amount=True),
    )
    needed = year_hours(work)
    gets = {layer: float(each or 0) * work.weeks for layer, each in zip(Layer, hours, strict=True)}
    rows = ((layer.label, hours_in_words(needed[layer]), hours_in_words(gets[layer])) for layer in Layer)
    return table(columns, rows)


def _advice(work: Work, available: float) -> Panel:
    year = check_capacity(available, year_hours(work))
    ways = [quarters(work, available, stages) for stages in ways_to_begin(work.plans)]
    return together(_year_note(year), *_beginning(work, ways))


def _year_note(year: Capacity) -> Panel:
    if year.fits:
        return note(_("Over the year your layers fit into your hours."), "good")
    sentence = _(
        "Over the year {hours} are missing. They do not come from longer days: fewer touches, fewer inquiries that you"
        " answer yourself, or less of something else."
    )
    return note(sentence.format(hours=hours_in_words(year.overload)), "warn")


def _beginning(work: Work, ways: list[tuple[Capacity, ...]]) -> Iterator[Panel]:
    """Say whether to write all plans at once, or three now and the others a quarter later."""
    if len(ways) < 2:
        return
    at_once, staged = ways
    later = number(work.plans - ways_to_begin(work.plans)[1][0])
    if at_once[0].fits:
        yield note(
            _("All account plans fit into this quarter. Three good ones first are still a good beginning."), "good"
        )
    elif all(each.fits for each in staged):
        yield note(
            _("Write three account plans now and {count} in the next quarter: then it fits.").format(count=later)
        )
    else:
        sentence = _("Even three account plans now and {count} later do not fit: {hours} are missing this quarter.")
        yield note(sentence.format(count=later, hours=hours_in_words(staged[0].overload)), "warn")


def _basis(work: Work, estimate: WorkEstimate, budget: TimeBudget) -> Panel:
    """Return what the check rests on where the rep said nothing."""
    fields = {each.name: each for each in describe(WorkEstimate)}
    open_ones = [f"{fields[name].label} {write_entry(fields[name], getattr(work, name))}" for name in assumed(estimate)]
    if budget.selling_weeks is None:
        open_ones.append(_("selling weeks a year {weeks}").format(weeks=number(work.weeks)))
    words = _("Assumed, because you left it open: {figures}.").format(figures="; ".join(open_ones)) if open_ones else ""
    return paragraph(soft(words))
