"""Every row of the method's case table; expected values by hand."""

from datetime import date

import pandas as pd
import pytest

from tests.focus.portfolios import (
    account,
    codes,
    customers,
    holders,
    override,
    portfolio,
    prospect,
    prospects,
    sizes,
    tiered,
    waiver,
)  # fmt: skip
from workbook.errors import DecisionRefused
from workbook.focus.decide import with_override
from workbook.focus.decisions import Decisions, Rules
from workbook.focus.tiering import tier
from workbook.terms import AccountStatus, Layer, Slot


def test_sixty_clean_accounts() -> None:
    """Three mandatory places and two by score, 15 customers, 40 in the rest with three deferred prospects."""
    accounts = {**customers(56), **prospects(4)}
    accounts["c30"] = account(70_000, 900_000)
    tiering = tiered(accounts)
    assert sizes(tiering) == (5, 15, 40)
    assert holders(tiering) == {"largest_revenue": "c01", "largest_potential": "c30", "prospect": "p1"}
    assert tiering.ids(Layer.TOP5) == ("c01", "c30", "p1", "c02", "c03")
    assert tiering.ids(Layer.NEXT15) == tuple(f"c{number:02}" for number in range(4, 19))
    assert list(tiering.table.index[tiering.table["deferred"]]) == ["p2", "p3", "p4"]
    assert (tiering.table.loc[list(tiering.ids(Layer.NEXT15)), "status"] == AccountStatus.CUSTOMER).all()


def test_one_account_largest_in_both() -> None:
    """It carries both badges and uses one place, three places go by score, and the runner-up is named."""
    tiering = tiered({**customers(56), **prospects(4)})
    assert tiering.table.loc["c01", "slots"] == (Slot.LARGEST_REVENUE, Slot.LARGEST_POTENTIAL)
    assert tiering.ids(Layer.TOP5) == ("c01", "p1", "c02", "c03", "c04")
    told = next(notice for notice in tiering.notices if notice.code == "same_account")
    assert told.message == "c01 is largest by revenue and by potential and uses one place. Next by potential: c02."


def test_rows_shuffled(today: date) -> None:
    """Reversed rows give the identical table."""
    accounts = {**customers(56), **prospects(4)}
    backwards = dict(reversed(accounts.items()))
    tables = [tier(portfolio(rows), Rules(), Decisions(), today=today).table for rows in (accounts, backwards)]
    pd.testing.assert_frame_equal(*tables)


def test_two_equal_largest() -> None:
    """The tie is told, the higher potential wins, and the other one is in through the score."""
    accounts = {**customers(56), **prospects(1), "c02": account(99_000, 60_000)}
    tiering = tiered(accounts)
    assert holders(tiering)["largest_revenue"] == "c02"
    assert tiering.table.loc["c01", "slots"] == (Slot.SCORE,)
    assert tiering.table.loc["c01", "layer"] is Layer.TOP5
    assert "tie_for_slot" in codes(tiering)


def test_no_prospect() -> None:
    """Four and a vacancy; the 15 stay 15."""
    tiering = tiered(customers(56))
    assert sizes(tiering) == (4, 15, 37)
    assert tiering.vacancies == (Slot.PROSPECT,)
    assert "vacant_prospect" in codes(tiering)


def test_no_prospect_and_a_waiver() -> None:
    """The next by score takes the place, and the cut is marked in everything that leaves it."""
    tiering = tiered(customers(56), waivers=(waiver(),))
    assert sizes(tiering) == (5, 15, 36)
    assert tiering.ids(Layer.TOP5) == ("c01", "c02", "c03", "c04", "c05")
    assert tiering.formula_incomplete
    assert tiering.vacancies == ()
    assert "formula_incomplete" in {notice["code"] for notice in tiering.as_dict()["notices"]}


@pytest.mark.parametrize(("count", "rest"), [(20, 0), (21, 1)])
def test_twenty_accounts_with_one_prospect(count: int, rest: int) -> None:
    """The first twenty fill the top and the 15; the 21st is the rest."""
    assert sizes(tiered({**customers(count - 1), **prospects(1)})) == (5, 15, rest)


