"""What changed between two texts of a section, in words."""

from datetime import date
from decimal import Decimal

import pytest

from workbook.i18n import speaking
from workbook.plan.action import Action
from workbook.plan.buying_center import BuyingCenter, BuyingCenterMember
from workbook.plan.differences import differences
from workbook.plan.objectives import Objectives, SalesObjective
from workbook.plan.year_plan import YearPlan
from workbook.terms import Attitude, BuyingRole, Status


def _person(attitude: Attitude, **more: object) -> BuyingCenterMember:
    return BuyingCenterMember(id="a", person="M. Tiedgen", roles=(BuyingRole.DECIDER,), attitude=attitude, **more)


def test_a_decider_moves() -> None:
    """The person is named with the role, the scale with its words."""
    before, now = (BuyingCenter(members=(_person(each),)) for each in (Attitude.NEUTRAL, Attitude.SUPPORTER))
    assert differences(before, now) == ("M. Tiedgen (Decider) moved from Neutral to Supporter.",)
    with speaking("de"):
        assert differences(before, now) == ("M. Tiedgen (Entscheider) bewegt sich von Neutral zu Unterstützer.",)


def test_an_objective_slips() -> None:
    """Dates are told as days, later and earlier."""
    objectives = [
        SalesObjective(id="1", text="A", due=date(2027, 3, 1)),
        SalesObjective(id="2", text="B", due=date(2027, 3, 1)),
    ]
    later = [objectives[0], objectives[1].model_copy(update={"due": date(2027, 4, 30)})]
    before, now = Objectives(objectives=tuple(objectives)), Objectives(objectives=tuple(later))
    assert differences(before, now) == ("Objective 2 slipped by 60 days.",)
    assert differences(now, before) == ("Objective 2 is 60 days earlier.",)


def test_order_is_no_change() -> None:
    """Entries are known by their ids."""
    one, two = SalesObjective(id="1", text="A"), SalesObjective(id="2", text="B")
    assert differences(Objectives(objectives=(one, two)), Objectives(objectives=(two, one))) == ()


def test_entries_come_go_and_are_done() -> None:
    """New, gone and done actions are told, with the goal's amounts in the right currency."""
    review, visit = Action(id="1", what="Review"), Action(id="2", what="Visit")
    before = YearPlan(goal="Grow", value=Decimal(1000), actions=(review, visit))
    now = YearPlan(
        goal="Grow further",
        value=Decimal(2500),
        actions=(review.model_copy(update={"status": Status.DONE}), Action(id="3", what="Workshop")),
    )
    assert differences(before, now, "EUR") == (
        "Sales goal with this customer this year was written anew.",
        "Revenue goal this year went from €1,000 to €2,500.",
        "“Review” is done.",
        "Actions in the next 12 months: new is “Workshop”.",
        "Actions in the next 12 months: “Visit” is no longer there.",
    )


@pytest.mark.parametrize(("old", "new"), [(None, "Server"), ("Server", None)])
def test_known_and_open_again(old: str | None, new: str | None) -> None:
    """Unknown is said as such, in both directions."""
    before, now = (Objectives(strategy=each) for each in (old, new))
    told = differences(before, now)[0]
    assert told == ("Account strategy is now “Server”." if new else "Account strategy is open again; it was “Server”.")


def test_nothing_changed() -> None:
    """The same text gives no sentence."""
    assert differences(YearPlan(goal="Grow"), YearPlan(goal="Grow")) == ()
