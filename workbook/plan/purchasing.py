"""Part 2 of a Key Account Plan: how the customer buys."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import ClassVar

from workbook.i18n import N_, _
from workbook.plan.entry import show_percent
from workbook.plan.fields import Day, Depth, LongText, Percent, Text, field
from workbook.plan.finding import Finding, Gravity
from workbook.plan.section import Item, Section
from workbook.terms import Evidence, KraljicClass, SourcingMode, SupplierPreferencing

DAYS_BEFORE_END = 180


class Criterion(Item):
    """One criterion of the customer's decision and its weight in per cent."""

    name: Text | None = field(N_("Criterion"), help=N_("For example: price, delivery reliability, service."))
    weight: Percent | None = field(N_("Weight in per cent"), help=N_("All weights together are 100."))


class PurchasingStrategy(Section):
    """How the customer buys what we offer, and where its purchasing puts us."""

    KEY: ClassVar[str] = "key_account/{account_id}/purchasing"
    TITLE: ClassVar[str] = N_("Purchasing strategy")

    contract_end: Day | None = field(
        N_("End of the current contract"),
        help=N_("Ours, or the competitor's."),
        calendar=N_("End of the current contract"),
    )
    sourcing_mode: SourcingMode | None = field(N_("How the customer sources"))
    criteria: tuple[Criterion, ...] = field(
        N_("Criteria of the decision"),
        add=N_("Add a criterion"),
        help=N_("In the customer's order of importance; at least three."),
        default=(),
        most=8,
        wanted=3,
    )
    category: Text | None = field(
        N_("Category"), help=N_("Under which name purchasing files what you offer."), depth=Depth.DEEPENING
    )
    kraljic_class: KraljicClass | None = field(
        N_("Where purchasing puts us"),
        help=N_("Seen by the buyer: how much profit and how much supply risk hang on what you offer."),
        depth=Depth.DEEPENING,
    )
    supplier_preferencing: SupplierPreferencing | None = field(
        N_("How attractive the customer is to us"), depth=Depth.DEEPENING
    )
    tender_date: Day | None = field(N_("Next tender"), depth=Depth.DEEPENING, calendar=N_("Next tender"))
    organisation: LongText | None = field(
        N_("How purchasing is organised"),
        help=N_("Central or local, who signs up to which amount, which portals."),
        depth=Depth.DEEPENING,
    )
    view_of_us: LongText | None = field(N_("How purchasing sees us"), depth=Depth.DEEPENING)
    evidence: Evidence | None = field(N_("How sure you are"), depth=Depth.DEEPENING)

    def findings(self, today: date) -> tuple[Finding, ...]:
        """Return weights that do not sum to 100 as a gap, and a hint when the contract ends soon or has ended."""
        return tuple(_weights(self)) + tuple(_dates(self, today))


def total_weight(purchasing: PurchasingStrategy) -> Decimal:
    """Return the sum of the known weights in per cent."""
    return sum((each.weight for each in purchasing.criteria if each.weight is not None), Decimal(0))


def _weights(purchasing: PurchasingStrategy) -> Iterator[Finding]:
    weights, total = [each.weight for each in purchasing.criteria], total_weight(purchasing)
    if weights and None not in weights and total != 100:
        sentence = _("The weights add up to {total}; together they should be {whole}.")
        text = sentence.format(total=show_percent(total), whole=show_percent(Decimal(100)))
        yield Finding("weights_not_100", Gravity.GAP, text, "criteria")


def _dates(purchasing: PurchasingStrategy, today: date) -> Iterator[Finding]:
    end, tender = purchasing.contract_end, purchasing.tender_date
    if end and end < today:
        yield Finding("contract_over", Gravity.HINT, _("This contract has ended. What holds now?"), "contract_end")
    elif end and (end - today).days <= DAYS_BEFORE_END:
        sentence = _("The contract ends in {days} days. What has to be decided before?")
        yield Finding("contract_ends", Gravity.HINT, sentence.format(days=(end - today).days), "contract_end")
    if end and tender and tender > end:
        text = _("The tender is after the end of the contract. Please check both dates.")
        yield Finding("tender_after_end", Gravity.HINT, text, "tender_date")
