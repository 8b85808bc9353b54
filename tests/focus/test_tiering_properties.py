"""What holds for every portfolio."""

from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.focus.oracle import expected_layers, status
from tests.focus.portfolios import TODAY, account, customers, override, portfolio, prospect, prospects, sizes
from workbook.focus.decisions import Decisions, Override, Rules
from workbook.focus.moves import confirm_moves, propose_moves
from workbook.focus.snapshot import take_snapshot
from workbook.focus.tiering import Tiering, tier
from workbook.portfolio.model import TEXT_COLUMNS
from workbook.terms import Layer

# Few distinct amounts make many ties.
AMOUNTS = st.one_of(st.none(), st.integers(-3, 12).map(lambda value: value * 100))
STATUSES = st.sampled_from(["customer", "customer", "customer", "prospect", "former", None])
ACCOUNT = st.builds(
    lambda revenue, potential, before, status: account(revenue, potential, y2024=before, status=status),
    AMOUNTS, AMOUNTS, AMOUNTS, STATUSES,
)  # fmt: skip
ACCOUNTS = st.dictionaries(st.text("abcde-Ää", min_size=1, max_size=3), ACCOUNT, min_size=1, max_size=45)
WEIGHTS = st.sampled_from([0.0, 0.3, 0.5, 0.7, 1.0])
DEPTH = {Layer.TOP5: 2, Layer.NEXT15: 1, Layer.REST: 0}


def _tier(accounts: dict[str, Any], weight: float) -> Tiering:
    return tier(portfolio(accounts), Rules(weight=weight), Decisions(), today=TODAY)


def _swaps(ids: list[str]) -> st.SearchStrategy[tuple[Override, ...]]:
    pairs = st.tuples(st.sampled_from(ids), st.sampled_from(ids)).filter(lambda pair: pair[0] != pair[1])
    several = st.lists(pairs.map(lambda pair: override(*pair)), max_size=4).map(tuple)
    return several if len(ids) > 1 else st.just(())


@settings(max_examples=60, deadline=None)
@given(ACCOUNTS, WEIGHTS, st.randoms(use_true_random=False))
def test_order_of_rows_counts_for_nothing(accounts: dict[str, Any], weight: float, random: Any) -> None:
    """Any order of rows gives the identical table, vacancies and notices."""
    shuffled = list(accounts.items())
    random.shuffle(shuffled)
    first, second = _tier(accounts, weight), _tier(dict(shuffled), weight)
    pd.testing.assert_frame_equal(first.table, second.table)
    assert first.as_dict() == second.as_dict()


@settings(max_examples=60, deadline=None)
@given(ACCOUNTS, WEIGHTS)
def test_layers_are_complete_and_keep_their_sizes(accounts: dict[str, Any], weight: float) -> None:
    """Everybody is in exactly one layer; five places are filled or vacant; the 15 are full before the rest begins."""
    tiering = _tier(accounts, weight)
    top, active, rest = (tiering.ids(layer) for layer in Layer)
    assert sorted([*top, *active, *rest]) == sorted(accounts)
    assert len(top) + len(tiering.vacancies) == 5
    customers = set(tiering.table.index[tiering.table["status"] == "customer"])
    assert len(active) == 15 or not customers & set(rest)


@settings(max_examples=150, deadline=None)
@given(ACCOUNTS, WEIGHTS)
def test_layers_are_those_of_the_rules_written_plainly(accounts: dict[str, Any], weight: float) -> None:
    """A second, slow and exact reading of Rules R1 to R11 gives the same layers and the same number of vacancies."""
    tiering = _tier(accounts, weight)
    layers, vacancies = expected_layers(accounts, str(weight))
    assert {account: str(layer) for account, layer in tiering.layers.items()} == layers
    assert len(tiering.vacancies) == vacancies


