"""One account at a glance, beside whatever is written about it."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from workbook.book import Workbook
from workbook.chapters.following import Follower
from workbook.chapters.layers import badges, name_of, years_table
from workbook.chapters.opening import renewed, section_form
from workbook.chapters.panels import Panel, Words, amount_in_words, facts, spaced, together
from workbook.chapters.picker import Pick, Picker
from workbook.chapters.pieces import Piece
from workbook.focus.prospects import text_or_none
from workbook.focus.tiering import Tiering
from workbook.i18n import _
from workbook.plan.section import Section
from workbook.portfolio.model import amount
from workbook.terms import Layer


def account_panel(tiering: Tiering, account_id: str) -> Panel:
    """Return what is known about one account: what it is, who supplies it, revenue per year and potential."""
    account = tiering.portfolio.accounts.loc[account_id]
    known = {
        _("Industry"): text_or_none(account["industry"]),
        _("Country"): text_or_none(account["country"]),
        _("Group"): text_or_none(account["group_parent"]),
        _("Supplied today by"): text_or_none(account["incumbent_competitor"]),
        _("Total demand per year"): _amount(tiering, account["total_demand"]),
    }
    row = tiering.table.loc[account_id]
    layer: Words = spaced(row["layer"].label, *badges(tiering, account_id))
    pairs = [(_("Status"), row["status"].label), (_("Layer"), layer)]
    pairs += [(label, text) for label, text in known.items() if text]
    return together(facts(pairs), years_table(tiering, [account_id]))


def _amount(tiering: Tiering, cents: object) -> str | None:
    value = amount(cents)
    return None if value is None else amount_in_words(value, tiering.currency)


def plans_of_layer(book: Workbook, layer: Layer, section: type[Section], nobody: Callable[[], Panel]) -> Follower:
    """Return the form of one section for each account of a layer, one open at a time, with its facts beside it.

    ``nobody`` is shown while the layer is empty; accounts that enter the layer appear by themselves.
    """

    def make() -> Piece:
        ids = book.tiering.ids(layer)
        return Picker(_("Account"), _picks(book, ids, section), partial(_plan, book, section)) if ids else nobody()

    return renewed(book, make, watch=lambda: book.tiering.ids(layer))


def _picks(book: Workbook, account_ids: Sequence[str], section: type[Section]) -> list[Pick]:
    written = written_about(book, account_ids, section)
    return [Pick(each, name_of(book.tiering, each), each in written) for each in account_ids]


def _plan(book: Workbook, section: type[Section], account_id: str) -> Sequence[Piece]:
    return (account_panel(book.tiering, account_id), section_form(book, section, account_id=account_id))


def written_about(book: Workbook, account_ids: Iterable[str], section: type[Section]) -> list[str]:
    """Return the accounts about which something was written in ``section``."""
    keys = set(book.sections())
    return [account_id for account_id in account_ids if section.key(account_id=account_id) in keys]
