"""The Key Account Plans of the five, put together: the parts, their check, and the facts that stand beside them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from workbook.book.plans import plan_of, questions_about
from workbook.book.workbook import Workbook
from workbook.focus.reasons import reason
from workbook.focus.tiering import Tiering
from workbook.i18n import _, money, percent
from workbook.plan.answers import answer
from workbook.plan.competition import Competition
from workbook.plan.draft import Draft
from workbook.plan.entry import show_percent
from workbook.plan.open_questions import OpenQuestion, OpenQuestions, question_id
from workbook.plan.prospect import ProspectPlan
from workbook.plan.questions import Asked
from workbook.plan.section import Section, described
from workbook.plan.whole_plan import Drafts, PlanCheck, check_plan
from workbook.portfolio.model import amount
from workbook.terms import AccountStatus, Layer, Slot

YEARS = 3


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure about the account; an empty value is unknown."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class AccountPlan:
    """One plan as it is on a day: ``version`` is the last day on which something in it was saved.

    ``questions`` are its open questions with what the rep noted about who clears them, None where nothing is noted.
    """

    account_id: str
    account: str
    owner: str
    language: str
    currency: str
    today: date
    version: date | None
    reason: str
    badges: tuple[str, ...]
    facts: tuple[Fact, ...]
    drafts: Drafts
    found: PlanCheck
    questions: tuple[tuple[Asked, OpenQuestion | None], ...]

    @property
    def begun(self) -> bool:
        """Whether the rep has written anything in it; a prospect's plan begins with what is known."""
        return self.version is not None

    @property
    def parts(self) -> tuple[type[Section], ...]:
        """The parts in their order."""
        return tuple(self.drafts)


def account_plans(book: Workbook) -> Iterator[AccountPlan]:
    """Yield the plans of the Top 5 in their order, also those that nobody has begun."""
    return (account_plan(book, account_id) for account_id in book.tiering.ids(Layer.TOP5))


def account_plan(book: Workbook, account_id: str) -> AccountPlan:
    """Return the plan of one account as it stands today, in the language in use; KeyError for an unknown id."""
    tiering = book.tiering
    row: Any = tiering.table.loc[account_id]
    drafts = plan_of(book, account_id)
    return AccountPlan(
        account_id=account_id,
        account=str(row["name"]),
        owner=book.participant.display_name,
        language=book.language,
        currency=tiering.currency,
        today=book.today,
        version=book.written_on(f"key_account/{account_id}/"),
        reason=reason(tiering, account_id),
        badges=tuple(slot.label for slot in row["slots"] if slot is not Slot.SCORE),
        facts=tuple(_facts(tiering, account_id, drafts)),
        drafts=drafts,
        found=check_plan(drafts, today=book.today),
        questions=_questions(book, account_id, drafts),
    )


def _facts(tiering: Tiering, account_id: str, drafts: Mapping[type[Section], Draft[Any]]) -> Iterator[Fact]:
    row: Any = tiering.table.loc[account_id]
    if row["status"] is AccountStatus.CUSTOMER:
        revenue = tiering.portfolio.revenue.loc[account_id]
        for year in tiering.portfolio.complete_years[-YEARS:]:
            yield Fact(_("Revenue {year}").format(year=year), _money(tiering, revenue[year]))
    if ProspectPlan in drafts:
        for name in ("incumbent_competitor", "contract_end"):
            yield Fact(described(ProspectPlan, name).label, answer(drafts[ProspectPlan], name))
    yield Fact(_("Additional potential"), _money(tiering, row["additional_potential"]))
    yield Fact(_("Our share of the demand"), _share(row, drafts))


def _money(tiering: Tiering, cents: Any) -> str:
    known = amount(cents)
    return "" if known is None else money(known, tiering.currency)


def _share(row: Any, drafts: Mapping[type[Section], Draft[Any]]) -> str:
    """Return what the rep wrote about our share of wallet, or else what revenue and total demand say."""
    written = drafts[Competition].values.our_share_of_wallet
    if written is not None:
        return show_percent(written)
    revenue, demand = amount(row["revenue"]), amount(row["total_demand"])
    return percent(revenue / demand, 0) if revenue and demand and revenue <= demand else ""


def _questions(
    book: Workbook, account_id: str, drafts: Mapping[type[Section], Draft[Any]]
) -> tuple[tuple[Asked, OpenQuestion | None], ...]:
    asked = questions_about(account_id, drafts)
    if not asked:
        return ()
    known = {each.id: each for each in book.read(OpenQuestions).values.questions}
    return tuple((each, known.get(question_id(each))) for each in asked)
