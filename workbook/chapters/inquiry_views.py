"""What the log of inquiries leads to: the rules behind it, what is due, and what others answer."""

from collections.abc import Iterator

from workbook.book import Workbook
from workbook.chapters.inquiry_log import open_inquiries
from workbook.chapters.panels import (
    Column,
    Panel,
    Words,
    badge,
    card,
    note,
    soft,
    spaced,
    steps,
    strong,
    table,
    together,
)
from workbook.i18n import _, day, ngettext, number
from workbook.plan.entry import show_entry
from workbook.plan.fields import describe
from workbook.plan.inquiries import Inquiry, Standing, answer_due, proposal_for, standing
from workbook.plan.triage import RULES, USUAL, Terms
from workbook.terms import Answerer

SHOWN = 40
UNSAID = "\N{EN DASH}"


def rules_panel() -> Panel:
    """Return the rules of the triage in their order, and how each ending is usually carried out."""
    rules = steps(spaced(badge(rule.ending.label), _(rule.sentence)) for rule in RULES)
    columns = (
        Column(_("Ending")),
        Column(_("Who answers")),
        Column(_("Answer within"), amount=True),
        Column(_("Effort at most"), amount=True),
    )
    usual = table(columns, ((ending.label, *_in_words(_on(terms))) for ending, terms in USUAL.items()))
    return together(rules, usual)


def _on(terms: Terms) -> Inquiry:
    return Inquiry(
        answered_by=terms.answered_by, reply_deadline=terms.working_days, effort_ceiling=terms.effort_ceiling
    )


def _in_words(inquiry: Inquiry) -> tuple[str, ...]:
    fields = {each.name: each for each in describe(Inquiry)}
    names = ("answered_by", "reply_deadline", "effort_ceiling")
    return tuple(show_entry(fields[name], getattr(inquiry, name)) or UNSAID for name in names)


def due_panel(book: Workbook) -> Panel:
    """Return the inquiries that wait for an answer, overdue ones first, with proposal and decision."""
    waiting = [each for _place, each in open_inquiries(book)]
    if not waiting:
        return note(_("No inquiry is waiting for an answer."), "good")
    late = sum(standing(each, book.today) is Standing.OVERDUE for each in waiting)
    columns = tuple(
        map(Column, (_("Account"), _("What it is about"), _("Ending"), _("Who answers"), _("Answer by"), _("State")))
    )
    rows = [_due_row(book, each) for each in waiting[:SHOWN]]
    return together(_lateness(late, len(waiting)), table(columns, rows))


def _lateness(late: int, waiting: int) -> Panel:
    if not late:
        sentence = ngettext(
            "{count} inquiry is waiting, and none is late.", "{count} inquiries are waiting, and none is late.", waiting
        )
        return note(sentence.format(count=number(waiting)), "good")
    sentence = ngettext(
        "{count} answer is overdue. A polite no takes five minutes and closes it.",
        "{count} answers are overdue. A polite no takes five minutes each and closes them.",
        late,
    )
    return note(sentence.format(count=number(late)), "warn")


def _due_row(book: Workbook, inquiry: Inquiry) -> tuple[Words, ...]:
    due, state = answer_due(inquiry), standing(inquiry, book.today)
    return (
        inquiry.account or UNSAID,
        inquiry.kind.label if inquiry.kind else UNSAID,
        _ending(inquiry),
        inquiry.answered_by.label if inquiry.answered_by else UNSAID,
        day(due) if due else UNSAID,
        strong(_("overdue")) if state is Standing.OVERDUE else _state(state),
    )


def _state(state: Standing) -> str:
    return _("open") if state is Standing.OPEN else _("not decided yet")


def _ending(inquiry: Inquiry) -> Words:
    """Return the decision, and the proposal beside it where the rep decided otherwise."""
    proposal = proposal_for(inquiry)
    decided = inquiry.decision.label if inquiry.decision else UNSAID
    if proposal is None or proposal.ending is inquiry.decision:
        return decided
    return spaced(decided, soft(_("(proposed: {ending})").format(ending=proposal.ending.label)))


def handover_panel(book: Workbook) -> Panel:
    """Return one list per person who answers instead of the rep, with boxes to tick: to be printed or mailed."""
    lists = list(_lists(book))
    if not lists:
        return note(_("Nothing is handed over at the moment. Whoever else answers an inquiry gets a list here."))
    return together(*lists)


def _lists(book: Workbook) -> Iterator[Panel]:
    waiting = [each for _place, each in open_inquiries(book)]
    for who in Answerer:
        mine = [each for each in waiting if each.answered_by is who]
        if who is not Answerer.REP and mine:
            title = _("For {who}, as of {day}").format(who=who.label, day=day(book.today))
            yield card(title, _handover_table(mine))


def _handover_table(inquiries: list[Inquiry]) -> Panel:
    names = (_("Account"), _("What it is about"), _("Ending"), _("Answer by"), _("Effort at most"), _("Done"))
    return table(tuple(map(Column, names)), map(_handover_row, inquiries))


def _handover_row(inquiry: Inquiry) -> tuple[Words, ...]:
    due = answer_due(inquiry)
    return (
        inquiry.account or UNSAID,
        inquiry.kind.label if inquiry.kind else UNSAID,
        inquiry.decision.label if inquiry.decision else UNSAID,
        day(due) if due else UNSAID,
        _in_words(inquiry)[2],
        "\N{BALLOT BOX}",
    )
