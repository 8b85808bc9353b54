"""A workbook with codes in place of people, companies and accounts: whatever is made from it names nobody."""

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, NoReturn

from workbook.book.participant import Participant
from workbook.book.workbook import Place, Workbook
from workbook.focus.decisions import Decisions, Rules
from workbook.plan.draft import Draft, S
from workbook.plan.pseudonyms import Pseudonyms

if TYPE_CHECKING:
    from workbook.portfolio.model import Portfolio

# What may name somebody in the accounts; all else are numbers, dates and codes.
NAMING_COLUMNS = ("name", "group_parent", "owner", "incumbent_competitor", "access", "potential_source")


class WithoutNames(Workbook):
    """The same workbook as its readers outside may see it; nothing is saved through it.

    Ids of accounts stay what they are, because ties are decided by them (Rule R9); whoever shows an id shows
    ``codes.id(id)``.
    """

    redacted = True

    def __init__(self, book: Workbook, place: Place) -> None:
        super().__init__(place, book.quarter)
        self.codes: Pseudonyms = book.pseudonyms()
        self.participant: Participant = _coded_participant(book.participant, self.codes)
        self._named = book

    @cached_property
    def portfolio(self) -> "Portfolio":
        """The accounts of the quarter under their codes."""
        return _coded_portfolio(self._named.portfolio, self.codes)

    @property
    def decisions(self) -> Decisions:
        """What the rep decided about the layers; reasons and authors have codes."""
        return _coded_decisions(super().decisions, self.codes)

    def read(self, section: type[S], **place: str) -> Draft[S]:
        """Return what is written in a section, with codes."""
        return self.codes.draft(super().read(section, **place))

    def portable(self, *, redact: bool = True) -> dict[str, Any]:
        """Return everything the rep wrote, with codes whatever is asked for."""
        return super().portable(redact=True)

    def remembered(self, key: str) -> dict[str, Any] | None:
        """Return nothing: what was told with names is not what this one tells."""
        return None

    def remember(self, key: str, document: dict[str, Any]) -> None:
        """Remember nothing: the next calendar with names goes on from the last one with names."""

    def decide(self, decisions: Decisions, *, rules: Rules | None = None) -> NoReturn:
        """Refuse: codes would take the place of names."""
        raise TypeError("a workbook without names is not written")

    def keeper(self, section: type[S], **place: str) -> NoReturn:
        """Refuse: codes would take the place of names."""
        raise TypeError("a workbook without names is not written")

    def drafts(self) -> dict[str, Draft[Any]]:
        """Return everything the rep has written, with codes, by key in the store."""
        return {key: self.codes.draft(draft) for key, draft in super().drafts().items()}


def _coded_participant(participant: Participant, codes: Pseudonyms) -> Participant:
    named = ("display_name", "trainer", "cohort_title")
    return participant.model_copy(update={name: codes.text(getattr(participant, name)) for name in named})


def _coded_portfolio(portfolio: "Portfolio", codes: Pseudonyms) -> "Portfolio":
    columns = {
        name: portfolio.accounts[name].map(codes.text, na_action="ignore")
        for name in NAMING_COLUMNS
        if name in portfolio.accounts
    }
    return replace(portfolio, accounts=portfolio.accounts.assign(**columns))


def _coded_decisions(decisions: Decisions, codes: Pseudonyms) -> Decisions:
    def coded(reasoned: Any) -> Any:
        return reasoned.model_copy(
            update={"reason": codes.text(reasoned.reason), "author": codes.text(reasoned.author)}
        )

    changed = {
        "roll_up": tuple(map(codes.text, decisions.roll_up)),
        "waivers": tuple(map(coded, decisions.waivers)),
        "overrides": tuple(map(coded, decisions.overrides)),
    }
    return decisions.model_copy(update=changed)
