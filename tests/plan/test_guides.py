"""Help me choose: questions on behaviour lead to a value."""

from itertools import product

import pytest

from workbook.plan.catalogue import SECTIONS
from workbook.plan.competition import CoverageOfOffer
from workbook.plan.fields import FieldDescription, Kind, describe
from workbook.plan.guide import OPEN, Guide, Value
from workbook.plan.guides import GUIDES, guide_of
from workbook.plan.guides_of_business import (
    KRALJIC,
    OBJECTIVE_KIND,
    PREFERENCING,
    PROBABILITY,
    SCORE,
    SOURCING,
    THREAT,
    TRIAGE,
    WHITE_SPACE,
)
from workbook.plan.guides_of_people import ATTITUDE, COVERAGE, EVIDENCE, INFLUENCE, RELATIONSHIP_WANTED
from workbook.plan.key_account import Horizon
from workbook.plan.whole_plan import ALL_PARTS
from workbook.terms import (
    Attitude,
    Coverage,
    Evidence,
    Influence,
    Initiator,
    InquiryDecision,
    KraljicClass,
    ObjectiveKind,
    RelationshipLevel,
    SourcingMode,
    Status,
    SupplierPreferencing,
    Threat,
)

# What is simply so and needs no judgement: how long, how far, who began.
FACTS = {Horizon, Status, Initiator}


def reached(guide: Guide) -> set[Value | None]:
    """Return every value some combination of answers leads to."""
    return {guide.value(answers) for answers in product((True, False), repeat=len(guide.english))}


@pytest.mark.parametrize("name", GUIDES, ids=str)
def test_every_answer_leads_somewhere_and_every_value_can_be_reached(name: object) -> None:
    """Two to four questions; no combination of answers is left alone, no value is out of reach."""
    guide = GUIDES[name]
    assert 2 <= len(guide.english) <= 4
    assert reached(guide) == ({value for _pattern, value in guide.rows} if isinstance(name, str) else set(guide.scale))


def _fields(model: object) -> list[FieldDescription]:
    own = describe(model)
    return [*own, *(inner for each in own if each.item for inner in _fields(each.item))]


@pytest.mark.parametrize("part", ALL_PARTS)
def test_every_scale_of_a_plan_has_a_guide(part: type) -> None:
    """Wherever a rep has to judge, questions help to choose."""
    scales = [each for each in _fields(part) if each.kind is Kind.CHOICE and each.choices not in FACTS]
    assert [each.name for each in scales if guide_of(each) is None] == []


def test_guides_that_fields_name_exist() -> None:
    """A slip of the pen in a field would hide the questions."""
    named = {each.guide for section in SECTIONS for each in _fields(section) if each.guide}
    assert named == {"relationship_wanted", "score", "probability"} == {key for key in GUIDES if type(key) is str}


@pytest.mark.parametrize(
    ("guide", "answers", "value"),
    [
        (ATTITUDE, (False, True, True, True), Attitude.UNKNOWN),
        (ATTITUDE, (True, True, False, True), Attitude.CHAMPION),
        (ATTITUDE, (True, False, True, False), Attitude.CRITIC),
        (ATTITUDE, (True, True, True, True), Attitude.NEUTRAL),
        (INFLUENCE, (True, True, False, False), Influence.HIGH),
        (INFLUENCE, (True, False, False, False), Influence.NONE),
        (COVERAGE, (True, True, False, True), Coverage.MULTIPLE),
        (KRALJIC, (False, True, True), KraljicClass.STRATEGIC),
        (PREFERENCING, (False, True, False), SupplierPreferencing.NUISANCE),
        (THREAT, (True, True, False, True), Threat.MEDIUM),
        (RELATIONSHIP_WANTED, (True, True, False), RelationshipLevel.PROBLEM_SOLVER),
        (EVIDENCE, (True, False, False), Evidence.ASSUMED),
        (SOURCING, (False, False, True, True), SourcingMode.DUAL),
        (WHITE_SPACE, (True, True, False, False), CoverageOfOffer.OPEN),
        (OBJECTIVE_KIND, (False, False, False, False), ObjectiveKind.RELATIONSHIP),
        (SCORE, (True, True, False, False), 7),
        (SCORE, (False, True, False, False), OPEN),
        (PROBABILITY, (True, True, False, True), 60),
        (TRIAGE, (True, False, False), InquiryDecision.STANDARD_OFFER),
    ],
)
def test_answers_lead_to_the_value_a_colleague_would_choose(
    guide: Guide, answers: tuple[bool, ...], value: Value
) -> None:
    """Worked out by hand for each scale."""
    assert guide.value(answers) == value


def test_a_missing_answer_only_matters_when_it_could_change_the_value() -> None:
    """Nobody has met the person: unknown, whatever else; but one open question of two leaves it open."""
    assert ATTITUDE.value((False, None, None, None)) is Attitude.UNKNOWN
    assert ATTITUDE.value((True, True, False, None)) is None
