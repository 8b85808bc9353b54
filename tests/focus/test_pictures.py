"""The frames behind the pictures: layers, matrix, Pareto curve, concentration, stability."""

import math

import pytest

from tests.focus.portfolios import account, customers, holders, override, portfolio, prospect, prospects, tiered, waiver
from workbook.focus.concentration import measure_concentration, pareto
from workbook.focus.decisions import Rules
from workbook.focus.stability import measure_stability
from workbook.focus.summary import layer_summary, portfolio_matrix
from workbook.terms import Layer, Slot, SupplierPreferencing


def test_layer_summary() -> None:
    """Accounts, revenue, known potential, number of unknown potentials, names of the top layer."""
    accounts = {**customers(20), **prospects(1), "f1": account(None, None, status="former"), "c20": account(500)}
    summary = layer_summary(tiered(accounts), {Layer.TOP5: 3.5})
    assert summary["accounts"].to_list() == [5, 15, 2]
    # 99 + 98 + 97 + 96 thousand; half of it and the 9 thousand of the prospect.
    assert summary.loc[Layer.TOP5, ["revenue", "potential", "unknown"]].to_list() == [39_000_000, 20_400_000, 0]
    assert summary.loc[Layer.TOP5, "names"] == ("c01", "p1", "c02", "c03", "c04")
    assert summary["unknown"].to_list() == [0, 1, 0]
    assert summary["hours"].to_list()[0] == 3.5
    assert math.isnan(summary.loc[Layer.REST, "hours"])


def test_negative_revenue_has_no_share() -> None:
    """Rule R14: it counts as 0 in shares, and as it is in the sum."""
    accounts = {"a": account(60, 1), "b": account(40, 2), **{f"n{number}": account(-10, 0) for number in range(20)}}
    summary = layer_summary(tiered(accounts))
    assert summary["share"].to_list() == [1.0, 0.0, 0.0]
    assert summary.loc[Layer.REST, "revenue"] < 0


def test_unknown_potential_of_a_layer_is_not_zero() -> None:
    """A layer in which nobody's potential is known has none to show; an empty layer has nothing."""
    potential = layer_summary(tiered({"a": account(5), "b": account(4)}))["potential"]
    assert potential.isna().to_list() == [True, False, False]


def test_share_without_revenue_is_not_a_number() -> None:
    """Nobody has revenue, so nobody has a share."""
    assert layer_summary(tiered({"a": account(0, 1)}))["share"].isna().all()


def test_matrix_fields() -> None:
    """Above the middle rank is high; unknown potential has no field; prospects are not shown."""
    accounts = {
        "a": account(40, 40), "b": account(30, 10), "c": account(20, 30), "d": account(10, 20), "e": account(50),
        "p": prospect(9),
    }  # fmt: skip
    field = portfolio_matrix(tiered(accounts))["field"]
    assert field.to_dict() == {
        "a": SupplierPreferencing.CORE, "b": SupplierPreferencing.EXPLOITABLE, "c": SupplierPreferencing.DEVELOPMENT,
        "d": SupplierPreferencing.NUISANCE, "e": None,
    }  # fmt: skip


def test_pareto_curve() -> None:
    """Largest first, ties by id, unknown left out, negative without a share."""
    data = portfolio({"b": account(30), "a": account(30), "x": account(None), "n": account(-5), "c": account(40)})
    curve = pareto(data, 2025)
    assert list(curve.index) == ["c", "a", "b", "n"]
    assert curve["share"].to_list() == [0.4, 0.3, 0.3, 0.0]
    assert curve["cumulative_share"].to_list() == pytest.approx([0.4, 0.7, 1.0, 1.0])
    assert curve["place"].to_list() == [1, 2, 3, 4]


def test_concentration_of_four_equal_accounts() -> None:
    """A quarter each: the Herfindahl index is 0.25."""
    found = measure_concentration(portfolio({name: account(25) for name in "abcd"}), 2025)
    assert (found.accounts, found.largest_1, found.largest_5, found.largest_20, found.herfindahl) == (
        4,
        0.25,
        1,
        1,
        0.25,
    )


@pytest.mark.parametrize("accounts", [{"a": account(0)}, {"a": account(None)}, {"a": account(-3)}])
def test_concentration_without_revenue(accounts: dict[str, dict[str, object]]) -> None:
    """Nothing to share is None, not zero."""
    found = measure_concentration(portfolio(accounts), 2025)
    assert (found.largest_1, found.herfindahl, found.accounts) == (None, None, 0)


def test_stability_of_a_sure_and_a_contested_place() -> None:
    """The slot holders stay with every weight; large and small in turn depends on the weight."""
    accounts = {**customers(40), **prospects(1), "c40": account(1, 49_000), "c30": account(1, 90_000)}
    frame = measure_stability(tiered(accounts))
    assert frame.loc["c01", ["stays", "sure"]].to_list() == [1.0, True]
    assert frame.loc["c30", "sure"]
    assert 0 < frame.loc["c40", "stays"] < 1
    assert frame[["top5", "next15", "rest"]].sum(axis=1).to_list() == pytest.approx([1.0] * 41)


def test_stability_counts_weights() -> None:
    """c40 has the second highest potential and the least revenue: it is in the top layer for small weights only."""
    accounts = {**customers(40), **prospects(1), "c40": account(1, 49_400)}
    frame = measure_stability(tiered(accounts))
    # Score of c40: w/40 + (1-w) * 39/40; of c04: 37/40 * w + (1-w) * 36/40. It is ahead for w < 3/39, i.e. 0 and 0.05.
    assert frame.loc["c40", "top5"] == pytest.approx(2 / 21)


def test_stability_keeps_decisions() -> None:
    """Swaps and waivers hold at every weight."""
    tiering = tiered({**customers(40), **prospects(1)}, overrides=(override("c40", "c10"),))
    assert measure_stability(tiering).loc["c40", "next15"] == 1.0


def test_waived_slot_is_used_by_score_at_every_weight() -> None:
    """The helper of the tests and the rule agree: nobody holds the slot."""
    tiering = tiered(customers(40), waivers=(waiver(),))
    assert Slot.PROSPECT not in holders(tiering)
    assert measure_stability(tiering)["top5"].sum() == pytest.approx(5.0)
    assert tiering.rules == Rules()
