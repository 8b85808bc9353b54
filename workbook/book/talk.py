"""The quarterly talk (Quartalsgespräch): what changed, three questions, one decision; for page, PDF and slide alike.

People stand on it as codes unless the rep wants their names there, and it leaves the folder only once it is released.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from workbook.book.agenda import engagements
from workbook.book.changes import Told, changed_sections, moves_in
from workbook.book.overdue import open_actions, overdue_actions
from workbook.book.talk_questions import suggested_talk
from workbook.errors import shorten
from workbook.i18n import _, day, number
from workbook.plan.catalogue import section_of
from workbook.plan.draft import Draft
from workbook.plan.questions import open_questions
from workbook.plan.talk import QUESTIONS, QuarterlyTalk, names_key, release_key
from workbook.plan.whole_plan import ALL_PARTS
from workbook.plan.year_plan import YearPlan
from workbook.terms import Layer, Status

if TYPE_CHECKING:
    from workbook.book.workbook import Workbook

# Reflections, promises and time stay with the rep; a manager hears about accounts.
_ABOUT_ACCOUNTS = (*ALL_PARTS, YearPlan)
LONGEST_TITLE, LONGEST_SENTENCE, LONGEST_QUESTION, LONGEST_NAME = 64, 190, 330, 40


@dataclass(frozen=True, slots=True)
class TalkSheet:
    """What the sheet of a quarter says; ``since`` is the quarter it is compared with, "" in the first one.

    ``more`` counts changes that found no room. An empty question or decision is a line to write on.
    """

    quarter: str
    since: str
    who: str
    today: str
    facts: tuple[tuple[str, str], ...]
    five: tuple[str, ...]
    changes: tuple[Told, ...]
    questions: tuple[str, ...]
    decision: str
    when: str = ""
    more: int = 0

    def cut(self, groups: int, sentences: int) -> "TalkSheet":
        """Return the sheet with at most so many groups of changes, and so many sentences in each."""
        kept = tuple((title, told[:sentences]) for title, told in self.changes[:groups])
        left = sum(len(told) for _title, told in self.changes) - sum(len(told) for _title, told in kept)
        return replace(self, changes=kept, more=left)


def is_released(book: "Workbook") -> bool:
    """Return whether the sheet of the open quarter may leave the folder: not before the rep says so."""
    return release_key(book.quarter) in book.shared()


def has_talk(book: "Workbook") -> bool:
    """Return whether there is something to talk about: a quarter before this one, or words of the rep."""
    return book.before is not None or not _written(book).empty


def talk_sheet(book: "Workbook") -> TalkSheet:
    """Return the sheet of the open quarter in the language in use, with people as codes unless the rep names them."""
    shown = book if names_key(book.quarter) in book.shared() else book.discreet()
    before = shown.before
    talk = talk_of(shown)
    return TalkSheet(
        quarter=shown.quarter,
        since=before.quarter if before else "",
        who=shown.participant.display_name,
        today=day(shown.today),
        facts=tuple(_facts(shown)),
        five=tuple(_names(shown)),
        changes=tuple(_changes(shown, before)) if before else (),
        questions=tuple(_said(getattr(talk, name)) for name in QUESTIONS),
        decision=_said(talk.decision),
        when=day(talk.date) if talk.date else "",
    )


def talk_of(book: "Workbook") -> QuarterlyTalk:
    """Return what the rep wants to say; until something is written, what the state of the workbook suggests."""
    written = _written(book)
    return suggested_talk(book) if written.empty else written.values


def _written(book: "Workbook") -> Draft[QuarterlyTalk]:
    return book.read(QuarterlyTalk, name=book.quarter)


def _said(text: str | None) -> str:
    return shorten(" ".join((text or "").split()), LONGEST_QUESTION)


def _facts(book: "Workbook") -> Iterator[tuple[str, str]]:
    actions = [each.item for each in engagements(book) if each.item.place.startswith("actions.")]
    waiting = open_actions(book)
    asked = open_questions((key, "", draft) for key, draft in book.drafts().items() if _about(key))
    yield _("Actions done"), number(sum(item.status is Status.DONE for item in actions))
    yield _("Actions overdue"), number(len(overdue_actions(book)))
    yield _("Actions open"), number(len(waiting))
    yield _("Open questions"), number(len(asked))


def _names(book: "Workbook") -> Iterator[str]:
    names = book.portfolio.accounts["name"]
    yield from (shorten(str(names[each]), LONGEST_NAME) for each in book.tiering.ids(Layer.TOP5))


def _changes(book: "Workbook", before: "Workbook") -> Iterator[Told]:
    """Yield what changed: moves first, then account by account, the five before the others."""
    moved = tuple(_short(moves_in(book)))
    if moved:
        yield _("Layers"), moved
    told = {key: each for key, each in changed_sections(book, before).items() if _about(key)}
    places = {each: place for place, each in enumerate(book.tiering.table.index)}
    in_order = sorted(told, key=lambda key: (places.get(_about(key), len(places)), key))
    for account_id, keys in groupby(in_order, key=_about):
        yield _account(book, account_id), tuple(_short(each for key in keys for each in told[key]))


def _about(key: str) -> str:
    """Return the account whose plan a section belongs to, "" for everything else."""
    found = section_of(key)
    return found[1]["account_id"] if found and found[0] in _ABOUT_ACCOUNTS else ""


def _account(book: "Workbook", account_id: str) -> str:
    if account_id not in book.tiering.table.index:
        return shorten(account_id, LONGEST_TITLE)
    row = book.tiering.row(account_id)
    return f"{shorten(str(row['name']), LONGEST_TITLE)} ({row['layer'].label})"


def _short(sentences: Iterable[str]) -> Iterator[str]:
    yield from (shorten(" ".join(each.split()), LONGEST_SENTENCE) for each in sentences)
