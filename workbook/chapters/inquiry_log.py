"""The log of inquiries: a few questions note a new one with a proposal; every entry can be changed below."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import ipywidgets as widgets
from markupsafe import Markup

from workbook.book import Workbook
from workbook.chapters.acting import keeping
from workbook.chapters.following import Follower
from workbook.chapters.layers import name_of
from workbook.chapters.pieces import printed
from workbook.chapters.shared_forms import shared_form
from workbook.errors import InputError, Problem, ProblemKind, Severity
from workbook.forms.decision import Ask, Asked, DecisionForm
from workbook.forms.shared import make
from workbook.i18n import N_, _, day
from workbook.plan.fields import describe
from workbook.plan.inquiries import Inquiries, Inquiry, answer_due, proposal_for, proposed
from workbook.plan.triage import Answers, Fit, InquiryKind, Toil, Worth
from workbook.terms import Layer, Term

NOBODY_NAMED = ProblemKind(
    "inquiry_of_nobody",
    Severity.ERROR,
    N_("The inquiry has no account."),
    N_("Choose an account of the rest, or write the name of somebody new."),
)
LOG_FULL = ProblemKind(
    "inquiry_log_full",
    Severity.ERROR,
    N_("The log is full."),
    N_("Remove old inquiries below; what was answered need not be kept."),
)
QUESTIONS: dict[str, type[Term]] = {"kind": InquiryKind, "fit": Fit, "toil": Toil, "worth": Worth}


class InquiryDesk(Follower):
    """The questions about a new inquiry above the log; on paper both can be filled in with a pen."""

    def __init__(self, book: Workbook) -> None:
        super().__init__(lambda: book.tiering)
        self.book = book
        self.log = shared_form(book, Inquiries)
        triage = DecisionForm(_("A new inquiry"), _("Note it and propose an ending"), self._asks, self._note)
        self.triage = keeping(book, triage, "reactive_base/inquiry")

    @property
    def html(self) -> Markup:
        """The questions and the log, printed."""
        return Markup(self.triage.twin()) + printed(self.log)  # noqa: S704  the twin escapes every text

    @property
    def view(self) -> widgets.VBox:
        """The questions and the log, alive."""
        return make(widgets.VBox, [self.triage.view, self.log.view])

    def renew(self) -> None:
        """Offer the accounts of the rest as they are now; what was typed stays."""
        self.triage.renew()

    def _asks(self) -> list[Ask]:
        labels = {each.name: each.label for each in describe(Inquiry)}
        rest = sorted((name_of(self.book.tiering, each), each) for each in self.book.tiering.ids(Layer.REST))
        accounts = tuple((name, name) for name, _id in rest)
        asks = [
            Ask("account", labels["account"], Asked.PICK, accounts),
            Ask("other", _("or somebody who is not in the list")),
            Ask("received", labels["date"], Asked.DAY, start=day(self.book.today)),
        ]
        return asks + [Ask(code, labels[code], Asked.PICK, _options(terms)) for code, terms in QUESTIONS.items()]

    def _note(self, told: Mapping[str, Any]) -> str:
        name = told["other"] or told["account"]
        if not name:
            raise InputError(Problem(NOBODY_NAMED))
        noted = proposed(name, told["received"] or self.book.today, _answers(told))
        values = {field: getattr(noted, field) for field in Inquiry.model_fields if field != "id"}
        if self.log.editor.add("inquiries", **values):
            raise InputError(Problem(LOG_FULL))
        self.log.flush()
        self.log.redraw()
        return noted_in_words(noted)


def _options(terms: type[Term]) -> tuple[tuple[str, str], ...]:
    return tuple((term.label, term.value) for term in terms)


def _answers(told: Mapping[str, Any]) -> Answers:
    picked = (next((term for term in terms if term == told[code]), None) for code, terms in QUESTIONS.items())
    return Answers(*picked)  # type: ignore[arg-type]


def noted_in_words(inquiry: Inquiry) -> str:
    """Return what was noted: the proposed ending, who answers until when, and the rule behind it."""
    proposal, due = proposal_for(inquiry), answer_due(inquiry)
    if proposal is None or due is None:
        return _("Noted in the log below, without a proposal: answer the questions, or choose an ending yourself.")
    sentence = _("Noted in the log below. Proposal: {ending}, by {who}, until {day}. {rule} You may decide otherwise.")
    return sentence.format(
        ending=proposal.ending.label, who=proposal.terms.answered_by.label, day=day(due), rule=_(proposal.rule.sentence)
    )


def open_inquiries(book: Workbook) -> list[tuple[int, Inquiry]]:
    """Return the inquiries without an answer with their places in the log, the most urgent first."""
    found = enumerate(book.read(Inquiries).values.inquiries)
    waiting = [(place, each) for place, each in found if not each.answered_on]
    return sorted(waiting, key=lambda each: answer_due(each[1]) or date.max)
