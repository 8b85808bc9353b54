"""Gaps, alarms and hints of the plan's sections."""

from datetime import date
from decimal import Decimal

import pytest

from workbook.plan.action import Action, ObjectiveAction
from workbook.plan.buying_center import BuyingCenter, BuyingCenterMember
from workbook.plan.competition import Competition, CompetitorAssessment, Score
from workbook.plan.finding import Gravity
from workbook.plan.goals import CustomerGoal, CustomerGoals
from workbook.plan.key_account import Cover, Risk, ValueProposition
from workbook.plan.objectives import Milestone, Objectives, SalesObjective
from workbook.plan.purchasing import Criterion, PurchasingStrategy
from workbook.plan.section import Section
from workbook.plan.year_plan import YearPlan
from workbook.terms import Attitude, BuyingRole, Coverage, Evidence, Influence, Initiator, Status, Threat

TODAY = date(2026, 11, 23)


def codes(section: Section) -> list[str]:
    return [each.code for each in section.findings(TODAY)]


def person(**values: object) -> BuyingCenterMember:
    return BuyingCenterMember.model_validate({"person": "Ms Weber", **values})


def test_a_good_buying_center_raises_no_alarm() -> None:
    """A champion decides, two people know us, the last contact was ten days ago."""
    champion = person(
        roles=tuple(BuyingRole), influence=Influence.HIGH, attitude=Attitude.CHAMPION, coverage=Coverage.MULTIPLE,
        last_contact=date(2026, 11, 13),
    )  # fmt: skip
    assert codes(BuyingCenter(members=(champion, person(coverage=Coverage.BRIEF)))) == []


def test_an_unknown_decider_is_an_alarm() -> None:
    """Somebody decides; the plan has to say who."""
    assert "no_decider" in codes(BuyingCenter(members=(person(),)))


def test_a_decider_without_a_name_is_unknown() -> None:
    """A question mark holds the place of a person; the alarm stays until there is a name."""
    assert "no_decider" in codes(BuyingCenter(members=(person(person="?", roles=(BuyingRole.DECIDER,)),)))


def test_no_contact_at_all_is_an_alarm() -> None:
    """Nobody of us knows anybody there; while contact is unknown nothing is said."""
    assert "no_thread" in codes(BuyingCenter(members=(person(coverage=Coverage.NONE),)))
    assert "no_thread" not in codes(BuyingCenter(members=(person(coverage=Coverage.NONE), person())))


def test_a_silent_key_person_is_named() -> None:
    """Somebody else was met last week; the one with much influence was not for 91 days."""
    silent = person(person="Mr Silent", influence=Influence.HIGH, last_contact=date(2026, 8, 24))
    findings = BuyingCenter(members=(silent, person(last_contact=date(2026, 11, 16)))).findings(TODAY)
    (hint,) = [each.sentence for each in findings if each.code == "key_person_silent"]
    assert hint == "Much influence, and no contact for more than 90 days: Mr Silent."


@pytest.mark.parametrize("attitude", [Attitude.NEUTRAL, Attitude.UNKNOWN, Attitude.CRITIC, None])
def test_unknown_is_no_support(attitude: Attitude | None) -> None:
    """A decider of unknown attitude is no supportive key player."""
    decider = person(roles=(BuyingRole.DECIDER,), influence=Influence.HIGH, attitude=attitude)
    assert "no_supporter" in codes(BuyingCenter(members=(decider,)))


def test_one_contact_is_a_single_thread() -> None:
    """Three people, one of whom knows us."""
    members = (person(coverage=Coverage.IN_DEPTH), person(coverage=Coverage.NONE), person())
    assert "single_thread" in codes(BuyingCenter(members=members))


@pytest.mark.parametrize(("day", "alarm"), [(date(2026, 8, 25), False), (date(2026, 8, 24), True)])
def test_more_than_90_days_without_contact_are_an_alarm(day: date, alarm: bool) -> None:
    """25 August is 90 days before 23 November, 24 August 91."""
    assert ("no_contact" in codes(BuyingCenter(members=(person(last_contact=day),)))) is alarm


def test_roles_nobody_holds_are_listed() -> None:
    """Everything but the user and the buyer, as an alarm."""
    findings = BuyingCenter(members=(person(roles=(BuyingRole.USER, BuyingRole.BUYER)),)).findings(TODAY)
    (free,) = [each for each in findings if each.code == "roles_free"]
    assert free.gravity is Gravity.ALARM
    assert free.sentence == "Nobody holds these roles yet: Initiator, Influencer, Decider, Approver, Gatekeeper, Coach."


