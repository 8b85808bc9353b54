"""Who reports to whom, and where the relationship is not yet what it should be."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbook.plan.buying_center import BuyingCenterMember


@dataclass(frozen=True, slots=True)
class RelationshipGap:
    """A person with whom we want to be more than we are; ``steps`` counts the levels in between."""

    member: BuyingCenterMember
    steps: int


def relationship_gaps(members: Sequence[BuyingCenterMember]) -> tuple[RelationshipGap, ...]:
    """Return the gaps, largest first, then by influence; a person with an unknown level has no known gap."""
    gaps = (RelationshipGap(each, steps) for each in members if (steps := _steps(each)) > 0)
    return tuple(sorted(gaps, key=lambda gap: (-gap.steps, -_influence(gap.member))))


def _steps(member: BuyingCenterMember) -> int:
    now, wanted = member.relationship_now, member.relationship_wanted
    return (wanted.points or 0) - (now.points or 0) if now and wanted else 0


def _influence(member: BuyingCenterMember) -> int:
    return (member.influence.points if member.influence else None) or 0


@dataclass(frozen=True, slots=True)
class Reporting:
    """A person in the reporting line: ``level`` 0 is at the top, ``above`` the number of the superior in the list."""

    number: int
    level: int
    above: int | None


def reporting_lines(members: Sequence[BuyingCenterMember]) -> tuple[Reporting, ...]:
    """Return everybody in the order of a chart: each superior before the people below.

    A line that leads into a circle (a document of another hand) is cut where it would close.
    """
    numbers = {each.id: number for number, each in enumerate(members) if each.id}
    above = [numbers.get(each.reports_to or "") for each in members]
    tops = [number for number, superior in enumerate(above) if superior is None or _closes(number, above)]
    placed: list[Reporting] = []
    for top in tops:
        _place(Reporting(top, 0, None), above, placed)
    return tuple(placed)


def _closes(number: int, above: list[int | None]) -> bool:
    """Return whether a person is the first of a circle."""
    seen, step = [number], above[number]
    while step is not None and step not in seen:
        seen.append(step)
        step = above[step]
    return step == number and number == min(seen)


def _place(person: Reporting, above: list[int | None], placed: list[Reporting]) -> None:
    if any(each.number == person.number for each in placed):
        return
    placed.append(person)
    for number, superior in enumerate(above):
        if superior == person.number:
            _place(Reporting(number, person.level + 1, person.number), above, placed)
