"""A Key Account Plan is complete only when all five parts are."""

from datetime import date
from decimal import Decimal

from workbook.plan.buying_center import BuyingCenter, BuyingCenterMember
from workbook.plan.competition import Competition, CompetitorAssessment, Score
from workbook.plan.draft import Draft
from workbook.plan.goals import CustomerGoal, CustomerGoals
from workbook.plan.key_account import Cover, Horizon
from workbook.plan.objectives import Milestone, Objectives, SalesObjective
from workbook.plan.prospect import ProspectPlan
from workbook.plan.purchasing import Criterion, PurchasingStrategy
from workbook.plan.section import Section
from workbook.plan.whole_plan import Drafts, check_plan, plan_end
from workbook.terms import Attitude, BuyingRole, Coverage, Influence, ObjectiveKind, SourcingMode, Threat

LATER = date(2027, 12, 31)
GOAL = CustomerGoal(text="Less scrap", metric="scrap rate", target="2 %", due=LATER)
PERSON = BuyingCenterMember(
    person="Ms Weber", function="CFO", roles=(BuyingRole.DECIDER,), influence=Influence.HIGH,
    attitude=Attitude.CHAMPION, coverage=Coverage.MULTIPLE,
)  # fmt: skip
RIVAL = CompetitorAssessment(
    competitor="Rival", strengths="Price", weaknesses="Service", threat=Threat.LOW, our_counter="Pilot"
)
CRITERIA = tuple(Criterion(name=name, weight=Decimal(25)) for name in ("Price", "Service", "Quality", "Speed"))
OBJECTIVE = SalesObjective(
    text="Win the service contract for both plants", kind=ObjectiveKind.WIN, measure="contracts", target="2 by 2027",
    due=LATER, strategy="Show the savings in a pilot",
)  # fmt: skip


def drafts(*sections: Section) -> Drafts:
    return {type(section): Draft(section) for section in sections}


FULL = (
    CustomerGoals(goals=(GOAL, GOAL)),
    PurchasingStrategy(contract_end=LATER, sourcing_mode=SourcingMode.DUAL, criteria=CRITERIA),
    BuyingCenter(members=(PERSON,) * 4),
    Competition(competitors=(RIVAL,)),
    Objectives(strategy="Become the partner for scrap", objectives=(OBJECTIVE,) * 3),
)


def test_five_complete_parts_make_a_complete_plan(today: date) -> None:
    """8 + 8 + 24 + 5 + 19 core answers; the cover does not count."""
    result = check_plan(drafts(*FULL), today=today)
    assert result.formula == "5 of 5 parts are complete; 64 of 64 core answers are there: 100%."
    assert result.complete


def test_four_parts_are_not_a_plan(today: date) -> None:
    """Without objectives 45 of 64 answers are there: 70 %."""
    result = check_plan(drafts(*FULL[:4]), today=today)
    assert result.formula == "4 of 5 parts are complete; 45 of 64 core answers are there: 70%."
    assert not result.complete


def test_an_empty_plan_is_begun_by_nobody(today: date) -> None:
    """Nothing written, no share, no error."""
    result = check_plan({}, today=today)
    assert (result.share, result.complete) == (0, False)


def test_the_horizon_counts_from_today(today: date) -> None:
    """24 months after 23 November 2026; a milestone beyond gets a hint."""
    cover = Cover(horizon=Horizon.MONTHS_24)
    late = Objectives(milestones=(Milestone(due=date(2028, 11, 24)),))
    assert plan_end(cover, today) == date(2028, 11, 23)
    assert [each.path for each in check_plan(drafts(cover, late), today=today).findings] == ["milestones.0.due"]


def test_twelve_months_are_for_prospects(today: date) -> None:
    """A customer gets the hint, a prospect does not."""
    cover = Cover(horizon=Horizon.MONTHS_12)
    assert [each.code for each in check_plan(drafts(cover), today=today).findings] == ["short_horizon"]
    assert check_plan(drafts(cover, ProspectPlan()), today=today).findings == ()


def test_the_incumbent_belongs_to_the_competitors(today: date) -> None:
    """Somebody else is assessed, the supplier of today is not; two ends of one contract cannot both be right."""
    prospect = ProspectPlan(incumbent_competitor="Hollmann", contract_end=LATER)
    whole = drafts(prospect, Competition(competitors=(RIVAL,)), PurchasingStrategy(contract_end=today))
    found = check_plan(whole, today=today).findings
    assert [each.code for each in found] == ["incumbent_not_assessed", "two_contract_ends"]
    same = drafts(ProspectPlan(incumbent_competitor="rival "), Competition(competitors=(RIVAL,)))
    assert check_plan(same, today=today).findings == ()


def test_we_are_scored_on_the_customers_criteria(today: date) -> None:
    """A criterion the customer did not name is found."""
    ours = Competition(our_scores=(Score(criterion="Design", score=9),))
    result = check_plan(drafts(PurchasingStrategy(criteria=CRITERIA), ours), today=today)
    assert [each.code for each in result.findings] == ["other_criteria"]


def test_a_prospect_needs_a_named_competitor(today: date) -> None:
    """Rule R4: a warning while the incumbent is unknown."""
    assert [each.code for each in ProspectPlan().findings(today)] == ["no_incumbent"]
