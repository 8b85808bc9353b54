"""From meetings to hours a week per layer. Hours are counted once, also where meetings overlap."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate, pairwise

from workbook.diary.matching import Matched
from workbook.diary.meetings import Diary, LeftOut, Meeting, Span
from workbook.plan.time_budget import HoursPerLayer
from workbook.terms import Layer


@dataclass(frozen=True, slots=True)
class Unmatched:
    """Meetings of one title that name no account: how many, and how long together (hours)."""

    title: str
    count: int
    hours: float


@dataclass(frozen=True, slots=True)
class DiaryHours:
    """What a calendar says: hours a week per layer, and what it rests on.

    ``weeks`` counts the weeks of the span with at least one meeting; ``meetings`` those that name an account.
    """

    hours: HoursPerLayer
    span: Span
    weeks: int
    meetings: int
    unmatched: tuple[Unmatched, ...]
    left_out: Mapping[LeftOut, int]


def hours_per_layer(diary: Diary, matched: Sequence[Matched], layers: Mapping[str, Layer], span: Span) -> DiaryHours:
    """Return the hours a week per layer; a meeting that names several accounts is shared among them."""
    named = [each for each in matched if each.accounts]
    weeks = len({each.start.isocalendar()[:2] for each in diary.meetings})
    totals: dict[Layer, float] = defaultdict(float)
    for each, hours in zip(named, shared_hours([each.meeting for each in named]), strict=True):
        for account_id in each.accounts:
            totals[layers[account_id]] += hours / len(each.accounts)
    a_week = (Decimal(str(totals[layer] / max(weeks, 1))).quantize(Decimal("0.1")) for layer in Layer)
    nameless = _by_title(each.meeting for each in matched if not each.accounts)
    return DiaryHours(HoursPerLayer(*a_week), span, weeks, len(named), nameless, diary.left_out)


def shared_hours(meetings: Sequence[Meeting]) -> list[float]:
    """Return the hours of each meeting; a time in which several run is shared equally, so no day has over 24 hours."""
    changes: Counter[float] = Counter()
    for each in meetings:
        changes[each.start.timestamp()] += 1
        changes[each.end.timestamp()] -= 1
    edges = sorted(changes)
    crowd = list(accumulate(changes[edge] for edge in edges))
    # What somebody gets who is in every meeting, up to each edge.
    steps = (
        (later - edge) / 3600 / max(people, 1) for (edge, later), people in zip(pairwise(edges), crowd, strict=False)
    )
    so_far = dict(zip(edges, accumulate(steps, initial=0.0), strict=False))
    return [so_far[each.end.timestamp()] - so_far[each.start.timestamp()] for each in meetings]


def _by_title(meetings: Iterable[Meeting]) -> tuple[Unmatched, ...]:
    hours: dict[str, float] = defaultdict(float)
    counts: Counter[str] = Counter()
    for meeting in meetings:
        hours[meeting.title] += meeting.hours
        counts[meeting.title] += 1
    ordered = sorted(counts, key=lambda title: (-hours[title], title))
    return tuple(Unmatched(title, counts[title], hours[title]) for title in ordered)
