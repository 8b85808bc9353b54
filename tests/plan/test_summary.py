"""The plan on one page: at most twelve lines, taken from what is written."""

from datetime import date
from decimal import Decimal

from tests.plan.test_whole_plan import FULL, LATER, drafts
from workbook.plan.buying_center import BuyingCenter, BuyingCenterMember
from workbook.plan.competition import Competition, CompetitorAssessment
from workbook.plan.goals import CustomerGoal, CustomerGoals
from workbook.plan.key_account import Cover
from workbook.plan.prospect import ProspectPlan
from workbook.plan.purchasing import Criterion, PurchasingStrategy
from workbook.plan.section import Section
from workbook.plan.summary import MOST, Group, Line, summary_of
from workbook.plan.whole_plan import ALL_PARTS, check_plan
from workbook.terms import Attitude, BuyingRole, Influence, SourcingMode, Threat

TODAY = date(2026, 11, 23)
CUSTOMER = [part for part in ALL_PARTS if part is not ProspectPlan]


def summary(*sections: Section, prospect: bool = False, questions: int = 0) -> dict[str, Group]:
    """Return the groups by title of a plan with these parts, all others empty."""
    parts = ALL_PARTS if prospect else CUSTOMER
    whole = {**drafts(*(part() for part in parts)), **drafts(*sections)}
    found = check_plan(whole, today=TODAY)
    return {group.title: group for group in summary_of(whole, found, questions=questions)}


def count(groups: dict[str, Group]) -> int:
    return sum(len(group.lines) for group in groups.values())


def test_an_empty_plan_has_empty_lines() -> None:
    """Two goals, purchasing, two on people, a competitor, strategy and three objectives: ten lines to write on."""
    groups = summary()
    assert count(groups) == 10
    assert all(not line.text for group in groups.values() for line in group.lines)


def test_the_fullest_plan_has_twelve_lines() -> None:
    """Three goals and alarms, for a customer and for a prospect."""
    goals = CustomerGoals(goals=(CustomerGoal(text="A"),) * 3)
    lonely = BuyingCenter(members=(BuyingCenterMember(person="Ida Lund"),))
    assert count(summary(*FULL, goals, lonely)) == MOST
    assert count(summary(*FULL, goals, lonely, prospect=True)) == MOST


def test_a_goal_is_told_with_its_short_answers() -> None:
    """Metric, target and day; long texts do not belong here."""
    goal = CustomerGoal(text="Less\nscrap", metric="scrap rate", target="2 %", due=LATER, so_what="much")
    assert summary(CustomerGoals(goals=(goal,)))["Customer goals"].lines == (
        Line("1", "Less scrap", "scrap rate · 2 % · 31 Dec 2027"),
        Line("2", ""),
    )


def test_purchasing_is_told_by_criteria() -> None:
    """In the customer's order with weights, a missing weight is left out."""
    criteria = (Criterion(name="Price", weight=Decimal(40)), Criterion(name="Service"))
    purchasing = PurchasingStrategy(criteria=criteria, sourcing_mode=SourcingMode.DUAL, contract_end=LATER)
    [line] = summary(purchasing)["Purchasing strategy"].lines
    assert line.text == "Price 40%, Service"
    assert line.more.endswith("End of the current contract: 31 Dec 2027")


def test_people_who_decide_and_who_support() -> None:
    """By name, function and attitude; a name nobody knows is a question mark."""
    chief = BuyingCenterMember(person="Ida Lund", function="CEO", roles=(BuyingRole.DECIDER,), attitude=Attitude.CRITIC)
    gap = BuyingCenterMember(roles=(BuyingRole.APPROVER,))
    friend = BuyingCenterMember(person="Jon Osei", influence=Influence.HIGH, attitude=Attitude.CHAMPION)
    first, second = summary(BuyingCenter(members=(friend, chief, gap)))["Buying center"].lines
    assert first == Line("Who decides", "Ida Lund (CEO, Critic), ?")
    assert second == Line("Who supports us", "Jon Osei (Champion)")


def test_the_most_dangerous_competitor_is_named() -> None:
    """Not the first in the list."""
    mild = CompetitorAssessment(competitor="Mild", threat=Threat.LOW)
    wild = CompetitorAssessment(competitor="Wild", threat=Threat.HIGH, our_counter="Pilot")
    [line] = summary(Competition(competitors=(mild, wild)))["Competitors"].lines
    assert line == Line("Competitor", "Wild", "High: Pilot")


def test_a_prospect_is_won_from_somebody() -> None:
    """From whom, until when, and why it would switch."""
    plan = ProspectPlan(incumbent_competitor="Rival", contract_end=LATER, why_switch="No service")
    [line] = summary(plan, prospect=True)["What it takes to win"].lines
    assert (line.text, line.more) == ("Rival", "31 Dec 2027 · No service")


def test_alarms_and_questions_need_attention() -> None:
    """The first two alarms, how many more, and how many questions are open; nothing about what is not asked."""
    lonely = BuyingCenter(members=(BuyingCenterMember(person="Ida Lund"),))
    [line] = summary(lonely, questions=1)["What needs attention"].lines
    assert line.text.startswith("Nobody here decides. Find out who does. Nobody with much influence")
    assert line.text.endswith("1 open question.")
    assert "What needs attention" not in summary(Cover())