def test_weights_of_90_per_cent_are_a_gap() -> None:
    """All weights together are 100; while one is unknown nothing is said."""
    criteria = (Criterion(name="Price", weight=Decimal(60)), Criterion(name="Service", weight=Decimal(30)))
    (finding,) = PurchasingStrategy(criteria=(*criteria, Criterion(name="Speed", weight=Decimal("9.5")))).findings(
        TODAY
    )
    assert finding.sentence == "The weights add up to 99.5%; together they should be 100%."
    assert codes(PurchasingStrategy(criteria=criteria)) == ["weights_not_100"]
    assert codes(PurchasingStrategy(criteria=(*criteria, Criterion(name="Quality")))) == []


def test_a_contract_that_ends_within_180_days_is_a_hint() -> None:
    """22 May 2027 is 180 days away; so the tender in June comes too late."""
    purchasing = PurchasingStrategy(contract_end=date(2027, 5, 22), tender_date=date(2027, 6, 1))
    assert codes(purchasing) == ["contract_ends", "tender_after_end"]
    assert codes(PurchasingStrategy(contract_end=date(2027, 5, 23))) == []
    assert codes(PurchasingStrategy(contract_end=date(2026, 11, 22))) == ["contract_over"]


def test_a_share_above_the_whole_demand_is_refused_at_its_field() -> None:
    """Ours 70 and theirs 60 are 130 %."""
    rivals = (CompetitorAssessment(share_of_wallet=Decimal(60)),)
    competition = Competition(our_share_of_wallet=Decimal(70), competitors=rivals)
    assert "130%" in competition.refusal("competitors.0.share_of_wallet")
    assert codes(competition) == ["shares_above_100"]


def test_a_dangerous_competitor_needs_a_counter() -> None:
    """The hint stands at the missing answer."""
    findings = Competition(competitors=(CompetitorAssessment(threat=Threat.HIGH),)).findings(TODAY)
    assert [(each.code, each.path) for each in findings] == [("threat_without_counter", "competitors.0.our_counter")]


def test_everybody_is_scored_on_the_same_criteria() -> None:
    """Capital letters do not matter, other criteria do."""
    ours = (Score(criterion="Price", score=5),)
    same, other = Score(criterion="price", score=7), Score(criterion="Service", score=7)
    assert codes(Competition(our_scores=ours, competitors=(CompetitorAssessment(scores=(same,)),))) == []
    assert codes(Competition(our_scores=ours, competitors=(CompetitorAssessment(scores=(other,)),))) == [
        "criteria_differ"
    ]


def test_goals_without_figure_or_source_get_hints() -> None:
    """Three things a rep can do something about."""
    goal = CustomerGoal(text="Grow", target="more", due=date(2026, 1, 1), evidence=Evidence.ASSUMED)
    assert codes(CustomerGoals(goals=(goal,))) == ["target_without_figure", "goal_past", "goal_assumed"]


def test_a_strategy_that_copies_the_objective_is_a_gap() -> None:
    """Other capitals and a full stop make no strategy."""
    text = "Win the service contract for the two northern plants"
    assert codes(Objectives(objectives=(SalesObjective(text=text, strategy=text.upper() + "."),))) == [
        "strategy_is_goal"
    ]
    assert codes(Objectives(objectives=(SalesObjective(text=text, strategy="Show savings in a pilot"),))) == []


def test_smart_feedback_explains() -> None:
    """Short, without figure or baseline, certain and overdue: five hints, no gap."""
    objective = SalesObjective(text="Grow", target="more", probability=Decimal(100), due=date(2026, 1, 1))
    expected = ["not_specific", "not_measurable", "no_baseline", "certain", "objective_past"]
    assert codes(Objectives(objectives=(objective,))) == expected
    done = objective.model_copy(update={"status": Status.DONE})
    assert "objective_past" not in codes(Objectives(objectives=(done,)))


def test_each_quarter_needs_an_action_of_our_own() -> None:
    """Own actions in the first and third quarter; one in the second that the customer wants does not count."""
    actions = (
        Action(what="Review", due=date(2026, 12, 1)),
        Action(what="Audit", due=date(2027, 3, 1), initiator=Initiator.CUSTOMER),
        Action(what="Workshop", due=date(2027, 6, 1)),
    )
    findings = YearPlan(actions=actions).findings(TODAY)
    assert [each.sentence for each in findings] == [
        "No action of your own from 23 Feb 2027 to 22 May 2027: you are being driven.",
        "No action of your own from 23 Aug 2027 to 22 Nov 2027: you are being driven.",
    ]


