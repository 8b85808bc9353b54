"""A few questions about an inquiry, and what follows from them; the rep may always decide otherwise (our rule).

The rules are read from top to bottom, the first that fits counts. They are printed in the chapter as they stand here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from workbook.i18n import N_, NP_
from workbook.terms import Answerer, InquiryDecision, Term


class InquiryKind(Term):
    """What somebody from the rest asks for."""

    PRICE = "price", NP_("InquiryKind", "Price or offer")
    TECHNICAL = "technical", NP_("InquiryKind", "Technical question")
    VISIT = "visit", NP_("InquiryKind", "Visit")
    SAMPLE = "sample", NP_("InquiryKind", "Sample or test")
    COMPLAINT = "complaint", NP_("InquiryKind", "Complaint")
    OTHER = "other", NP_("InquiryKind", "Something else")


class Fit(Term):
    """How well an inquiry fits what we offer anyway."""

    FULL = "full", NP_("Fit", "It fits what we offer")
    PARTLY = "partly", NP_("Fit", "Only in part")
    NONE = "none", NP_("Fit", "It does not fit")


class Toil(Term):
    """How long a full answer would take."""

    SHORT = "short", NP_("Toil", "Up to half an hour")
    MEDIUM = "medium", NP_("Toil", "Up to two hours")
    LONG = "long", NP_("Toil", "Longer")


class Worth(Term):
    """What the inquiry could bring."""

    SMALL = "small", NP_("Worth", "Little")
    USUAL = "usual", NP_("Worth", "As much as usual")
    HIGH = "high", NP_("Worth", "So much that the account could belong higher up")


@dataclass(frozen=True, slots=True)
class Answers:
    """What the rep said about an inquiry; None is unknown."""

    kind: InquiryKind | None = None
    fit: Fit | None = None
    toil: Toil | None = None
    worth: Worth | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: whether it fits, what it proposes, and how it reads. ``needs`` names the answers it looks at."""

    needs: tuple[str, ...]
    fits: Callable[[Answers], bool]
    ending: InquiryDecision
    sentence: str


RULES: tuple[Rule, ...] = (
    Rule(
        ("kind",),
        lambda told: told.kind is InquiryKind.COMPLAINT,
        InquiryDecision.ANSWER_FULLY,
        N_("A complaint is a fixed date: it is answered in full, by you."),
    ),
    Rule(
        ("fit",),
        lambda told: told.fit is Fit.NONE,
        InquiryDecision.DECLINE,
        N_("What does not fit gets a polite no, at once and with a reason."),
    ),
    Rule(
        ("fit", "toil"),
        lambda told: told.fit is Fit.FULL and told.toil is Toil.SHORT,
        InquiryDecision.ANSWER_FULLY,
        N_("What fits and takes up to half an hour is answered in full."),
    ),
    Rule(
        ("fit", "toil", "worth"),
        lambda told: told.fit is Fit.FULL and told.toil is Toil.MEDIUM and told.worth is Worth.HIGH,
        InquiryDecision.ANSWER_FULLY,
        N_("What fits, takes up to two hours and could lift the account is answered in full."),
    ),
    Rule(
        ("toil", "worth"),
        lambda told: told.toil is Toil.LONG and told.worth is Worth.SMALL,
        InquiryDecision.DECLINE,
        N_("What takes long and brings little gets a polite no."),
    ),
    Rule(
        ("fit", "toil", "worth"),
        lambda _told: True,
        InquiryDecision.STANDARD_OFFER,
        N_("Everything else gets the standard offer."),
    ),
)


@dataclass(frozen=True, slots=True)
class Terms:
    """How an ending is usually carried out: by whom, within how many working days, with how many hours at most."""

    answered_by: Answerer
    working_days: int
    effort_ceiling: Decimal


USUAL: dict[InquiryDecision, Terms] = {
    InquiryDecision.ANSWER_FULLY: Terms(Answerer.REP, 3, Decimal(2)),
    InquiryDecision.STANDARD_OFFER: Terms(Answerer.INSIDE_SALES, 2, Decimal("0.5")),
    InquiryDecision.DECLINE: Terms(Answerer.INSIDE_SALES, 2, Decimal("0.25")),
}
COMPLAINT = Terms(Answerer.REP, 1, Decimal(4))


@dataclass(frozen=True, slots=True)
class Proposal:
    """How an inquiry should end, by which rule, on which terms."""

    ending: InquiryDecision
    rule: Rule
    terms: Terms


def propose(told: Answers) -> Proposal | None:
    """Return the proposal for an inquiry, None while answers are missing that decide it.

    >>> propose(Answers(fit=Fit.FULL, toil=Toil.SHORT)).ending.value, propose(Answers(fit=Fit.FULL))
    ('answer_fully', None)
    """
    for rule in RULES:
        if rule.fits(told) and all(getattr(told, name) is not None for name in rule.needs):
            complaint = told.kind is InquiryKind.COMPLAINT
            return Proposal(rule.ending, rule, COMPLAINT if complaint else USUAL[rule.ending])
        if _could_still_fit(rule, told):
            return None
    return None


def _could_still_fit(rule: Rule, told: Answers) -> bool:
    """Return whether an answer that is missing decides about this rule; the kind of an inquiry may stay open."""
    return any(getattr(told, name) is None for name in rule.needs if name != "kind")
