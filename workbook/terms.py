"""The enumerations of the method: a stable English code and a label in both languages.

>>> from workbook.i18n import speaking
>>> Layer.NEXT15.value, Layer.NEXT15.label
('next15', 'Next 15')
>>> Attitude.CRITIC.points, Attitude.UNKNOWN.points
(-1, None)
"""

from enum import StrEnum
from typing import Self

from workbook.i18n import NP_, pgettext


class Term(StrEnum):
    """A code with a label; ``points`` is the number on a scale, None where there is none or it is unknown."""

    english: str
    points: int | None

    def __new__(cls, code: str, english: str, points: int | None = None) -> Self:
        """Make the code the value; the label is translated when it is asked for."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.english = english
        member.points = points
        return member

    @property
    def label(self) -> str:
        """The label in the language in use."""
        return pgettext(type(self).__name__, self.english)


class Layer(Term):
    """The three layers of the pyramid."""

    TOP5 = "top5", NP_("Layer", "Top 5")
    NEXT15 = "next15", NP_("Layer", "Next 15")
    REST = "rest", NP_("Layer", "Rest")

    @property
    def mode(self) -> "Mode":
        """How the layer is worked; derived, never typed."""
        return {Layer.TOP5: Mode.STRATEGIC, Layer.NEXT15: Mode.ACTIVE, Layer.REST: Mode.REACTIVE}[self]


class Mode(Term):
    """How an account is worked."""

    STRATEGIC = "strategic", NP_("Mode", "strategic")
    ACTIVE = "active", NP_("Mode", "active")
    REACTIVE = "reactive", NP_("Mode", "reactive")


class Slot(Term):
    """Why an account has its place."""

    LARGEST_REVENUE = "largest_revenue", NP_("Slot", "Largest revenue")
    LARGEST_POTENTIAL = "largest_potential", NP_("Slot", "Largest potential")
    PROSPECT = "prospect", NP_("Slot", "Prospect")
    SCORE = "score", NP_("Slot", "Score")
    MANUAL = "manual", NP_("Slot", "Set by hand")


class AccountStatus(Term):
    """What the account is to us."""

    CUSTOMER = "customer", NP_("AccountStatus", "Customer")
    PROSPECT = "prospect", NP_("AccountStatus", "Prospect")
    FORMER = "former", NP_("AccountStatus", "Former customer")


class BuyingRole(Term):
    """Roles in a buying center, after Webster and Wind, with initiator, approver and coach."""

    INITIATOR = "initiator", NP_("BuyingRole", "Initiator")
    USER = "user", NP_("BuyingRole", "User")
    INFLUENCER = "influencer", NP_("BuyingRole", "Influencer")
    DECIDER = "decider", NP_("BuyingRole", "Decider")
    APPROVER = "approver", NP_("BuyingRole", "Approver")
    BUYER = "buyer", NP_("BuyingRole", "Buyer")
    GATEKEEPER = "gatekeeper", NP_("BuyingRole", "Gatekeeper")
    COACH = "coach", NP_("BuyingRole", "Coach")


class Attitude(Term):
    """How a person stands towards us; unknown is its own value, never neutral."""

    OPPONENT = "opponent", NP_("Attitude", "Opponent"), -2
    CRITIC = "critic", NP_("Attitude", "Critic"), -1
    NEUTRAL = "neutral", NP_("Attitude", "Neutral"), 0
    SUPPORTER = "supporter", NP_("Attitude", "Supporter"), 1
    CHAMPION = "champion", NP_("Attitude", "Champion"), 2
    UNKNOWN = "unknown", NP_("Attitude", "Unknown")


class Influence(Term):
    """How much a person's word counts in the decision."""

    NONE = "none", NP_("Influence", "None"), 0
    LOW = "low", NP_("Influence", "Low"), 1
    MEDIUM = "medium", NP_("Influence", "Medium"), 2
    HIGH = "high", NP_("Influence", "High"), 3
    UNKNOWN = "unknown", NP_("Influence", "Unknown")


class Coverage(Term):
    """How well we cover a person with contacts."""

    NONE = "none", NP_("Coverage", "No contact"), 0
    BRIEF = "brief", NP_("Coverage", "Brief contacts"), 1
    MULTIPLE = "multiple", NP_("Coverage", "Multiple contacts"), 2
    IN_DEPTH = "in_depth", NP_("Coverage", "In-depth"), 3


