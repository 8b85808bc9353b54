"""The account plans of the five: the parts each has, what is written in them, and their state as JSON."""

from typing import TYPE_CHECKING, Any, cast

from workbook.plan.account_facts import AccountFacts
from workbook.plan.draft import Draft
from workbook.plan.open_questions import question_id
from workbook.plan.prospect import ProspectPlan
from workbook.plan.questions import Asked, open_questions
from workbook.plan.section import Section
from workbook.plan.whole_plan import Drafts, check_plan, parts_of
from workbook.terms import AccountStatus, Layer

if TYPE_CHECKING:
    from workbook.book.workbook import Workbook


def plan_of(book: "Workbook", account_id: str) -> dict[type[Section], Draft[Any]]:
    """Return the parts of one account's plan as they are saved; what chapter 1 knows of a prospect is filled in."""
    status = cast(AccountStatus, book.tiering.table.at[account_id, "status"])
    written = {part: book.read(part, account_id=account_id) for part in parts_of(status)}
    if ProspectPlan in written and written[ProspectPlan].empty:
        written[ProspectPlan] = Draft(_known_of(book, account_id))
    return written


def _known_of(book: "Workbook", account_id: str) -> ProspectPlan:
    """Return the supplier and the end of its contract, which the rep has named already."""
    facts = book.read(AccountFacts, account_id=account_id).values
    supplier = book.portfolio.accounts.at[account_id, "incumbent_competitor"]
    named = supplier if isinstance(supplier, str) else None
    return ProspectPlan(incumbent_competitor=named, contract_end=facts.contract_end)


def begun_plans(book: "Workbook") -> dict[str, Drafts]:
    """Return the plans of the Top 5 in which something is written, by account."""
    keys = set(book.sections("key_account/"))
    if not keys:
        return {}
    plans = {account_id: plan_of(book, account_id) for account_id in book.tiering.ids(Layer.TOP5)}
    return {of: plan for of, plan in plans.items() if any(part.key(account_id=of) in keys for part in plan)}


def questions_about(account_id: str, plan: Drafts) -> tuple[Asked, ...]:
    """Return the open questions in the parts of one plan."""
    return open_questions((part.key(account_id=account_id), "", draft) for part, draft in plan.items())


def plan_states(book: "Workbook") -> list[dict[str, Any]]:
    """Return the state of each plan that was begun: the score, formula, findings and questions the chapter shows."""
    return [_state(book, account_id, plan) for account_id, plan in begun_plans(book).items()]


def _state(book: "Workbook", account_id: str, plan: Drafts) -> dict[str, Any]:
    asked = questions_about(account_id, plan)
    questions = [{"id": question_id(each), "where": each.where, "text": each.text} for each in asked]
    name = str(book.portfolio.accounts.at[account_id, "name"])
    found = check_plan(plan, today=book.today).as_dict()
    return {"account": account_id, "name": name, "day": book.today.isoformat(), **found, "questions": questions}
