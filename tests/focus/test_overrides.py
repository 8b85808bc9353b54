"""Rules R10 and R12: waivers and swaps, when they are made and when they meet a later portfolio."""

from datetime import date

import pytest

from tests.focus.portfolios import account, codes, customers, override, prospects, sizes, tiered, waiver
from workbook.errors import DecisionRefused
from workbook.focus.decide import (
    with_confirmed_former,
    with_override,
    with_prospect,
    with_waiver,
    without_override,
    without_prospect,
    without_waiver,
)  # fmt: skip
from workbook.focus.decisions import Rules
from workbook.terms import Layer, Slot

ACCOUNTS = {**customers(40), **prospects(3), "f1": account(None, 5, status="former")}


def test_swap_keeps_the_sizes() -> None:
    """One in, one out; both are marked as set by hand."""
    tiering = tiered(ACCOUNTS, overrides=(override("c30", "c10"),))
    assert sizes(tiering) == (5, 15, 24)
    assert tiering.table.loc["c30", ["layer", "slots", "method"]].to_list() == [Layer.NEXT15, (Slot.MANUAL,), "manual"]
    assert tiering.table.loc["c10", ["layer", "method"]].to_list() == [Layer.REST, "manual"]


def test_swap_brings_a_deferred_prospect_into_the_15() -> None:
    """It is no longer deferred."""
    row = tiered(ACCOUNTS, overrides=(override("p2", "c10"),)).table.loc["p2"]
    assert row["layer"] is Layer.NEXT15
    assert not row["deferred"]


def test_second_prospect_by_swap() -> None:
    """A second prospect takes the place of an account that is there by score."""
    top = tiered(ACCOUNTS, overrides=(override("p2", "c04"),)).ids(Layer.TOP5)
    assert top == ("c01", "p1", "c02", "c03", "p2")


def test_swaps_are_applied_in_the_order_of_their_dates() -> None:
    """c30 came in first and was replaced by c31 the day after, however they are stored."""
    later = override("c31", "c30", date=date(2026, 11, 2))
    tiering = tiered(ACCOUNTS, overrides=(later, override("c30", "c10")))
    assert tiering.table.loc[["c31", "c30", "c10"], "layer"].to_list() == [Layer.NEXT15, Layer.REST, Layer.REST]


def test_waived_prospect_is_not_proposed() -> None:
    """While the slot is waived nobody holds it and nobody is asked to choose."""
    tiering = tiered(ACCOUNTS, waivers=(waiver(),))
    assert tiering.table.loc["p1", "layer"] is Layer.REST
    assert not codes(tiering) & {"prospect_proposed", "vacant_prospect"}


def test_swap_ends_on_its_expiry() -> None:
    """The formula decides again, and a notice says so."""
    tiering = tiered(ACCOUNTS, overrides=(override("c30", "c10", expiry=date(2026, 11, 23)),))
    assert tiering.table.loc["c30", "layer"] is Layer.REST
    assert "override_expired" in codes(tiering)


@pytest.mark.parametrize(("entering", "leaving"), [("gone", "c10"), ("c30", "gone")])
def test_swap_whose_account_is_gone_is_reported(entering: str, leaving: str) -> None:
    """Nothing is swapped and the missing id is named."""
    tiering = tiered(ACCOUNTS, overrides=(override(entering, leaving),))
    told = next(notice for notice in tiering.notices if notice.code == "override_gone")
    assert "gone is no longer in the data" in told.message
    assert set(tiering.table["method"]) == {"auto"}


@pytest.mark.parametrize("entering", ["c03", "c06"])
def test_swap_the_formula_made_itself_is_idle(entering: str) -> None:
    """When the account is in the layer or above it anyway, the other one stays."""
    tiering = tiered(ACCOUNTS, overrides=(override(entering, "c10"),))
    assert tiering.table.loc["c10", ["layer", "method"]].to_list() == [Layer.NEXT15, "auto"]
    assert "override_idle" in codes(tiering)


def test_stored_swap_of_a_later_slot_holder_is_blocked() -> None:
    """An account that has become mandatory since is not removed."""
    tiering = tiered(ACCOUNTS, overrides=(override("c30", "c01"),))
    assert tiering.table.loc["c01", "layer"] is Layer.TOP5
    assert "override_blocked" in codes(tiering)


def test_swap_downwards_is_refused() -> None:
    """The account that enters comes from a lower layer."""
    with pytest.raises(DecisionRefused, match="would change nothing for the better"):
        with_override(tiered(ACCOUNTS), override("c03", "c10"))


def test_swap_of_an_unknown_account_is_refused() -> None:
    """The refusal names the id."""
    with pytest.raises(DecisionRefused, match="no account with the id “x”"):
        with_override(tiered(ACCOUNTS), override("x", "c10"))


