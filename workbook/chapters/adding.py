"""Single accounts from a block copied from Excel: through the same checks as a list, then added to the list in use."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from html import escape
from typing import Any

import ipywidgets as widgets
import pandas as pd
from markupsafe import Markup

from workbook.book import Workbook
from workbook.book.importing import AccountsChange
from workbook.chapters.gaps import names_in_words
from workbook.chapters.import_parts import group_title
from workbook.chapters.importing import ImportForm
from workbook.chapters.intake import Intake
from workbook.chapters.panels import paragraph, together
from workbook.chapters.pieces import view_of
from workbook.forms.shared import make
from workbook.forms.style import STYLE_TAG
from workbook.i18n import N_, _, number
from workbook.plan.account_facts import AccountFacts
from workbook.plan.draft import Draft
from workbook.portfolio import Portfolio, ReadOptions
from workbook.portfolio.model import amount

# Ids of their own, so that a later import cannot take them.
OWN = "own-{number}"
_TEXTS = (
    "name", "status", "group_parent", "industry", "country", "incumbent_competitor", "potential_source",
    "potential_confidence", "contract_end", "access",
)  # fmt: skip
_AMOUNTS = ("additional_potential", "total_demand")
_HELP = N_(
    "One row per account with a header row: a name is enough; number, status, revenue of a year, additional potential "
    "and today's supplier are taken over too. Accounts that are in your list already stay as they are."
)


class Additions(Intake):
    """A block of accounts that is added to those in use; nothing is stored before `use`, and then all of it."""

    def _options(self) -> ReadOptions:
        return replace(super()._options(), single=True)

    def _try_remembered(self) -> None:
        """A list that replaces the one in use is another matter: its decisions do not hold here."""

    @cached_property
    def _refusals(self) -> tuple[str, ...]:
        """Amounts of another currency cannot stand beside those of the workbook."""
        ours, reading = self.book.portfolio.currency, self.reading
        if reading is None or reading.currency in (None, ours) or reading.currency_assumed:
            return ()
        sentence = _("The amounts are in {currency}, those of your workbook in {ours}. Convert them first.")
        return (sentence.format(currency=reading.currency, ours=ours),)

    @cached_property
    def change(self) -> AccountsChange | None:
        """Which accounts of the block are new; None while it cannot be read."""
        if self.reading is None or self.reading.portfolio is None:
            return None
        names = self.reading.portfolio.accounts["name"]
        return AccountsChange(same=not self.new, added=tuple(str(names[each]) for each in self.new))

    @property
    def new(self) -> list[str]:
        """The ids, as in the block, of the accounts that are not in the workbook."""
        listed = accounts_by_name(self.book)
        codes, names = set(listed), {name.casefold() for name in listed.values()}
        found = self._named()
        return [code for code, name in found.items() if code not in codes and name.casefold() not in names]

    @property
    def known(self) -> list[str]:
        """The names of the accounts that are in the workbook already and stay as they are."""
        return [name for code, name in self._named().items() if code not in self.new]

    def _named(self) -> dict[str, str]:
        portfolio = self.reading.portfolio if self.reading else None
        return {} if portfolio is None else {str(code): str(name) for code, name in portfolio.accounts["name"].items()}

    def use(self) -> bool:
        """Add the new accounts, all or none; False if there is none.

        Raises `InputError` while anything is open, `StoreError` when nothing can be saved.
        """
        portfolio, new = self._accepted().require(), self.new
        codes = dict(zip(new, self._codes(new), strict=True))
        facts = {codes[each]: _facts(portfolio, each, self.book.tiering.reference_year) for each in new}
        self.book.write_new({AccountFacts.key(account_id=code): draft for code, draft in facts.items()})
        return bool(new)

    def _codes(self, new: list[str]) -> list[str]:
        """The block's own numbers where it has some, so that a later list finds the account again."""
        if self.reading and "id" in self.reading.columns.values():
            return new
        first = max(own_numbers(self.book), default=0) + 1
        return [OWN.format(number=first + place) for place in range(len(new))]


class AdditionsForm(ImportForm):
    """The form that adds a pasted block; there is nothing of it on paper."""

    def __init__(self, book: Workbook) -> None:
        super().__init__(book, Additions(book))

    @property
    def html(self) -> Markup:
        """What the block is added to stands elsewhere."""
        return Markup("")

    def _sources(self) -> list[widgets.Widget]:
        head = make(widgets.HTML, f'{STYLE_TAG}<p class="wb-help">{escape(_(_HELP))}</p>')
        return [head, self._paste_view()]

    def _use_label(self) -> str:
        return _("Add these accounts")

    def _told(self, change: AccountsChange) -> list[widgets.Widget]:
        return [group_title(_("What changes")), view_of(together(*map(paragraph, self._changes(change))))]

    def _changes(self, change: AccountsChange) -> Iterator[str]:
        known = self.intake.known if isinstance(self.intake, Additions) else []
        for names, text in (
            (change.added, _("New in the list ({count}): {names}.")),
            (known, _("Already in your list, and left as they are ({count}): {names}.")),
        ):
            if names:
                yield text.format(count=number(len(names)), names=names_in_words(names))

    def _used(self) -> str:
        return _("The accounts were added; your list now has {count}.").format(
            count=number(len(self.book.portfolio.accounts))
        )


def accounts_by_name(book: Workbook) -> dict[str, str]:
    """Return the name of every account by id, also of those that are left out."""
    listed = book.accounts_document()["portfolio"]
    names = dict(zip(listed["ids"], map(str, listed["accounts"]["name"]), strict=True))
    return names | {str(code): str(name) for code, name in book.portfolio.accounts["name"].items()}


def own_numbers(book: Workbook) -> list[int]:
    """Return the numbers of the accounts the rep has begun to add."""
    codes = [key.rpartition("-") for key in book.sections(AccountFacts.key(account_id=OWN.format(number="")))]
    return [int(number) for _prefix, _sign, number in codes if number.isdecimal()]


def _facts(portfolio: Portfolio, code: str, year: int) -> Draft[AccountFacts]:
    """What does not fit a field is kept as text beside it, as if it had been typed."""
    account = portfolio.accounts.loc[code]
    values: dict[str, Any] = {name: str(account[name]) for name in _TEXTS if not pd.isna(account[name])}
    values |= {name: str(amount(account[name])) for name in _AMOUNTS if not pd.isna(account[name])}
    known = portfolio.revenue.loc[code].dropna()
    if len(known):
        taken = year if year in known.index else int(known.index[-1])
        values |= {"revenue": str(amount(known[taken])), "revenue_year": taken}
    return Draft.from_document(AccountFacts, {"schema": AccountFacts.SCHEMA_VERSION, "values": values})
