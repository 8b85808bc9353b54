"""Rule R0: groups are proposed, and rolled up only when confirmed."""

import pytest

from tests.focus.portfolios import account, codes, customers, portfolio, prospect, tiered
from workbook.errors import DecisionRefused
from workbook.focus.decide import with_groups
from workbook.focus.decisions import Decisions
from workbook.focus.groups import find_groups, roll_up
from workbook.terms import AccountStatus

GROUP = {
    "s1": account(100, 10, group_parent="Berg", y2024=1),
    "s2": account(200, None, group_parent="Berg", y2024=2),
    "s3": account(None, None, group_parent="Berg"),
}


def test_groups_are_proposed_by_name() -> None:
    """Nothing is rolled up, and a task names the group."""
    tiering = tiered({**customers(3), **GROUP})
    assert "s2" in tiering.table.index
    assert next(notice for notice in tiering.notices if notice.code == "groups_proposed").details["names"] == ("Berg",)


def test_revenue_and_potential_are_sums() -> None:
    """Unknown amounts do not spoil a sum; the largest subsidiary stands for the group."""
    rolled = roll_up(portfolio(GROUP), ("Berg",), 2025).portfolio
    assert list(rolled.accounts.index) == ["s2"]
    assert rolled.accounts.loc["s2", ["name", "additional_potential"]].to_list() == ["Berg", 1000]
    assert rolled.revenue.loc["s2"].to_dict()[2025] == 30_000
    assert rolled.revenue.loc["s2", 2024] == 300


def test_sum_with_unknown_parts_is_a_lower_bound() -> None:
    """The rep is told that the group's potential is at least the sum."""
    assert "potential_lower_bound" in codes(tiered({**customers(3), **GROUP}, roll_up=("Berg",)))


def test_potential_unknown_for_all_stays_unknown() -> None:
    """Unknown plus unknown is unknown, never zero."""
    accounts = {key: {**row, "additional_potential": None} for key, row in GROUP.items()}
    assert roll_up(portfolio(accounts), ("Berg",), 2025).portfolio.accounts["additional_potential"].isna().all()


def test_account_named_like_the_group_is_the_parent() -> None:
    """The head stands for the group even when a subsidiary is larger and the head names no parent."""
    accounts = {**GROUP, "h": account(1, 1, name="Berg")}
    rolled = roll_up(portfolio(accounts), ("Berg",), 2025)
    assert rolled.members == {"h": ("h", "s1", "s2", "s3")}
    assert rolled.portfolio.revenue.loc["h", 2025] == 30_100


def test_one_customer_makes_the_group_a_customer() -> None:
    """A prospect in the group of a customer is no prospect."""
    accounts = {**customers(3), "a": account(5, 5, group_parent="G"), "b": prospect(9, group_parent="G")}
    assert tiered(accounts, roll_up=("G",)).table.loc["a", "status"] is AccountStatus.CUSTOMER


def test_group_of_one_is_no_group() -> None:
    """A parent with one account needs no decision."""
    assert find_groups(portfolio({"a": account(1, group_parent="Solo")})) == {}


def test_confirmed_group_that_is_gone_is_reported() -> None:
    """The decision is kept and told."""
    assert "group_gone" in codes(tiered(customers(3), roll_up=("Berg",)))


def test_unknown_group_is_refused() -> None:
    """Confirming a group needs a group of that name."""
    with pytest.raises(DecisionRefused, match="no group “Tal”"):
        with_groups(portfolio(GROUP), Decisions(), ("Tal",))


def test_roll_up_changes_no_input() -> None:
    """The portfolio is as it was."""
    data = portfolio(GROUP)
    before = data.accounts.copy(), data.revenue.copy()
    roll_up(data, ("Berg",), 2025)
    assert data.accounts.equals(before[0])
    assert data.revenue.equals(before[1])
