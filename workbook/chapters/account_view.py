"""One account at a glance, beside whatever is written about it."""

from collections.abc import Iterable

from workbook.book import Workbook
from workbook.chapters.layers import badges, years_table
from workbook.chapters.panels import Panel, Words, amount_in_words, facts, spaced, together
from workbook.focus.prospects import text_or_none
from workbook.focus.tiering import Tiering
from workbook.i18n import _
from workbook.plan.section import Section
from workbook.portfolio.model import amount


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


def written_about(book: Workbook, account_ids: Iterable[str], section: type[Section]) -> list[str]:
    """Return the accounts about which something was written in ``section``."""
    keys = set(book.sections())
    return [account_id for account_id in account_ids if section.key(account_id=account_id) in keys]
