"""The alarm for the rest: an account above 3% of revenue that falls by more than 20%."""

from workbook.chapters.panels import Column, Panel, amount_in_words, note, table, together
from workbook.focus.rest_watch import Fall, can_compare, find_falling
from workbook.focus.tiering import Tiering
from workbook.i18n import _, percent
from workbook.portfolio.model import amount


def falling_panel(tiering: Tiering) -> Panel:
    """Return the accounts of the rest to keep an eye on."""
    if not can_compare(tiering):
        sentence = _("Whether an account of the rest falls cannot be said: the year before {year} is not complete.")
        return note(sentence.format(year=tiering.reference_year))
    found = find_falling(tiering)
    if not found:
        return note(_("No account of the rest above 3% of revenue has lost more than 20%."), "good")
    year = tiering.reference_year
    columns = (
        Column(_("Keep an eye on")),
        Column(str(year - 1), amount=True),
        Column(str(year), amount=True),
        Column(_("Lost"), amount=True),
    )
    sentence = _("Look why the revenue fell, and decide at the next review.")
    return together(note(sentence, "warn"), table(columns, (_row(tiering, each) for each in found)))


def _row(tiering: Tiering, fall: Fall) -> tuple[str, ...]:
    amounts = (amount_in_words(amount(cents), tiering.currency) for cents in (fall.before, fall.now))
    return (str(tiering.table.at[fall.account_id, "name"]), *amounts, percent(fall.fall, 0))
