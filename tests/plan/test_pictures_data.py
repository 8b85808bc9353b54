"""What the pictures of a plan are drawn from."""

import json
from datetime import date
from decimal import Decimal

from workbook.plan.action import Action
from workbook.plan.buying_center import BuyingCenterMember
from workbook.plan.commitment import Commitment
from workbook.plan.competition import Competition, CompetitorAssessment, CoverageOfOffer, Score, WhiteSpace
from workbook.plan.draft import Draft
from workbook.plan.profile import profiles
from workbook.plan.purchasing import Criterion, PurchasingStrategy
from workbook.plan.relationships import relationship_gaps, reporting_lines
from workbook.plan.white_space import white_space_map
from workbook.plan.whole_plan import check_plan
from workbook.plan.workload import next_twelve_months
from workbook.terms import Influence, RelationshipLevel, Status

TODAY = date(2026, 11, 23)
CRITERIA = (Criterion(name="Price", weight=Decimal(60)), Criterion(name="Service", weight=Decimal(40)))


def test_suppliers_are_compared_on_the_customers_criteria() -> None:
    """Ours 0.6 x 5 + 0.4 x 10 = 7; the rival's service is unknown, so it has no sum."""
    ours = (Score(criterion="service", score=10), Score(criterion="Price", score=5))
    rival = CompetitorAssessment(competitor="Rival", scores=(Score(criterion="Price", score=9),))
    found = profiles(PurchasingStrategy(criteria=CRITERIA), Competition(our_scores=ours, competitors=(rival,)))
    assert [(each.supplier, each.points, each.weighted) for each in found] == [
        ("", (5, 10), Decimal(7)),
        ("Rival", (9, None), None),
    ]


def test_the_largest_relationship_gap_comes_first() -> None:
    """Three steps before one; with equal steps more influence first; unknown is no gap."""
    vendor, advisor = RelationshipLevel.VENDOR, RelationshipLevel.TRUSTED_ADVISOR
    source = RelationshipLevel.CREDIBLE_SOURCE
    members = (
        BuyingCenterMember(person="A", relationship_now=vendor, relationship_wanted=source),
        BuyingCenterMember(person="B", relationship_now=vendor, relationship_wanted=source, influence=Influence.HIGH),
        BuyingCenterMember(person="C", relationship_now=vendor, relationship_wanted=advisor),
        BuyingCenterMember(person="D", relationship_wanted=advisor),
    )
    assert [(gap.member.person, gap.steps) for gap in relationship_gaps(members)] == [("C", 3), ("B", 1), ("A", 1)]


def test_superiors_come_before_the_people_below() -> None:
    """The head stands last in the list and first in the chart."""
    members = (
        BuyingCenterMember(id="a", reports_to="b"),
        BuyingCenterMember(id="b", reports_to="c"),
        BuyingCenterMember(id="c"),
    )
    lines = [(each.number, each.level, each.above) for each in reporting_lines(members)]
    assert lines == [(2, 0, None), (1, 1, 2), (0, 2, 1)]


def test_a_reporting_circle_of_another_hand_is_cut() -> None:
    """Everybody is drawn once."""
    members = (
        BuyingCenterMember(id="a", reports_to="b"),
        BuyingCenterMember(id="b", reports_to="a"),
        BuyingCenterMember(id="c", reports_to="b"),
    )
    lines = [(each.number, each.level) for each in reporting_lines(members)]
    assert lines == [(0, 0), (1, 1), (2, 2)]


def test_unknown_white_space_is_not_empty() -> None:
    """Two units, two offerings, three entries: the fourth field is unknown, open and competitor's value add up."""
    entries = (
        WhiteSpace(business_unit="North", offering="Pumps", state=CoverageOfOffer.SOLD, value=Decimal(50)),
        WhiteSpace(business_unit="North", offering="Service", state=CoverageOfOffer.OPEN, value=Decimal(20)),
        WhiteSpace(business_unit="South", offering="Pumps", state=CoverageOfOffer.COMPETITOR, value=Decimal(30)),
        WhiteSpace(business_unit="South"),
    )
    found = white_space_map(entries)
    assert (found.units, found.offerings) == (("North", "South"), ("Pumps", "Service"))
    assert found.state("South", "Service") is CoverageOfOffer.UNKNOWN
    assert found.value(CoverageOfOffer.OPEN, CoverageOfOffer.COMPETITOR) == Decimal(50)


def test_workload_counts_open_actions_by_month() -> None:
    """Overdue ones now, done ones never, the one in a year no more."""
    actions = (
        Action(what="Overdue", due=date(2026, 9, 1)),
        Action(what="Now", due=date(2026, 11, 30)),
        Action(what="Done", due=date(2026, 12, 1), status=Status.DONE),
        Action(what="January", due=date(2027, 1, 5)),
        Action(what="Next November", due=date(2027, 11, 1)),
    )
    months = next_twelve_months(actions, TODAY)
    assert [len(each.actions) for each in months] == [2, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    assert months[-1].first_day == date(2027, 10, 1)


def test_old_check_ins_move_into_the_letter() -> None:
    """Version 1 kept them inside the commitment; what was written there is not lost."""
    old = {"schema": 1, "values": {"letter": "Dear me", "check_ins": [{"kept": "Two visits"}, {"date": "2027-01-22"}]}}
    assert Draft.from_document(Commitment, old).values == Commitment(letter="Dear me\n\nTwo visits")


def test_a_plan_check_is_json() -> None:
    """The score is the one of the notebook."""
    result = check_plan({}, today=TODAY)
    found = json.loads(json.dumps(result.as_dict()))
    assert found["formula"] == result.formula
    assert found["parts"]["CustomerGoals"]["parts"][0]["wanted"] == 8
