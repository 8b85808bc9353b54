"""The layers in figures: what the pyramid and the portfolio matrix show."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from workbook.focus.formula import LAYER_SIZES, LAYERS
from workbook.focus.tiering import Tiering
from workbook.terms import AccountStatus, Layer, SupplierPreferencing


def layer_summary(tiering: Tiering, hours: Mapping[Layer, float] | None = None) -> pd.DataFrame:
    """Return one row per layer, index `Layer` from the top.

    Columns: ``accounts``; ``places`` (5, 15, NA for the rest); ``revenue`` (cents of the reference year); ``share`` of
    all revenue, negative revenue counting as 0 (Rule R14; NaN when there is none); ``potential`` (cents, sum of the
    known additional potentials, NA when none is known); ``unknown`` (customers and prospects whose potential is
    unknown); ``names`` (tuple, of the top layer only); ``hours`` (as given, NaN where not).
    """
    rows = [_layer_row(tiering, layer) for layer in LAYERS]
    summary = pd.DataFrame(rows, index=pd.Index(LAYERS, dtype=object, name="layer"))
    summary = summary.astype({"places": "Int64", "potential": "Int64"})
    counted = summary.pop("counted").astype("float64")
    summary["share"] = counted / counted.sum() if counted.sum() else np.nan
    summary["hours"] = [np.nan if hours is None else hours.get(layer, np.nan) for layer in LAYERS]
    return summary


def _layer_row(tiering: Tiering, layer: Layer) -> dict[str, object]:
    members = tiering.table[tiering.table["layer"] == layer]
    concerned = members["status"] != AccountStatus.FORMER
    known = members["additional_potential"].notna().any() or members.empty
    return {
        "accounts": len(members),
        "places": LAYER_SIZES.get(layer, pd.NA),
        "revenue": int(members["revenue"].sum()),
        "counted": int(members["revenue"].clip(lower=0).sum()),
        "potential": members["additional_potential"].sum() if known else pd.NA,
        "unknown": int((members["additional_potential"].isna() & concerned).sum()),
        "names": tuple(members["name"]) if layer is Layer.TOP5 else (),
    }


def portfolio_matrix(tiering: Tiering) -> pd.DataFrame:
    """Return the customers with their field in the customer portfolio matrix, sorted by layer and rank.

    Our rule: above the middle rank (0.5) is high. High potential and high revenue make the core, high potential and low
    revenue development, low potential and high revenue exploitable, low and low nuisance. ``field`` is None
    while the potential is unknown. Other columns: name, layer, revenue, potential (cents), both ranks.
    """
    customers = tiering.table[tiering.table["status"] == AccountStatus.CUSTOMER]
    matrix = customers[["name", "layer", "revenue", "revenue_rank", "potential_rank"]].copy()
    matrix.insert(3, "potential", customers["additional_potential"])
    fields = [
        _field(revenue, rank) for revenue, rank in zip(matrix["revenue_rank"], matrix["potential_rank"], strict=True)
    ]
    matrix["field"] = pd.Series(fields, index=matrix.index, dtype=object)
    return matrix


_FIELDS = {
    (True, True): SupplierPreferencing.CORE,
    (False, True): SupplierPreferencing.DEVELOPMENT,
    (True, False): SupplierPreferencing.EXPLOITABLE,
    (False, False): SupplierPreferencing.NUISANCE,
}


def _field(revenue_rank: float, potential_rank: float) -> SupplierPreferencing | None:
    return None if np.isnan(potential_rank) else _FIELDS[revenue_rank > 0.5, potential_rank > 0.5]
