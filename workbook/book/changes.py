"""What changed since the quarter before, in words: layers first, then section by section."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from workbook.book.confirming import proposed_moves
from workbook.book.continued import key_now
from workbook.i18n import _
from workbook.plan.action_decisions import ActionDecisions
from workbook.plan.catalogue import section_of
from workbook.plan.differences import differences
from workbook.plan.draft import Draft
from workbook.plan.exercise import Answer, Transfer
from workbook.plan.fact_checks import FactChecks
from workbook.plan.open_questions import OpenQuestions
from workbook.plan.review import Review
from workbook.plan.section import Section
from workbook.plan.talk import QuarterlyTalk
from workbook.terms import Layer

if TYPE_CHECKING:
    from workbook.book.workbook import Workbook
    from workbook.focus.move_causes import Cause
    from workbook.focus.snapshot import TierAssignment

Told = tuple[str, tuple[str, ...]]
# What was decided about an action is told by the action, a fact that is confirmed has not changed, questions have a
# picture of their own, and answers to exercises, review and talk are the rep's words about the quarter.
_TOLD_ELSEWHERE = (ActionDecisions, FactChecks, OpenQuestions, Answer, Transfer, Review, QuarterlyTalk)


def changes_since(book: "Workbook", before: "Workbook") -> Iterator[Told]:
    """Yield what changed, by title: the layers, then every section that says something else than before."""
    moved = tuple(moves_in(book))
    if moved:
        yield _("Layers"), moved
    for key, sentences in changed_sections(book, before).items():
        yield _title(book, key), sentences


def moves_in(book: "Workbook") -> Iterator[str]:
    """Yield a sentence for each account that stands in another layer than when the quarter began, or is gone."""
    standing, now = book.standing, book.tiering.layers
    proposal = proposed_moves(book)
    causes = {move.account: move.cause for move in proposal.moves} if proposal else {}
    for each in standing.before.assignments if standing else ():
        layer = now.get(each.account)
        if layer is None and each.layer is not Layer.REST:
            sentence = _("{name} was in “{before}” and is no longer in the export; what you wrote is kept.")
            yield sentence.format(name=each.name, before=each.layer.label)
        elif layer is not None and layer is not each.layer:
            yield _move(each, layer, causes.get(each.account))


def _move(before: "TierAssignment", layer: Layer, cause: "Cause | None") -> str:
    names = {"name": before.name, "before": before.layer.label, "now": layer.label}
    if cause is None:
        return _("{name} goes from “{before}” to “{now}”.").format(**names)
    return _("{name} goes from “{before}” to “{now}”: {cause}.").format(**names, cause=cause.label)


def changed_sections(book: "Workbook", before: "Workbook") -> dict[str, tuple[str, ...]]:
    """Return what changed, by the key of the section it stands in; sections that say the same are left out."""
    currency = book.portfolio.currency
    earlier = {key_now(book.continued, key): draft for key, draft in before.drafts().items()}
    now = {key: draft for key, draft in book.drafts().items() if draft.section not in _TOLD_ELSEWHERE}
    told = {key: differences(_values(earlier, key, draft), draft.values, currency) for key, draft in now.items()}
    return {key: sentences for key, sentences in told.items() if sentences}


def _values(earlier: dict[str, Draft[Any]], key: str, now: Draft[Any]) -> Section:
    values: Section = earlier[key].values if key in earlier else type(now.values)()
    return values


def _title(book: "Workbook", key: str) -> str:
    found = section_of(key)
    assert found is not None
    section, place = found
    account, names, title = place.get("account_id"), book.portfolio.accounts["name"], section.title(**place)
    return f"{names[account]}: {title}" if account is not None and account in names.index else title
