"""What a list still lacks, as far as other answers say."""

from workbook.plan.competition import Competition, CompetitorAssessment, CoverageOfOffer, Score, WhiteSpace
from workbook.plan.draft import Draft
from workbook.plan.key_account import Cover, ValueProposition
from workbook.plan.section import Section

KNOWN = {"criteria": ("Price", "Service"), "goals": ("Less scrap",)}


def names(section: Section, path: str, name: str) -> list[str]:
    return [each[name] for each in section.proposals(path, KNOWN)]


def test_everybody_is_scored_on_the_customers_criteria() -> None:
    """Price is there for us, nothing yet for the competitor; nothing else is proposed."""
    scored = Competition(our_scores=(Score(criterion="price"),), competitors=(CompetitorAssessment(),))
    assert names(scored, "our_scores", "criterion") == ["Service"]
    assert names(scored, "competitors.0.scores", "criterion") == ["Price", "Service"]
    assert scored.proposals("competitors", KNOWN) == ()


def test_the_grid_is_completed_with_unknown_fields() -> None:
    """Two units and two offerings are four fields; the two that are missing are unknown, not empty."""
    entries = (
        WhiteSpace(business_unit="Mill", offering="Pumps"),
        WhiteSpace(business_unit="Plant", offering="Service"),
    )
    missing = Competition(white_space=entries).proposals("white_space", {})
    assert [(each["business_unit"], each["offering"]) for each in missing] == [("Mill", "Service"), ("Plant", "Pumps")]
    assert {each["state"] for each in missing} == {CoverageOfOffer.UNKNOWN}


def test_each_goal_of_the_customer_wants_a_value() -> None:
    """A goal that has one is not proposed again."""
    assert names(Cover(), "value_propositions", "goal") == ["Less scrap"]
    assert names(Cover(value_propositions=(ValueProposition(goal="Less scrap"),)), "value_propositions", "goal") == []
    assert Cover().proposals("risks", KNOWN) == ()


def test_proposals_fit_into_a_draft() -> None:
    """Each of them is an entry of its list."""
    draft = Draft(Cover())
    for values in draft.values.proposals("value_propositions", KNOWN):
        draft = draft.add("value_propositions", **values)
    assert draft.values.value_propositions[0].heading == "Less scrap"
