"""The customer portfolio matrix: how attractive each customer is to us, by revenue and potential (Steele and Court)."""

from collections.abc import Iterator

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from workbook import look
from workbook.charts import fonts
from workbook.charts.canvas import PAGE_WIDTH, SMALL, STRONG, Sheet
from workbook.charts.crowd import draw_crowd
from workbook.charts.labels import Box
from workbook.charts.marks import draw_key
from workbook.charts.potential import unknown_potentials
from workbook.charts.scale import Scale
from workbook.charts.words import accounts_in_words
from workbook.focus.summary import portfolio_matrix
from workbook.focus.tiering import Tiering
from workbook.i18n import N_, _
from workbook.terms import SupplierPreferencing

HEIGHT = 5.2
LEFT, RIGHT, TOP = 0.75, PAGE_WIDTH - 0.02, HEIGHT - 0.26
# Unknown potentials have a strip of their own below the fields: unknown is not low (rule R6).
STRIP, STRIP_EDGES, BOTTOM = 0.62, (0.33, 0.91), 0.96
GAP, EDGE, MARGIN, HEADING = 0.04, 0.05, 0.14, 0.5
MIDDLE, CENTRE = (BOTTOM + TOP) / 2, (LEFT + RIGHT) / 2
# Above the middle rank is high; a customer lies inside its field, away from the edges and from the heading.
ACROSS = Scale(0, 0.5, LEFT + MARGIN, CENTRE - MARGIN), Scale(0.5, 1, CENTRE + MARGIN, RIGHT - MARGIN)
UP = Scale(0, 0.5, BOTTOM + MARGIN, MIDDLE - HEADING), Scale(0.5, 1, MIDDLE + MARGIN, TOP - HEADING)
# Right half, upper half, and what the field means for the rep.
FIELDS = {
    SupplierPreferencing.DEVELOPMENT: (False, True, N_("small today, much to win")),
    SupplierPreferencing.CORE: (True, True, N_("large, and much to win")),
    SupplierPreferencing.NUISANCE: (False, False, N_("small, and little to win")),
    SupplierPreferencing.EXPLOITABLE: (True, False, N_("large, little left to win")),
}


def draw_matrix(tiering: Tiering) -> Figure:
    """Return the customers by rank of revenue and rank of potential, in the four fields of the matrix."""
    sheet = Sheet(PAGE_WIDTH, HEIGHT)
    headings = [_draw_field(sheet, field) for field in FIELDS]
    _draw_edges(sheet, tiering)
    draw_crowd(sheet, _place(portfolio_matrix(tiering)), taken=headings, ground=look.WASH)
    draw_key(sheet, RIGHT, HEIGHT - 0.14)
    return sheet.figure


def _place(matrix: pd.DataFrame) -> pd.DataFrame:
    """Return the customers with their places and the field their names stay in, in inches."""
    large, much = (matrix[rank].to_numpy() > 0.5 for rank in ("revenue_rank", "potential_rank"))
    unknown = matrix["potential_rank"].isna().to_numpy()
    return matrix[["name", "layer"]].assign(
        x=_along(ACROSS, matrix["revenue_rank"]),
        y=np.where(unknown, STRIP, _along(UP, matrix["potential_rank"])),
        left=np.where(large & ~unknown, CENTRE + EDGE, LEFT + EDGE),
        right=np.where(large | unknown, RIGHT - EDGE, CENTRE - EDGE),
        low=np.where(unknown, STRIP_EDGES[0], np.where(much, MIDDLE + EDGE, BOTTOM)),
        high=np.where(unknown, STRIP_EDGES[1], np.where(much, TOP, MIDDLE - EDGE)),
    )


def _along(scales: tuple[Scale, Scale], ranks: "pd.Series[float]") -> list[float]:
    return [scales[rank > 0.5].at(rank) for rank in ranks]


def _draw_field(sheet: Sheet, field: SupplierPreferencing) -> Box:
    # Returns the box of the heading, which no name may cover.
    right, upper, meaning = FIELDS[field]
    left, high = (CENTRE + GAP / 2 if right else LEFT), (TOP if upper else MIDDLE - GAP / 2)
    width, low = (RIGHT - LEFT - GAP) / 2, (MIDDLE + GAP / 2 if upper else BOTTOM)
    sheet.shape([(left, low), (left + width, low), (left + width, high), (left, high)], look.WASH)
    sheet.write(left + 0.1, high - 0.19, field.label, STRONG)
    sheet.write(left + 0.1, high - 0.34, _(meaning), SMALL)
    wide = max(fonts.width(field.label, STRONG.face, STRONG.size), fonts.width(_(meaning), SMALL.face, SMALL.size))
    return left, high - 0.4, left + 0.15 + wide, high


def _draw_edges(sheet: Sheet, tiering: Tiering) -> None:
    low, high = STRIP_EDGES
    sheet.shape([(LEFT, low), (RIGHT, low), (RIGHT, high), (LEFT, high)], look.WASH)
    for y, words in (((MIDDLE + TOP) / 2, _("high")), ((BOTTOM + MIDDLE) / 2, _("low"))):
        sheet.write(LEFT - 0.1, y, words, SMALL.but(align="right"))
    sheet.write(LEFT - 0.1, STRIP - 0.04, _("unknown"), SMALL.but(align="right", face="italic"))
    sheet.write(0.02, HEIGHT - 0.14, _("Potential"), SMALL)
    for x, words in (((LEFT + CENTRE) / 2, _("low")), ((CENTRE + RIGHT) / 2, _("high"))):
        sheet.write(x, 0.14, words, SMALL.but(align="center"))
    revenue = _("Revenue {year}").format(year=tiering.reference_year)
    sheet.write(RIGHT, 0.14, revenue, SMALL.but(align="right"))


def describe_matrix(tiering: Tiering) -> str:
    """Return the matrix in words: how many customers are in each field, and who of the first twenty."""
    return " ".join(_sentences(tiering))


def _sentences(tiering: Tiering) -> Iterator[str]:
    matrix = portfolio_matrix(tiering)
    yield _("The customers by revenue and potential, in four fields.")
    for field, (_right, _upper, meaning) in FIELDS.items():
        members = matrix[matrix["field"] == field]
        named = ", ".join(members["name"][members["layer"] != "rest"])
        words = _("{field} ({meaning}): {accounts}") + (": {names}." if named else ".")
        yield words.format(field=field.label, meaning=_(meaning), accounts=accounts_in_words(len(members)), names=named)
    unknown = int(matrix["field"].isna().sum())
    if unknown:
        yield unknown_potentials(unknown)
