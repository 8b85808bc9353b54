"""A fan for the fiscal year after the last complete one: what the plans may bring, beside going on as before.

A simulation with a fixed seed, so that the same plans give the same fan. It is an arithmetic of the rep's own figures,
no forecast: `Outlook` carries what it assumes, and the chapter prints it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pandas as pd

from workbook.focus.formula import LAYERS
from workbook.focus.payoff import latest_run
from workbook.focus.tiering import Tiering
from workbook.focus.years import to_floats

SEED = 515
RUNS = 4000
QUANTILES = (0.1, 0.25, 0.5, 0.75, 0.9)
TOTAL = "total"
FEWEST_CHANGES = 10
# Where the data shows too few changes from one year to the next: our rule, told as such.
ASSUMED_SPREAD = 0.1
ASSUMED_PROBABILITY = 0.5

Amounts = npt.NDArray[np.float64]


class Effect(StrEnum):
    """What a goal does to the revenue of its account when it is reached."""

    REACH = "reach"
    ADD = "add"


@dataclass(frozen=True, slots=True)
class Goal:
    """A year goal of one of the 15 (revenue to reach) or an objective of one of the five (revenue to add); cents.

    ``probability`` is 0 to 1, None = the rep did not say.
    """

    account_id: str
    effect: Effect
    amount: int
    probability: float | None = None

    @property
    def chance(self) -> float:
        """The probability, one half where the rep did not say."""
        return ASSUMED_PROBABILITY if self.probability is None else self.probability


@dataclass(frozen=True)
class Outlook:
    """Quantiles of the revenue of ``year`` in cents: rows are the layers and "total", columns `QUANTILES`.

    ``changes`` counts the yearly changes of the rep's own customers that were drawn from, 0 = too few, so a spread of
    10 % was assumed. ``unsaid`` counts goals whose probability was assumed.
    """

    year: int
    as_before: pd.DataFrame
    with_goals: pd.DataFrame
    last: "pd.Series[float]"
    changes: int
    goals: int
    unsaid: int

    @property
    def gain(self) -> "pd.Series[float]":
        """Per row, how much higher the middle of the fan lies with the goals, in cents."""
        return self.with_goals[0.5] - self.as_before[0.5]


def simulate(tiering: Tiering, goals: Sequence[Goal], *, seed: int = SEED, runs: int = RUNS) -> Outlook:
    """Return the fan for the year after the reference year.

    Going on as before: each account's revenue is multiplied by a yearly change drawn from those the rep's own accounts
    really had, large accounts drawn more often in proportion to revenue; accounts are independent. With the goals: on
    top of the same draws each goal comes true with its probability, independent of the others.
    """
    random = np.random.default_rng(seed)
    goals = [each for each in goals if each.account_id in tiering.table.index]
    base = np.nan_to_num(to_floats(tiering.portfolio.revenue[tiering.reference_year]))
    changes, weights = _changes(tiering)
    factors = _draw(random, changes, weights, (runs, len(base)))
    before = factors * base
    planned = _with_goals(random, before, goals, tiering)
    return Outlook(
        year=tiering.reference_year + 1,
        as_before=_quantiles(before, tiering),
        with_goals=_quantiles(planned, tiering),
        last=_sums(base[np.newaxis, :], tiering).iloc[0],
        changes=len(changes),
        goals=len(goals),
        unsaid=sum(goal.probability is None for goal in goals),
    )


def _changes(tiering: Tiering) -> tuple[Amounts, Amounts]:
    """Return the yearly changes (factors) of accounts that had revenue, and that revenue as weights."""
    run = [year for year in latest_run(tiering.portfolio.complete_years) if year <= tiering.reference_year]
    revenue = {year: np.nan_to_num(to_floats(tiering.portfolio.revenue[year])) for year in run}
    pairs = [(revenue[one], revenue[two]) for one, two in pairwise(run)]
    before = np.concatenate([one for one, _ in pairs] or [np.empty(0)])
    after = np.concatenate([two for _, two in pairs] or [np.empty(0)])
    had = (before > 0) & (after >= 0)
    if had.sum() < FEWEST_CHANGES:
        return np.empty(0), np.empty(0)
    return after[had] / before[had], before[had]


def _draw(random: np.random.Generator, changes: Amounts, weights: Amounts, shape: tuple[int, int]) -> Amounts:
    if not len(changes):
        return np.clip(random.normal(1, ASSUMED_SPREAD, shape), 0, None)
    return random.choice(changes, shape, p=weights / weights.sum())


def _with_goals(random: np.random.Generator, before: Amounts, goals: Sequence[Goal], tiering: Tiering) -> Amounts:
    planned = before.copy()
    places = {account_id: place for place, account_id in enumerate(tiering.portfolio.accounts.index)}
    for goal in goals:
        place = places[goal.account_id]
        comes_true = random.random(len(planned)) < goal.chance
        now = planned[:, place]
        # Who is above the goal already does not fall back to it.
        then = now + goal.amount if goal.effect is Effect.ADD else np.maximum(now, goal.amount)
        planned[:, place] = np.where(comes_true, then, now)
    return planned


def _sums(revenue: Amounts, tiering: Tiering) -> pd.DataFrame:
    layers = tiering.table["layer"].reindex(tiering.portfolio.accounts.index).to_numpy(dtype=object)
    sums = {str(layer): revenue[:, layers == layer].sum(axis=1) for layer in LAYERS}
    return pd.DataFrame({**sums, TOTAL: revenue.sum(axis=1)})


def _quantiles(revenue: Amounts, tiering: Tiering) -> pd.DataFrame:
    return _sums(revenue, tiering).quantile(list(QUANTILES)).T
