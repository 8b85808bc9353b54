"""What would move an account, checked by cutting a changed portfolio."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.focus.portfolios import account, customers, override, prospect, prospects, tiered, waiver
from workbook.focus.decisions import Rules
from workbook.focus.explain import DEMAND, POTENTIAL, REVENUE, Change, explain, what_would_move
from workbook.terms import Layer, PotentialBasis, Slot

ACCOUNTS = {**customers(40), **prospects(2)}
COLUMN = {REVENUE: "y2025", POTENTIAL: "additional_potential"}


def _changes(accounts: dict[str, Any], account_id: str) -> dict[tuple[str, bool], Change]:
    found = what_would_move(tiered(accounts), account_id)
    return {(change.quantity, change.upward): change for change in found}


def _layer_with(accounts: dict[str, Any], account_id: str, change: Change, cents: int, **decided: Any) -> Layer:
    changed = {**accounts, account_id: {**accounts[account_id], COLUMN[change.quantity]: cents / 100}}
    layer: Layer = tiered(changed, **decided).table.loc[account_id, "layer"]
    return layer


def test_gain_that_lifts_into_the_15() -> None:
    """c20 is the first below the 15; level with c19 in revenue it wins the tie by higher revenue and potential."""
    change = _changes(ACCOUNTS, "c20")[REVENUE, True]
    assert (change.difference, change.value, change.to_layer) == (100_001, 8_100_001, Layer.NEXT15)
    assert change.sentence == "With €1,001 more revenue it would be in the Next 15."


def test_loss_that_drops_the_largest() -> None:
    """c01 holds both slots; it stays for its potential whatever it loses in revenue."""
    changes = _changes(ACCOUNTS, "c01")
    assert (REVENUE, False) not in changes


def test_unknown_potential_names_the_amount_needed() -> None:
    """Above c19 alone it would only tie in score and lose by revenue; level with c18 (41,000) it is ahead."""
    accounts = {**ACCOUNTS, "c20": account(80_000)}
    change = _changes(accounts, "c20")[POTENTIAL, True]
    assert change.difference is None
    assert change.sentence == "With a known potential of €41,000 it would be in the Next 15."


def test_prospect_becomes_the_proposal() -> None:
    """While the rep has not chosen, the second prospect needs more potential than the first."""
    change = _changes(ACCOUNTS, "p2")[POTENTIAL, True]
    assert (change.difference, change.to_layer) == (100_001, Layer.TOP5)


def test_proposal_on_total_demand_is_moved_by_total_demand() -> None:
    """Level at 20 is enough: its additional potential is higher (Rule R9)."""
    accounts = {**customers(5), "p1": prospect(9, total_demand=10), "p2": prospect(1, total_demand=20)}
    tiering = tiered(accounts, Rules(potential_basis=PotentialBasis.TOTAL))
    assert [change.value for change in what_would_move(tiering, "p1")] == [2000]


def test_total_demand_that_wins_the_slot() -> None:
    """On total demand c05 takes the slot for the largest potential when it is one cent above c01."""
    accounts = {**customers(40), "c01": account(99_000, 5, total_demand=70), "c05": account(95_000, 4, total_demand=30)}
    tiering = tiered(accounts, Rules(potential_basis=PotentialBasis.TOTAL))
    (found,) = [change for change in what_would_move(tiering, "c05") if change.quantity == DEMAND]
    assert (found.value, found.difference, found.to_layer) == (7001, 4001, Layer.TOP5)
    assert found.sentence == "With €41 more total demand it would be in the Top 5."


def test_choice_cannot_be_outbid() -> None:
    """Once the rep has chosen, no amount moves another prospect."""
    assert what_would_move(tiered(ACCOUNTS, prospect=("p1",)), "p2") == ()


def test_explanation_has_the_parts_of_the_score() -> None:
    """Ranks, weight and score as the table has them, and the same sentence."""
    told = explain(tiered(ACCOUNTS), "c02")
    assert (told.layer, told.rank, told.slots, told.weight) == (Layer.TOP5, 3, (Slot.SCORE,), 0.5)
    assert (told.revenue_rank, told.potential_rank, told.score) == (0.975, 0.975, 0.975)
    assert told.reason.startswith("One of the next most important customers")


def test_prospect_has_no_score() -> None:
    """None, not a number."""
    assert explain(tiered(ACCOUNTS), "p1").score is None


def test_unknown_id_is_a_key_error() -> None:
    """Nothing to explain."""
    with pytest.raises(KeyError):
        what_would_move(tiered(ACCOUNTS), "x")


def test_swaps_are_part_of_the_rule() -> None:
    """An account set by hand is moved by no amount as long as the swap holds it in place of the other."""
    tiering = tiered(ACCOUNTS, overrides=(override("p2", "c10"),))
    assert all(change.to_layer is Layer.TOP5 for change in what_would_move(tiering, "p2"))


AMOUNTS = st.one_of(st.none(), st.integers(0, 9).map(lambda value: value * 100))
ROWS = st.builds(lambda revenue, potential: account(revenue, potential), st.integers(0, 9).map(float), AMOUNTS)
DECIDED = st.builds(
    lambda pairs, slots: {"overrides": tuple(override(*pair) for pair in pairs), "waivers": tuple(map(waiver, slots))},
    st.lists(st.permutations([f"c{number:02}" for number in range(6)]).map(lambda ids: ids[:2]), max_size=2),
    st.sets(st.sampled_from([Slot.LARGEST_REVENUE, Slot.LARGEST_POTENTIAL]), max_size=1),
)


@settings(max_examples=30, deadline=None)
@given(st.lists(ROWS, min_size=6, max_size=30), DECIDED, st.data())
def test_amounts_are_exact(rows: list[dict[str, Any]], decided: dict[str, Any], data: Any) -> None:
    """With the amount the account is in the new layer, with one cent less of a change it is not; swaps included."""
    accounts = {**{f"c{number:02}": row for number, row in enumerate(rows)}, "p1": prospect(5)}
    chosen = data.draw(st.sampled_from(sorted(accounts)))
    for change in what_would_move(tiered(accounts, **decided), chosen):
        just_short = change.value + (-1 if change.upward else 1)
        assert _layer_with(accounts, chosen, change, change.value, **decided) is change.to_layer
        if just_short >= 0:
            assert _layer_with(accounts, chosen, change, just_short, **decided) is change.from_layer
