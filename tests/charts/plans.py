"""People and plans for pictures, small and by hand."""

from datetime import date
from decimal import Decimal
from typing import Any

from tests.charts.builders import HOSTILE, LONG_NAME
from workbook.charts.strengths import StrengthsData
from workbook.charts.timeline_data import Event, Kind, Timeline
from workbook.plan.buying_center import BuyingCenterMember
from workbook.plan.competition import CoverageOfOffer, WhiteSpace
from workbook.plan.profile import SupplierProfile
from workbook.plan.white_space import WhiteSpaceMap, white_space_map
from workbook.terms import Attitude, BuyingRole, Coverage, Influence, RelationshipLevel

DAY = date(2026, 1, 15)
NAMES = ("Dr. Katharina Berger", "Jonas Wied", HOSTILE, LONG_NAME, "?", "李雷", "Petra Lang")
CROWDED = "25 in one field"


def member(**answers: Any) -> BuyingCenterMember:
    """One person of whom only what is given is known."""
    return BuyingCenterMember(**{"person": "Petra Lang", **answers})


def people(count: int, *, one_field: bool = False) -> tuple[BuyingCenterMember, ...]:
    """People with every answer in turn, unknown ones included, each reporting to one before; no chance involved."""
    return tuple(_person(number, one_field) for number in range(count))


def _person(number: int, one_field: bool) -> BuyingCenterMember:
    influences, attitudes = [*Influence, None], [*Attitude, None]
    levels = [*RelationshipLevel]
    return BuyingCenterMember(
        id=f"p{number}",
        person=NAMES[number % len(NAMES)],
        function=("Head of purchasing", HOSTILE, None)[number % 3],
        roles=tuple(list(BuyingRole)[: number % 9]),
        influence=Influence.HIGH if one_field else influences[number % len(influences)],
        attitude=Attitude.CRITIC if one_field else attitudes[number * 3 % len(attitudes)],
        coverage=[*Coverage, None][number % 5],
        reports_to=f"p{number // 3}" if number else None,
        relationship_now=levels[number % 2],
        relationship_wanted=levels[2 + number % 2],
    )


def strengths(criteria: int, suppliers: int) -> StrengthsData:
    """Criteria with and without weight, suppliers with and without points; one point is shared by everybody."""
    names = tuple((NAMES[place % len(NAMES)], Decimal(10) if place % 2 else None) for place in range(criteria))
    profiles = (
        SupplierProfile(
            "" if number == 0 else NAMES[number % len(NAMES)],
            tuple(None if (place + number) % 4 == 3 else 5 + place % 6 for place in range(criteria)),
            Decimal("6.9") if number == 0 else None,
        )
        for number in range(suppliers)
    )
    return StrengthsData(names, tuple(profiles))


def timeline(count: int) -> Timeline:
    """Lines of every kind over three years, two on one day, one in the past, one without a date."""
    kinds = list(Kind)
    days = (date(2026, 6, 1), date(2026, 6, 1), date(2028, 12, 31), None, date(2025, 11, 1), date(2026, 1, 16))
    events = (Event(kinds[n % 4], NAMES[n % len(NAMES)] + " " * (n % 2) + LONG_NAME, days[n % 6]) for n in range(count))
    return Timeline(tuple(events), DAY, date(2029, 1, 15))


def white_space(count: int) -> WhiteSpaceMap:
    """A grid of that many fields, five offerings wide, with every state in turn and a value in every third."""
    states, offerings = list(CoverageOfOffer), ("Pumps", "Service", LONG_NAME, HOSTILE, "Spare parts")
    fields = (
        WhiteSpace(
            business_unit=f"{NAMES[number // 5]} {number // 5}",
            offering=offerings[number % 5],
            state=states[(number + number // 5) % 5],
            value=Decimal(1_240_000) if number % 3 == 0 else None,
        )
        for number in range(count)
    )
    return white_space_map(fields)
