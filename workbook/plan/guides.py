"""The guides to the scales of the method: what to look at, not what to feel."""

from workbook.i18n import N_
from workbook.plan.guide import Guide
from workbook.terms import (
    Attitude,
    Coverage,
    Influence,
    InquiryDecision,
    KraljicClass,
    RelationshipLevel,
    SupplierPreferencing,
    Term,
    Threat,
)

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
KRALJIC = Guide(
    (
        N_("Would the customer's work stop within days if your delivery failed?"),
        N_("Would it take the customer more than six months to replace you?"),
        N_("Does the customer spend so much on it that the management watches the price?"),
    ),
    (
        ("y-y", KraljicClass.STRATEGIC),
        ("-yy", KraljicClass.STRATEGIC),
        ("nny", KraljicClass.LEVERAGE),
        ("y-n", KraljicClass.BOTTLENECK),
        ("-yn", KraljicClass.BOTTLENECK),
        ("nnn", KraljicClass.NON_CRITICAL),
    ),
)
PREFERENCING = Guide(
    (
        N_("Does this customer belong to the fifth of your customers with the most revenue?"),
        N_("Will it need more of what you offer in the next three years?"),
        N_("Does it pay on time and let you into its plans?"),
    ),
    (
        ("yyy", SupplierPreferencing.CORE),
        ("nyy", SupplierPreferencing.DEVELOPMENT),
        ("y--", SupplierPreferencing.EXPLOITABLE),
        ("n--", SupplierPreferencing.NUISANCE),
    ),
)
THREAT = Guide(
    (
        N_("Do you know what this competitor has done at this customer in the last six months?"),
        N_("Does this competitor already supply this customer?"),
        N_("Does a person with much influence stand up for this competitor?"),
        N_("Has this competitor made an offer or run a test in the last six months?"),
    ),
    (
        ("n---", Threat.UNKNOWN),
        ("yyy-", Threat.HIGH),
        ("y-yy", Threat.HIGH),
        ("ynnn", Threat.LOW),
        ("y---", Threat.MEDIUM),
    ),
)
TRIAGE = Guide(
    (
        N_("Do you have what is asked for in your standard range?"),
        N_("Can it be answered within the effort you have set as the ceiling?"),
        N_("Could this account become one of your 15 within two years?"),
    ),
    (
        ("y-y", InquiryDecision.CONSIDER_PROMOTION),
        ("yyn", InquiryDecision.ANSWER_FULLY),
        ("ynn", InquiryDecision.STANDARD_OFFER),
        ("nyy", InquiryDecision.CONSIDER_PROMOTION),
        ("n--", InquiryDecision.DECLINE),
    ),
)
GUIDES: dict[type[Term], Guide] = {
    guide.scale: guide for guide in (ATTITUDE, INFLUENCE, COVERAGE, RELATIONSHIP, KRALJIC, PREFERENCING, THREAT, TRIAGE)
}
