"""The white space: where a customer could buy more, unit by unit and offering by offering. Unknown is not empty."""

from collections.abc import Iterator, Sequence

from matplotlib.figure import Figure

from workbook import look
from workbook.charts import fonts
from workbook.charts.canvas import PAGE_WIDTH, SMALL, STRONG, Sheet, Words
from workbook.i18n import _, money
from workbook.plan.competition import CoverageOfOffer
from workbook.plan.white_space import WhiteSpaceMap

LEFT, GAP, HEAD, ROW, FOOT, LINE = 1.5, 0.04, 0.46, 0.4, 0.3, 0.145
# More offerings than this stand in a second block below, so that no column becomes too narrow for a word.
MOST_COLUMNS = 4
_DASHED = {"edgecolor": look.INK_SOFT, "linewidth": 0.8, "linestyle": (0, (3, 2))}
# Ground, words and edge: told apart by lightness, by the edge, and by a word in every field.
LOOKS = {
    CoverageOfOffer.SOLD: (look.LAYERS["top5"][0], look.LAYERS["top5"][1], {}),
    CoverageOfOffer.OPEN: (look.PAPER, look.INK, {"edgecolor": look.INK, "linewidth": 1.4}),
    CoverageOfOffer.COMPETITOR: (look.LAYERS["rest"][0], look.INK, {}),
    CoverageOfOffer.NOT_RELEVANT: (look.WASH, look.INK_SOFT, {}),
    CoverageOfOffer.UNKNOWN: (look.PAPER, look.INK_SOFT, _DASHED),
}  # fmt: skip
STATE = Words(size=8.5, face="semibold", align="center")
HEADING = STRONG.but(size=8.5)


def draw_white_space(found: WhiteSpaceMap, currency: str) -> Figure:
    """Return a grid of units (rows) by offerings (columns): who has the business, and what it is worth a year."""
    blocks = [found.offerings[first : first + MOST_COLUMNS] for first in range(0, len(found.offerings), MOST_COLUMNS)]
    block_height = HEAD + ROW * len(found.units)
    sheet = Sheet(PAGE_WIDTH, max(len(blocks), 1) * block_height + FOOT)
    top = sheet.height
    for offerings in blocks:
        _draw_block(sheet, found, offerings, (top, currency))
        top -= block_height
    sheet.write(0, 0.06, _worth(found, currency) if found.units else _nothing(), SMALL)
    return sheet.figure


def _draw_block(sheet: Sheet, found: WhiteSpaceMap, offerings: Sequence[str], place: tuple[float, str]) -> None:
    top, currency = place
    width = (PAGE_WIDTH - LEFT) / min(max(len(found.offerings), 2), MOST_COLUMNS)
    for column, offering in enumerate(offerings):
        _write_lines(sheet, LEFT + column * width, top - HEAD + LINE, (offering, width - GAP - 0.06), up=True)
    for row, unit in enumerate(found.units):
        above = top - HEAD - row * ROW
        _write_lines(sheet, 0, above - 0.16, (unit, LEFT - 0.12), up=False)
        for column, offering in enumerate(offerings):
            left = LEFT + column * width
            box = (left, above - ROW + GAP, left + width - GAP, above)
            _draw_field(sheet, found, (unit, offering), (box, currency))


def _write_lines(sheet: Sheet, x: float, y: float, told: tuple[str, float], *, up: bool) -> None:
    """Write a name in at most two lines, the first (or with ``up`` the last) at ``y``; ``told`` are name and width."""
    lines = fonts.wrap(told[0], told[1], 2, HEADING.face, HEADING.size)
    y += LINE * (len(lines) - 1) if up else 0
    for line in lines:
        sheet.write(x, y, line, HEADING)
        y -= LINE


def _draw_field(
    sheet: Sheet, found: WhiteSpaceMap, field: tuple[str, str], place: tuple[tuple[float, float, float, float], str]
) -> None:
    (left, bottom, right, top), currency = place
    state, entry = found.state(*field), found.entries.get(field)
    ground, colour, edge = LOOKS[state]
    sheet.shape([(left, bottom), (right, bottom), (right, top), (left, top)], ground, **edge)
    value = money(entry.value, currency) if entry and entry.value is not None else ""
    middle, height = (left + right) / 2, top - bottom
    style = STATE.but(colour=colour, face="italic" if state is CoverageOfOffer.UNKNOWN else "semibold")
    y = bottom + height * (0.56 if value else 0.38)
    sheet.write(middle, y, fonts.fit(state.label, right - left - 0.06, style.face, style.size), style)
    if value:
        amount = STATE.but(colour=colour, face="regular")
        sheet.write(
            middle, bottom + height * 0.17, fonts.fit(value, right - left - 0.06, amount.face, amount.size), amount
        )


def _worth(found: WhiteSpaceMap, currency: str) -> str:
    words = _("Known value per year: open {open}, with competitors {competitor}; {count} of {total} fields unknown.")
    fields = [found.state(unit, offering) for unit in found.units for offering in found.offerings]
    return words.format(
        open=money(found.value(CoverageOfOffer.OPEN), currency),
        competitor=money(found.value(CoverageOfOffer.COMPETITOR), currency),
        count=fields.count(CoverageOfOffer.UNKNOWN),
        total=len(fields),
    )


def _nothing() -> str:
    return _("No unit and no offering is written down yet.")


def describe_white_space(found: WhiteSpaceMap, currency: str) -> str:
    """Return the grid in words, unit by unit."""
    return " ".join(_sentences(found, currency)) or _nothing()


def _sentences(found: WhiteSpaceMap, currency: str) -> Iterator[str]:
    for unit in found.units:
        fields = ", ".join(_in_words(found, unit, offering, currency) for offering in found.offerings)
        yield f"{unit}: {fields}."
    if found.units:
        yield _worth(found, currency)


def _in_words(found: WhiteSpaceMap, unit: str, offering: str, currency: str) -> str:
    entry = found.entries.get((unit, offering))
    value = f" ({money(entry.value, currency)})" if entry and entry.value is not None else ""
    return f"{offering} {found.state(unit, offering).label}{value}"
