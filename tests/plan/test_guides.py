"""Help me choose: questions on behaviour lead to a value."""

from itertools import product

import pytest

from workbook.plan.guide import Guide
from workbook.plan.guides import ATTITUDE, COVERAGE, GUIDES, INFLUENCE, KRALJIC, PREFERENCING, THREAT, TRIAGE
from workbook.terms import (
    Attitude,
    Coverage,
    Influence,
    InquiryDecision,
    KraljicClass,
    SupplierPreferencing,
    Term,
    Threat,
)


@pytest.mark.parametrize("guide", GUIDES.values(), ids=lambda guide: guide.scale.__name__)
def test_every_answer_leads_somewhere_and_every_value_can_be_reached(guide: Guide) -> None:
    """Two to four questions; no combination of answers is left alone, no value is out of reach."""
    assert 2 <= len(guide.english) <= 4
    reached = {guide.value(answers) for answers in product((True, False), repeat=len(guide.english))}
    assert reached == set(guide.scale)


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
        (TRIAGE, (True, False, False), InquiryDecision.STANDARD_OFFER),
    ],
)
def test_answers_lead_to_the_value_a_colleague_would_choose(
    guide: Guide, answers: tuple[bool, ...], value: Term
) -> None:
    """Worked out by hand for each scale."""
    assert guide.value(answers) is value


def test_a_missing_answer_only_matters_when_it_could_change_the_value() -> None:
    """Nobody has met the person: unknown, whatever else; but one open question of two leaves it open."""
    assert ATTITUDE.value((False, None, None, None)) is Attitude.UNKNOWN
    assert ATTITUDE.value((True, True, False, None)) is None
