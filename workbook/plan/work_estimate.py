"""What the layers ask for at the rep's place: touches, inquiries and the hours they take."""

from dataclasses import fields, replace
from typing import ClassVar

from workbook.focus.capacity import Work
from workbook.i18n import N_
from workbook.plan.fields import Depth, Hours, Whole, field
from workbook.plan.section import Section


class WorkEstimate(Section):
    """The rep's own figures for the capacity check; what is left open counts as the workbook assumes."""

    KEY: ClassVar[str] = "work_estimate"
    TITLE: ClassVar[str] = N_("What your layers ask for")

    touches_top5: Whole | None = field(
        N_("Touches a year with each of the five"),
        help=N_("Visits, calls, workshops with their preparation. Left open, 12 are assumed."),
    )
    touches_next15: Whole | None = field(N_("Touches a year with each of the 15"), help=N_("Left open, 4 are assumed."))
    inquiries: Whole | None = field(
        N_("Inquiries a month from the rest that you answer yourself"), help=N_("Left open, 20 are assumed.")
    )
    touch: Hours | None = field(
        N_("Time for a touch"), unit=N_("hours"), help=N_("Left open, 2 are assumed."), depth=Depth.DEEPENING
    )
    inquiry: Hours | None = field(
        N_("Time for an inquiry"), unit=N_("hours"), help=N_("Left open, 0.5 is assumed."), depth=Depth.DEEPENING
    )
    first_plan: Hours | None = field(
        N_("Time for a first account plan"), unit=N_("hours"), help=N_("2 to 6; left open, 4 are assumed."),
        depth=Depth.DEEPENING,
    )  # fmt: skip
    upkeep: Hours | None = field(
        N_("Upkeep of all account plans together"), unit=N_("hours a week"), help=N_("Left open, 1 is assumed."),
        depth=Depth.DEEPENING,
    )  # fmt: skip
    year_plan: Hours | None = field(
        N_("Time for a year plan"), unit=N_("hours"), help=N_("Left open, 0.25 is assumed."), depth=Depth.DEEPENING
    )


def work_of(estimate: WorkEstimate, *, plans: int, year_plans: int, weeks: int | None) -> Work:
    """Return the work the layers ask for: the rep's figures, and the assumptions of `Work` where one is left open."""
    known = {name: getattr(estimate, name) for name in WorkEstimate.model_fields}
    said = {name: float(value) for name, value in known.items() if value is not None}
    whole = replace(Work(plans=plans, year_plans=year_plans), **said)  # type: ignore[arg-type]
    return whole if weeks is None else replace(whole, weeks=weeks)


def assumed(estimate: WorkEstimate) -> tuple[str, ...]:
    """Return the names of the figures that are assumed because the rep left them open."""
    mine = {each.name for each in fields(Work)} & set(WorkEstimate.model_fields)
    return tuple(name for name in WorkEstimate.model_fields if name in mine and getattr(estimate, name) is None)
