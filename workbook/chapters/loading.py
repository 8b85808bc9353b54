"""What the pyramid rests on: rows, accounts by status, fiscal years."""

from collections.abc import Iterator

from workbook.chapters.panels import Column, Panel, Words, amount_in_words, badge, facts, table
from workbook.focus.tiering import Tiering
from workbook.i18n import N_, NP_, _, number, pgettext
from workbook.portfolio.model import FiscalYear, Portfolio, YearState, amount
from workbook.portfolio.reading import Reading
from workbook.terms import AccountStatus

STATES = {
    YearState.COMPLETE: NP_("fiscal year", "complete"),
    YearState.PARTIAL: NP_("fiscal year", "only partly in the data"),
    YearState.RUNNING: NP_("fiscal year", "still running"),
    YearState.FUTURE: NP_("fiscal year", "in the future"),
    YearState.MISSING: NP_("fiscal year", "missing in the data"),
}
STATUSES = {
    AccountStatus.CUSTOMER: N_("Customers"),
    AccountStatus.PROSPECT: N_("Prospects"),
    AccountStatus.FORMER: N_("Former customers"),
}


def reading_facts(reading: Reading, tiering: Tiering) -> Panel:
    """Return how many rows were read and accepted, and what they are."""
    rows = [
        (_("Rows read"), number(reading.rows_read)),
        (_("Rows accepted"), number(reading.rows_accepted)),
        (_("Rows rejected"), number(reading.rows_rejected)),
    ]
    return facts([*rows, *_account_facts(tiering)])


def accounts_facts(tiering: Tiering) -> Panel:
    """Return how many accounts there are, by status, with currency and revenue of the reference year."""
    return facts([(_("Accounts"), number(len(tiering.portfolio.accounts))), *_account_facts(tiering)])


def _account_facts(tiering: Tiering) -> Iterator[tuple[str, Words]]:
    for status, label in STATUSES.items():
        yield _(label), number(int((tiering.table["status"] == status).sum()))
    revenue = amount(tiering.table["revenue"].sum())
    yield (
        _("Revenue {year}").format(year=tiering.reference_year),
        amount_in_words(revenue, tiering.currency),
    )
    unknown = int(
        (tiering.table["additional_potential"].isna() & (tiering.table["status"] != AccountStatus.FORMER)).sum()
    )
    yield _("Potentials still unknown"), number(unknown)


def years_table(portfolio: Portfolio, reference_year: int) -> Panel:
    """Return the fiscal years of the data, their state, revenue, and which one is used (Rule R1)."""
    columns = (Column(_("Fiscal year")), Column(_("State")), Column(_("Revenue"), amount=True))
    return table(columns, (_year_row(portfolio, year, reference_year) for year in portfolio.fiscal_years))


def _year_row(portfolio: Portfolio, year: FiscalYear, reference_year: int) -> tuple[Words, ...]:
    state: Words = pgettext("fiscal year", STATES[year.state])
    if year.year == reference_year:
        state = badge(_("reference year"))
    known = year.year in portfolio.revenue.columns
    revenue = amount(portfolio.revenue[year.year].sum()) if known else None
    return str(year.year), state, amount_in_words(revenue, portfolio.currency)
