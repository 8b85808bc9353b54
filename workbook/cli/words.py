"""What `tier` says in a terminal: the layers as tables, the empty places, and what the rep should know."""

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from workbook import i18n
from workbook.cli.table import Column, plain, table
from workbook.i18n import _
from workbook.terms import AccountStatus, Layer, Slot, Term

if TYPE_CHECKING:
    from workbook.focus.tiering import Tiering


def tiering_in_words(tiering: "Tiering") -> str:
    """Return the layers as tables, the empty places, and what the rep should know."""
    facts = tiering.as_dict()
    head = _("Layers by the fiscal year {year}; amounts in {currency}.")
    lines = [head.format(year=facts["reference_year"], currency=facts["currency"])]
    for layer in Layer:
        lines += _layer(layer, facts)
    return "\n".join([*lines, *_notices(facts)])


def _layer(layer: Layer, facts: Any) -> list[str]:
    accounts = [account for account in facts["accounts"] if account["layer"] == layer]
    heading = f"{layer.label}: {len(accounts)} – {layer.mode.label}"
    vacant = [_vacant(slot) for slot in facts["vacancies"]] if layer is Layer.TOP5 else []
    body = table(_layer_columns(), [_row(account) for account in accounts]) if accounts else []
    return ["", heading, *body, *vacant]


def _layer_columns() -> list[Column]:
    return [
        Column(_("Rank"), right=True),
        Column(_("Account")),
        Column(_("Revenue"), right=True),
        Column(_("Add. potential"), right=True),
        Column(_("Score"), right=True),
        Column(_("Why")),
    ]


def _row(account: dict[str, Any]) -> tuple[str, ...]:
    score = "" if account["score"] is None else i18n.number(account["score"], 2)
    money = [_money(account[name]) for name in ("revenue", "additional_potential")]
    return (str(account["rank"]), account["name"] or account["id"], *money, score, _why(account))


def _money(value: float | None) -> str:
    return "?" if value is None else i18n.number(Decimal(str(value)))  # type: ignore[arg-type]  # Babel takes decimals


def _why(account: dict[str, Any]) -> str:
    if account["layer"] == Layer.REST:
        return "" if account["status"] == AccountStatus.CUSTOMER else _label(AccountStatus, account["status"])
    return str(account["reason"])


def _label(terms: type[Term], code: str) -> str:
    return next(term.label for term in terms if term == code)


def _vacant(slot: str) -> str:
    return _("   –  vacant place: {slot}").format(slot=_label(Slot, slot))


def _notices(facts: Any) -> list[str]:
    notices = [f"  {plain(notice['message'])}" for notice in facts["notices"]]
    return ["", _("Please note"), *notices] if notices else []
