"""How complete the data are: for each field, how many accounts have a value."""

from collections.abc import Sequence
from typing import NamedTuple

from matplotlib.figure import Figure

from workbook import look
from workbook.charts import fonts
from workbook.charts.canvas import BODY, PAGE_WIDTH, SMALL, Sheet
from workbook.i18n import _, number

ROW, BAR_HEIGHT = 0.3, 0.13
LONGEST_LABEL, COUNTS = 2.9, 0.95


class FieldCount(NamedTuple):
    """One field by its label: how many accounts have a value, of how many."""

    label: str
    known: int
    total: int


def draw_completeness(fields: Sequence[FieldCount]) -> Figure:
    """Return one bar per field, filled as far as it is known; gaps stay visible as an empty frame."""
    sheet = Sheet(PAGE_WIDTH, ROW * max(len(fields), 1) + 0.04)
    left = min(max((fonts.width(field.label) for field in fields), default=0), LONGEST_LABEL) + 0.2
    for place, field in enumerate(fields):
        _draw_field(sheet, field, left, sheet.height - ROW * (place + 1) + 0.09)
    return sheet.figure


def _draw_field(sheet: Sheet, field: FieldCount, left: float, y: float) -> None:
    width = PAGE_WIDTH - COUNTS - left
    share = field.known / field.total if field.total else 0
    sheet.write(0, y, fonts.fit(field.label, LONGEST_LABEL), BODY)
    for length, fill in ((1.0, look.PAPER), (share, look.LAYERS["next15"][0])):
        right = left + width * length
        corners = [(left, y - 0.02), (right, y - 0.02), (right, y + BAR_HEIGHT - 0.02), (left, y + BAR_HEIGHT - 0.02)]
        sheet.shape(corners, fill, edgecolor=look.LAYERS["next15"][0], linewidth=0.7 if length else 0)
    sheet.write(PAGE_WIDTH - 0.02, y, _counted(field), SMALL.but(align="right"))


def _counted(field: FieldCount) -> str:
    return _("{known} of {total}").format(known=number(field.known), total=number(field.total))


def describe_completeness(fields: Sequence[FieldCount]) -> str:
    """Return each field with its count, in words."""
    words = "; ".join(f"{field.label}: {_counted(field)}" for field in fields)
    return _("Accounts with a value, by field: {fields}.").format(fields=words)
