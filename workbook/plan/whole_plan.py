"""The Key Account Plan as a whole: five parts, complete only when all five are."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from workbook.i18n import N_, _, percent
from workbook.plan.buying_center import BuyingCenter
from workbook.plan.checks import Check, check
from workbook.plan.competition import Competition
from workbook.plan.dates import in_months
from workbook.plan.draft import Draft
from workbook.plan.finding import Finding, Gravity
from workbook.plan.goals import CustomerGoals
from workbook.plan.key_account import Cover, Horizon
from workbook.plan.objectives import Objectives
from workbook.plan.prospect import ProspectPlan
from workbook.plan.purchasing import PurchasingStrategy
from workbook.plan.section import Section, absent
from workbook.terms import AccountStatus

FIVE_PARTS: tuple[type[Section], ...] = (CustomerGoals, PurchasingStrategy, BuyingCenter, Competition, Objectives)
ALL_PARTS: tuple[type[Section], ...] = (Cover, *FIVE_PARTS, ProspectPlan)
FORMULA = N_("{complete} of 5 parts are complete; {answered} of {wanted} core answers are there: {share}.")

Drafts = Mapping[type[Section], Draft[Any]]


@dataclass(frozen=True, slots=True)
class PlanCheck:
    """The look at a whole plan; ``findings`` are those between parts, each part has its own."""

    parts: Mapping[type[Section], Check]
    findings: tuple[Finding, ...]

    @property
    def complete(self) -> bool:
        """Whether all five parts are complete."""
        return all(self.parts[part].complete for part in FIVE_PARTS)

    @property
    def share(self) -> float:
        """Known core answers of the five parts as a share of those asked for, 0 to 1."""
        answered, wanted = self._counted()
        return answered / wanted

    @property
    def formula(self) -> str:
        """The score and how it is counted, in words."""
        answered, wanted = self._counted()
        complete = sum(self.parts[part].complete for part in FIVE_PARTS)
        share = percent(answered / wanted, 0)
        return _(FORMULA).format(complete=complete, answered=answered, wanted=wanted, share=share)

    def as_dict(self) -> dict[str, Any]:
        """Return the JSON form: the same score, formula and findings as in the notebook and on paper."""
        parts = {part.__name__: each.as_dict() for part, each in self.parts.items()}
        between = [asdict(each) for each in self.findings]
        whole = {"complete": self.complete, "share": self.share, "formula": self.formula}
        return {**whole, "parts": parts, "findings": between}

    def _counted(self) -> tuple[int, int]:
        counts = [self.parts[part].completeness for part in FIVE_PARTS]
        return sum(each.answered for each in counts), sum(each.wanted for each in counts)


def parts_of(status: AccountStatus) -> tuple[type[Section], ...]:
    """Return the parts of a plan in their order; a prospect's plan also asks what it takes to win."""
    before: tuple[type[Section], ...] = (Cover, ProspectPlan) if status is AccountStatus.PROSPECT else (Cover,)
    return (*before, *FIVE_PARTS)


def check_plan(drafts: Drafts, *, today: date) -> PlanCheck:
    """Return the check of a plan from the drafts of its parts; a part that is missing counts as empty.

    A plan that has the part "what it takes to win" is a prospect's, whether or not something is written there.
    """
    whole = {part: drafts.get(part, Draft(part())) for part in ALL_PARTS}
    is_customer = ProspectPlan not in drafts
    looked_at = (part for part in ALL_PARTS if part is not ProspectPlan or not is_customer)
    checks = {part: check(whole[part], today=today) for part in looked_at}
    return PlanCheck(checks, (*_horizon(whole[Cover].values, is_customer), *_between_parts(whole, today)))


def plan_end(cover: Cover, today: date) -> date | None:
    """Return the last day of the plan's horizon, counted from ``today``; None while no horizon is chosen."""
    return in_months(today, cover.horizon.points or 0) if cover.horizon else None


def _between_parts(drafts: Drafts, today: date) -> Iterator[Finding]:
    cover, objectives = drafts[Cover].values, drafts[Objectives].values
    end = plan_end(cover, today)
    for path, due in _due_dates(objectives):
        if end and due > end:
            text = _("This date is after the end of the plan.")
            yield Finding("beyond_horizon", Gravity.HINT, text, path)
    yield from _criteria(drafts[PurchasingStrategy].values, drafts[Competition].values)
    yield from _incumbent(drafts[ProspectPlan].values, drafts[Competition].values)
    yield from _contracts(drafts[ProspectPlan].values, drafts[PurchasingStrategy].values)


def _horizon(cover: Any, is_customer: bool) -> Iterator[Finding]:
    if is_customer and cover.horizon is Horizon.MONTHS_12:
        text = _(
            "Twelve months are short for a customer; sales cycles take 12 to 36 months. Only a prospect needs less."
        )
        yield Finding("short_horizon", Gravity.HINT, text, "horizon")


def _incumbent(prospect: Any, competition: Any) -> Iterator[Finding]:
    rivals = [each.competitor for each in competition.competitors if each.competitor]
    missing = absent([prospect.incumbent_competitor or ""], rivals)
    if rivals and any(missing):
        sentence = _("{competitor} supplies this account and is missing among the competitors.")
        yield Finding("incumbent_not_assessed", Gravity.HINT, sentence.format(competitor=missing[0]), "competitors")


def _contracts(prospect: Any, purchasing: Any) -> Iterator[Finding]:
    ends = {prospect.contract_end, purchasing.contract_end} - {None}
    if len(ends) > 1:
        text = _("The end of the contract is written down twice, with different dates. Which one is right?")
        yield Finding("two_contract_ends", Gravity.HINT, text, "contract_end")


def _due_dates(objectives: Any) -> Iterator[tuple[str, date]]:
    for name in ("objectives", "milestones", "actions"):
        for number, entry in enumerate(getattr(objectives, name)):
            if entry.due:
                yield f"{name}.{number}.due", entry.due


def _criteria(purchasing: Any, competition: Any) -> Iterator[Finding]:
    """Yield a hint when we are scored on other criteria than those of the customer."""
    asked = {each.name.strip().casefold() for each in purchasing.criteria if each.name}
    scored = {each.criterion.strip().casefold() for each in competition.our_scores if each.criterion}
    if asked and scored and not scored <= asked:
        text = _("You score criteria that the customer did not name. Take those of the purchasing strategy.")
        yield Finding("other_criteria", Gravity.HINT, text, "our_scores")
