"""The 5-15-Rest formula: from accounts, rules and decisions to layers. One pure function, `tier`."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from workbook.focus.cut import Cut, Places, cut_layers
from workbook.focus.decisions import Decisions, Rules, waived_slots
from workbook.focus.formula import MANDATORY_SLOTS
from workbook.focus.groups import roll_up
from workbook.focus.leaders import PotentialLeader, list_leaders
from workbook.focus.ledger import make_ledger, sort_by_id
from workbook.focus.notices import Notice
from workbook.focus.overrides import apply_overrides
from workbook.focus.prospects import Candidate, ProspectChoice, list_candidates, settle_prospect
from workbook.focus.reasons import reason_of_row
from workbook.focus.table import make_table
from workbook.focus.telling import Findings, describe
from workbook.focus.years import choose_reference_year, derive_status, next_annual_cut, year_notices
from workbook.portfolio.model import Portfolio, amount
from workbook.terms import Layer, Slot


@dataclass(frozen=True, eq=False)
class Tiering:
    """The layers of a portfolio and everything that explains them; money in cents of ``currency``.

    ``table`` is described at `workbook.focus.table.make_table`. ``portfolio`` is what was ranked: sorted by id, with
    confirmed groups rolled up. ``cut`` is the result before overrides, ``choice`` says who holds the prospect's
    slot and whether the tool proposed it.
    """

    reference_year: int
    rules: Rules
    decisions: Decisions
    today: date
    table: pd.DataFrame
    notices: tuple[Notice, ...]
    candidates: tuple[Candidate, ...]
    potential_leaders: tuple[PotentialLeader, ...]
    portfolio: Portfolio
    cut: Cut
    choice: ProspectChoice

    @property
    def currency(self) -> str:
        """ISO code of the currency of every amount."""
        return self.portfolio.currency

    @property
    def vacancies(self) -> tuple[Slot, ...]:
        """The empty places of the top layer; together with its accounts always five."""
        return self.cut.vacancies

    @property
    def waived(self) -> tuple[Slot, ...]:
        """The mandatory slots that are waived today (Rule R10)."""
        return tuple(slot for slot in MANDATORY_SLOTS if slot not in self.cut.holders)

    @property
    def formula_incomplete(self) -> bool:
        """Whether a mandatory slot is waived (Rule R10)."""
        return bool(self.waived)

    @property
    def look_again(self) -> date:
        """The day of the next annual cut, when deferred prospects are looked at again (Rules R7 and R13)."""
        return next_annual_cut(self.today, self.rules)

    def ids(self, layer: Layer) -> tuple[str, ...]:
        """Return the account ids of a layer, by rank."""
        return tuple(self.table.index[self.table["layer"] == layer])

    def row(self, account_id: str) -> Any:
        """Return one row of the table; raises KeyError for an unknown id."""
        return self.table.loc[account_id]

    @property
    def layers(self) -> dict[str, Layer]:
        """The layer of each account, in the order of the table."""
        return {str(account): layer for account, layer in self.table["layer"].items()}

    def as_dict(self) -> dict[str, object]:
        """Return the JSON contract of ``tier --json``: money with two decimals, unknown as None."""
        rows = self.table.to_dict("records")
        return {
            "reference_year": self.reference_year,
            "currency": self.currency,
            "weight": self.rules.weight,
            "potential_basis": str(self.rules.potential_basis),
            "counts": {str(layer): len(self.ids(layer)) for layer in Layer},
            "accounts": [self._account(account, row) for account, row in zip(self.table.index, rows, strict=True)],
            "vacancies": [str(slot) for slot in self.vacancies],
            "notices": [{"code": notice.code, "message": notice.message} for notice in self.notices],
        }

    def _account(self, account_id: str, row: Mapping[Hashable, Any]) -> dict[str, object]:
        return {
            "id": account_id,
            "name": row["name"],
            "layer": str(row["layer"]),
            "mode": str(row["layer"].mode),
            "slots": [str(slot) for slot in row["slots"]],
            "rank": int(row["rank"]),
            "score": None if np.isnan(row["score"]) else round(float(row["score"]), 6),
            "revenue": _money(row["revenue"]),
            "additional_potential": _money(row["additional_potential"]),
            "status": str(row["status"]),
            "reason": reason_of_row(self, account_id, row),
            "deferred": bool(row["deferred"]),
        }


def _money(cents: object) -> float | None:
    value = amount(cents)
    return None if value is None else float(value)


def tier(portfolio: Portfolio, rules: Rules, decisions: Decisions, *, today: date) -> Tiering:
    """Return the layers of the 5-15-Rest formula with their reasons.

    The order of rows does not matter and nothing is changed. Raises `DecisionRefused` for a reference year that is
    not complete; a stored decision that no longer fits the data becomes a notice.
    """
    year = choose_reference_year(portfolio, rules)
    rolled = roll_up(sort_by_id(portfolio), decisions.roll_up, year)
    ledger = make_ledger(rolled.portfolio, derive_status(rolled.portfolio, year, decisions), year, rules)
    choice = settle_prospect(ledger, decisions, rolled.portfolio, today)
    cut = cut_layers(ledger, rules.weight, Places(choice.holder, waived_slots(decisions, today)))
    swapped = apply_overrides(cut, decisions.overrides, rolled.portfolio, today)
    findings = Findings(cut, rolled.portfolio, year, decisions, today)
    return Tiering(
        reference_year=year,
        rules=rules,
        decisions=decisions,
        today=today,
        table=make_table(cut, swapped, rolled.portfolio, year),
        notices=(*year_notices(portfolio, year), *rolled.notices, *describe(findings, choice, swapped)),
        candidates=list_candidates(ledger, rolled.portfolio),
        potential_leaders=list_leaders(findings),
        portfolio=rolled.portfolio,
        cut=cut,
        choice=choice,
    )
