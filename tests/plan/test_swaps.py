"""Swaps: what leaves the rest, and which action of the five gets the hours."""

from decimal import Decimal

from workbook.plan.inquiries import Inquiry
from workbook.plan.not_to_do import NotToDo, NotToDoEntry, freed_hours
from workbook.plan.sharing import may_be_shared
from workbook.plan.swaps import Situation, hours_to_hand_over, propose_swaps, with_swap
from workbook.plan.time_budget import HoursPerLayer
from workbook.terms import Answerer, InquiryDecision

ACTIONS = ("Nordholz: workshop", "Elbtal: meet the board")
UNKNOWN = HoursPerLayer(None, None, None)


def _hours(*hours: float) -> HoursPerLayer:
    return HoursPerLayer(*(Decimal(str(each)) for each in hours))


def _now(**changes: object) -> Situation:
    plain = {"actual": _hours(6, 8, 10), "target": _hours(10, 10, 4), "share": 0.2, "not_to_do": NotToDo()}
    return Situation(**{**plain, "actions": ACTIONS, **changes})


def test_three_swaps_share_the_hours_that_are_too_many() -> None:
    """10 h a week today, 4 wanted: 6 a week are 26 a month, 8.7 each; the actions take turns."""
    swaps = propose_swaps(_now())
    assert [each.hours for each in swaps] == [Decimal("8.7")] * 3
    assert [each.booked_to for each in swaps] == [ACTIONS[0], ACTIONS[1], ACTIONS[0]]


def test_without_a_wish_the_share_of_revenue_counts() -> None:
    """20 % of 24 hours are 4.8; the rest gets 10, so 5.2 a week are 22.5 a month, 7.5 each."""
    assert [each.hours for each in propose_swaps(_now(target=UNKNOWN))] == [Decimal("7.5")] * 3


def test_freed_hours_without_an_action_come_first() -> None:
    """What the rep has freed already only needs an action; an action that is gone does not count."""
    entries = (
        NotToDoEntry(item="Report", hours_freed=Decimal(4)),
        NotToDoEntry(item="Fair", hours_freed=Decimal(2), booked_to="an action of last year"),
        NotToDoEntry(item="Samples", hours_freed=Decimal(3), booked_to=ACTIONS[0]),
    )
    swaps = propose_swaps(_now(not_to_do=NotToDo(entries=entries)))
    assert [(each.item, each.booked_to) for each in swaps[:2]] == [("Report", ACTIONS[1]), ("Fair", ACTIONS[0])]
    assert freed_hours(NotToDo(entries=entries), ACTIONS) == (Decimal(9), Decimal(6))


def test_answers_others_could_give_are_hours() -> None:
    """Own standard offers and noes: 1.5 h noted, half an hour as usual; full answers and inside sales do not count."""
    mine = {"answered_by": Answerer.REP}
    inquiries = (
        Inquiry(decision=InquiryDecision.STANDARD_OFFER, hours=Decimal("1.5"), **mine),
        Inquiry(decision=InquiryDecision.STANDARD_OFFER, **mine),
        Inquiry(decision=InquiryDecision.ANSWER_FULLY, hours=Decimal(9), **mine),
        Inquiry(decision=InquiryDecision.DECLINE, hours=Decimal(9), answered_by=Answerer.INSIDE_SALES),
    )
    assert hours_to_hand_over(inquiries) == Decimal(2)
    assert propose_swaps(_now(inquiries=inquiries))[0].hours == Decimal(2)


def test_nothing_is_proposed_without_hours_or_actions() -> None:
    """Unknown hours are no hours; without a named action there is nothing to book."""
    assert propose_swaps(_now(actual=UNKNOWN)) == ()
    assert propose_swaps(_now(actions=())) == ()
    assert propose_swaps(_now(actual=_hours(6, 8, 4))) == ()


def test_booked_swap_is_in_the_list_once() -> None:
    """A new line, or the action for the line that is there; the list given is not changed."""
    swap = propose_swaps(_now())[0]
    before = NotToDo()
    once = with_swap(before, swap)
    assert with_swap(once, swap).entries == once.entries
    assert (before.entries, once.entries[0].booked_to, once.entries[0].hours_freed) == ((), ACTIONS[0], Decimal("8.7"))


def test_what_is_stopped_already_is_not_proposed_again() -> None:
    """After a swap is booked its item no longer shows up, and its hours are gone from what is left."""
    booked = with_swap(NotToDo(), propose_swaps(_now())[0])
    again = propose_swaps(_now(not_to_do=booked))
    # 26 h a month less 8.7 are 17.3, half of it for each of the two that are left.
    assert [each.hours for each in again] == [Decimal("8.6")] * 2


def test_what_concerns_the_own_time_cannot_be_shared() -> None:
    """Hours, touches, names in the calendar, inquiries and fixed dates stay with the participant."""
    keys = ("time_budget", "work_estimate", "calendar_names", "inquiries", "fixed_dates")
    assert not any(may_be_shared(key) for key in keys)
