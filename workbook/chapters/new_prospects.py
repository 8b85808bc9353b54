"""Prospects that stand in no export: the rep adds up to three, and they count like all others from then on."""

from collections.abc import Callable, Sequence

from workbook.book import Keeper, Saved, Workbook
from workbook.chapters.opening import table_form
from workbook.forms.table import Columns, Line, TableForm
from workbook.i18n import _
from workbook.plan.account_facts import AccountFacts
from workbook.plan.draft import Draft
from workbook.terms import AccountStatus

Complete = Callable[[Draft[AccountFacts]], Draft[AccountFacts]]
# Ids of their own, so that a later import cannot take them.
NEW_PROSPECTS = ("new-1", "new-2", "new-3")


class EntryKeeper:
    """Keeps the facts of an account the rep enters; ``complete`` adds what goes without saying before each save."""

    def __init__(self, keeper: Keeper[AccountFacts], complete: Complete) -> None:
        self._keeper = keeper
        self._complete = complete

    @property
    def key(self) -> str:
        """The key of the facts in the store."""
        return self._keeper.key

    @property
    def draft(self) -> Draft[AccountFacts]:
        """The facts as they were read or last saved."""
        return self._keeper.draft

    @property
    def other(self) -> Draft[AccountFacts] | None:
        """What another window saved in the meantime."""
        return self._keeper.other

    def reload(self) -> Draft[AccountFacts]:
        """Read the facts again."""
        return self._keeper.reload()

    def save(self, draft: Draft[AccountFacts]) -> Saved:
        """Save the facts, completed."""
        return self._keeper.save(self._complete(draft))

    def overrule(self, draft: Draft[AccountFacts]) -> Saved:
        """Save the facts after those of the other window were seen."""
        return self._keeper.overrule(self._complete(draft))

    def take_other(self) -> Draft[AccountFacts]:
        """Go on with the facts of the other window."""
        return self._keeper.take_other()


def as_prospect(draft: Draft[AccountFacts]) -> Draft[AccountFacts]:
    """Return the facts with the status of a prospect, or without any status when nothing else is known."""
    bare = draft.put("status", None)
    return bare if bare.empty else draft.put("status", AccountStatus.PROSPECT)


def new_prospects(book: Workbook, fields: Sequence[str]) -> TableForm:
    """Return the form for three prospects that are missing in the list."""
    lines = [
        Line(
            _("New prospect {number}").format(number=place + 1),
            EntryKeeper(book.keeper(AccountFacts, account_id=account_id), as_prospect),
        )
        for place, account_id in enumerate(NEW_PROSPECTS)
    ]
    return table_form(book, lines, Columns(_("Not in your list"), ("name", *fields)))