class RelationshipLevel(Term):
    """What we are to a person."""

    VENDOR = "vendor", NP_("RelationshipLevel", "Vendor"), 1
    CREDIBLE_SOURCE = "credible_source", NP_("RelationshipLevel", "Credible source"), 2
    PROBLEM_SOLVER = "problem_solver", NP_("RelationshipLevel", "Problem solver"), 3
    TRUSTED_ADVISOR = "trusted_advisor", NP_("RelationshipLevel", "Trusted advisor"), 4


class Evidence(Term):
    """How sure a statement is."""

    CONFIRMED = "confirmed", NP_("Evidence", "Confirmed")
    ASSUMED = "assumed", NP_("Evidence", "Assumed")
    UNKNOWN = "unknown", NP_("Evidence", "Unknown")


class KraljicClass(Term):
    """Where the customer's purchasing puts us (Kraljic)."""

    STRATEGIC = "strategic", NP_("KraljicClass", "Strategic")
    LEVERAGE = "leverage", NP_("KraljicClass", "Leverage")
    BOTTLENECK = "bottleneck", NP_("KraljicClass", "Bottleneck")
    NON_CRITICAL = "non_critical", NP_("KraljicClass", "Non-critical")


class SourcingMode(Term):
    """How the customer buys our category."""

    SINGLE = "single", NP_("SourcingMode", "Single sourcing")
    DUAL = "dual", NP_("SourcingMode", "Dual sourcing")
    MULTIPLE = "multiple", NP_("SourcingMode", "Multiple sourcing")
    TENDER = "tender", NP_("SourcingMode", "Tender")
    FRAMEWORK = "framework", NP_("SourcingMode", "Framework contract")


class SupplierPreferencing(Term):
    """How attractive the customer is to us (Steele and Court)."""

    CORE = "core", NP_("SupplierPreferencing", "Core")
    DEVELOPMENT = "development", NP_("SupplierPreferencing", "Development")
    EXPLOITABLE = "exploitable", NP_("SupplierPreferencing", "Exploitable")
    NUISANCE = "nuisance", NP_("SupplierPreferencing", "Nuisance")


class ObjectiveKind(Term):
    """What a sales objective is for."""

    GROW = "grow", NP_("ObjectiveKind", "Grow")
    DEFEND = "defend", NP_("ObjectiveKind", "Defend")
    WIN = "win", NP_("ObjectiveKind", "Win")
    MARGIN = "margin", NP_("ObjectiveKind", "Margin")
    RELATIONSHIP = "relationship", NP_("ObjectiveKind", "Relationship")


class Status(Term):
    """How far an action or objective is."""

    OPEN = "open", NP_("Status", "Open")
    IN_PROGRESS = "in_progress", NP_("Status", "In progress")
    DONE = "done", NP_("Status", "Done")
    BLOCKED = "blocked", NP_("Status", "Blocked")
    DROPPED = "dropped", NP_("Status", "Dropped")


class Threat(Term):
    """How dangerous a competitor is at this customer."""

    LOW = "low", NP_("Threat", "Low"), 1
    MEDIUM = "medium", NP_("Threat", "Medium"), 2
    HIGH = "high", NP_("Threat", "High"), 3
    UNKNOWN = "unknown", NP_("Threat", "Unknown")


class InquiryDecision(Term):
    """How an inquiry from the rest ends."""

    ANSWER_FULLY = "answer_fully", NP_("InquiryDecision", "Answer fully")
    STANDARD_OFFER = "standard_offer", NP_("InquiryDecision", "Standard offer")
    DECLINE = "decline", NP_("InquiryDecision", "Decline politely")
    CONSIDER_PROMOTION = "consider_promotion", NP_("InquiryDecision", "Consider promotion")


class Initiator(Term):
    """Who started an action: us, or the customer."""

    US = "us", NP_("Initiator", "Us")
    CUSTOMER = "customer", NP_("Initiator", "Customer")


class Answerer(Term):
    """Who answers an inquiry."""

    REP = "rep", NP_("Answerer", "Myself")
    INSIDE_SALES = "inside_sales", NP_("Answerer", "Inside sales")
    WEBSHOP = "webshop", NP_("Answerer", "Web shop")
    PARTNER = "partner", NP_("Answerer", "Partner")


class PotentialBasis(Term):
    """Which potential the formula looks at."""

    ADDITIONAL = "additional", NP_("PotentialBasis", "Additional potential")
    TOTAL = "total", NP_("PotentialBasis", "Total demand")
