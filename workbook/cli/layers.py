"""What `tier` says in a terminal: the layers with their reasons, the empty places, and what the rep should know."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd

from workbook import i18n
from workbook.cli.table import Column, Layout, lay_out, wrapped
from workbook.focus.reasons import reason, remark, score_in_words
from workbook.i18n import _
from workbook.portfolio.model import amount
from workbook.terms import AccountStatus, Layer

if TYPE_CHECKING:
    from workbook.focus.notices import Notice
    from workbook.focus.tiering import Tiering

# A long rest is for machines: `--json` lists everybody.
MOST_OF_THE_REST, SHOWN_OF_THE_REST = 60, 50
NOTHING = "\N{EN DASH}"
Cells = tuple[str, ...]


def tiering_in_words(tiering: "Tiering") -> str:
    """Return the layers as tables that fit the screen, what the rep can do, and what is good to know."""
    head = _("Layers by the fiscal year {year}; amounts in {currency}.")
    layout = lay_out(_columns(), [_cells(tiering, account) for account in tiering.table.index])
    lines = [
        head.format(year=tiering.reference_year, currency=tiering.currency),
        *wrapped(score_in_words(tiering.rules.weight) + ".", layout.screen, ""),
    ]
    for layer in Layer:
        lines += _layer(tiering, layer, layout)
    return "\n".join([*lines, *_told(tiering, layout.screen)])


def _columns() -> list[Column]:
    rank = Column(_("Rank"), right=True)
    return [
        Column("#", right=True),
        Column(_("Account"), elastic=True),
        Column(_("Revenue"), right=True),
        rank,
        Column(_("Potential"), right=True),
        rank,
        Column(_("Score"), right=True),
    ]


def _cells(tiering: "Tiering", account: str) -> Cells:
    row: Any = tiering.table.loc[account]
    bought = row["status"] is AccountStatus.CUSTOMER
    return (
        str(row["rank"]),
        str(row["name"] or account),
        _money(row["revenue"], "?" if bought else NOTHING),
        _rank(row["revenue_rank"]),
        _money(row["additional_potential"], "?"),
        _rank(row["potential_rank"]),
        _rank(row["score"]),
    )


def _money(cents: Any, unknown: str) -> str:
    known = amount(cents)
    return unknown if known is None else i18n.number(known)  # type: ignore[arg-type]  # Babel takes decimals


def _rank(rank: float) -> str:
    return "" if pd.isna(rank) else i18n.number(rank, 2)


def _layer(tiering: "Tiering", layer: Layer, layout: Layout) -> Iterator[str]:
    ids = tiering.ids(layer)
    shown = ids if len(ids) <= MOST_OF_THE_REST else ids[:SHOWN_OF_THE_REST]
    yield from ("", f"{layer.label}: {i18n.number(len(ids))} {NOTHING} {layer.mode.label}")
    if ids:
        yield from layout.head(_("Why") if layer is Layer.TOP5 else _("Remark"))
    for account in shown:
        yield from layout.row(_cells(tiering, account), _why(tiering, account))
    if len(ids) > len(shown):
        yield _("and {count} more; --json lists all of them").format(count=i18n.number(len(ids) - len(shown)))
    if layer is Layer.TOP5:
        yield from _vacant(tiering, layout)


def _why(tiering: "Tiering", account: str) -> str:
    """Return the reason of a place in the top layer, of a swap, of who is no customer; else what is not sure."""
    row: Any = tiering.table.loc[account]
    if row["layer"] is Layer.REST and row["status"] is AccountStatus.PROSPECT and row["deferred"]:
        return _("{status}, look again on {date}").format(status=row["status"].label, date=i18n.day(tiering.look_again))
    if row["layer"] is Layer.REST and row["status"] is AccountStatus.FORMER:
        return str(row["status"].label)
    by_reason = row["layer"] is Layer.TOP5 or row["method"] == "manual"
    return reason(tiering, account) if by_reason else remark(tiering, row)


def _vacant(tiering: "Tiering", layout: Layout) -> Iterator[str]:
    for place, slot in enumerate(tiering.vacancies, start=len(tiering.ids(Layer.TOP5)) + 1):
        words = _("vacant place: {slot}").format(slot=slot.label)
        yield f"{place:>{layout.widths[0]}}  {words}"


def _told(tiering: "Tiering", screen: int) -> Iterator[str]:
    tasks = [notice for notice in tiering.notices if notice.task]
    facts = [notice for notice in tiering.notices if not notice.task]
    for heading, notices in ((_("What you can do"), tasks), (_("Good to know"), facts)):
        yield from _listed(heading, notices, screen)


def _listed(heading: str, notices: "Sequence[Notice]", screen: int) -> Iterator[str]:
    if notices:
        yield from ("", heading)
    for notice in notices:
        first, *more = wrapped(notice.message, screen, "    ")
        yield from (f"  - {first.strip()}", *more)
