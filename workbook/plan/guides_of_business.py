"""The guides to what is said about the customer's buying, the competitors and our own objectives."""

from workbook.i18n import N_
from workbook.plan.competition import CoverageOfOffer
from workbook.plan.guide import OPEN, Guide
from workbook.terms import InquiryDecision, KraljicClass, ObjectiveKind, SourcingMode, SupplierPreferencing, Threat

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
SOURCING = Guide(
    (
        N_("Does the customer call for bids each time it buys what you offer?"),
        N_("Is there a contract from which it calls off what it needs over a year or longer?"),
        N_("Does it buy from more than one supplier at present?"),
        N_("Are there exactly two?"),
    ),
    (
        ("y---", SourcingMode.TENDER),
        ("ny--", SourcingMode.FRAMEWORK),
        ("nnn-", SourcingMode.SINGLE),
        ("nnyy", SourcingMode.DUAL),
        ("nnyn", SourcingMode.MULTIPLE),
    ),
)
WHITE_SPACE = Guide(
    (
        N_("Do you know what this unit does about it today?"),
        N_("Could this unit use the offering at all?"),
        N_("Have we invoiced it to this unit in the last 12 months?"),
        N_("Does somebody else deliver it?"),
    ),
    (
        ("n---", CoverageOfOffer.UNKNOWN),
        ("yn--", CoverageOfOffer.NOT_RELEVANT),
        ("yyy-", CoverageOfOffer.SOLD),
        ("yyny", CoverageOfOffer.COMPETITOR),
        ("yynn", CoverageOfOffer.OPEN),
    ),
)
OBJECTIVE_KIND = Guide(
    (
        N_("Is it about business you have today and could lose?"),
        N_("Is it about business that another supplier has today?"),
        N_("Would you see the success in a higher revenue?"),
        N_("Would you see it in a better price, or in lower costs for the same revenue?"),
    ),
    (
        ("y---", ObjectiveKind.DEFEND),
        ("ny--", ObjectiveKind.WIN),
        ("nny-", ObjectiveKind.GROW),
        ("nnny", ObjectiveKind.MARGIN),
        ("nnnn", ObjectiveKind.RELATIONSHIP),
    ),
)
SCORE = Guide(
    (
        N_("Have you heard or read what the customer says about this supplier on this point?"),
        N_("Has the customer praised it, or shown it to others?"),
        N_("Has the customer complained about it in the last 12 months?"),
        N_("Does the customer measure other suppliers by it?"),
    ),
    (
        ("n---", OPEN),
        ("y-ny", 9),
        ("yynn", 7),
        ("ynnn", 5),
        ("yyy-", 5),
        ("yny-", 2),
    ),
)
PROBABILITY = Guide(
    (
        N_("Has the person who decides told one of you what they think of it?"),
        N_("Is there money for it: a budget, or an approved project?"),
        N_("Has the customer compared you with others, and were you ahead?"),
        N_("Has the customer named a day by which it decides?"),
    ),
    (
        ("yyyy", 90),
        ("yyyn", 80),
        ("yyn-", 60),
        ("yny-", 60),
        ("ynn-", 40),
        ("nyy-", 50),
        ("nyn-", 30),
        ("nny-", 30),
        ("nnn-", 10),
    ),
)
