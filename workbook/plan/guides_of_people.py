"""The guides to what is said about people: what to look at, not what to feel."""

from workbook.i18n import N_
from workbook.plan.guide import Guide
from workbook.terms import Attitude, BuyingRole, Coverage, Evidence, Influence, RelationshipLevel, Term

ATTITUDE = Guide(
    (
        N_("Have you seen or heard yourself how this person acts towards you?"),
        N_("Has this person spoken for you in front of others, or opened a door for you?"),
        N_("Has this person spoken against you, or kept something from you that others knew?"),
        N_("Did that happen more than once, without anybody asking for it?"),
    ),
    (
        ("n---", Attitude.UNKNOWN),
        ("yyy-", Attitude.NEUTRAL),
        ("yyny", Attitude.CHAMPION),
        ("yynn", Attitude.SUPPORTER),
        ("ynyy", Attitude.OPPONENT),
        ("ynyn", Attitude.CRITIC),
        ("ynn-", Attitude.NEUTRAL),
    ),
)
INFLUENCE = Guide(
    (
        N_("Do you know of a purchase in which this person took part?"),
        N_("Can this person alone stop the purchase, or release the money?"),
        N_("Do others ask for this person's opinion before they decide?"),
        N_("Does this person supply requirements, tests or figures for the decision?"),
    ),
    (
        ("n---", Influence.UNKNOWN),
        ("yy--", Influence.HIGH),
        ("ynyy", Influence.HIGH),
        ("ynyn", Influence.MEDIUM),
        ("ynny", Influence.LOW),
        ("ynnn", Influence.NONE),
    ),
)
COVERAGE = Guide(
    (
        N_("Has anybody of us spoken with this person in the last 12 months?"),
        N_("Do we speak with each other at least once a quarter?"),
        N_("Do two or more of us know this person?"),
        N_("Have you talked about more than the current order, such as plans or worries?"),
    ),
    (
        ("n---", Coverage.NONE),
        ("yyyy", Coverage.IN_DEPTH),
        ("yy--", Coverage.MULTIPLE),
        ("yny-", Coverage.MULTIPLE),
        ("ynn-", Coverage.BRIEF),
    ),
)
RELATIONSHIP = Guide(
    (
        N_("Does this person ask for your advice before the requirement is written down?"),
        N_("Have you solved a problem for this person that was in no order?"),
        N_("Does this person ask for your opinion on technical or business questions?"),
    ),
    (
        ("yy-", RelationshipLevel.TRUSTED_ADVISOR),
        ("-y-", RelationshipLevel.PROBLEM_SOLVER),
        ("yn-", RelationshipLevel.CREDIBLE_SOURCE),
        ("nny", RelationshipLevel.CREDIBLE_SOURCE),
        ("nnn", RelationshipLevel.VENDOR),
    ),
)
RELATIONSHIP_WANTED = Guide(
    (
        N_("Does the decision depend on this person, or on somebody who listens to them?"),
        N_("Does this person have a problem at work that we could solve?"),
        N_("Will one of us have the time to see this person at least once a quarter?"),
    ),
    (
        ("yyy", RelationshipLevel.TRUSTED_ADVISOR),
        ("-y-", RelationshipLevel.PROBLEM_SOLVER),
        ("yn-", RelationshipLevel.CREDIBLE_SOURCE),
        ("nny", RelationshipLevel.CREDIBLE_SOURCE),
        ("nnn", RelationshipLevel.VENDOR),
    ),
)
EVIDENCE = Guide(
    (
        N_("Has somebody at the customer said it to one of you, or does it stand in a text of theirs?"),
        N_("Is that less than twelve months ago?"),
        N_("Have you seen something that speaks for it: a visit, a figure, a habit?"),
    ),
    (
        ("yy-", Evidence.CONFIRMED),
        ("yn-", Evidence.ASSUMED),
        ("n-y", Evidence.ASSUMED),
        ("n-n", Evidence.UNKNOWN),
    ),
)
SIGNS_OF_ROLES: dict[Term, str] = {
    BuyingRole.INITIATOR: N_("Was the first to say that something is needed."),
    BuyingRole.USER: N_("Works with it every day and would notice a change first."),
    BuyingRole.INFLUENCER: N_("Supplies requirements, tests or figures that others rely on."),
    BuyingRole.DECIDER: N_("Speaks the yes after which nobody is asked any more."),
    BuyingRole.APPROVER: N_("Releases the money, or can stop the yes of the decider."),
    BuyingRole.BUYER: N_("Negotiates price and contract, and sends the order."),
    BuyingRole.GATEKEEPER: N_("Decides who gets an appointment or a document."),
    BuyingRole.COACH: N_("Tells you how things are decided there, and wants you to win."),
}