@settings(max_examples=60, deadline=None)
@given(ACCOUNTS, WEIGHTS, st.integers(1, 2000), st.data())
def test_more_revenue_never_moves_down(accounts: dict[str, Any], weight: float, more: int, data: Any) -> None:
    """Adding revenue to a customer leaves it in its layer or lifts it, whatever is swapped."""
    chosen, swaps = data.draw(st.sampled_from(sorted(accounts))), data.draw(_swaps(sorted(accounts)))
    before = {**accounts, chosen: {**accounts[chosen], "status": "customer", "y2025": accounts[chosen]["y2025"] or 0}}
    after = {**before, chosen: {**before[chosen], "y2025": before[chosen]["y2025"] + more}}
    layers = [
        tier(portfolio(rows), Rules(weight=weight), Decisions(overrides=swaps), today=TODAY).layers[chosen]
        for rows in (before, after)
    ]
    assert DEPTH[layers[1]] >= DEPTH[layers[0]]


@settings(max_examples=40, deadline=None)
@given(ACCOUNTS, WEIGHTS, st.data())
def test_not_knowing_a_potential_never_pays(accounts: dict[str, Any], weight: float, data: Any) -> None:
    """A blanked potential counts as rank 0.5 and wins no slot; whoever was in the upper half only loses by it."""
    chosen = data.draw(st.sampled_from(sorted(accounts)))
    known = {**accounts, chosen: {**accounts[chosen], "status": "customer"}}
    before, after = (
        _tier(rows, weight).table.loc[chosen]
        for rows in (known, {**known, chosen: {**known[chosen], "additional_potential": None}})
    )
    others_known = any(row["additional_potential"] is not None for key, row in known.items() if key != chosen
                       and status(row) == "customer")  # fmt: skip
    half = weight * before["revenue_rank"] + (1 - weight) * 0.5 if others_known else before["revenue_rank"]
    assert np.isclose(after["score"], half)
    assert before["potential_rank"] < 0.5 or after["score"] <= before["score"]
    assert "largest_potential" not in after["slots"]
    assert after["provisional"]


@settings(max_examples=40, deadline=None)
@given(ACCOUNTS, st.data())
def test_swaps_keep_the_sizes(accounts: dict[str, Any], data: Any) -> None:
    """Whatever is swapped, possible or not, the layers are as large as before."""
    swaps = data.draw(_swaps([*accounts, "gone"]))
    plain = tier(portfolio(accounts), Rules(), Decisions(), today=TODAY)
    swapped = tier(portfolio(accounts), Rules(), Decisions(overrides=swaps), today=TODAY)
    assert sizes(swapped) == sizes(plain)
    assert swapped.cut.holders == plain.cut.holders


@settings(max_examples=40, deadline=None)
@given(ACCOUNTS, ACCOUNTS)
def test_moves_never_overfill_a_layer(before: dict[str, Any], after: dict[str, Any]) -> None:
    """Whatever changes between two quarters, all accounts have a layer and none holds more than its places."""
    snapshot = take_snapshot(_tier(before, 0.5), "2026Q3")
    now = _tier(after, 0.5)
    proposal = propose_moves(snapshot, now)
    counts = [list(proposal.layers.values()).count(layer) for layer in Layer]
    assert counts == list(sizes(now))
    everything = {move.account: "A good reason" for move in proposal.moves}
    assert confirm_moves(snapshot, proposal, everything) == proposal.layers


@pytest.mark.parametrize("dtype", ["str", "string", "object"])
def test_kind_of_text_counts_for_nothing(dtype: str) -> None:
    """Missing texts may be NaN, NA or None: the same layers, notices and reasons."""
    rows = {
        **customers(30), **prospects(2), "x": {"y2024": 5}, "y": account(3, None, status=None, group_parent="G"),
        "z": prospect(None, incumbent_competitor=None, group_parent="G"),
    }  # fmt: skip
    data = portfolio(rows)
    typed = replace(data, accounts=data.accounts.astype(dict.fromkeys(TEXT_COLUMNS, dtype)))
    if dtype == "object":
        typed = replace(typed, accounts=typed.accounts.astype(object).where(typed.accounts.notna(), None))
    decided = Decisions(prospect=("z",), roll_up=("G",))
    expected, found = (tier(each, Rules(), decided, today=TODAY) for each in (data, typed))
    assert found.as_dict() == expected.as_dict()
    assert found.candidates == expected.candidates
