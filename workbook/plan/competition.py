"""Part 4 of a Key Account Plan: who else wants this customer, seen with the customer's eyes."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from workbook.i18n import N_, NP_, _
from workbook.plan.entry import show_percent
from workbook.plan.fields import Amount, Depth, LongText, Percent, Points, Text, field
from workbook.plan.finding import Finding, Gravity
from workbook.plan.section import Item, Section, absent
from workbook.terms import Term, Threat


class CoverageOfOffer(Term):
    """Who has the business of one unit with one offering; unknown is not empty."""

    SOLD = "sold", NP_("CoverageOfOffer", "Sold by us")
    OPEN = "open", NP_("CoverageOfOffer", "Open")
    COMPETITOR = "competitor", NP_("CoverageOfOffer", "Competitor")
    NOT_RELEVANT = "not_relevant", NP_("CoverageOfOffer", "Not relevant")
    UNKNOWN = "unknown", NP_("CoverageOfOffer", "Unknown")


class Score(Item):
    """How well a supplier meets one criterion, from 0 (not at all) to 10 (fully), in the customer's eyes."""

    criterion: Text | None = field(N_("Criterion"), suggest="criteria")
    score: Points | None = field(N_("Points from 0 to 10"), guide="score")


class CompetitorAssessment(Item):
    """One competitor at this customer."""

    competitor: Text | None = field(N_("Competitor"), names="company")
    share_of_wallet: Percent | None = field(
        N_("Share of the customer's demand in per cent"),
        help=N_("All shares and ours together are at most 100."),
        depth=Depth.DEEPENING,
    )
    strengths: LongText | None = field(N_("Strengths in the customer's eyes"))
    weaknesses: LongText | None = field(N_("Weaknesses in the customer's eyes"))
    threat: Threat | None = field(N_("How dangerous they are"))
    our_counter: LongText | None = field(N_("What we do about it"))
    expected_move: LongText | None = field(N_("What they will probably do next"), depth=Depth.DEEPENING)
    scores: tuple[Score, ...] = field(
        N_("Points per criterion"),
        add=N_("Add a criterion"),
        help=N_("The customer's criteria, the same for everybody, as the customer would score."),
        default=(),
        most=8,
        depth=Depth.DEEPENING,
    )


class WhiteSpace(Item):
    """One unit of the customer and one of our offerings: who has the business."""

    business_unit: Text | None = field(N_("Business unit or site"))
    offering: Text | None = field(N_("Our offering"))
    state: CoverageOfOffer | None = field(N_("Who has the business"))
    value: Amount | None = field(N_("Value per year"))


class Competition(Section):
    """The competitors at this customer, and us on the same scale."""

    KEY: ClassVar[str] = "key_account/{account_id}/competition"
    TITLE: ClassVar[str] = N_("Competitors")

    competitors: tuple[CompetitorAssessment, ...] = field(
        N_("Competitors at this customer"),
        add=N_("Add a competitor"),
        help=N_("One is enough for the seminar."),
        default=(),
        most=6,
    )
    our_share_of_wallet: Percent | None = field(
        N_("Our share of the customer's demand in per cent"), depth=Depth.DEEPENING
    )
    our_scores: tuple[Score, ...] = field(
        N_("Our points per criterion"),
        add=N_("Add a criterion"),
        help=N_("As the customer would score us, with the same criteria."),
        default=(),
        most=8,
        depth=Depth.DEEPENING,
    )
    white_space: tuple[WhiteSpace, ...] = field(
        N_("White space"),
        add=N_("Add a field"),
        help=N_("Where could the customer buy more from you? Unknown is an answer, empty is none."),
        default=(),
        most=60,
        depth=Depth.DEEPENING,
    )

    def refusal(self, path: str) -> str:
        """Refuse a share with which all shares together would be more than the whole demand."""
        if not path.endswith("share_of_wallet") or (total := total_share(self)) <= 100:
            return ""
        sentence = _("All shares together would be {total}. More than 100% of the demand cannot be shared out.")
        return sentence.format(total=show_percent(total))

    def findings(self, today: date) -> tuple[Finding, ...]:
        """Return shares above the whole demand as a gap, and hints about counters and criteria."""
        gaps = tuple(_shares(self))
        return gaps + tuple(hint for number in range(len(self.competitors)) for hint in _hints(self, number))

    def proposals(self, path: str, known: Mapping[str, Sequence[str]]) -> tuple[dict[str, Any], ...]:
        """Return the customer's criteria that a supplier is not scored on yet, and the empty fields of the grid."""
        if path == "white_space":
            return tuple(_empty_fields(self.white_space))
        scores = self._scores_at(path)
        criteria = absent(known.get("criteria", ()), (each.criterion for each in scores or ()))
        return tuple({"criterion": each} for each in criteria) if scores is not None else ()

    def _scores_at(self, path: str) -> tuple[Score, ...] | None:
        first, *rest = path.split(".")
        if path == "our_scores":
            return self.our_scores
        return self.competitors[int(rest[0])].scores if first == "competitors" and rest[1:] == ["scores"] else None


def _empty_fields(entries: Sequence[WhiteSpace]) -> Iterator[dict[str, Any]]:
    """Yield the pairs of unit and offering nobody wrote down, as unknown; a pair is worth asking about once."""
    named = {(each.business_unit, each.offering) for each in entries if each.business_unit and each.offering}
    units, offerings = (
        dict.fromkeys(getattr(each, name) for each in entries) for name in ("business_unit", "offering")
    )
    for unit in filter(None, units):
        for offering in filter(None, offerings):
            if (unit, offering) not in named:
                yield {"business_unit": unit, "offering": offering, "state": CoverageOfOffer.UNKNOWN}


def total_share(competition: Competition) -> Decimal:
    """Return the sum of all known shares of wallet, ours included, in per cent."""
    shares = [competition.our_share_of_wallet, *(each.share_of_wallet for each in competition.competitors)]
    return sum((share for share in shares if share is not None), Decimal(0))


def _shares(competition: Competition) -> Iterator[Finding]:
    if total_share(competition) > 100:
        text = _("All shares together are more than the whole demand.")
        yield Finding("shares_above_100", Gravity.GAP, text, "competitors")


def _hints(competition: Competition, number: int) -> Iterator[Finding]:
    rival, place = competition.competitors[number], f"competitors.{number}."
    if rival.threat is Threat.HIGH and not rival.our_counter:
        text = _("This competitor is dangerous. What do you do about it?")
        yield Finding("threat_without_counter", Gravity.HINT, text, f"{place}our_counter")
    ours, theirs = _scored(competition.our_scores), _scored(rival.scores)
    if ours and theirs and ours != theirs:
        text = _("Score yourself and this competitor on the same criteria.")
        yield Finding("criteria_differ", Gravity.HINT, text, f"{place}scores")


def _scored(scores: tuple[Score, ...]) -> set[str]:
    return {each.criterion.strip().casefold() for each in scores if each.criterion and each.score is not None}
