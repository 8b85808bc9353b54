"""The alarm for the rest: an account above 3 % of revenue that falls by more than 20 %."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from workbook.chapters.panels import Column, Panel, amount_in_words, note, table, together
from workbook.focus.tiering import Tiering
from workbook.i18n import _, percent
from workbook.portfolio.model import amount
from workbook.terms import Layer

LARGE_SHARE = 0.03
STEEP_FALL = 0.20


@dataclass(frozen=True, slots=True)
class Fall:
    """An account that lost revenue from one complete year to the next; amounts in cents, ``fall`` as a share."""

    account_id: str
    before: int
    now: int

    @property
    def fall(self) -> float:
        """The part of the revenue that was lost, 0 to 1 and more."""
        return (self.before - self.now) / self.before


def find_falling(tiering: Tiering) -> Sequence[Fall]:
    """Return the accounts of the rest that had more than 3 % of the revenue of the year before and lost more than 20 %.

    Empty when the year before the reference year is not complete in the data.
    """
    year = tiering.reference_year
    if year - 1 not in tiering.portfolio.complete_years:
        return ()
    revenue = tiering.portfolio.revenue
    total = int(revenue[year - 1].clip(lower=0).sum())
    rest = revenue.loc[list(tiering.ids(Layer.REST))]
    falls = [_fall(account_id, row[year - 1], row[year]) for account_id, row in rest.iterrows()]
    return [each for each in falls if each.before > LARGE_SHARE * total and each.fall > STEEP_FALL]


def _fall(account_id: object, before: Any, now: Any) -> Fall:
    return Fall(str(account_id), *(0 if pd.isna(cents) else int(cents) for cents in (before, now)))


def falling_panel(tiering: Tiering) -> Panel:
    """Return the accounts of the rest to keep an eye on."""
    found = find_falling(tiering)
    if not found:
        return note(_("No account of the rest above 3 % of revenue has lost more than 20 %."), "good")
    year = tiering.reference_year
    columns = (
        Column(_("Keep an eye on")),
        Column(str(year - 1), amount=True),
        Column(str(year), amount=True),
        Column(_("Lost"), amount=True),
    )
    sentence = _("Look why the revenue fell, and decide at the next review.")
    return together(note(sentence, "warn"), table(columns, (_row(tiering, each) for each in found)))


def _row(tiering: Tiering, fall: Fall) -> tuple[str, ...]:
    amounts = (amount_in_words(amount(cents), tiering.currency) for cents in (fall.before, fall.now))
    return (str(tiering.table.at[fall.account_id, "name"]), *amounts, percent(fall.fall, 0))
