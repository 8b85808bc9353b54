"""Rule R12: swaps by hand; one account in forces one out, so that the sizes stay 5 and 15."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from workbook.focus import notices
from workbook.focus.cut import Codes, Cut
from workbook.focus.decisions import Override
from workbook.focus.formula import LAYERS
from workbook.focus.ledger import Objects
from workbook.focus.notices import Agreement, Notice, NoticeKind
from workbook.portfolio.model import Portfolio
from workbook.terms import Slot


@dataclass(frozen=True, slots=True)
class Swapped:
    """The layers after the swaps, the override that moved each account (by position), and what to tell."""

    layer: Codes
    moved: Mapping[int, Override]
    notices: tuple[Notice, ...] = ()


def apply_overrides(cut: Cut, overrides: tuple[Override, ...], portfolio: Portfolio, today: date) -> Swapped:
    """Return the layers after every swap that is in force and possible, in the order of their dates (Rule R12)."""
    swapped = Swapped(cut.layer, {})
    if not overrides:
        return swapped
    names = portfolio.accounts["name"].to_numpy(dtype=object)
    for override in sorted(overrides, key=lambda override: override.date):
        swapped = _apply_one(cut, swapped, override, names, today)
    return swapped


def _apply_one(cut: Cut, swapped: Swapped, override: Override, names: Objects, today: date) -> Swapped:
    entering, leaving = cut.ledger.position(override.account_in), cut.ledger.position(override.account_out)
    told = _Telling(override, names, {override.account_in: entering, override.account_out: leaving})
    if not override.holds_on(today):
        return _only_told(swapped, told.notice(notices.OVERRIDE_EXPIRED, expiry=override.expiry))
    if entering is None or leaving is None:
        return _only_told(swapped, told.notice(notices.OVERRIDE_GONE, missing=told.missing()))
    if swapped.layer[entering] <= swapped.layer[leaving]:
        return _only_told(swapped, told.notice(notices.OVERRIDE_IDLE))
    if (slot := held_slot(cut, leaving)) is not None:
        return _only_told(swapped, told.notice(notices.OVERRIDE_BLOCKED, slot=slot))
    return _swap(swapped, entering, leaving, told)


def _swap(swapped: Swapped, entering: int, leaving: int, told: "_Telling") -> Swapped:
    layer = swapped.layer.copy()
    layer[[entering, leaving]] = layer[[leaving, entering]]
    override = told.override
    applied = told.notice(
        notices.OVERRIDE_APPLIED,
        author=override.author,
        expiry=override.expiry,
        agreement=Agreement(override.agreed_with_manager, override.agreed_on),
        layer=LAYERS[layer[entering]],
        reason=override.reason,
    )
    return Swapped(layer, {**swapped.moved, entering: override, leaving: override}, (*swapped.notices, applied))


def _only_told(swapped: Swapped, notice: Notice) -> Swapped:
    return Swapped(swapped.layer, swapped.moved, (*swapped.notices, notice))


def held_slot(cut: Cut, position: int) -> Slot | None:
    """Return the first mandatory slot an account holds, None if it holds none."""
    return next((slot for slot, holder in cut.holders.items() if holder == position), None)


@dataclass(frozen=True, slots=True)
class _Telling:
    override: Override
    names: Objects
    positions: Mapping[str, int | None]

    def name(self, account_id: str) -> str:
        position = self.positions[account_id]
        return account_id if position is None else str(self.names[position])

    def missing(self) -> tuple[str, ...]:
        return tuple(account for account, position in self.positions.items() if position is None)

    def notice(self, kind: NoticeKind, **details: object) -> Notice:
        both = {"entering": self.name(self.override.account_in), "leaving": self.name(self.override.account_out)}
        return Notice(kind, {**both, **details})
