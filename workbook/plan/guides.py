"""Which guide helps to choose a value: those of the scales, and those a field names because its scale does not fit."""

from collections.abc import Mapping

from workbook.plan import guides_of_business as business
from workbook.plan import guides_of_people as people
from workbook.plan.fields import FieldDescription
from workbook.plan.guide import Guide
from workbook.terms import BuyingRole, Term

GUIDES: dict[type[Term] | str, Guide] = {
    guide.scale: guide
    for guide in (
        people.ATTITUDE, people.INFLUENCE, people.COVERAGE, people.RELATIONSHIP, people.EVIDENCE, business.KRALJIC,
        business.PREFERENCING, business.THREAT, business.TRIAGE, business.SOURCING, business.WHITE_SPACE,
        business.OBJECTIVE_KIND,
    )
} | {
    "relationship_wanted": people.RELATIONSHIP_WANTED,
    "score": business.SCORE,
    "probability": business.PROBABILITY,
}  # fmt: skip


# Several of these may hold for one person, so there is a sign for each instead of questions that lead to one.
SIGNS: Mapping[type[Term], Mapping[Term, str]] = {BuyingRole: people.SIGNS_OF_ROLES}


def guide_of(description: FieldDescription) -> Guide | None:
    """Return the guide to the value of a field, None where there is none.

    >>> from workbook.plan.competition import Score
    >>> from workbook.plan.section import described
    >>> from workbook.plan.competition import Competition
    >>> guide_of(described(Competition, "our_scores.0.score")) is business.SCORE
    True
    """
    choices = description.choices
    return GUIDES.get(description.guide or "") or (GUIDES.get(choices) if choices else None)
