"""The layers of every account over the quarters, one line for each that was ever in the five or the 15."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from matplotlib.figure import Figure

from workbook import look
from workbook.charts import fonts
from workbook.charts.canvas import PAGE_WIDTH, SMALL, STRONG, Sheet, Words
from workbook.focus.paths import Path
from workbook.i18n import _, ngettext, number
from workbook.terms import Layer

ROW, GROUP, HEAD, FOOT = 0.215, 0.36, 0.26, 0.26
LEFT, WIDEST, BAR = 2.75, 1.15, 0.15
NAME = Words(size=9.0)
# More quarters than these make the columns too narrow for their names; more of the rest than these are counted.
MOST_QUARTERS, MOST_OF_THE_REST = 8, 14

Group = tuple[str, tuple[Path, ...]]


def draw_layer_history(paths: Sequence[Path], quarters: Sequence[str]) -> Figure:
    """Return one line per account; the bar changes its shade where the account changed its layer.

    The last eight quarters are shown. Accounts that were always in the rest are counted below.
    """
    quarters = quarters[-MOST_QUARTERS:]
    groups = _groups([_cut(path) for path in paths])
    sheet = Sheet(PAGE_WIDTH, HEAD + sum(GROUP + ROW * len(rows) for _name, rows in groups) + FOOT)
    wide = min(WIDEST, (PAGE_WIDTH - LEFT) / len(quarters))
    for place, quarter in enumerate(quarters):
        sheet.write(LEFT + wide * (place + 0.5), sheet.height - 0.14, quarter, SMALL.but(align="center"))
    y = sheet.height - HEAD
    for name, rows in groups:
        sheet.write(0, y - 0.19, name, STRONG)
        y -= GROUP
        for path in rows:
            _draw_path(sheet, path, (y, wide))
            y -= ROW
    sheet.write(0, 0.06, _others(paths, groups), SMALL)
    return sheet.figure


def _cut(path: Path) -> Path:
    return Path(path.account, path.name, path.layers[-MOST_QUARTERS:])


def _groups(paths: Sequence[Path]) -> list[Group]:
    """Return who is followed one by one, by the layer of today, with a heading each."""
    followed = [path for path in paths if not path.always_rest]
    found = {layer.label: tuple(path for path in followed if path.now is layer) for layer in Layer}
    found[Layer.REST.label] = _latest_first(found[Layer.REST.label])[:MOST_OF_THE_REST]
    found[_("No longer in the export")] = _latest_first(path for path in followed if path.now is None)[
        :MOST_OF_THE_REST
    ]
    return [(name, rows) for name, rows in found.items() if rows]


def _latest_first(paths: Iterable[Path]) -> tuple[Path, ...]:
    return tuple(sorted(paths, key=lambda path: len(list(next(groupby(reversed(path.layers)))[1]))))


def _draw_path(sheet: Sheet, path: Path, place: tuple[float, float]) -> None:
    y, wide = place
    sheet.write(0.1, y, fonts.fit(path.name, LEFT - 0.25, NAME.face, NAME.size), NAME)
    column = 0
    for layer, same in groupby(path.layers):
        count = len(list(same))
        if layer is not None:
            left, right = LEFT + wide * column, LEFT + wide * (column + count)
            _draw_run(sheet, layer, (left + 0.02, right - 0.02), y)
        column += count


def _draw_run(sheet: Sheet, layer: Layer, span: tuple[float, float], y: float) -> None:
    fill, ink = look.LAYERS[layer]
    left, right = span
    low = y - 0.035
    sheet.shape([(left, low), (right, low), (right, low + BAR), (left, low + BAR)], fill)
    sheet.write(left + 0.06, y, short_name(layer), Words(size=8.0, face="semibold", colour=ink))


def short_name(layer: Layer) -> str:
    """Return a layer in as few letters as possible: 5, 15, Rest."""
    return {Layer.TOP5: "5", Layer.NEXT15: "15", Layer.REST: _("Rest")}[layer]


def _others(paths: Sequence[Path], groups: Sequence[Group]) -> str:
    shown = sum(path.now is Layer.REST for _name, rows in groups for path in rows)
    count = sum(path.now is Layer.REST for path in paths) - shown
    if not count:
        return _("Every account is shown.")
    sentence = ngettext("{count} more account is in the rest.", "{count} more accounts are in the rest.", count)
    return sentence.format(count=number(count))


def describe_layer_history(paths: Sequence[Path], quarters: Sequence[str]) -> str:
    """Return who changed the layer and when, in words, and how many stayed where they were."""
    changed = [path for path in paths if not path.always_rest and len({*path.layers}) > 1]
    told = [_in_words(path, quarters) for path in changed]
    stayed = len(paths) - len(changed)
    sentence = ngettext("{count} account stayed in its layer.", "{count} accounts stayed in their layers.", stayed)
    return " ".join([*told, sentence.format(count=number(stayed))])


def _in_words(path: Path, quarters: Sequence[str]) -> str:
    return f"{path.name}: {', '.join(_spans(path, quarters))}."


def _spans(path: Path, quarters: Sequence[str]) -> Iterator[str]:
    for layer, same in groupby(zip(path.layers, quarters, strict=True), key=lambda pair: pair[0]):
        label = layer.label if layer else _("not in the export")
        yield _("{layer} from {quarter}").format(layer=label, quarter=next(iter(same))[1])
