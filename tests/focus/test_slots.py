"""Rules R2 to R6, R9 and R14 in detail."""

import math

import numpy as np
import pytest

from tests.focus.portfolios import (
    TODAY,
    account,
    codes,
    customers,
    holders,
    portfolio,
    prospect,
    prospects,
    sizes,
    tiered,
)
from workbook.focus.decisions import Decisions, Rules
from workbook.focus.tiering import tier
from workbook.terms import Layer, PotentialBasis, Slot


def test_score_is_the_weighted_mean_of_both_ranks() -> None:
    """Four customers: b is second by revenue (0.75) and third by potential (0.5); at weight 0.6 that is 0.65."""
    accounts = {"a": account(40, 10), "b": account(30, 20), "c": account(20, 30), "d": account(10, 40)}
    row = tiered(accounts, Rules(weight=0.6)).table.loc["b"]
    assert row[["revenue_rank", "potential_rank"]].to_list() == [0.75, 0.5]
    assert row["score"] == pytest.approx(0.65)


def test_unknown_potential_counts_as_the_middle() -> None:
    """Revenue rank 1.0 and an unknown potential make 0.75; the known potentials are ranked among themselves."""
    table = tiered({"a": account(40), "b": account(30, 20), "c": account(20, 30)}).table
    assert table.loc["a", "score"] == 0.75
    assert math.isnan(table.loc["a", "potential_rank"])
    assert table["potential_rank"].reindex(["b", "c"]).to_list() == [0.5, 1.0]


def test_provisional_layers_at_rank_0_and_1() -> None:
    """The 12th of forty could fall into the rest, and stays in the 15 even with the best rank."""
    accounts = {**customers(40), **prospects(1), "c12": account(88_000)}
    row = tiered(accounts).table.loc["c12"]
    assert row["provisional"]
    assert (row["layer_if_low"], row["layer"], row["layer_if_high"]) == (Layer.REST, Layer.NEXT15, Layer.NEXT15)


def test_unknown_potential_is_harmless_when_revenue_alone_counts() -> None:
    """At weight 1 everybody stays at ranks 0 and 1 alike, on both sides of both boundaries."""
    accounts = {key: account(row["y2025"]) for key, row in customers(40).items()}
    accounts["c40"] = account(60_000, 7)
    table = tiered({**accounts, **prospects(1)}, Rules(weight=1.0)).table
    provisional = table[table["provisional"]]
    assert len(provisional) == 39
    assert provisional["layer_if_low"].equals(provisional["layer"])
    assert provisional["layer_if_high"].equals(provisional["layer"])


def test_known_potential_is_not_provisional() -> None:
    """Nothing is open, so there are no layers to compare."""
    row = tiered(customers(10)).table.loc["c05"]
    assert not row["provisional"]
    assert row["layer_if_low"] is row["layer_if_high"] is None


def test_small_lead_is_a_badge() -> None:
    """The 5th by score of forty leads the 6th by 1/40, the 15 end as closely; the last one is 20 places away."""
    close = tiered({**customers(40), **prospects(1)}).table["close_call"]
    assert close[["c04", "c05", "c19", "c20"]].all()
    assert not close[["c01", "c10", "c40"]].any()


def test_total_demand_as_basis() -> None:
    """The winner by total demand takes the slot, and both winners are told."""
    accounts = {**customers(10), "c03": account(97_000, 0, total_demand=9_000_000)}
    tiering = tiered(accounts, Rules(potential_basis=PotentialBasis.TOTAL))
    assert holders(tiering)["largest_potential"] == "c03"
    told = next(notice for notice in tiering.notices if notice.code == "potential_basis_differs")
    assert told.message == ("By additional potential c01 is largest, by total demand c03. This cut uses: Total demand.")


def test_score_looks_at_the_additional_potential_on_either_basis() -> None:
    """The basis decides about the slots; the score is the same, and an unknown total demand becomes a task."""
    accounts = {**customers(10), "c03": account(97_000, 0, total_demand=9_000_000)}
    scores = [tiered(accounts, Rules(potential_basis=basis)).table["score"].sort_index() for basis in PotentialBasis]
    assert scores[0].equals(scores[1])
    tiering = tiered(accounts, Rules(potential_basis=PotentialBasis.TOTAL))
    assert next(notice for notice in tiering.notices if notice.code == "total_demand_unknown").details["count"] == 9


def test_proposal_follows_the_basis() -> None:
    """On total demand the prospect with the highest total demand is proposed."""
    accounts = {**customers(5), "p1": prospect(9, total_demand=10), "p2": prospect(1, total_demand=20)}
    assert holders(tiered(accounts))["prospect"] == "p1"
    assert holders(tiered(accounts, Rules(potential_basis=PotentialBasis.TOTAL)))["prospect"] == "p2"


def test_three_highest_potentials_are_listed() -> None:
    """With amount, source and confidence."""
    accounts = {
        **customers(10),
        "c02": account(98_000, 900_000, potential_source="visit", potential_confidence="assumed"),
    }
    leaders = tiered(accounts).potential_leaders
    assert [leader.id for leader in leaders] == ["c02", "c01", "c03"]
    assert (leaders[0].amount, leaders[0].source, leaders[0].confidence) == (90_000_000, "visit", "assumed")
    assert (leaders[1].source, leaders[1].confidence) == (None, None)


def test_three_candidates_with_what_the_rep_has_to_know() -> None:
    """Highest known potential first, unknown last; incumbent, contract end and access beside it."""
    accounts = {
        **customers(5), "p1": prospect(None), "p2": prospect(1), "p4": prospect(0),
        "p3": prospect(9, incumbent_competitor=None, contract_end="2027-06-30", access="Our service team"),
    }  # fmt: skip
    found = tiered(accounts).candidates
    assert [candidate.id for candidate in found] == ["p3", "p2", "p4"]
    first = found[0]
    assert (first.potential, first.incumbent, first.contract_end, first.access) == (
        900, None, "2027-06-30", "Our service team",
    )  # fmt: skip


