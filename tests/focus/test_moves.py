"""Rule R13: what moves between two quarters, and what is held back."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.focus.portfolios import TODAY, customers, override, portfolio, prospects, tiered
from workbook.errors import DecisionRefused
from workbook.focus.decisions import Decisions, Rules
from workbook.focus.move_causes import Cause
from workbook.focus.moves import Move, Proposal, confirm_moves, propose_moves
from workbook.focus.snapshot import Snapshot, take_snapshot
from workbook.focus.tiering import tier
from workbook.portfolio.model import FiscalYear, YearState
from workbook.terms import Layer

ACCOUNTS = {**customers(40), **prospects(3)}


def _before(**decided: Any) -> Snapshot:
    return take_snapshot(tiered(ACCOUNTS, **decided), "2026Q3")


def _moved(proposal: Proposal) -> dict[str, tuple[Layer | None, Cause]]:
    return {move.account: (move.to_layer, move.cause) for move in proposal.moves}


def _with(account_id: str, **changed: Any) -> dict[str, dict[str, Any]]:
    return {**ACCOUNTS, account_id: {**ACCOUNTS[account_id], **changed}}


def test_snapshot_survives_json() -> None:
    """The confirmed layers come back as they were."""
    before = _before()
    assert Snapshot.model_validate(before.model_dump(mode="json")) == before


def test_nothing_changed_moves_nobody() -> None:
    """The same data gives no move."""
    proposal = propose_moves(_before(), tiered(ACCOUNTS))
    assert (proposal.moves, proposal.held, proposal.annual) == ((), (), False)


def test_small_change_of_potential_is_held_back() -> None:
    """c20 gets a little more potential and passes c19 by less than 0.05: nobody moves, and the rep sees it."""
    proposal = propose_moves(_before(), tiered(_with("c20", additional_potential=42_000)))
    assert proposal.moves == ()
    assert {(move.account, move.cause) for move in proposal.held} == {("c20", Cause.POTENTIAL), ("c19", Cause.SCORE)}


def test_clear_change_of_potential_moves_two() -> None:
    """With a lead above 0.05 c20 enters the 15 and c19 leaves."""
    proposal = propose_moves(_before(), tiered(_with("c20", additional_potential=45_200)))
    assert _moved(proposal) == {"c20": (Layer.NEXT15, Cause.POTENTIAL), "c19": (Layer.REST, Cause.SCORE)}


def test_mandatory_slot_moves_at_once() -> None:
    """The new largest potential takes its slot, however small the lead."""
    proposal = propose_moves(_before(), tiered(_with("c20", additional_potential=50_000)))
    assert _moved(proposal)["c20"] == (Layer.TOP5, Cause.SLOT)
    assert list(proposal.layers.values()).count(Layer.TOP5) == 5
    assert list(proposal.layers.values()).count(Layer.NEXT15) == 15


def test_lost_slot_moves_at_once() -> None:
    """c05 held the largest potential; without it c04 is ahead by 0.025 only, and still takes the place."""
    before = take_snapshot(tiered(_with("c05", additional_potential=60_000)), "2026Q3")
    proposal = propose_moves(before, tiered(_with("c05", additional_potential=47_900)))
    assert _moved(proposal) == {"c05": (Layer.NEXT15, Cause.SLOT), "c04": (Layer.TOP5, Cause.SCORE)}


def test_won_prospect_leaves_its_slot_open() -> None:
    """It moves by its own figures, and nobody else fills its place."""
    won = _with("p1", status="customer", additional_potential=5)
    proposal = propose_moves(_before(prospect=("p1",)), tiered(won, prospect=("p1",)))
    assert _moved(proposal) == {"p1": (Layer.REST, Cause.WON)}


def test_lost_customer_makes_room() -> None:
    """A customer of the 15 that is former now leaves, and the next by score fills the place."""
    proposal = propose_moves(_before(), tiered(_with("c10", status="former")))
    assert _moved(proposal) == {"c10": (Layer.REST, Cause.LOST_CUSTOMER), "c20": (Layer.NEXT15, Cause.SCORE)}


def test_account_gone_from_the_data() -> None:
    """It leaves every layer; from the rest nobody is told."""
    data = {key: row for key, row in ACCOUNTS.items() if key not in {"c10", "c40"}}
    assert _moved(propose_moves(_before(), tiered(data))) == {
        "c10": (None, Cause.GONE), "c20": (Layer.NEXT15, Cause.SCORE),
    }  # fmt: skip


def test_override_that_ended() -> None:
    """The swap is undone at once."""
    swap = override("c30", "c10", expiry=date(2026, 11, 23))
    before = take_snapshot(
        tier(portfolio(ACCOUNTS), Rules(), Decisions(overrides=(swap,)), today=date(2026, 11, 20)), "2026Q3"
    )
    assert _moved(propose_moves(before, tiered(ACCOUNTS, overrides=(swap,)))) == {
        "c10": (Layer.NEXT15, Cause.OVERRIDE_ENDED), "c30": (Layer.REST, Cause.OVERRIDE_ENDED),
    }  # fmt: skip


def test_new_year_cuts_anew() -> None:
    """With a new complete year nothing is held back."""
    last_year = replace(portfolio(ACCOUNTS), fiscal_years=(FiscalYear(2024, YearState.COMPLETE),))
    before = take_snapshot(tier(last_year, Rules(), Decisions(), today=TODAY), "2026Q1")
    proposal = propose_moves(before, tiered(_with("c20", additional_potential=42_000)))
    assert proposal.annual
    assert proposal.held == ()


def test_plan_of_a_prospect_is_not_dropped_silently() -> None:
    """Choosing another prospect before the plan's horizon needs a reason."""
    before = _before(prospect=("p1",))
    now = tiered(ACCOUNTS, prospect=("p2",))
    proposal = propose_moves(before, now, horizons={"p1": date(2027, 6, 1)})
    assert {move.account for move in proposal.moves if move.needs_reason} == {"p1"}
    with pytest.raises(DecisionRefused, match="plan for the prospect p1 still runs"):
        confirm_moves(before, proposal, {"p1": "", "p2": ""})
    layers = confirm_moves(before, proposal, {"p1": "It signed with somebody else", "p2": ""})
    assert (layers["p1"], layers["p2"]) == (Layer.REST, Layer.TOP5)


