"""What is written about the five and the fifteen and nobody has looked at for 90 days: still true, or to be changed."""

from collections.abc import Iterator
from itertools import groupby

from workbook.book import Workbook
from workbook.book.stale import StaleFact, answer_fact, confirmed_facts, facts_to_change, short_key, stale_facts
from workbook.chapters.acting import Acting, acting, keeping
from workbook.chapters.following import Follower
from workbook.chapters.opening import followers, following
from workbook.chapters.panels import Column, Panel, note, table, together
from workbook.chapters.quarter_waiting import FACTS
from workbook.forms.decision import Ask, Asked
from workbook.forms.decision_rows import Answers, DecisionRows, Row, Wording
from workbook.i18n import _, ngettext, number
from workbook.plan.fact_checks import DAYS_UNTIL_STALE, FactAnswer


def show_facts(book: Workbook) -> Follower:
    """Return how many facts of each plan are old, and those that are to be changed in chapter 3 or 4."""
    return following(book, lambda: _facts(book))


def _facts(book: Workbook) -> Panel:
    stale = stale_facts(book)
    if not stale:
        sentence = _(
            "No fact about your five and your fifteen is older than {days} days without having been looked at."
        )
        return together(note(sentence.format(days=number(DAYS_UNTIL_STALE))), _confirmed(book), _to_change(book))
    counts = (Column(head, amount=True) for head in (_("To look at again"), _("Without contact")))
    return together(table([Column(_("Account")), *counts], _counts(stale)), _confirmed(book), _to_change(book))


def _counts(stale: tuple[StaleFact, ...]) -> Iterator[tuple[str, str, str]]:
    for account, group in groupby(stale, key=lambda fact: fact.account):
        facts = tuple(group)
        yield account, number(len(facts)), number(sum(fact.silent is not None for fact in facts))


def _confirmed(book: Workbook) -> Panel:
    count = confirmed_facts(book)
    if not count:
        return together()
    sentence = ngettext("{count} fact was confirmed anew.", "{count} facts were confirmed anew.", count)
    return note(sentence.format(count=number(count)), "good")


def _to_change(book: Workbook) -> Panel:
    rows = [(account, _(part.TITLE), text or "–") for account, part, text in facts_to_change(book)]
    if not rows:
        return together()
    return table((Column(_("To be changed in chapter 3 or 4")), Column(_("Part")), Column(_("What it says"))), rows)


def facts_form(book: Workbook) -> Acting:
    """Return the form in which the rep confirms old facts, or marks them as no longer true."""
    words = Wording(
        _("Facts to look at again"),
        _("What it says"),
        _("Save the answers"),
        _("Nothing is to be looked at again at present."),
    )
    answers = tuple((each.label, each.value) for each in FactAnswer)
    ask = Ask("answer", _("Is it still true?"), Asked.PICK, answers)
    form = DecisionRows(words, [ask], lambda: _rows(book), lambda code, answers: _answer(book, code, answers))
    form = keeping(book, form, "quarterly_review/facts")
    return acting(book, form, lambda: tuple(_rows(book)), place=FACTS)


def _rows(book: Workbook) -> list[Row]:
    return [_row(fact) for fact in stale_facts(book)]


def _row(fact: StaleFact) -> Row:
    part = _(fact.part.TITLE)
    about = [fact.account, *([part] if fact.text else []), _age(fact)]
    return Row(_code(fact), fact.text or part, " · ".join(about))


def _age(fact: StaleFact) -> str:
    if fact.silent is not None:
        sentence = ngettext("no contact for {count} day", "no contact for {count} days", fact.silent)
        return sentence.format(count=number(fact.silent))
    days = fact.unchanged or 0
    sentence = ngettext("unchanged for at least {count} day", "unchanged for at least {count} days", days)
    return sentence.format(count=number(days))


def _code(fact: StaleFact) -> str:
    return f"{fact.account_id} {short_key(fact.part)} {fact.place}"


def _answer(book: Workbook, code: str, answers: Answers) -> None:
    waiting = {_code(fact): fact for fact in stale_facts(book)}
    said = next(each for each in FactAnswer if each == answers["answer"])
    if code in waiting:
        answer_fact(book, waiting[code], said)
        followers(book).saved()
