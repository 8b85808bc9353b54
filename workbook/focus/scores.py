"""Rule R6: the importance score of customers."""

from dataclasses import dataclass

import numpy as np

from workbook.focus.formula import SCORE_DIGITS, UNKNOWN_RANK
from workbook.focus.ledger import Floats, Ledger, known_first


@dataclass(frozen=True, slots=True)
class Scores:
    """Ranks and scores, one per account of the ledger; NaN for accounts that are no customers.

    ``score_if_low`` and ``score_if_high`` are the scores with potential rank 0 and 1, ``comparable`` the score others
    are compared with then; these differ from ``score`` only while no customer's potential is known.
    """

    revenue_rank: Floats
    potential_rank: Floats
    score: Floats
    comparable: Floats
    score_if_low: Floats
    score_if_high: Floats


def score_customers(ledger: Ledger, weight: float) -> Scores:
    """Return the scores of Rule R6: weight x revenue rank + (1 - weight) x potential rank.

    An unknown potential counts as rank 0.5; when no customer's potential is known the score is the revenue rank.
    """
    revenue_rank, potential_rank = _revenue_ranks(ledger), _potential_ranks(ledger)
    counted = np.where(np.isnan(potential_rank), UNKNOWN_RANK, potential_rank)
    comparable = _mix(revenue_rank, counted, weight)
    nothing_known = bool(np.isnan(potential_rank[ledger.customers]).all())
    return Scores(
        revenue_rank=revenue_rank,
        potential_rank=potential_rank,
        score=np.round(revenue_rank, SCORE_DIGITS) if nothing_known else comparable,
        comparable=comparable,
        score_if_low=_mix(revenue_rank, 0.0, weight),
        score_if_high=_mix(revenue_rank, 1.0, weight),
    )


def _mix(revenue_rank: Floats, potential_rank: Floats | float, weight: float) -> Floats:
    return np.round(weight * revenue_rank + (1 - weight) * potential_rank, SCORE_DIGITS)


def _revenue_ranks(ledger: Ledger) -> Floats:
    ranks = np.full(len(ledger.ids), np.nan)
    ranks[ledger.customers] = percentile_ranks(known_first(ledger.revenue[ledger.customers]))
    return ranks


def _potential_ranks(ledger: Ledger) -> Floats:
    known = ledger.customers[~np.isnan(ledger.additional[ledger.customers])]
    ranks = np.full(len(ledger.ids), np.nan)
    ranks[known] = percentile_ranks(ledger.additional[known])
    return ranks


def percentile_ranks(values: Floats) -> Floats:
    """Return each value's rank as a share of the number of values: 1.0 = best, ties get their average rank.

    >>> percentile_ranks(np.array([10.0, 40.0, 20.0, 20.0])).tolist()
    [0.25, 1.0, 0.625, 0.625]
    """
    distinct, place, count = np.unique(values, return_inverse=True, return_counts=True)
    del distinct
    average = np.cumsum(count) - (count - 1) / 2
    return np.asarray(average[place] / max(len(values), 1))
