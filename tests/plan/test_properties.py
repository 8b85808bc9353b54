"""Whatever is typed or stored: nothing is lost and nothing breaks."""

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbook.plan.buying_center import BuyingCenter
from workbook.plan.characters import cleaned
from workbook.plan.draft import Draft
from workbook.plan.editing import explain, type_in
from workbook.plan.questions import open_questions
from workbook.plan.year_plan import YearPlan

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
PERSON = st.dictionaries(st.sampled_from(["id", "person", "roles", "attitude", "last_contact", "x"]), ANYTHING)
NUMBERS = st.from_regex(r"[0-9.,% €+-]{1,12}", fullmatch=True)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=40) | NUMBERS, st.sampled_from(["goal", "value", "next_date", "year"]))
def test_a_typed_text_is_a_value_or_stays_a_text(text: str, path: str) -> None:
    """There is no third way, and a text that stays has its sentence."""
    draft = type_in(Draft(YearPlan()), path, text).draft
    if draft.at(path) is None and cleaned(text):
        assert draft.typed == {path: cleaned(text)}
        assert explain(draft, path)
    else:
        assert draft.typed == {}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=40) | NUMBERS)
def test_every_draft_can_be_stored_and_comes_back(text: str) -> None:
    """The document is JSON in UTF-8, and reading it gives the draft."""
    draft = type_in(type_in(Draft(YearPlan()), "goal", text).draft, "value", text).draft
    stored = json.loads(json.dumps(draft.to_document(), ensure_ascii=False).encode())
    assert Draft.from_document(YearPlan, stored) == draft


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PERSON | ANYTHING, max_size=3) | ANYTHING)
def test_a_document_of_another_hand_opens(members: object) -> None:
    """What does not fit becomes text; looking at it, asking and saving it again work."""
    draft = Draft.from_document(BuyingCenter, {"values": {"members": members}})
    open_questions([("key", "subject", draft)])
    assert Draft.from_document(BuyingCenter, draft.to_document()) == draft
