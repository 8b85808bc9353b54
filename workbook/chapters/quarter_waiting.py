"""What still waits for the rep's word in a quarterly review: worth a thought each, and nothing that is missing."""

from collections.abc import Iterator

from workbook.book import Workbook
from workbook.book.due_objectives import due_objectives
from workbook.book.overdue import overdue_actions
from workbook.book.stale import stale_facts
from workbook.chapters.prospect_choice import unexplained
from workbook.chapters.selfcheck import Line, Mark
from workbook.forms.places import place_named
from workbook.i18n import _, number

# Where the forms stand that ask for a decision.
OVERDUE, FACTS, DUE, PAST_PROSPECTS = map(place_named, ("overdue", "facts", "due-objectives", "past-prospects"))


def waiting_lines(book: Workbook) -> Iterator[Line]:
    """Yield a line for overdue actions, prospects without a reason, old facts and objectives that were due."""
    waiting = (
        (_("Overdue actions without a decision: {count}."), len(overdue_actions(book)), OVERDUE),
        (_("Facts to look at again: {count}."), len(stale_facts(book)), FACTS),
        (_("Objectives that were due and are not judged: {count}."), len(due_objectives(book)), DUE),
    )
    yield from prospect_lines(book)
    for sentence, count, place in waiting:
        yield from _line(sentence, count, place)


def prospect_lines(book: Workbook, place: str = PAST_PROSPECTS) -> Iterator[Line]:
    """Yield a line while prospects wait for a reason; it leads to ``place``."""
    sentence = _("Prospects that gave up the place without a reason: {count}.")
    yield from _line(sentence, len(unexplained(book)), place)


def _line(sentence: str, count: int, place: str) -> Iterator[Line]:
    if count:
        rule = _("What is decided no longer has to be remembered")
        yield Line(Mark.HINT, sentence.format(count=number(count)), rule, place)
