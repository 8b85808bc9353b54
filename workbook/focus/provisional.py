"""Rule R6: badges for places that are not sure: unknown potentials and small leads."""

import numpy as np
import numpy.typing as npt

from workbook.focus.cut import NEXT15, REST, TOP5, Codes, Cut
from workbook.focus.formula import CLOSE_CALL, SCORE_DIGITS
from workbook.focus.ledger import Floats

Flags = npt.NDArray[np.bool_]


def find_provisional(cut: Cut) -> Flags:
    """Return which customers rank on an unknown potential."""
    flags = np.zeros(len(cut.ledger.ids), dtype=bool)
    flags[cut.ledger.customers] = np.isnan(cut.ledger.additional[cut.ledger.customers])
    return flags


def layers_if(cut: Cut, score: Floats) -> Codes:
    """Return the layer each customer would have with another score while all others keep theirs (Rule R6).

    Mandatory slots stay as they are: no rank wins a slot, only a known amount does.
    """
    top, active = cut.boundaries
    layer = cut.layer.copy()
    reaches_active, reaches_top = _reaches(cut, score, active), _reaches(cut, score, top)
    layer[cut.order] = np.where(reaches_top, TOP5, np.where(reaches_active, NEXT15, REST))
    return layer


def _reaches(cut: Cut, score: Floats, boundary: int) -> Flags:
    """Return who of ``cut.order`` would be among the first ``boundary`` with its other score."""
    places = np.arange(len(cut.order))
    # Whoever is inside has to stay ahead of the first one outside, whoever is outside has to pass the last one inside.
    rivals = np.where(places < boundary, boundary, boundary - 1)
    sure = rivals >= len(cut.order)
    hopeless = rivals < 0
    rival = cut.order[np.clip(rivals, 0, max(len(cut.order) - 1, 0))]
    lead = score[cut.order] - cut.scores.comparable[rival]
    wins_tie = cut.ledger.seniority[cut.order] < cut.ledger.seniority[rival]
    return np.asarray(sure | (~hopeless & ((lead > 0) | ((lead == 0) & wins_tie))))


def find_close_calls(cut: Cut) -> Flags:
    """Return which customers are less than 0.05 in score away from the other side of a boundary (Rule R6)."""
    flags = np.zeros(len(cut.ledger.ids), dtype=bool)
    score = cut.scores.score[cut.order]
    for boundary in cut.boundaries:
        if 0 < boundary < len(score):
            places = np.arange(len(score))
            other_side = np.where(places < boundary, score[boundary], score[boundary - 1])
            gap = np.round(np.abs(score - other_side), SCORE_DIGITS)
            flags[cut.order] |= gap < CLOSE_CALL
    return flags
