"""An earlier quarter as it was left: its layers and everything that was written in it, to read and not to change."""

from collections.abc import Iterator
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import Any

from markupsafe import Markup

from workbook.book import Workbook
from workbook.book.history import ended_layers, names_ever
from workbook.book.portable import account_in
from workbook.chapters.following import Follower
from workbook.chapters.opening import renewed
from workbook.chapters.panels import Column, Panel, badge, card, note, paragraph, table, together
from workbook.chapters.picker import Pick, Picker
from workbook.chapters.pieces import Folds, Piece
from workbook.chapters.written import subject_of
from workbook.focus.snapshot import Snapshot
from workbook.forms.twin import twin
from workbook.i18n import _
from workbook.plan.catalogue import title_of
from workbook.plan.draft import Draft
from workbook.plan.review import Review
from workbook.terms import Layer


def earlier_quarters(book: Workbook) -> Follower:
    """Return the earlier quarters, one open at a time; on paper what each was about, and what was learned in it."""
    return renewed(book, lambda: _earlier(book), watch=lambda: book.quarters)


def _earlier(book: Workbook) -> Piece:
    picks = [Pick(each, each, written=True) for each in reversed(book.quarters) if each < book.quarter]
    if not picks:
        return note(_("This is your first quarter: there is none before it to read."))
    return QuarterPicker(book, picks)


class QuarterPicker(Picker):
    """One earlier quarter open at a time; nothing in it is a field."""

    def __init__(self, book: Workbook, picks: list[Pick]) -> None:
        super().__init__(_("Quarter"), picks, lambda quarter: list(_pieces(book, quarter)))
        self._book = book

    def _printed(self, pick: Pick) -> Markup:
        """Return layers and review of a quarter; its plans are in the workbook that was printed then."""
        return together(*_summary(self._book, self._book.at(pick.code))).html


def _pieces(book: Workbook, quarter: str) -> Iterator[Piece]:
    """Yield what a quarter holds: layers, the review, and everything that was written, folded by what it is about."""
    then = book.at(quarter)
    yield note(_("This is how {quarter} was left. It can be read and no longer be changed.").format(quarter=quarter))
    yield from _summary(book, then)
    yield Folds([(subject, partial(_printed_sections, then, drafts)) for subject, drafts in _by_subject(book, then)])


def _summary(book: Workbook, then: Workbook) -> Iterator[Panel]:
    kept = [each for each in ended_layers(book) if each.quarter == then.quarter]
    yield card(_("Your five in {quarter}").format(quarter=then.quarter), *map(_layers, kept))
    review: Review = then.read(Review).values
    texts = {
        _("What I learned this quarter"): review.lessons,
        _("Where I put my focus in the next quarter"): review.next_focus,
    }
    # A quarter without a review of its own shows none, not the one before it once more.
    if then.written_in(Review.key()) == then.quarter:
        yield from (card(title, paragraph(text)) for title, text in texts.items() if text)


def _layers(kept: Snapshot) -> Panel:
    top = sorted((each for each in kept.assignments if each.layer is Layer.TOP5), key=lambda each: each.rank)
    rows = ((each.name, Markup(" ").join(badge(slot.label) for slot in each.slots)) for each in top)
    counted = {layer: sum(each.layer is layer for each in kept.assignments) for layer in Layer}
    words = " · ".join(f"{layer.label}: {count}" for layer, count in counted.items())
    return together(table((Column(_("Account")), Column(_("Place"))), rows), paragraph(words))


def _by_subject(book: Workbook, then: Workbook) -> Iterator[tuple[str, list[Draft[Any]]]]:
    """Yield what was written about each account, then everything else."""
    names = names_ever(book)
    written = [(*_subject(then, key, draft, names), draft) for key, draft in then.drafts().items() if not draft.empty]
    in_order = sorted(written, key=lambda each: (each[0], each[1].casefold()))
    for (_other, subject), group in groupby(in_order, key=itemgetter(0, 1)):
        yield subject, [draft for *_subject_of_it, draft in group]


def _subject(then: Workbook, key: str, draft: Draft[Any], names: dict[str, str]) -> tuple[bool, str]:
    account_id = account_in(key)
    if account_id is not None:
        return False, names.get(account_id, account_id)
    return True, subject_of(then, key) or title_of(key)


def _printed_sections(then: Workbook, drafts: list[Draft[Any]]) -> Panel:
    return together(*(card(_(draft.section.TITLE), _text(then, draft)) for draft in drafts))


def _text(then: Workbook, draft: Draft[Any]) -> Panel:
    html = twin(draft.section, draft, then.portfolio.currency)
    return Panel(Markup(html))  # noqa: S704  twin escapes every text
