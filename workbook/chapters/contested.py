"""How sure each place is when revenue and potential weigh differently: the contested places, and the picture of all."""

from typing import Any

from workbook.chapters.layers import name_of
from workbook.chapters.panels import Column, Panel, Words, badge, note, table, together
from workbook.charts.picture import Picture, show
from workbook.charts.stability import describe_stability, draw_stability
from workbook.focus.stability import STEPS, contested_places, measure_stability
from workbook.focus.tiering import Tiering
from workbook.i18n import _, ngettext, number, percent
from workbook.terms import Layer


def contested_panel(tiering: Tiering) -> Panel:
    """Return how many of the first twenty are contested, and those of each layer, the least sure first."""
    frame = measure_stability(tiering)
    top = frame[frame["layer"] != Layer.REST]
    contested = int((~top["sure"]).sum())
    if not contested:
        return note(_("All places of the Top 5 and the 15 are the same with every weight."), "good")
    sentence = ngettext(
        "{count} of {all} places would go to another account with other weights.",
        "{count} of {all} places would go to other accounts with other weights.",
        contested,
    )
    told = note(sentence.format(count=number(contested), all=number(len(top))))
    columns = (
        Column(_("Contested")),
        Column(_("Layer")),
        Column(_("With other weights")),
        Column(_("Weights that keep it"), amount=True),
    )
    rows = (_row(tiering, str(account_id), frame.loc[account_id]) for account_id in contested_places(tiering).index)
    return together(told, table(columns, rows))


def _row(tiering: Tiering, account_id: str, shares: Any) -> tuple[Words, ...]:
    layer = tiering.row(account_id)["layer"]
    elsewhere = [other.label for other in Layer if other is not layer and shares[str(other)] > 0]
    kept = percent(shares["stays"], 0)
    return name_of(tiering, account_id), badge(layer.label, layer), ", ".join(elsewhere), kept


def stability_picture(tiering: Tiering) -> Picture:
    """Return for each place how often it is the same over all weights."""
    frame = measure_stability(tiering)
    caption = _(
        "{count} weights were tried, from revenue alone to potential alone. A place that keeps its colour is sure."
    )
    return show(draw_stability(frame), describe_stability(frame), caption.format(count=number(STEPS)))
