"""The rule once more on changed values: what every what-if is computed and verified with."""

from workbook.focus.cut import Codes, Cut, Places, cut_layers
from workbook.focus.decisions import waived_slots
from workbook.focus.ledger import Ledger
from workbook.focus.overrides import apply_overrides
from workbook.focus.prospects import settle_prospect
from workbook.focus.tiering import Tiering


def cut_again(tiering: Tiering, *, ledger: Ledger | None = None, weight: float | None = None) -> Cut:
    """Return the cut of the same decisions with other amounts or another weight, before overrides."""
    used = tiering.cut.ledger if ledger is None else ledger
    choice = settle_prospect(used, tiering.decisions, tiering.portfolio, tiering.today)
    places = Places(choice.holder, waived_slots(tiering.decisions, tiering.today))
    return cut_layers(used, tiering.rules.weight if weight is None else weight, places)


def layers_again(tiering: Tiering, *, ledger: Ledger | None = None, weight: float | None = None) -> Codes:
    """Return the layer codes (0, 1, 2 in the order of ids) with other amounts or another weight, overrides applied."""
    cut = cut_again(tiering, ledger=ledger, weight=weight)
    return apply_overrides(cut, tiering.decisions.overrides, tiering.portfolio, tiering.today).layer