def test_everything_in_december_is_a_hint() -> None:
    """Three actions in one month."""
    actions = tuple(Action(what="Visit", due=date(2026, 12, day)) for day in (1, 10, 20))
    assert "one_month" in codes(YearPlan(actions=actions))


def test_two_of_three_in_one_month_are_a_crowd() -> None:
    """A dropped action and one the customer wants do not count; one of three is no crowd."""
    december = [Action(what="Visit", due=date(2026, 12, day)) for day in (1, 10)]
    march, dropped = (Action(what="x", due=date(2027, 3, 1), status=each) for each in (None, Status.DROPPED))
    assert [each.sentence for each in YearPlan(actions=(*december, march)).findings(TODAY)][-1] == (
        "2 of 3 actions are due in December 2026. Spread them over the year."
    )
    assert "one_month" not in codes(YearPlan(actions=(*december, dropped)))


def test_an_action_of_yesterday_asks_for_a_new_date() -> None:
    """Done and dropped ones are left in peace."""
    yesterday = date(2026, 11, 22)
    over = Action(what="Visit", due=yesterday)
    assert codes(YearPlan(actions=(over,))).count("action_past") == 1
    for rest in ({"status": Status.DONE}, {"status": Status.DROPPED}, {"done_on": yesterday}):
        assert "action_past" not in codes(YearPlan(actions=(over.model_copy(update=rest),)))


def test_an_action_in_two_years_is_beyond_the_plan() -> None:
    """The actions roll over the next 12 months; the last day counts."""
    assert "beyond_year" in codes(YearPlan(actions=(Action(due=date(2027, 11, 24)),)))
    assert "beyond_year" not in codes(YearPlan(actions=(Action(due=date(2027, 11, 23)),)))


def test_the_next_appointment_is_within_14_days() -> None:
    """7 December is 14 days away, 8 December 15; yesterday is over."""
    assert codes(Cover(next_appointment=date(2026, 12, 7))) == []
    assert codes(Cover(next_appointment=date(2026, 12, 8))) == ["appointment_far"]
    assert codes(Cover(next_appointment=date(2026, 11, 22), next_review=date(2026, 11, 22))) == [
        "appointment_past",
        "review_past",
    ]


def test_a_risk_wants_an_answer_and_a_value_a_proof() -> None:
    """Each hint stands at the field that is empty."""
    cover = Cover(risks=(Risk(risk="Tender"),), value_propositions=(ValueProposition(benefit="Less scrap"),))
    paths = [each.path for each in cover.findings(TODAY)]
    assert paths == ["risks.0.counter_action", "value_propositions.0.proof"]


def test_the_account_strategy_is_no_objective() -> None:
    """The same words in another order lead nowhere."""
    objective = SalesObjective(text="Win the service contract for both plants")
    found = Objectives(strategy="The service contract for both plants: win!", objectives=(objective,)).findings(TODAY)
    assert [(each.code, each.path) for each in found] == [("strategy_is_goal", "strategy")]


def test_every_objective_wants_an_action_once_there_are_some() -> None:
    """The first objective has one, the second none; while there are no actions nothing is said."""
    goals = (
        SalesObjective(id="a", text="Win the service contract"),
        SalesObjective(id="b", text="Keep the old contract"),
    )
    action = ObjectiveAction(what="Call", owner="Anna", due=TODAY, objective="a")
    found = Objectives(objectives=goals, actions=(action,)).findings(TODAY)
    assert [(each.code, each.path) for each in found] == [("no_action", "objectives.1.text")]
    assert codes(Objectives(objectives=goals)) == []


def test_a_step_has_a_name_and_a_date_and_comes_before_its_objective() -> None:
    """A milestone without an owner, an action without a date, a milestone a day late."""
    goal = SalesObjective(id="a", text="Win the service contract", due=date(2027, 3, 1))
    late = Milestone(text="Trial", owner="Anna", due=date(2027, 3, 2), objective="a")
    steps = {
        "milestones": (Milestone(text="Trial", due=TODAY), late),
        "actions": (ObjectiveAction(what="Call", owner="Anna", objective="a"),),
    }
    found = Objectives(objectives=(goal,), **steps).findings(TODAY)
    expected = [
        ("nobody_or_never", "milestones.0.owner"),
        ("nobody_or_never", "actions.0.due"),
        ("milestone_late", "milestones.1.due"),
    ]
    assert [(each.code, each.path) for each in found] == expected
