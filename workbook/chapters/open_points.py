"""What the formula has to tell: what the rep has to do, which places are provisional, what else to know."""

from collections.abc import Sequence
from typing import Any

from workbook.chapters.panels import Column, Panel, badge, card, note, paragraph, steps, table, together
from workbook.focus.tiering import Tiering
from workbook.i18n import _

SHOWN_PROVISIONAL = 12


def open_points(tiering: Tiering) -> Panel:
    """Return tasks first, then provisional places with the layers they could have, then what is good to know."""
    tasks = [notice.message for notice in tiering.notices if notice.task]
    facts = [notice.message for notice in tiering.notices if not notice.task]
    parts = [
        card(_("What you can do"), steps(tasks)) if tasks else note(_("The formula has no task for you."), "good"),
        provisional_table(tiering),
    ]
    known = [card(_("Good to know"), *[paragraph(fact) for fact in facts])] if facts else []
    return together(*parts, *known)


def provisional_ids(tiering: Tiering) -> Sequence[str]:
    """Return the accounts whose layer depends on a potential nobody knows yet (Rule R6)."""
    table_ = tiering.table
    return list(table_.index[table_["provisional"] & (table_["layer_if_low"] != table_["layer_if_high"])])


def provisional_table(tiering: Tiering) -> Panel:
    """Return the provisional places: the layer today, and with the lowest and the highest potential."""
    found = provisional_ids(tiering)
    if not found:
        return note(_("No place depends on an unknown potential."), "good")
    columns = (
        Column(_("Provisional")),
        Column(_("Layer today")),
        Column(_("With the lowest potential")),
        Column(_("With the highest potential")),
    )
    return table(columns, (_row(tiering, account_id) for account_id in found[:SHOWN_PROVISIONAL]))


def _row(tiering: Tiering, account_id: str) -> tuple[Any, ...]:
    row: Any = tiering.table.loc[account_id]
    layers = (row["layer"], row["layer_if_low"], row["layer_if_high"])
    return (str(row["name"]), *(badge(layer.label, layer) for layer in layers))
