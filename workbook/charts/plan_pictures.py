"""The pictures of an account plan: each part has those that its answers can fill."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from workbook.charts.picture import Picture, show
from workbook.charts.power_map import describe_power_map, draw_power_map
from workbook.charts.relationship_gaps import describe_relationship_gaps, draw_relationship_gaps
from workbook.charts.reporting_lines import describe_reporting_lines, draw_reporting_lines
from workbook.charts.strengths import describe_strengths, draw_strengths, strengths_of
from workbook.charts.timeline import describe_timeline, draw_timeline
from workbook.charts.timeline_data import timeline_of
from workbook.charts.white_space import describe_white_space, draw_white_space
from workbook.i18n import _
from workbook.plan.buying_center import BuyingCenter
from workbook.plan.competition import Competition
from workbook.plan.objectives import Objectives
from workbook.plan.purchasing import PurchasingStrategy
from workbook.plan.relationships import relationship_gaps
from workbook.plan.section import Section
from workbook.plan.white_space import white_space_map
from workbook.plan.whole_plan import Drafts


def pictures_of(part: type[Section], drafts: Drafts, today: date, currency: str) -> Iterator[Picture]:
    """Return the pictures of one part of a plan; none while there is nothing to see."""
    if part is Competition:
        return _rivals(drafts, currency)
    draw = PICTURES.get(part)
    return draw(drafts, today) if draw else iter(())


def _people(drafts: Drafts, _today: date) -> Iterator[Picture]:
    members = drafts[BuyingCenter].values.members
    if members:
        caption = _("The power map: influence upwards, attitude from left to right. Unknown stands apart.")
        yield show(draw_power_map(members), describe_power_map(members), caption)
    if relationship_gaps(members):
        caption = _("Relationships that are to become closer, the largest gap first.")
        yield show(draw_relationship_gaps(members), describe_relationship_gaps(members), caption)
    if any(each.reports_to for each in members):
        caption = _("Who reports to whom, with the roles in the decision.")
        yield show(draw_reporting_lines(members), describe_reporting_lines(members), caption)


def _rivals(drafts: Drafts, currency: str) -> Iterator[Picture]:
    data = strengths_of(drafts[PurchasingStrategy].values, drafts[Competition].values)
    if data.criteria and data.scored:
        caption = _("The strengths profile: points from 0 to 10 in the customer's eyes, on the customer's criteria.")
        yield show(draw_strengths(data), describe_strengths(data), caption)
    grid = white_space_map(drafts[Competition].values.white_space)
    if grid.units:
        caption = _("The white space: who has the business of each unit with each offering, and its value per year.")
        yield show(draw_white_space(grid, currency), describe_white_space(grid, currency), caption)


def _dates(drafts: Drafts, today: date) -> Iterator[Picture]:
    timeline = timeline_of(drafts, today)
    if any(event.due for event in timeline.events):
        caption = _("The timeline: objectives and milestones, with the dates of the customer as lines.")
        yield show(draw_timeline(timeline), describe_timeline(timeline), caption)


PICTURES: Mapping[type[Section], Callable[[Drafts, date], Iterator[Picture]]] = {
    BuyingCenter: _people,
    Objectives: _dates,
}