def test_proposal_holds_the_place_and_says_so() -> None:
    """Until the rep chooses."""
    tiering = tiered({**customers(5), **prospects(2)})
    assert holders(tiering)["prospect"] == "p1"
    assert tiering.choice.proposed
    assert "prospect_proposed" in codes(tiering)


def test_tie_of_proposals_is_told() -> None:
    """Two prospects alike: the lower id is proposed, and the rep hears of the other; a choice ends the tie."""
    accounts = {**customers(5), "p1": prospect(7), "p2": prospect(7)}
    told = [notice.message for notice in tiered(accounts).notices if notice.code == "tie_for_slot"]
    assert told == ["Equal at the top for “Prospect”: p1, p2. p1 wins by the tie rule."]
    assert "tie_for_slot" not in codes(tiered(accounts, prospect=("p2",)))


def test_choice_of_the_rep_wins() -> None:
    """Even without a known potential."""
    tiering = tiered({**customers(5), **prospects(2), "p9": prospect(None)}, prospect=("p9",))
    assert holders(tiering)["prospect"] == "p9"
    assert "prospect_proposed" not in codes(tiering)


def test_no_prospect_with_a_known_potential() -> None:
    """There is no proposal, and the place is vacant."""
    tiering = tiered({**customers(5), "p1": prospect(None)})
    assert Slot.PROSPECT in tiering.vacancies
    assert tiering.table.loc["p1", "deferred"]


def test_chosen_prospect_that_is_gone() -> None:
    """The place is vacant and the rep is told."""
    tiering = tiered({**customers(5), **prospects(2)}, prospect=("gone",))
    assert Slot.PROSPECT in tiering.vacancies
    assert "prospect_gone" in codes(tiering)


def test_incumbent_has_to_be_named() -> None:
    """A task while it is unknown, nothing once it is there."""
    nobody = {**customers(5), "p1": prospect(5, incumbent_competitor=None)}
    assert "incumbent_unknown" in codes(tiered(nobody))
    assert "incumbent_unknown" not in codes(tiered({**customers(5), "p1": prospect(5)}))


def test_all_zero_revenue() -> None:
    """The slot for the largest revenue is vacant."""
    tiering = tiered({f"c{number}": account(0, number) for number in range(1, 9)})
    assert Slot.LARGEST_REVENUE in tiering.vacancies
    assert holders(tiering) == {"largest_potential": "c8"}
    assert "vacant_largest_revenue" in codes(tiering)


def test_negative_revenue_ranks_as_it_is() -> None:
    """Below zero and above unknown."""
    table = tiered({"a": account(10, 1), "b": account(-5, 1), "c": account(0, 1), "d": account(None, 1)}).table
    assert table["revenue_rank"].reindex(["a", "c", "b", "d"]).to_list() == [1.0, 0.75, 0.5, 0.25]


def test_ties_by_growth_then_id() -> None:
    """Equal in revenue and potential: the one that grew more wins, then the lower id."""
    equal = {"a": account(50, 5, y2024=40), "b": account(50, 5, y2024=30), "c": account(50, 5, y2024=30)}
    assert holders(tiered(equal))["largest_revenue"] == "b"


def test_ids_tie_in_plain_string_order() -> None:
    """Number 10 comes before number 9."""
    assert holders(tiered({"9": account(50, 5), "10": account(50, 5)}))["largest_revenue"] == "10"


def test_tie_at_a_boundary_is_told() -> None:
    """All forty are alike, so both boundaries are ties."""
    tiering = tiered({f"c{number:02}": account(7, 7) for number in range(40)})
    told = [notice.message for notice in tiering.notices if notice.code == "tie_at_boundary"]
    assert told == [
        "c03 and c04 have the same score; the tie rule puts c03 into “Top 5”.",
        "c18 and c19 have the same score; the tie rule puts c18 into “Next 15”.",
    ]


def test_vacant_slots_keep_their_places_empty() -> None:
    """Without potentials and prospects the top layer has three accounts."""
    tiering = tiered({f"c{number:02}": account(number) for number in range(1, 92)})
    assert sizes(tiering) == (3, 15, 73)
    assert tiering.vacancies == (Slot.LARGEST_POTENTIAL, Slot.PROSPECT)


def test_inputs_are_not_changed() -> None:
    """Tiering leaves the portfolio as it was."""
    data = portfolio({**dict(reversed(customers(30).items())), **prospects(2)})
    accounts, revenue = data.accounts.copy(), data.revenue.copy()
    tier(data, Rules(), Decisions(), today=TODAY)
    assert data.accounts.equals(accounts)
    assert data.revenue.equals(revenue)


def test_table_holds_terms() -> None:
    """Layers, status and slots are members of the enumerations, whatever text type pandas prefers."""
    table = tiered({**customers(30), **prospects(1), "c05": account(1)}).table
    assert set(table.dtypes[["layer", "status", "slots", "layer_if_low", "layer_if_high"]]) == {np.dtype(object)}
    assert table.loc["c05", "layer_if_low"].label == "Rest"
    assert table.loc["c01", "layer_if_low"] is None


def test_long_lists_of_names_are_cut() -> None:
    """Five names and the number of the others."""
    tiering = tiered({f"c{number}": account(number) for number in range(9)})
    told = next(notice for notice in tiering.notices if notice.code == "potential_unknown")
    assert told.message == (
        "Customers with unknown potential: 9 of 9. Estimate the largest ones first: c8, c7, c6, c5, c4 and 4 more."
    )
