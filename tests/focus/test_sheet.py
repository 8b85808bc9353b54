"""What the decision sheet says."""

from tests.focus.portfolios import account, customers, prospect, prospects, tiered
from workbook.focus.sheet import make_decision_sheet
from workbook.focus.stability import contested_places
from workbook.terms import Layer, Slot

# c40 has next to no revenue and the second highest potential; the potential of c10 is unknown.
ACCOUNTS = {**customers(40), **prospects(1), "c40": account(1, 49_400), "c10": account(90_000)}


def test_five_with_reasons_and_what_moves_them() -> None:
    """The accounts of the top layer by rank, each with its sentence and with amounts that would move it."""
    sheet = make_decision_sheet(tiered(ACCOUNTS))
    assert [told.id for told in sheet.five] == ["c01", "p1", "c02", "c03", "c04"]
    assert sheet.five[0].reason.startswith("Largest customer by revenue 2025")
    assert {change.quantity for change in sheet.five[4].changes} == {"revenue", "potential"}


def test_contested_places_are_the_least_sure_first() -> None:
    """Only accounts of the first twenty that lose their layer at some weight; the top layer comes first."""
    contested = contested_places(tiered(ACCOUNTS))
    assert (contested["stays"] < 1).all()
    assert "c01" not in contested.index
    top = contested["layer"] == Layer.TOP5
    assert top.is_monotonic_decreasing
    assert contested["stays"][top].is_monotonic_increasing
    assert contested["stays"][~top].is_monotonic_increasing


def test_provisional_places_depend_on_a_potential() -> None:
    """c10 could fall into the rest; nobody else's potential is unknown."""
    assert list(make_decision_sheet(tiered(ACCOUNTS)).provisional.index) == ["c10"]


def test_vacancies_and_tasks() -> None:
    """What is empty and what is to be done stands on the sheet."""
    sheet = make_decision_sheet(tiered({**customers(40), "p1": prospect(None)}))
    assert sheet.vacancies == (Slot.PROSPECT,)
    assert [notice.code for notice in sheet.tasks] == ["vacant_prospect"]