def test_twenty_accounts_with_four_prospects() -> None:
    """One prospect in the top five, 12 customers in the 15, the other three prospects in the rest."""
    tiering = tiered({**customers(16), **prospects(4)})
    assert sizes(tiering) == (5, 12, 3)
    assert tiering.ids(Layer.REST) == ("p2", "p3", "p4")


def test_three_accounts_with_one_prospect() -> None:
    """Three in the top, two vacancies, the 15 empty."""
    tiering = tiered({**customers(2), **prospects(1)})
    assert sizes(tiering) == (3, 0, 0)
    assert tiering.vacancies == (Slot.SCORE, Slot.SCORE)
    assert "few_accounts" in codes(tiering)


def test_no_potential_known() -> None:
    """The slot stays vacant with a task, its place stays empty, and the score is the revenue rank."""
    accounts = {key: account(row["y2025"]) for key, row in customers(40).items()}
    tiering = tiered({**accounts, **prospects(1)})
    assert sizes(tiering) == (4, 15, 22)
    assert tiering.vacancies == (Slot.LARGEST_POTENTIAL,)
    assert {notice.code for notice in tiering.notices if notice.task} >= {"vacant_largest_potential"}
    assert tiering.table.loc["c02", "score"] == tiering.table.loc["c02", "revenue_rank"] == 39 / 40


def test_prospect_with_huge_potential() -> None:
    """A prospect never takes the slot of the largest potential."""
    tiering = tiered({**customers(30), "p1": prospect(99_000_000)})
    assert holders(tiering)["largest_potential"] == "c01"
    assert holders(tiering)["prospect"] == "p1"


def test_former_customer_with_the_highest_potential() -> None:
    """It is no prospect until the rep confirms it."""
    accounts = {**customers(30), "f1": account(None, 99_000_000, status="former"), **prospects(1)}
    assert holders(tiered(accounts))["prospect"] == "p1"
    assert tiered(accounts).table.loc["f1", "layer"] is Layer.REST
    assert holders(tiered(accounts, confirmed_former=("f1",)))["prospect"] == "f1"


def test_sixteenth_in_the_15_without_a_swap() -> None:
    """It is refused with a question: which one leaves?"""
    with pytest.raises(DecisionRefused, match=r"a 16th in the 15 is one too many\. Which one leaves\?"):
        override("c30", "")


def test_mandatory_member_removed(today: date) -> None:
    """It is refused without a waiver, possible with one, and the waiver stays visible."""
    accounts = {**customers(40), **prospects(2)}
    swap = override("c30", "c01")
    with pytest.raises(DecisionRefused, match="c01 holds the mandatory slot “Largest revenue”"):
        with_override(tiered(accounts), swap)
    both = (waiver(Slot.LARGEST_REVENUE), waiver(Slot.LARGEST_POTENTIAL))
    decided = with_override(tiered(accounts, waivers=both), swap)
    tiering = tier(portfolio(accounts), Rules(), decided, today=today)
    assert tiering.table.loc["c01", "layer"] is Layer.REST
    assert {"formula_incomplete", "override_applied"} <= codes(tiering)


def test_subsidiaries_sum_to_the_largest() -> None:
    """Confirmed as one group, the parent wins the slot."""
    accounts = {
        **customers(30),
        "s1": account(60_000, 100, group_parent="Group"),
        "s2": account(50_000, 100, group_parent="Group"),
    }
    assert holders(tiered(accounts))["largest_revenue"] == "c01"
    tiering = tiered(accounts, roll_up=("Group",))
    assert holders(tiering)["largest_revenue"] == "s1"
    assert tiering.table.loc["s1", ["name", "revenue"]].to_list() == ["Group", 11_000_000]


def test_prospect_won_next_quarter() -> None:
    """It is a customer, its slot is vacant again, and the decision is kept."""
    accounts = {**customers(30), **prospects(2), "p1": account(None, 5_000, status="customer")}
    tiering = tiered(accounts, prospect=("p1",))
    assert tiering.table.loc["p1", "status"] is AccountStatus.CUSTOMER
    assert tiering.vacancies == (Slot.PROSPECT,)
    assert "prospect_won" in codes(tiering)
    assert tiering.decisions.prospect == ("p1",)
