"""What stands on a folded entry of a list, so that nobody has to open it to know what it is."""

from workbook.i18n import _, day, ngettext
from workbook.plan.checks import open_answers
from workbook.plan.finding import shortened
from workbook.plan.section import Item

LONGEST = 70


def title_of(entry: Item, *, told_open: bool) -> str:
    """Return the heading of an entry, its date if it has one, and with ``told_open`` how many core answers are open."""
    words = shortened(entry.heading, LONGEST) if entry.heading else _("not filled in yet")
    when = f"  ·  {day(entry.falls_on)}" if entry.falls_on else ""
    count = open_answers(entry) if told_open and entry.heading else 0
    missing = ngettext("{count} answer open", "{count} answers open", count).format(count=count)
    return f"{words}{when}" + (f" ({missing})" if count else "")
