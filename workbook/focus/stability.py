"""How sure a place is: the same cut with every weight from revenue alone to potential alone."""

import numpy as np
import pandas as pd

from workbook.focus.formula import LAYERS
from workbook.focus.rerun import layers_again
from workbook.focus.tiering import Tiering
from workbook.terms import Layer

STEPS = 21  # weights 0, 0.05 ... 1


def measure_stability(tiering: Tiering) -> pd.DataFrame:
    """Return in which share of 21 weights from 0 to 1 each account is in which layer, in the order of the table.

    Index: account id. Columns: ``name``, ``layer`` (today's), ``top5``, ``next15``, ``rest`` (shares, adding up to 1),
    ``stays`` (share of the weights with today's layer), ``sure`` (stays with every weight).
    """
    layers = np.stack([layers_again(tiering, weight=float(weight)) for weight in np.linspace(0, 1, STEPS)])
    shares = {str(layer): (layers == code).mean(axis=0) for code, layer in enumerate(LAYERS)}
    stays = (layers == layers_again(tiering)).mean(axis=0)
    frame = pd.DataFrame({**shares, "stays": stays}, index=pd.Index(tiering.cut.ledger.ids, name="id")).reindex(
        tiering.table.index
    )
    frame.insert(0, "name", tiering.table["name"])
    frame.insert(1, "layer", tiering.table["layer"])
    return frame.assign(sure=frame["stays"] == 1)


def contested_places(tiering: Tiering) -> pd.DataFrame:
    """Return the accounts of the first twenty that would lose their layer with another weight, least sure first.

    The frame is that of `measure_stability`; the accounts of the top layer stand before those of the 15.
    """
    frame = measure_stability(tiering)
    shaky = frame[~frame["sure"] & (frame["layer"] != Layer.REST)]
    by_layer = [shaky[shaky["layer"] == layer].sort_values("stays", kind="stable") for layer in LAYERS]
    return pd.concat(by_layer)
