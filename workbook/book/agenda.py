"""The dates of a whole workbook: of the five, the 15 and the rep's own commitment, in the order of their days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from workbook.i18n import _
from workbook.plan.agenda import AgendaItem, dated
from workbook.plan.catalogue import section_of
from workbook.plan.commitment import CHECK_IN_DAYS, CheckIn, Commitment, check_in_days
from workbook.plan.draft import Draft
from workbook.plan.objectives import Objectives
from workbook.plan.section import Section
from workbook.plan.year_plan import YearPlan
from workbook.terms import Layer

if TYPE_CHECKING:
    from workbook.book.workbook import Workbook

# The rest is worked reactively: whatever plan an account had before, only dates nobody can move stay (Rule R8).
PLANNED = (Layer.TOP5, Layer.NEXT15)


@dataclass(frozen=True, slots=True)
class Engagement:
    """An item of the agenda with the section it stands in and the account it is about ("" and None for none)."""

    key: str
    account: str
    layer: Layer | None
    item: AgendaItem
    is_check_in: bool = False

    @property
    def account_id(self) -> str:
        """The id of the account, "" for what is about none."""
        found = section_of(self.key)
        return found[1].get("account_id", "") if found else ""


def engagements(book: "Workbook") -> tuple[Engagement, ...]:
    """Return everything with a date, or waiting for one, that the rep has not dropped; by day, undated ones last.

    Plans of accounts that are in the rest today, or that have left the list, are not among them. An action that was
    carried on in another plan of its account is there once.
    """
    written = book.drafts()
    found = [*_of_sections(book, written), *_check_ins(written)]
    kept = (each for each in found if not each.item.dropped)
    return tuple(sorted(kept, key=_order))


def _order(each: Engagement) -> tuple[Any, ...]:
    item = each.item
    return item.day is None, item.day or date.max, each.account.casefold(), item.title.casefold(), each.key, item.place


def _of_sections(book: "Workbook", written: dict[str, Draft[Any]]) -> Iterator[Engagement]:
    for key, draft in written.items():
        place = section_of(key)
        account_id = place[1].get("account_id") if place else None
        account, layer = account_of(book, account_id) if account_id else ("", None)
        if account_id is None or layer in PLANNED:
            told = _told_elsewhere(written, draft.section, layer, account_id or "")
            yield from (Engagement(key, account, layer, item) for item in dated(draft) if item.place not in told)


def _told_elsewhere(written: dict[str, Draft[Any]], section: type[Section], layer: Layer | None, of: str) -> set[str]:
    """Return the places of a plan whose actions went on into the plan of the account's layer of today."""
    plans: dict[Layer, type[Section]] = {Layer.TOP5: Objectives, Layer.NEXT15: YearPlan}
    todays = plans.get(layer) if layer else None
    if section not in (Objectives, YearPlan) or todays is None or section is todays:
        return set()
    other = written.get(todays.key(account_id=of))
    return {f"actions.{each.id}.due" for each in other.values.actions} if other else set()


def account_of(book: "Workbook", account_id: str) -> tuple[str, Layer | None]:
    """Return name and layer of an account, its id and None when it has left the list."""
    if account_id not in book.tiering.table.index:
        return account_id, None
    row: Any = book.tiering.row(account_id)
    return str(row["name"]), row["layer"]


def _check_ins(written: dict[str, Draft[Any]]) -> Iterator[Engagement]:
    """Yield the check-ins with their real days: counted from the commitment, unless the rep has moved one."""
    commitment = written.get(Commitment.key(), Draft(Commitment())).values
    for count, day in zip(CHECK_IN_DAYS, check_in_days(commitment), strict=False):
        key = CheckIn.key(name=str(count))
        check_in: CheckIn = written.get(key, Draft(CheckIn())).values
        title = _("Check-in after {count} days: what did I keep, what do I change?").format(count=count)
        item = AgendaItem("day", _("Check-in"), title, check_in.date or day, check_in.time)
        yield Engagement(key, "", None, item, is_check_in=True)


def first_actions(book: "Workbook", count: int) -> tuple[Engagement, ...]:
    """Return the next actions of the five and the 15 that are not done, overdue ones first."""
    waiting = (each for each in engagements(book) if _is_action(each) and not each.item.done_on and each.item.day)
    return tuple(waiting)[:count]


def _is_action(each: Engagement) -> bool:
    return each.item.place.startswith("actions.") and str(each.item.status or "") != "done"
