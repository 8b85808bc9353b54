"""Accounts by hand: those in no system are added, those in the list are corrected or left out."""

from functools import partial

from workbook.book import Workbook
from workbook.chapters.adding import OWN, AdditionsForm, accounts_by_name, own_numbers
from workbook.chapters.new_prospects import EntryKeeper
from workbook.chapters.opening import followers, form_options, listen, renewed, table_form
from workbook.chapters.picker import Pick, Picker
from workbook.chapters.pieces import Folded, Stack
from workbook.forms.form import SectionForm
from workbook.forms.table import Columns, Line, TableForm
from workbook.i18n import _, number
from workbook.plan.account_facts import AccountFacts
from workbook.plan.draft import Draft

FREE_LINES = 5
FIELDS = ("name", "status", "revenue", "additional_potential", "incumbent_competitor")


def own_accounts(book: Workbook) -> Stack:
    """Return the forms that add accounts, and correct or leave out those of the list; folded, for few need them."""
    pasted = Folded(_("Paste several accounts from Excel"), lambda: AdditionsForm(book), on_paper=False)
    # Built anew only when a list or a block has come in: nobody loses the line they are typing in.
    return Stack(renewed(book, lambda: _by_hand(book), watch=tuple), pasted)


def _by_hand(book: Workbook) -> Stack:
    added = Folded(
        _("Add accounts that are missing in the list"), lambda: add_accounts(book), on_paper=bool(own_numbers(book))
    )
    edited = Folded(
        _("Correct an account of the list, or leave it out"), lambda: correct_accounts(book), on_paper=False
    )
    return Stack(added, edited)


def add_accounts(book: Workbook) -> TableForm:
    """Return the accounts the rep has added, and five free lines."""
    year = book.tiering.reference_year
    lines = [
        Line(_("Own account {number}").format(number=number(place)), _keeper(book, OWN.format(number=place), year))
        for place in range(1, _last(book) + FREE_LINES + 1)
    ]
    return table_form(book, lines, Columns(_("Not in the list (revenue {year})").format(year=year), FIELDS))


def correct_accounts(book: Workbook) -> Picker:
    """Return every account, also those left out, and what can be corrected about the one that is picked."""
    year = book.tiering.reference_year
    picks = [
        Pick(code, name) for code, name in sorted(accounts_by_name(book).items(), key=lambda each: each[1].casefold())
    ]
    return Picker(_("Which account?"), picks, lambda account_id: [_facts_form(book, account_id, year)])


def with_year(year: int, draft: Draft[AccountFacts]) -> Draft[AccountFacts]:
    """Return the facts with ``year`` as the year of the revenue where none was said, and without one for no revenue."""
    facts = draft.values
    if facts.revenue is None:
        return draft.put("revenue_year", None)
    return draft if facts.revenue_year else draft.put("revenue_year", year)


def _facts_form(book: Workbook, account_id: str, year: int) -> SectionForm:
    form = SectionForm(_keeper(book, account_id, year), form_options(book))
    followers(book).attend(form)
    listen(book, [form.editor])
    return form


def _keeper(book: Workbook, account_id: str, year: int) -> EntryKeeper:
    return EntryKeeper(book.keeper(AccountFacts, account_id=account_id), partial(with_year, year))


def _last(book: Workbook) -> int:
    return max(own_numbers(book), default=0)
