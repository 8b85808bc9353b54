"""What the layers ask for in a year, against the hours that are there."""

import pytest

from workbook.focus.capacity import Work, check_capacity, quarters, ways_to_begin, year_hours
from workbook.terms import Layer

# A capacity table by hand. 5 plans, 15 year plans, 44 selling weeks, everything else as the method and our rules say:
#
#   Top 5     first plans          5 x 4 h                  =  20
#             upkeep              44 weeks x 1 h            =  44
#             touches              5 x 12 a year x 2 h      = 120     184.00
#   Next 15   year plans          15 x 0.25 h               =   3.75
#             touches             15 x 4 a year x 2 h       = 120     123.75
#   Rest      inquiries           12 months x 20 x 0.5 h    = 120     120.00
#                                                                     427.75
#   There are 9 hours a week in 44 weeks                              396.00
#   Missing                                                            31.75
NEEDED = [184.0, 123.75, 120.0]


def test_capacity_table_by_hand() -> None:
    """Each layer, the sum and what is missing, as worked out above."""
    capacity = check_capacity(9 * 44, year_hours(Work()))
    assert [capacity.needed[layer] for layer in Layer] == NEEDED
    assert (capacity.total, capacity.overload, capacity.fits) == (427.75, 31.75, False)
    assert check_capacity(427.75, year_hours(Work())).fits


def test_plans_staged_by_hand() -> None:
    """164 h of upkeep and touches are 41 a quarter; 12 h for three plans first, 8 h for two later."""
    both = quarters(Work(), 400, (3, 2))
    assert [each.needed[Layer.TOP5] for each in both] == [53, 49]
    # Beside 30.9375 h for the 15 and 30 h for the rest, all five at once would be 121.9375 of 100 h.
    assert quarters(Work(), 400, (5,))[0].overload == pytest.approx(21.9375)
    assert both[0].overload == pytest.approx(13.9375)


def test_nobody_begins_with_more_than_three_plans_if_they_are_staged() -> None:
    """Four plans are three and one; two need no stages."""
    assert ways_to_begin(4) == ((4,), (3, 1))
    assert ways_to_begin(2) == ((2,),)


def test_no_plan_needs_no_upkeep() -> None:
    """An empty top layer takes no hours."""
    assert year_hours(Work(plans=0))[Layer.TOP5] == 0


def test_negative_hours_are_an_error() -> None:
    """Nobody has less than no time."""
    with pytest.raises(ValueError, match="negative"):
        check_capacity(-1, {})
