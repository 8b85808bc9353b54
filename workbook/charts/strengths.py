"""The strengths profile: how well we and each competitor meet the criteria of the customer, in the customer's eyes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from matplotlib.figure import Figure

from workbook import look
from workbook.charts import fonts
from workbook.charts.canvas import PAGE_WIDTH, SMALL, STRONG, Sheet, Words
from workbook.charts.scale import Scale
from workbook.i18n import _, number, percent
from workbook.plan.competition import Competition
from workbook.plan.profile import SupplierProfile, profiles
from workbook.plan.purchasing import PurchasingStrategy

LANE, PAD, HEAD, MOST = 0.115, 0.13, 0.42, 10
LEFT, RIGHT = 2.6, PAGE_WIDTH - 0.3
KEY_ROW, TOTAL = 0.19, 4.4
NAME = Words(size=9.0, face="semibold")
# Shapes tell the suppliers apart without colour; we are the large full circle.
MARKS = (("o", look.LAYERS["top5"][0], 8.0), *((shape, look.PAPER, 6.5) for shape in "sD^vPX"))


@dataclass(frozen=True, slots=True)
class StrengthsData:
    """The criteria with their weights in per cent (None is unknown), and a profile per supplier, ours first."""

    criteria: tuple[tuple[str, Decimal | None], ...]
    suppliers: tuple[SupplierProfile, ...]

    @property
    def scored(self) -> bool:
        """Whether any supplier has points for any criterion."""
        return any(points is not None for each in self.suppliers for points in each.points)


def strengths_of(purchasing: PurchasingStrategy, competition: Competition) -> StrengthsData:
    """Return what the picture shows: the criteria of the purchasing strategy, points of the competitor analysis."""
    criteria = tuple((each.name, each.weight) for each in purchasing.criteria if each.name)
    return StrengthsData(criteria, profiles(purchasing, competition))


def draw_strengths(data: StrengthsData) -> Figure:
    """Return a row per criterion, with a mark per supplier from 0 to 10; unknown points have a place of their own."""
    row = LANE * len(data.suppliers) + PAD
    foot = KEY_ROW * (len(data.suppliers) + 1) + 0.12
    sheet = Sheet(PAGE_WIDTH, HEAD + row * max(len(data.criteria), 1) + foot)
    top = sheet.height - HEAD
    _write_head(sheet, top)
    for place, (name, weight) in enumerate(data.criteria):
        _write_criterion(sheet, (name, weight), top - row * place, row)
        for lane, supplier in enumerate(data.suppliers):
            _draw_points(sheet, lane, supplier.points[place], top - row * place - PAD / 2 - LANE * (lane + 0.5))
    if not data.criteria:
        sheet.write(0, top - 0.18, _no_criteria(), SMALL)
    _write_key(sheet, data.suppliers, foot)
    return sheet.figure


def _scale() -> Scale:
    return Scale(0, MOST, LEFT + 0.62, RIGHT)


def _write_head(sheet: Sheet, top: float) -> None:
    sheet.write(0, top + 0.1, _("Criterion of the customer and its weight"), SMALL)
    sheet.write(LEFT, top + 0.1, _("unknown"), SMALL.but(face="italic", align="center"))
    for points in (0, 5, MOST):
        sheet.write(_scale().at(points), top + 0.1, number(points), SMALL.but(align="center"))


def _write_criterion(sheet: Sheet, criterion: tuple[str, Decimal | None], top: float, row: float) -> None:
    name, weight = criterion
    start = _scale().at(0)
    sheet.line((0, top), (PAGE_WIDTH, top))
    sheet.shape([(start, top - row), (RIGHT, top - row), (RIGHT, top), (start, top)], look.WASH)
    for points in (0, 5, MOST):
        sheet.line((_scale().at(points), top - row), (_scale().at(points), top))
    lines = fonts.wrap(name, LEFT - 0.95, 2, NAME.face, NAME.size)
    for place, line in enumerate(lines):
        sheet.write(0, top - 0.17 - 0.15 * place, line, NAME)
    sheet.write(LEFT - 0.42, top - 0.17, _weight(weight), SMALL.but(align="right"))


def _draw_points(sheet: Sheet, lane: int, points: int | None, y: float) -> None:
    shape, fill, size = MARKS[lane]
    x = LEFT if points is None else _scale().at(points)
    if points is not None:
        sheet.line((_scale().at(0), y), (x, y), look.INK_SOFT)
    _mark(sheet, (x, y), (shape, fill, size))


def _mark(sheet: Sheet, place: tuple[float, float], mark: tuple[str, str, float]) -> None:
    shape, fill, size = mark
    sheet.axes.plot(
        [place[0]], [place[1]], linestyle="none", marker=shape, markersize=size, markerfacecolor=fill,
        markeredgecolor=look.INK, markeredgewidth=0.8, clip_on=False,
    )  # fmt: skip


def _write_key(sheet: Sheet, suppliers: Sequence[SupplierProfile], y: float) -> None:
    y -= KEY_ROW
    sheet.write(TOTAL, y, _("weighted, of 10"), SMALL.but(align="right"))
    for lane, supplier in enumerate(suppliers):
        y -= KEY_ROW
        _mark(sheet, (0.08, y + 0.035), MARKS[lane])
        style = STRONG.but(size=9.0) if lane == 0 else SMALL.but(colour=look.INK, size=9.0)
        sheet.write(0.25, y, fonts.fit(_name(supplier), TOTAL - 1.1, style.face, style.size), style)
        sheet.write(TOTAL, y, _weighted(supplier), style.but(align="right"))


def _name(supplier: SupplierProfile) -> str:
    return supplier.supplier or _("We")


def _weighted(supplier: SupplierProfile) -> str:
    return _("unknown") if supplier.weighted is None else number(float(supplier.weighted), 1)


def _weight(weight: Decimal | None) -> str:
    return "?" if weight is None else percent(weight / 100, 0)


def _no_criteria() -> str:
    return _("No criteria are written down yet; they stand in the purchasing strategy.")


def describe_strengths(data: StrengthsData) -> str:
    """Return the profile in words, criterion by criterion in the customer's order."""
    return " ".join(_sentences(data)) or _no_criteria()


def _sentences(data: StrengthsData) -> Iterator[str]:
    for place, (name, weight) in enumerate(data.criteria):
        points = ", ".join(f"{_name(each)} {_points(each.points[place])}" for each in data.suppliers)
        yield _("{criterion} ({weight}): {points}.").format(criterion=name, weight=_weight(weight), points=points)
    if data.criteria:
        totals = ", ".join(f"{_name(each)} {_weighted(each)}" for each in data.suppliers)
        yield _("Weighted, of 10: {points}.").format(points=totals)


def _points(points: int | None) -> str:
    return _("unknown") if points is None else number(points)
