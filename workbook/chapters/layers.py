"""The layers of a portfolio as pictures and tables, for the rep's own accounts and for the worked example alike."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd
from markupsafe import Markup

from workbook.chapters.panels import Column, Panel, Words, amount_in_words, badge, note, soft, spaced, table
from workbook.charts.picture import Picture, show
from workbook.charts.pyramid import describe_pyramid, draw_pyramid
from workbook.charts.pyramid_data import pyramid_of
from workbook.focus.reasons import reason
from workbook.focus.tiering import Tiering
from workbook.i18n import _, day, number
from workbook.portfolio.model import amount
from workbook.terms import AccountStatus, Layer, Slot


def pyramid(tiering: Tiering, caption: str = "", hours: Mapping[Layer, float] | None = None) -> Picture:
    """Return the pyramid of a tiering with its text alternative; ``hours`` are hours a week per layer."""
    data = pyramid_of(tiering, hours)
    return show(draw_pyramid(data), describe_pyramid(data), caption)


def name_of(tiering: Tiering, account_id: str) -> str:
    """Return the name of an account."""
    return str(tiering.table.at[account_id, "name"])


def money_of(tiering: Tiering, account_id: str, column: str) -> str:
    """Return an amount of the table in words; "unknown" when it is not known, a dash for revenue nobody expects."""
    row: Any = tiering.table.loc[account_id]
    expected = column != "revenue" or row["status"] is AccountStatus.CUSTOMER
    return amount_in_words(amount(row[column]), tiering.currency, _("unknown") if expected else "\N{EN DASH}")


def reasons_table(tiering: Tiering, account_ids: Sequence[str]) -> Panel:
    """Return accounts with the slot they hold, the reason in one sentence, revenue and additional potential."""
    columns = (
        Column(_("Account")),
        Column(_("Why it is here")),
        Column(_("Revenue {year}").format(year=tiering.reference_year), amount=True),
        Column(_("Additional potential"), amount=True),
    )
    return table(columns, (_reason_row(tiering, account_id) for account_id in account_ids))


def _reason_row(tiering: Tiering, account_id: str) -> tuple[Words, ...]:
    return (
        name_of(tiering, account_id),
        spaced(*badges(tiering, account_id), reason(tiering, account_id)),
        money_of(tiering, account_id, "revenue"),
        money_of(tiering, account_id, "additional_potential"),
    )


def badges(tiering: Tiering, account_id: str) -> list[Markup]:
    """Return the badges of an account: its slots, and whether its place is provisional or a close call."""
    row: Any = tiering.table.loc[account_id]
    shown = [badge(slot.label) for slot in row["slots"] if slot is not Slot.SCORE]
    shown += [badge(_("provisional"))] if row["provisional"] else []
    return shown + ([badge(_("close call"))] if row["close_call"] else [])


def score_table(tiering: Tiering, account_ids: Iterable[str]) -> Panel:
    """Return the parts of the score: revenue and potential as amounts and as ranks, and the score (Rule R6)."""
    columns = (
        Column(_("Account")),
        Column(_("Revenue {year}").format(year=tiering.reference_year), amount=True),
        Column(_("Rank by revenue"), amount=True),
        Column(_("Additional potential"), amount=True),
        Column(_("Rank by potential"), amount=True),
        Column(_("Score"), amount=True),
        Column(_("Layer")),
    )
    return table(columns, (_score_row(tiering, account_id) for account_id in account_ids))


def _score_row(tiering: Tiering, account_id: str) -> tuple[Words, ...]:
    row: Any = tiering.table.loc[account_id]
    return (
        spaced(str(row["name"]), *badges(tiering, account_id)),
        money_of(tiering, account_id, "revenue"),
        rank_in_words(row["revenue_rank"]),
        money_of(tiering, account_id, "additional_potential"),
        rank_in_words(row["potential_rank"]),
        rank_in_words(row["score"]),
        badge(row["layer"].label, row["layer"]),
    )


def rank_in_words(rank: float) -> str:
    """Return a rank or score between 0 and 1 with two decimals, a dash when there is none."""
    return "\N{EN DASH}" if pd.isna(rank) else number(rank, 2)


def years_table(tiering: Tiering, account_ids: Sequence[str]) -> Panel:
    """Return accounts with their revenue in each complete fiscal year (at most the last three) and the potential."""
    years = tiering.portfolio.complete_years[-3:]
    columns = [Column(_("Account")), *(Column(str(year), amount=True) for year in years)]
    columns.append(Column(_("Additional potential"), amount=True))
    return table(columns, (_years_row(tiering, account_id, years) for account_id in account_ids))


def _years_row(tiering: Tiering, account_id: str, years: Sequence[int]) -> tuple[Words, ...]:
    revenue = tiering.portfolio.revenue.loc[account_id]
    amounts = (amount_in_words(amount(revenue[year]), tiering.currency) for year in years)
    return (name_of(tiering, account_id), *amounts, money_of(tiering, account_id, "additional_potential"))


def rest_table(tiering: Tiering, shown: int) -> Panel:
    """Return the first accounts of the rest with status and revenue, and how many more there are (Rule R8)."""
    ids = tiering.ids(Layer.REST)
    columns = (
        Column(_("Account")),
        Column(_("Status")),
        Column(_("Revenue {year}").format(year=tiering.reference_year), amount=True),
    )
    rows = [_rest_row(tiering, account_id) for account_id in ids[:shown]]
    if len(ids) > shown:
        rows.append((soft(_("and {count} more").format(count=number(len(ids) - shown))), "", ""))
    return table(columns, rows) if rows else note(_("Nobody is left for the rest."))


def _rest_row(tiering: Tiering, account_id: str) -> tuple[Words, ...]:
    row: Any = tiering.table.loc[account_id]
    status: Words = row["status"].label
    if row["deferred"]:
        again = _("deliberately deferred until {date}").format(date=day(tiering.look_again))
        status = spaced(row["status"].label, badge(again))
    return str(row["name"]), status, money_of(tiering, account_id, "revenue")
