"""Rule R15: growth of layers frozen at the first year, and the look back."""

import math
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.focus.portfolios import account, portfolio
from workbook.focus.growth import TOP10, compound_rate
from workbook.focus.payoff import TOTAL, measure_pay_off
from workbook.focus.time_machine import look_back
from workbook.i18n import speaking
from workbook.portfolio import ReadOptions, read_portfolio
from workbook.portfolio.model import FiscalYear, Portfolio, YearState
from workbook.resources import resource
from workbook.terms import Layer


def _grown(count: int = 25, **more: Any) -> Portfolio:
    """Accounts with 2023 revenue 1000, 999 ..., all growing by 10 per cent a year."""
    rows = {
        f"a{number:02}": account(1.21 * (1000 - number), y2024=1.1 * (1000 - number), y2023=1000 - number)
        for number in range(count)
    }
    return portfolio({**rows, **more})


def test_equal_growth_is_equal_in_every_layer() -> None:
    """Ten per cent a year over two intervals, whatever the layer."""
    pay_off = measure_pay_off(_grown())
    assert pay_off.years == (2023, 2024, 2025)
    assert pay_off.frozen["rate"].drop("new").to_list() == pytest.approx([0.1, 0.1, 0.1], abs=1e-4)
    assert pay_off.frozen["accounts"].to_list() == [5, 15, 5, 0]
    assert pay_off.frozen.loc["top5", 2023] == (1000 + 999 + 998 + 997 + 996) * 100


def test_accounts_without_revenue_in_the_first_year_are_new() -> None:
    """They are a band of their own with amounts and no rate."""
    frozen = measure_pay_off(_grown(new=account(50_000, y2024=10, y2023=0))).frozen
    assert frozen.loc["new", ["accounts", 2024, 2025]].to_list() == [1, 1000, 5_000_000]
    assert math.isnan(frozen.loc["new", "rate"])


def test_layers_of_today_show_growth_that_was_chosen() -> None:
    """An account that jumped to the top makes today's top layer grow; the difference is named."""
    data = _grown(jump=account(5000, y2024=50, y2023=10))
    today = pd.Series({f"a{number:02}": Layer.TOP5 for number in range(4)})
    pay_off = measure_pay_off(data, today_layers=pd.concat([today, pd.Series({"jump": Layer.TOP5})]))
    assert pay_off.today is not None
    assert pay_off.selection_effect is not None
    # 3994 and 10 at first, 4832.74 and 5000 at last: 9832.74 / 4004 over two intervals is 56.7 per cent a year.
    assert pay_off.today.loc["top5", "rate"] == pytest.approx(0.567, abs=5e-4)
    assert pay_off.selection_effect["top5"] == pytest.approx(0.467, abs=5e-4)
    assert pay_off.warning.startswith(
        "Sorted by today's layers the Top 5 grow by 56.7% a year, sorted by the layers of 2023 by 10.0%."
    )


def test_no_warning_without_layers_of_today() -> None:
    """There is nothing to compare with."""
    assert measure_pay_off(_grown()).warning == ""


def test_zero_base_is_not_available() -> None:
    """A layer that had nothing in the first year has no rate."""
    frozen = measure_pay_off(_grown(count=3)).frozen
    assert frozen["rate"].isna().to_list() == [False, True, True, True]


def test_four_years_are_three_intervals() -> None:
    """Four year-points when there are four, labelled."""
    pay_off = measure_pay_off(portfolio({"a": account(8, y2022=1, y2023=2, y2024=4)}, years=(2022, 2023, 2024, 2025)))
    assert pay_off.frozen.loc["top5", "rate"] == pytest.approx(1.0)
    assert pay_off.label == "2022 to 2025: 3 growth intervals"


def test_one_year_has_no_rate() -> None:
    """There is nothing to compare with."""
    pay_off = measure_pay_off(portfolio({"a": account(8)}, years=(2025,)))
    assert math.isnan(pay_off.frozen.loc["top5", "rate"])


@pytest.mark.parametrize(("quarters", "title"), [(0, "Starting position"), (3, "Starting position"), (4, "Pay-off")])
def test_pay_off_needs_four_quarters(quarters: int, title: str) -> None:
    """Before that it is called starting position, never pay-off."""
    assert measure_pay_off(_grown(), confirmed_quarters=quarters).title == title


def test_margin_is_shown_when_it_is_known() -> None:
    """Margin over revenue, for accounts whose margin is known; not a number when nobody's is."""
    data = portfolio({"a": account(200, y2023=100), "b": account(100, y2023=100)}, years=(2023, 2024, 2025))
    margin = pd.DataFrame({2025: pd.Series([5_000, None], data.revenue.index, dtype="Int64")})
    frozen = measure_pay_off(replace(data, margin=margin)).frozen
    assert frozen.loc["top5", "margin_last"] == 0.25
    assert math.isnan(frozen.loc["top5", "margin_first"])