def test_plan_that_has_ended_needs_no_reason() -> None:
    """After the horizon the prospect may go."""
    proposal = propose_moves(
        _before(prospect=("p1",)), tiered(ACCOUNTS, prospect=("p2",)), horizons={"p1": date(2026, 11, 1)}
    )
    assert not any(move.needs_reason for move in proposal.moves)


def test_moves_are_only_proposed() -> None:
    """What the rep does not accept stays as it was."""
    before = _before()
    proposal = propose_moves(before, tiered(_with("c20", additional_potential=45_200)))
    assert confirm_moves(before, proposal, {})["c20"] is Layer.REST


def test_sixteenth_is_refused_when_only_one_half_is_accepted() -> None:
    """One in without one out makes the 15 too large."""
    before = _before()
    proposal = propose_moves(before, tiered(_with("c20", additional_potential=45_200)))
    with pytest.raises(DecisionRefused, match=r"“Next 15” would have 16 accounts, but it holds 15\. Which"):
        confirm_moves(before, proposal, {"c20": ""})


def test_kept_layers_are_the_next_snapshot() -> None:
    """What the rep confirmed is what the next quarter is compared with."""
    now = tiered(_with("c20", additional_potential=42_000))
    proposal = propose_moves(_before(), now)
    kept = take_snapshot(now, "2026Q4", confirm_moves(_before(), proposal, {}))
    assert kept.by_account["c19"].layer is Layer.NEXT15
    assert kept.by_account["c20"].layer is Layer.REST


def test_last_twelve_months_stand_beside() -> None:
    """When transactions give them."""
    data = portfolio(_with("c20", additional_potential=45_200))
    data = replace(data, last_12_months=data.revenue[2025] * 2)
    proposal = propose_moves(_before(), tier(data, Rules(), Decisions(), today=TODAY))
    found: dict[str, Move] = {move.account: move for move in proposal.moves}
    assert found["c20"].last_12_months == 16_000_000
