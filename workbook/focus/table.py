"""The result of a cut as a table, one row per account, in the order people read it."""

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from workbook.focus.cut import REST, TOP5, Codes, Cut
from workbook.focus.formula import LAYERS, MANDATORY_SLOTS, STATUSES
from workbook.focus.ledger import Objects, Positions, known_first
from workbook.focus.overrides import Swapped
from workbook.focus.provisional import find_close_calls, find_provisional, layers_if
from workbook.portfolio.model import Portfolio
from workbook.terms import Slot

_LAYERS = np.array([*LAYERS, None], dtype=object)
_NO_LAYER = len(LAYERS)


def make_table(cut: Cut, swapped: Swapped, portfolio: Portfolio, year: int) -> pd.DataFrame:
    """Return the table of a tiering, sorted by layer and rank; index: account id.

    Columns: ``name``, ``layer``, ``rank`` (within the layer, from 1), ``score`` (0 to 1, NaN for accounts that are no
    customers), ``slots``, ``status``, ``revenue`` (of the reference year), ``additional_potential``, ``total_demand``
    (cents, NA = unknown), ``revenue_rank``, ``potential_rank`` (0 to 1, NaN = unknown), ``provisional``,
    ``layer_if_low``, ``layer_if_high`` (None where nothing is provisional), ``deferred``, ``method`` ("auto",
    "manual"), ``close_call``.
    """
    accounts = portfolio.accounts
    order = _reading_order(cut, swapped)
    columns = {
        "name": accounts["name"].array,
        "layer": _LAYERS[swapped.layer],
        "score": cut.scores.score,
        "slots": _slots(cut, swapped),
        "status": cut.ledger.status,
        "revenue": portfolio.revenue[year].array,
        "additional_potential": accounts["additional_potential"].array,
        "total_demand": accounts["total_demand"].array,
        "revenue_rank": cut.scores.revenue_rank,
        "potential_rank": cut.scores.potential_rank,
        **_badges(cut, swapped),
    }
    index = accounts.index[order]
    table = pd.DataFrame({name: _as_column(values[order], index) for name, values in columns.items()})
    table.insert(2, "rank", _ranks(swapped.layer[order]))
    return table


def _as_column(values: Any, index: "pd.Index[str]") -> "pd.Series[Any]":
    # Terms would turn into plain text, and their absence into NaN, if pandas chose the type itself.
    column: pd.Series[Any] = pd.Series(values, index, dtype=values.dtype)
    return column


def _badges(cut: Cut, swapped: Swapped) -> dict[str, npt.NDArray[Any]]:
    provisional = find_provisional(cut)
    low, high = layers_if(cut, cut.scores.score_if_low), layers_if(cut, cut.scores.score_if_high)
    deferred = np.zeros(len(provisional), dtype=bool)
    deferred[cut.ledger.prospects] = swapped.layer[cut.ledger.prospects] == REST
    method = np.full(len(cut.ledger.ids), "auto", dtype=object)
    method[list(swapped.moved)] = "manual"
    return {
        "provisional": provisional,
        "layer_if_low": _LAYERS[np.where(provisional, low, _NO_LAYER)],
        "layer_if_high": _LAYERS[np.where(provisional, high, _NO_LAYER)],
        "deferred": deferred,
        "method": method,
        "close_call": find_close_calls(cut),
    }


def _slots(cut: Cut, swapped: Swapped) -> Objects:
    """Return why each account has its place: slots for the top layer, "manual" wherever a swap moved it."""
    slots = np.empty(len(cut.ledger.ids), dtype=object)
    slots[:] = [()] * len(slots)
    for position in np.flatnonzero(swapped.layer == TOP5).tolist():
        held = tuple(slot for slot, holder in cut.holders.items() if holder == position)
        slots[position] = held or (Slot.SCORE,)
    for position in swapped.moved:
        slots[position] = (Slot.MANUAL,)
    return slots


def _reading_order(cut: Cut, swapped: Swapped) -> Positions:
    """Layer by layer: mandatory slots, then customers by score, then prospects and former customers by potential."""
    group = np.full(len(cut.ledger.ids), len(MANDATORY_SLOTS))
    for place, status in enumerate(STATUSES):
        group[cut.ledger.status == status] += place
    for place, slot in reversed(list(enumerate(MANDATORY_SLOTS))):
        holder = cut.holders.get(slot)
        if holder is not None:
            group[holder] = place
    score = np.nan_to_num(cut.scores.score)
    potential = np.where(np.isnan(cut.scores.score), known_first(cut.ledger.potential), 0.0)
    return np.lexsort((cut.ledger.seniority, -potential, -score, group, swapped.layer))


def _ranks(layer: Codes) -> Positions:
    """Return 1, 2, 3 ... within each layer, for layers in ascending order."""
    first = np.searchsorted(layer, layer, side="left")
    return np.asarray(np.arange(len(layer)) - first + 1)