def test_negative_first_year_is_no_new_account() -> None:
    """It ranks after everybody with revenue and keeps its amounts."""
    frozen = measure_pay_off(_grown(bad=account(50, y2023=-20))).frozen
    assert frozen["accounts"].to_list() == [5, 15, 6, 0]


@pytest.mark.parametrize(("first", "last"), [(0, 5), (-1, 5), (5, -1)])
def test_rate_that_cannot_be_given(first: float, last: float) -> None:
    """Zero or negative base, negative end: n/a."""
    assert math.isnan(compound_rate(first, last, 2))


def test_label_is_translated_when_shown() -> None:
    """The label has its plural in both languages."""
    with speaking("de"):
        assert "2023" in measure_pay_off(_grown()).label


# A pay-off table by hand. Whole euros; layers are formed by the revenue of 2023:
#
#                2023    2024    2025   growth   a year (two intervals)
#   c1..c5       1000 each 1100 each 1210 each
#   Top 5        5000    5500    6050    1050   (6050 / 5000) ** 0.5 - 1 = 10 %
#   d1..d15       100 each  100 each  104.04 each
#   Next 15      1500    1500    1560.60   60.60 (1560.60 / 1500) ** 0.5 - 1 = 2 %
#   e1             50      50      50
#   Rest           50      50      50        0    0 %
#   n1              0       5      20
#   New             0       5      20       20    n/a
#   Total        6550    7055    7680.60 1130.60 (7680.60 / 6550) ** 0.5 - 1 = 8.2872 %
#   Top 10 (c1..c5, d1..d5): 5500 -> 6570.20; (6570.20 / 5500) ** 0.5 - 1 = 9.2970 %
#   Top 5 against the total: 10 / 8.2872 = 1.2067 times; against the rest: n/a, which did not grow.
BY_HAND = {
    **{f"c{number}": account(1210, y2024=1100, y2023=1000) for number in range(1, 6)},
    **{f"d{number:02}": account(104.04, y2024=100, y2023=100) for number in range(1, 16)},
    "e1": account(50, y2024=50, y2023=50),
    "n1": account(20, y2024=5, y2023=0),
}


def test_pay_off_table_by_hand() -> None:
    """Revenue, growth in money and growth a year per band, as worked out above."""
    frozen = measure_pay_off(portfolio(BY_HAND)).frozen
    assert frozen[2023].to_list() == [500_000, 150_000, 5_000, 0]
    assert frozen[2025].to_list() == [605_000, 156_060, 5_000, 2_000]
    assert frozen["growth"].to_list() == [105_000, 6_060, 0, 2_000]
    assert frozen["rate"].drop("new").to_list() == pytest.approx([0.1, 0.02, 0.0])


def test_total_and_ratios_by_hand() -> None:
    """All accounts together, the ten largest, and how many times as fast."""
    pay_off = measure_pay_off(portfolio(BY_HAND))
    assert pay_off.total.loc[TOTAL, ["accounts", 2025, "growth"]].to_list() == [22, 768_060, 113_060]
    assert pay_off.total.loc[TOTAL, "rate"] == pytest.approx(0.082872, abs=1e-6)
    assert pay_off.top10.loc[TOP10, "rate"] == pytest.approx(0.092970, abs=1e-6)
    assert pay_off.ratio("top5", TOTAL) == pytest.approx(1.2067, abs=1e-4)
    assert math.isnan(pay_off.ratio("top5", "rest"))


def test_years_that_are_not_complete_are_told() -> None:
    """A running year is no growth interval; it is named, not dropped in silence."""
    data = portfolio(BY_HAND)
    partial = replace(data, fiscal_years=(*data.fiscal_years[:2], FiscalYear(2025, YearState.PARTIAL)))
    pay_off = measure_pay_off(partial)
    assert (pay_off.years, [year.year for year in pay_off.left_out]) == ((2023, 2024), [2025])


@settings(deadline=None, max_examples=40)
@given(
    st.lists(
        st.tuples(*(st.one_of(st.none(), st.integers(-(10**12), 10**12)) for _ in range(3))), min_size=1, max_size=60
    )
)
def test_bands_add_up_to_the_total_to_the_cent(rows: list[tuple[int | None, ...]]) -> None:
    """For any portfolio, also with returns and unknown years, frozen or by today's layers."""
    base = portfolio({f"a{number:02}": {} for number in range(len(rows))})
    revenue = pd.DataFrame(rows, index=base.revenue.index, columns=[2023, 2024, 2025], dtype="Int64")
    layers = pd.Series(list(Layer) * len(rows), dtype=object)[: len(rows)].set_axis(base.revenue.index)
    pay_off = measure_pay_off(replace(base, revenue=revenue), today_layers=layers)
    for year in (2023, 2024, 2025):
        total = sum(row[year - 2023] or 0 for row in rows)
        assert pay_off.frozen[year].sum() == pay_off.today[year].sum() == pay_off.total.loc[TOTAL, year] == total


