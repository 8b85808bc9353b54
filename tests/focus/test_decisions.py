"""What a rep may decide, and how everything else is refused."""

from datetime import date
from typing import Any

import pytest

from tests.focus.portfolios import REASON, override, waiver
from workbook.errors import DecisionRefused
from workbook.focus.decisions import Decisions, Rules, Waiver
from workbook.i18n import speaking
from workbook.terms import PotentialBasis, Slot


def test_decisions_survive_json() -> None:
    """Every decision comes back from its JSON document as it was."""
    decisions = Decisions(
        prospect=("p1",), confirmed_former=("f1",), roll_up=("Group",),
        waivers=(waiver(),), overrides=(override("a", "b", agreed_with_manager=True, agreed_on=date(2026, 11, 2)),),
    )  # fmt: skip
    assert Decisions.model_validate(decisions.model_dump(mode="json")) == decisions


def test_rules_survive_json() -> None:
    """The settings come back from their JSON document as they were."""
    rules = Rules(weight=0.7, potential_basis=PotentialBasis.TOTAL, year=2024, fiscal_year_start=7)
    assert Rules.model_validate(rules.model_dump(mode="json")) == rules


@pytest.mark.parametrize("weight", [-0.1, 1.1, "viel", None])
def test_weight_must_be_a_share(weight: Any) -> None:
    """A weight outside 0 to 1, or no number at all, is refused in words."""
    with pytest.raises(DecisionRefused) as refusal:
        Rules(weight=weight)
    assert refusal.value.problems[0].code in {"weight_out_of_range", "decision_value"}


def test_short_reason_is_refused() -> None:
    """Nine characters are no reason, blanks do not count."""
    with pytest.raises(DecisionRefused, match="at least 10 characters"):
        waiver(reason="  123456789  ")


def test_reason_of_ten_characters_is_enough() -> None:
    """Ten characters are a reason."""
    assert waiver(reason="1234567890").reason == "1234567890"


def test_only_mandatory_slots_can_be_waived() -> None:
    """A place by score is nobody's right, so there is nothing to waive."""
    with pytest.raises(DecisionRefused, match="“Score” cannot be waived"):
        waiver(Slot.SCORE)


def test_author_is_needed() -> None:
    """A decision without a name is refused."""
    with pytest.raises(DecisionRefused, match="needs the name of the person"):
        override("a", "b", author=" ")


def test_end_before_beginning_is_refused() -> None:
    """The expiry lies after the date, and the refusal names both."""
    with pytest.raises(DecisionRefused, match="1 Nov 2026 would already end on 1 Oct 2026"):
        waiver(expiry=date(2026, 10, 1))


def test_swap_with_itself_is_refused() -> None:
    """In and out are two accounts."""
    with pytest.raises(DecisionRefused, match="swapped with itself"):
        override("a", "a")


def test_second_prospect_is_refused() -> None:
    """A second prospect takes its place by a swap only."""
    with pytest.raises(DecisionRefused, match="only by a swap"):
        Decisions(prospect=("p1", "p2"))


def test_missing_field_is_refused_in_words() -> None:
    """Even a document with a missing field raises our refusal, which names the field."""
    with pytest.raises(DecisionRefused, match="expiry cannot be “”"):
        Waiver.model_validate({"slot": "prospect", "reason": REASON, "author": "Mara", "date": "2026-11-01"})


def test_unknown_field_is_refused() -> None:
    """A misspelt field is not dropped silently."""
    with pytest.raises(DecisionRefused, match="prospects"):
        Decisions.model_validate({"prospects": ["p1"]})


@pytest.mark.parametrize(("day", "holds"), [(date(2026, 12, 31), True), (date(2027, 1, 1), False)])
def test_day_of_expiry_is_the_first_day_without(day: date, holds: bool) -> None:
    """A decision that expires on 1 January holds on 31 December."""
    assert waiver(expiry=date(2027, 1, 1)).holds_on(day) is holds


def test_terms_in_refusals_follow_the_language() -> None:
    """Refusals are made in the language in use and never raise on the way."""
    with speaking("de"), pytest.raises(DecisionRefused):
        waiver(Slot.MANUAL)
