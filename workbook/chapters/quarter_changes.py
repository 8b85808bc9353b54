"""What changed since the last quarter, in words: layers first, then plan by plan."""

from collections.abc import Iterator

from workbook.book import Workbook
from workbook.book.confirming import proposed_moves
from workbook.book.continued import key_now
from workbook.chapters.following import Follower
from workbook.chapters.opening import following
from workbook.chapters.panels import Panel, card, note, steps, together
from workbook.focus.move_causes import Cause
from workbook.focus.snapshot import TierAssignment
from workbook.i18n import _
from workbook.plan.action_decisions import ActionDecisions
from workbook.plan.catalogue import section_of
from workbook.plan.differences import differences
from workbook.plan.exercise import Answer, Transfer
from workbook.plan.fact_checks import FactChecks
from workbook.plan.open_questions import OpenQuestions
from workbook.plan.review import Review
from workbook.plan.section import Section
from workbook.terms import Layer

# What was decided about an action is told by the action, a fact that is confirmed has not changed, questions have a
# picture of their own, and answers to exercises and the review are the rep's words about the quarter, not a part of it.
_TOLD_ELSEWHERE = (ActionDecisions, FactChecks, OpenQuestions, Answer, Transfer, Review)


def show_changes(book: Workbook) -> Follower:
    """Return what is different from the quarter before, in sentences."""
    return following(book, lambda: _changes(book))


def _changes(book: Workbook) -> Panel:
    before = book.before
    if before is None:
        return note(_("This is your first quarter: there is nothing to compare with yet."))
    told = list(changes_since(book, before))
    if not told:
        return note(_("Nothing has changed since {quarter}.").format(quarter=before.quarter))
    return together(*(card(title, steps(sentences)) for title, sentences in told))


def changes_since(book: Workbook, before: Workbook) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what changed, by title: the layers, then every section that says something else than before."""
    moved = tuple(moves_in(book))
    if moved:
        yield _("Layers"), moved
    earlier = {key_now(book.continued, key): draft for key, draft in before.drafts().items()}
    for key, draft in book.drafts().items():
        if draft.section in _TOLD_ELSEWHERE:
            continue
        old = earlier[key].values if key in earlier else type(draft.values)()
        sentences = differences(old, draft.values, book.portfolio.currency)
        if sentences:
            yield _title(book, key, draft.values), sentences


def moves_in(book: Workbook) -> Iterator[str]:
    """Yield who changed the layer in the quarter of a workbook, and why, in sentences."""
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


def _move(before: TierAssignment, layer: Layer, cause: Cause | None) -> str:
    names = {"name": before.name, "before": before.layer.label, "now": layer.label}
    if cause is None:
        return _("{name} goes from “{before}” to “{now}”.").format(**names)
    return _("{name} goes from “{before}” to “{now}”: {cause}.").format(**names, cause=cause.label)


def _title(book: Workbook, key: str, section: Section) -> str:
    found = section_of(key)
    account = found[1].get("account_id") if found else None
    names = book.portfolio.accounts["name"]
    title = _(section.TITLE)
    return f"{names[account]}: {title}" if account is not None and account in names.index else title
