"""Facts in the plans of the five and the fifteen that nobody has looked at for 90 days, and the rep's word on them."""

import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from workbook.book.agenda import account_of
from workbook.plan.buying_center import BuyingCenter, BuyingCenterMember
from workbook.plan.competition import Competition
from workbook.plan.draft import Draft
from workbook.plan.entry import QUESTION
from workbook.plan.fact_checks import DAYS_UNTIL_STALE, FactAnswer, FactCheck, FactChecks, print_of
from workbook.plan.goals import CustomerGoals
from workbook.plan.purchasing import PurchasingStrategy
from workbook.plan.section import Section
from workbook.plan.year_plan import YearPlan
from workbook.terms import Layer

if TYPE_CHECKING:
    from workbook.book.workbook import Workbook

# Which lists of a part are facts about the customer; a part without a list is one fact as a whole.
# The fifteen have a year plan, and what is left of an account plan they had.
_FACTS: Mapping[type[Section], str] = {
    CustomerGoals: "goals",
    PurchasingStrategy: "",
    BuyingCenter: "members",
    Competition: "competitors",
    YearPlan: "",
}
# What is done by a day comes up when it is overdue, and the five have their objectives in place of a year's goal.
_NO_FACTS = {"actions": (), "next_date": None}
_PARTS = {
    Layer.TOP5: tuple(part for part in _FACTS if part is not YearPlan),
    Layer.NEXT15: tuple(_FACTS),
}


@dataclass(frozen=True, slots=True)
class StaleFact:
    """A fact to look at again: ``unchanged`` days at least since it was written, ``silent`` days since a contact.

    One of the two is None. ``text`` is its heading, "" for a part that is one fact as a whole.
    """

    account_id: str
    account: str
    part: type[Section]
    place: str
    text: str
    unchanged: int | None
    silent: int | None = None


def stale_facts(book: "Workbook") -> tuple[StaleFact, ...]:
    """Return the facts of the five, then of the fifteen, that come up for confirmation, account by account."""
    return tuple(fact for account_id, parts in _planned(book) for fact in _of_account(book, account_id, parts))


def _planned(book: "Workbook") -> Iterator[tuple[str, tuple[type[Section], ...]]]:
    for layer, parts in _PARTS.items():
        yield from ((account_id, parts) for account_id in book.tiering.ids(layer))


def _of_account(book: "Workbook", account_id: str, parts: tuple[type[Section], ...]) -> Iterator[StaleFact]:
    limit = book.today - timedelta(days=DAYS_UNTIL_STALE)
    checks = _checks(book, account_id)
    for part in parts:
        now = facts_in(book.read(part, account_id=account_id))
        day, draft = book.text_on(part, limit, account_id=account_id) if now else (limit, Draft(part()))
        then = facts_in(draft)
        for place, fact in now.items():
            if place in checks and (checks[place].day or limit) > limit and checks[place].text_then == print_of(fact):
                continue
            unchanged = (book.today - day).days if then.get(place) == fact else None
            silent = _silence(fact, book.today)
            if unchanged or silent:
                where = (account_id, account_of(book, account_id)[0], part, place)
                yield StaleFact(*where, _heading(fact), None if silent else unchanged, silent)


def facts_in(draft: Draft[Any]) -> dict[str, Any]:
    """Return the facts of one part by their places; an entry without a text, or with a question mark, is none yet."""
    part: Section = draft.values
    name = _FACTS[type(part)]
    if not name:
        whole = part.model_copy(update=_NO_FACTS) if isinstance(part, YearPlan) else part
        known = whole != type(part)() and QUESTION not in _heading(whole)
        return {short_key(type(part)): whole} if known else {}
    return {f"{name}.{entry.id}": entry for entry in getattr(part, name) if is_fact(entry.heading)}


def is_fact(heading: str) -> bool:
    """Return whether something is known: what is asked is an open question."""
    return bool(heading) and QUESTION not in heading


def short_key(part: type[Section]) -> str:
    """Return what names a part within its account.

    >>> short_key(PurchasingStrategy), short_key(YearPlan)
    ('purchasing', 'year_plan')
    """
    return part.KEY.replace("/{account_id}", "").rpartition("/")[2]


def _heading(fact: Any) -> str:
    if isinstance(fact, YearPlan):
        return fact.goal or ""
    return "" if isinstance(fact, Section) else str(fact.heading)


def _silence(fact: Any, today: date) -> int | None:
    """Return the days since the last contact with a person, None below the limit and where it is not known."""
    last = fact.last_contact if isinstance(fact, BuyingCenterMember) else None
    days = (today - last).days if last else 0
    return days if days > DAYS_UNTIL_STALE else None


def _checks(book: "Workbook", account_id: str) -> dict[str, FactCheck]:
    checks: FactChecks = book.read(FactChecks, account_id=account_id).values
    return {each.place or "": each for each in checks.checks}


def answer_fact(book: "Workbook", fact: StaleFact, answer: FactAnswer) -> None:
    """Save what the rep says about a fact, with the day of today; `StoreError` when it cannot be saved."""
    keeper = book.keeper(FactChecks, account_id=fact.account_id)
    now = facts_in(book.read(fact.part, account_id=fact.account_id))[fact.place]
    check = FactCheck(id=secrets.token_hex(4), answer=answer, day=book.today, place=fact.place, text_then=print_of(now))
    keeper.save(Draft(keeper.draft.values.with_check(check)))


def facts_to_change(book: "Workbook") -> Iterator[tuple[str, type[Section], str]]:
    """Yield name of the account, part and text of each fact the rep called no longer true and has not changed yet."""
    for account_id, parts in _planned(book):
        said = {place for place, each in _checks(book, account_id).items() if each.answer is FactAnswer.CHANGED}
        checks = _checks(book, account_id) if said else {}
        for part in parts if said else ():
            for place, fact in facts_in(book.read(part, account_id=account_id)).items():
                if place in said and checks[place].text_then == print_of(fact):
                    yield account_of(book, account_id)[0], part, _heading(fact)


def confirmed_facts(book: "Workbook") -> int:
    """Return how many facts of the five and the fifteen the rep has called still true since the last quarter ended."""
    accounts = [account_id for account_id, _parts in _planned(book)]
    before = book.before
    known = {each.id for account_id in accounts for each in _checks(before, account_id).values()} if before else ()
    now = (each for account_id in accounts for each in _checks(book, account_id).values())
    return sum(each.answer is FactAnswer.STILL_TRUE and each.id not in known for each in now)