def test_swap_of_a_former_customer_is_refused() -> None:
    """It has to be confirmed first."""
    with pytest.raises(DecisionRefused, match="only after you confirm"):
        with_override(tiered(ACCOUNTS), override("f1", "c10"))


def test_decision_beyond_the_annual_cut_is_refused() -> None:
    """The refusal names the latest day."""
    with pytest.raises(DecisionRefused, match="annual cut on 1 Jan 2027 at most, not until 2 Jan 2027"):
        with_override(tiered(ACCOUNTS), override("c30", "c10", expiry=date(2027, 1, 2)))


def test_waiver_beyond_the_next_review_is_refused() -> None:
    """A slot is given up for one quarter at a time, an annual cut later would be too long."""
    june = tiered(ACCOUNTS, Rules(fiscal_year_start=6))
    with pytest.raises(DecisionRefused, match="quarterly review on 1 Dec 2026 at most, not until 1 Jan 2027"):
        with_waiver(june, waiver())
    assert with_override(june, override("c30", "c10")).overrides


def test_decision_that_has_ended_is_refused() -> None:
    """Today is too late for an end today."""
    with pytest.raises(DecisionRefused, match="already have ended on 23 Nov 2026"):
        with_waiver(tiered(ACCOUNTS), waiver(expiry=date(2026, 11, 23)))


def test_waiver_ends_the_choice_of_a_prospect() -> None:
    """Choosing and waiving exclude each other, whichever comes last wins."""
    waived = with_waiver(tiered(ACCOUNTS, prospect=("p2",)), waiver())
    assert (waived.prospect, len(waived.waivers)) == ((), 1)
    chosen = with_prospect(tiered(ACCOUNTS, waivers=(waiver(),)), "p2")
    assert (chosen.prospect, chosen.waivers) == (("p2",), ())


def test_second_waiver_of_a_slot_replaces_the_first() -> None:
    """One slot, one waiver."""
    again = waiver(reason="Another good reason")
    assert with_waiver(tiered(ACCOUNTS, waivers=(waiver(),)), again).waivers == (again,)


def test_waiver_that_ended_leaves_the_slot_mandatory() -> None:
    """The place is vacant again and a task says so."""
    tiering = tiered(customers(40), waivers=(waiver(expiry=date(2026, 11, 23)),))
    assert tiering.vacancies == (Slot.PROSPECT,)
    assert "waiver_expired" in codes(tiering)
    assert not tiering.formula_incomplete


def test_customer_is_no_prospect() -> None:
    """Choosing a customer is refused by name."""
    with pytest.raises(DecisionRefused, match="c05 is already a customer"):
        with_prospect(tiered(ACCOUNTS), "c05")


def test_former_customer_is_confirmed_first() -> None:
    """Then it can be chosen."""
    with pytest.raises(DecisionRefused, match="f1 is a former customer"):
        with_prospect(tiered(ACCOUNTS), "f1")
    confirmed = with_confirmed_former(tiered(ACCOUNTS), "f1")
    assert with_prospect(tiered(ACCOUNTS, confirmed_former=confirmed.confirmed_former), "f1").prospect == ("f1",)


def test_customer_cannot_be_confirmed_as_former() -> None:
    """There is nothing to confirm."""
    with pytest.raises(DecisionRefused, match="is no former customer"):
        with_confirmed_former(tiered(ACCOUNTS), "c05")


def test_decisions_can_be_taken_back() -> None:
    """Without them the formula is as it was."""
    decided = tiered(
        ACCOUNTS, prospect=("p2",), waivers=(waiver(Slot.LARGEST_REVENUE),), overrides=(override("c30", "c10"),)
    ).decisions
    back = without_override(without_waiver(without_prospect(decided), Slot.LARGEST_REVENUE), "c30")
    assert back == tiered(ACCOUNTS).decisions


@pytest.mark.parametrize(
    ("agreed", "words"),
    [
        ({"agreed_with_manager": False}, "until 1 Jan 2027, not agreed with the sales manager: c30 in"),
        ({"agreed_with_manager": True}, "until 1 Jan 2027, agreed with the sales manager: c30 in"),
        (
            {"agreed_with_manager": True, "agreed_on": date(2026, 11, 2)},
            "until 1 Jan 2027, agreed with the sales manager on 2 Nov 2026: c30 in",
        ),
    ],
)
def test_agreement_of_the_manager_stays_visible(agreed: dict[str, object], words: str) -> None:
    """No, yes, or the date."""
    tiering = tiered(ACCOUNTS, overrides=(override("c30", "c10", **agreed),))
    assert words in next(notice.message for notice in tiering.notices if notice.code == "override_applied")
