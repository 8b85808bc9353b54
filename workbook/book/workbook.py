"""Workbook: one opened participant folder with its store, language, accounts, layers and day."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbook.book import accounts, kinds
from workbook.book.continued import CONTINUED, with_new_ids
from workbook.book.hidden import HiddenStore, names_only, people_only
from workbook.book.keeper import Saved
from workbook.book.named import PSEUDONYMS, TIERING, named_in
from workbook.book.participant import KEY as PARTICIPANT
from workbook.book.participant import Participant
from workbook.book.plans import plan_states
from workbook.book.portable import portable, redacted
from workbook.book.standing import STANDING, standing_in
from workbook.book.written import Written
from workbook.errors import InputError, Problem
from workbook.fiscal import FiscalCalendar
from workbook.focus.decisions import Decisions, Rules
from workbook.plan.pseudonyms import Pseudonyms
from workbook.store import Revision, Store
from workbook.store.drive import drive_warnings
from workbook.store.pruning import prune

if TYPE_CHECKING:
    from workbook.focus.held import Standing
    from workbook.focus.tiering import Tiering
    from workbook.portfolio.model import Portfolio

LAYERS = ("formula", "tiering")
DERIVED = ("portfolio", "continued", *LAYERS)


@dataclass(frozen=True)
class Place:
    """What a workbook is opened with: its folder, its store, its participant and the day."""

    folder: Path
    store: Store
    participant: Participant
    today: date


class Workbook(Written):
    """One participant's workbook on one day; what is read is the state of ``quarter``, what is saved goes there."""

    def __init__(self, place: Place, quarter: str) -> None:
        self.folder = place.folder
        self.participant = place.participant
        self.today = place.today
        super().__init__(place.store, quarter)
        self._decided: Revision | None = place.store.read(TIERING, quarter)

    @property
    def language(self) -> str:
        """The language of the workbook, "de" or "en"."""
        return self.participant.language

    @property
    def calendar(self) -> FiscalCalendar:
        """The fiscal years of the participant's company."""
        return self.participant.calendar

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What may put the workbook at risk: a folder on a network drive."""
        return drive_warnings(self._store.database)

    @property
    def read_only(self) -> bool:
        """Whether nothing can be saved: the file or its folder may not be written, or the quarter is over."""
        return self._store.read_only or self.quarter < max(self.quarters, default=self.quarter)

    @property
    def on_hub(self) -> bool:
        """Whether the workbook lies in the database of a hub."""
        return self._store.database.file is None

    @cached_property
    def portfolio(self) -> "Portfolio":
        """The accounts of the quarter; what the rep entered wins over what was imported."""
        # pandas is loaded when accounts are wanted, not when a workbook is only looked up.
        from workbook.portfolio import portfolio_from_document

        imported = portfolio_from_document(self.accounts_document()["portfolio"])
        return accounts.with_entries(imported, accounts.facts(self._store, self.quarter))

    def accounts_document(self) -> dict[str, Any]:
        """Return the last import as it is stored: the rows, their source, and a hash of what they say."""
        stored = self._store.read(accounts.KEY, self.quarter)
        if stored is None:
            raise InputError(Problem(kinds.NO_ACCOUNTS, details={"name": self.participant.display_name}))
        return stored.document

    def replace_accounts(self, portfolio: dict[str, Any], source: dict[str, Any]) -> bool:
        """Put other accounts into the open quarter, in one save; everything the rep has written stays.

        ``portfolio`` is `portfolio_to_document`. Returns False, and changes nothing, when these accounts are the ones
        that are in use. Raises `StoreError` when they cannot be saved.
        """
        replaced = accounts.replace_accounts(self._store, self.quarter, accounts.to_document(portfolio, source))
        if replaced:
            self._forget(accounts.KEY)
        return replaced

    @property
    def rules(self) -> Rules:
        """How the formula is set."""
        values = self._decided.document["rules"] if self._decided else {}
        return Rules.model_validate({"fiscal_year_start": self.participant.fiscal_year_start} | values)

    @property
    def decisions(self) -> Decisions:
        """What the rep decided about the layers."""
        decided = Decisions.model_validate(self._decided.document["decisions"] if self._decided else {})
        return with_new_ids(decided, self.continued)

    @cached_property
    def formula(self) -> "Tiering":
        """What the formula says about the accounts under the rules and decisions in force."""
        from workbook.focus.tiering import tier

        return tier(self.portfolio, self.rules, self.decisions, today=self.today)

    @cached_property
    def tiering(self) -> "Tiering":
        """The layers in force: the formula in the first quarter, afterwards what was confirmed (Rule R13)."""
        from workbook.focus.held import hold_layers, layers_in_force

        standing = self.standing
        return hold_layers(self.formula, layers_in_force(standing, self.formula)) if standing else self.formula

    @property
    def standing(self) -> "Standing | None":
        """What the quarter starts from, None in the first one."""
        return standing_in(self)

    def begin(self, quarter: str, documents: Mapping[str, dict[str, Any]]) -> "Workbook":
        """Open a new quarter with these documents, all or none, and return the workbook in it."""
        self._store.save_new(documents, quarter)
        prune(self._store)
        return self.at(quarter)

    def at(self, quarter: str, *, today: date | None = None) -> "Workbook":
        """Return the same workbook as it is in another quarter; ``today`` is another day to look at it.

        An earlier quarter is seen as it was on its last day, and can only be read.
        """
        is_over = quarter < max(self.quarters, default=quarter)
        day = today or (min(self.today, self.calendar.last_day_of_quarter(quarter)) if is_over else self.today)
        return Workbook(Place(self.folder, self._store, self.participant, day), quarter)

    @property
    def quarters(self) -> tuple[str, ...]:
        """The quarters that have accounts, oldest first."""
        return self._store.quarters(accounts.KEY)

    @property
    def before(self) -> "Workbook | None":
        """The workbook as it was at the end of the quarter before, None in the first one."""
        earlier = [quarter for quarter in self.quarters if quarter < self.quarter]
        return self.at(earlier[-1]) if earlier else None

    def decide(self, decisions: Decisions, *, rules: Rules | None = None) -> Saved:
        """Save what the rep decided about the layers; `SaveConflict` if another window decided in the meantime."""
        document = _tiering_document(rules or self.rules, decisions)
        before = self._decided
        based_on = before.number if before and before.quarter == self.quarter else 0
        self._decided = self._store.save(TIERING, self.quarter, document, based_on=based_on)
        self._forget(TIERING)
        return Saved(self._decided.number, self._decided.saved_at.astimezone(self.participant.zone))

    def pseudonyms(self) -> Pseudonyms:
        """Return the codes of the people, companies and accounts in this workbook; the same in every export of it."""
        named = named_in(self._store.everything())
        return Pseudonyms(self._own_key(), people=named.people, companies=named.companies, ids=named.ids)

    def written_on(self, prefix: str) -> date | None:
        """Return the last day on which a section was saved whose key begins with ``prefix``; None before the first."""
        saved = self._store.read_all(prefix, self.quarter).values()
        days = (each.saved_at.astimezone(self.participant.zone).date() for each in saved)
        return max(days, default=None)

    def hidden(self) -> "Workbook":
        """Return the workbook as it may be shown to others: codes in place of names, and nothing can be saved."""
        codes = names_only(self._store, self._own_key())
        hidden = self.participant.model_copy(
            update={"display_name": codes.code(self.participant.display_name), "trainer": ""}
        )
        return Workbook(Place(self.folder, HiddenStore(self._store, codes), hidden, self.today), self.quarter)

    def discreet(self) -> "Workbook":
        """Return the workbook as a manager may see it: accounts by name, people by codes, and nothing can be saved."""
        own = {self.participant.display_name, self.participant.trainer}
        codes = people_only(self._store, self._own_key(), own)
        return Workbook(Place(self.folder, HiddenStore(self._store, codes), self.participant, self.today), self.quarter)

    def portable(self, *, redact: bool = False) -> dict[str, Any]:
        """Return everything the rep wrote, earlier texts included, as one readable document; ``redact``: with codes."""
        document = {**portable(self.participant, self._store.everything()), "plans": plan_states(self)}
        return redacted(document, self.pseudonyms()) if redact else document

    def _own_key(self) -> str:
        """Return the random text that the codes are made with; it never leaves the store."""
        known = self._store.read(PSEUDONYMS, self.quarter)
        if known is None:
            document = {"schema": 1, "key": secrets.token_hex(32)}
            known = self._store.save(PSEUDONYMS, self.quarter, document, based_on=0)
        return str(known.document["key"])

    def _forget(self, key: str) -> None:
        """Compute layers and accounts anew when what they depend on was saved."""
        super()._forget(key)
        moved = key.startswith((TIERING, *STANDING))
        stale = DERIVED if key.startswith((accounts.KEY, accounts.FACTS, CONTINUED)) else LAYERS if moved else ()
        for name in stale:
            self.__dict__.pop(name, None)


def opened(place: Place) -> Workbook:
    """Return the workbook of a place in its open quarter: the last one that has accounts."""
    quarters = place.store.quarters(accounts.KEY)
    return Workbook(place, quarters[-1] if quarters else place.participant.first_quarter)


def stored_participant(store: Store) -> Participant | None:
    """Return the participant as the store knows them, None in a new store."""
    quarters = store.quarters(PARTICIPANT)
    found = store.read(PARTICIPANT, quarters[-1]) if quarters else None
    return Participant.from_document(found.document) if found else None


def _tiering_document(rules: Rules, decisions: Decisions) -> dict[str, Any]:
    return {"schema": 1, "rules": rules.model_dump(mode="json"), "decisions": decisions.model_dump(mode="json")}
