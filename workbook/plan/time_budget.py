"""Hours for customers per layer, as they are and as they should be; time entries stay with the participant."""

from decimal import Decimal
from typing import ClassVar, NamedTuple

from workbook.i18n import N_, _
from workbook.plan.fields import Depth, Hours, Whole, field
from workbook.plan.section import Section
from workbook.terms import Layer

HOURS_OF_A_WEEK = 7 * 24
HOURS_A_WEEK = N_("hours a week")


class TimeBudget(Section):
    """Hours a week for customers, per layer, now and wanted."""

    KEY: ClassVar[str] = "time_budget"
    TITLE: ClassVar[str] = N_("Time budget")

    actual_hours_top5: Hours | None = field(N_("Today for the Top 5"), unit=HOURS_A_WEEK)
    actual_hours_next15: Hours | None = field(N_("Today for the next 15"), unit=HOURS_A_WEEK)
    actual_hours_rest: Hours | None = field(N_("Today for the rest"), unit=HOURS_A_WEEK)
    target_hours_top5: Hours | None = field(N_("Wanted for the Top 5"), unit=HOURS_A_WEEK)
    target_hours_next15: Hours | None = field(N_("Wanted for the next 15"), unit=HOURS_A_WEEK)
    target_hours_rest: Hours | None = field(N_("Wanted for the rest"), unit=HOURS_A_WEEK)
    selling_weeks: Whole | None = field(
        N_("Weeks a year in which you sell"),
        help=N_("Without holidays, trade fairs, trainings and illness."),
        unit=N_("weeks"),
        depth=Depth.DEEPENING,
    )

    def refusal(self, path: str) -> str:
        """Refuse more hours than a week has."""
        if hours_of(self, path.split("_")[0]).total() <= HOURS_OF_A_WEEK:
            return ""
        return _("Together these would be more hours than a week has.")


class HoursPerLayer(NamedTuple):
    """Hours a week per layer; None is unknown."""

    top5: Decimal | None
    next15: Decimal | None
    rest: Decimal | None

    def total(self) -> Decimal:
        """Return the sum of what is known."""
        return sum((hours for hours in self if hours is not None), Decimal(0))


def weekly_hours(budget: TimeBudget) -> dict[Layer, float]:
    """Return the hours a week of today for the layers whose hours are known.

    >>> weekly_hours(TimeBudget(actual_hours_top5=Decimal("4.5")))
    {<Layer.TOP5: 'top5'>: 4.5}
    """
    actual = hours_of(budget, "actual")
    return {layer: float(hours) for layer, hours in zip(Layer, actual, strict=True) if hours is not None}


def hours_of(budget: TimeBudget, which: str) -> HoursPerLayer:
    """Return the "actual" or the "target" hours a week."""
    return HoursPerLayer(*(getattr(budget, f"{which}_hours_{layer}") for layer in HoursPerLayer._fields))