@pytest.mark.parametrize("name", ["wittkamp.csv", "thorpe.xlsx"])
def test_bands_of_the_demo_add_up_to_the_cent(name: str) -> None:
    """Every year of the invented reps, by frozen layers: nobody is lost and nobody counts twice."""
    options = ReadOptions(locale="de", yes=True)
    data = read_portfolio(
        resource("data", "demo", "accounts", name), options=options, today=date(2026, 11, 25)
    ).require()
    pay_off = measure_pay_off(data)
    for year in pay_off.years:
        assert pay_off.frozen[year].sum() == data.revenue[year].sum() == pay_off.total.loc[TOTAL, year]


@pytest.mark.slow
def test_layers_of_the_last_year_grow_by_selection_alone() -> None:
    """All accounts grow alike: frozen at the first year the layers agree, formed on the last they do not."""
    random = np.random.default_rng(5)
    frozen, chosen = [], []
    for _ in range(60):
        base = random.lognormal(11, 1, 60)
        shares = base[:, None] * np.cumprod(np.c_[np.ones(60), random.lognormal(0.04, 0.2, (60, 2))], axis=1)
        accounts = {f"a{number:02}": account(row[2], y2023=row[0], y2024=row[1]) for number, row in enumerate(shares)}
        last = pd.Series({key: row["y2025"] for key, row in accounts.items()}).rank(ascending=False)
        layers = pd.cut(last, [0, 5, 20, 60], labels=[*map(str, Layer)]).astype("str")
        pay_off = measure_pay_off(portfolio(accounts), today_layers=layers)
        frozen.append(pay_off.frozen["rate"])
        assert pay_off.today is not None
        chosen.append(pay_off.today["rate"])
    fair, unfair = (pd.concat(rates, axis=1).mean(axis=1) for rates in (frozen, chosen))
    assert fair["top5"] - fair["rest"] == pytest.approx(0, abs=0.02)
    assert unfair["top5"] - unfair["rest"] > 0.04


def test_look_back_names_the_picked_and_the_missed() -> None:
    """One look back per earlier complete year; an account that came later is missed and new then."""
    data = _grown(late=account(9000, y2024=1, y2023=None))
    first, second = look_back(data, now=2025)
    assert (first.then, second.then) == (2023, 2024)
    assert list(first.picked.index[:5]) == ["a00", "a01", "a02", "a03", "a04"]
    assert len(first.picked) == 20
    assert list(first.missed.index) == ["late"]
    assert first.missed.loc["late", ["layer_then", "gained"]].to_list() == ["new", 900_000]
    assert second.missed.loc["late", "layer_then"] == "rest"


def test_look_back_compares_the_picked_with_the_others() -> None:
    """Everybody grew by ten per cent, so picking paid nothing."""
    first, _ = look_back(_grown(), now=2025)
    assert (first.rate_picked, first.rate_others) == pytest.approx((0.1, 0.1), abs=1e-4)
    assert first.caution == "Accounts: 5, years: 2. This is a look back, no proof."


def test_look_back_counts_who_is_still_among_the_largest() -> None:
    """One of today's five came later, so four of the five of then are left."""
    first, _ = look_back(_grown(late=account(9000, y2024=1, y2023=None)), now=2025)
    assert first.kept == 4
    assert len(first.five) == 5


def test_look_back_leaves_out_what_is_unknown() -> None:
    """A picked account without revenue in the data today is no loss of everything: it is left out and counted."""
    first, _ = look_back(_grown(a00=account(None, y2024=1100, y2023=1000)), now=2025)
    assert first.rate_picked == pytest.approx(0.1, abs=1e-4)
    assert (first.unknown, first.five.loc["a00", "revenue_now"]) == (1, pd.NA)
    assert first.caution.endswith("Left out of the rate, because their revenue 2025 is unknown: 1.")


def test_revenue_lost_for_certain_counts() -> None:
    """Zero is known: the account brings nothing any more and lowers the rate of the five."""
    first, _ = look_back(_grown(a00=account(0, y2024=1100, y2023=1000)), now=2025)
    assert (first.unknown, first.five.loc["a00", "rate"]) == (0, -1.0)
    # 3990 of 4990 are left and have grown by 21 per cent: the root of 4827.9 / 4990.
    assert first.rate_picked == pytest.approx(-0.0164, abs=1e-4)


def test_unknown_years_are_said() -> None:
    """In the growth of the layers an unknown year counts as none, and the reader is told for how many accounts."""
    pay_off = measure_pay_off(_grown(a00=account(None, y2024=1100, y2023=1000)))
    assert pay_off.frozen["unknown"].to_list() == [1, 0, 0, 0]
    assert pay_off.caution == "For 1 account the revenue of a year is unknown; it counts as none."
    assert measure_pay_off(_grown()).caution == ""


def test_look_back_uses_complete_years_only() -> None:
    """A partial year is no year to have decided in."""
    years = (FiscalYear(2024, YearState.PARTIAL), FiscalYear(2025, YearState.COMPLETE))
    assert look_back(replace(_grown(), fiscal_years=years), now=2025) == ()
