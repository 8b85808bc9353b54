"""What chapters show beside pictures and forms: notes, facts, tables, steps. Every text is escaped on its way in.

>>> str(note("Müller <GmbH> & Co").html)
'<p class="wb-note">Müller &lt;GmbH&gt; &amp; Co</p>'
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from markupsafe import Markup

from workbook.i18n import money
from workbook.terms import Layer

# A text is escaped when it is shown; what is Markup already came from here.
Words = str | Markup


@dataclass(frozen=True, slots=True)
class Panel:
    """A piece of a page: HTML in which every text from outside is escaped."""

    html: Markup

    def _repr_html_(self) -> str:
        return str(self.html)

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        return {"text/html": str(self.html), "text/plain": self.html.striptags()}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table; amounts stand at the right."""

    heading: str
    amount: bool = False


def note(text: Words, mood: str = "note") -> Panel:
    """Return a remark; ``mood`` is "note", "warn" (something to do) or "good"."""
    return Panel(Markup('<p class="wb-{}">{}</p>').format(mood, text))


def paragraph(text: Words) -> Panel:
    """Return a plain paragraph."""
    return Panel(Markup("<p>{}</p>").format(text))


def facts(pairs: Iterable[tuple[str, Words]]) -> Panel:
    """Return labels with their values."""
    rows = Markup("").join(Markup("<dt>{}</dt><dd>{}</dd>").format(*pair) for pair in pairs)
    return Panel(Markup('<dl class="wb-facts">{}</dl>').format(rows))


def side_by_side(pairs: Iterable[tuple[str, Words]]) -> Panel:
    """Return labels with their values next to each other, such as amounts to compare."""
    # No definition list: JupyterLab has a style of its own for those.
    cell = Markup("<div><span>{}</span> <strong>{}</strong></div>")
    cells = Markup("").join(cell.format(*pair) for pair in pairs)
    return Panel(Markup('<div class="wb-figures">{}</div>').format(cells))


def table(columns: Sequence[Column], rows: Iterable[Sequence[Words]], caption: str = "") -> Panel:
    """Return a table; the first cell of each row is its heading."""
    head = Markup("").join(Markup('<th scope="col"{}>{}</th>').format(_side(each), each.heading) for each in columns)
    body = Markup("").join(_row(columns, row) for row in rows)
    title = Markup("<caption>{}</caption>").format(caption) if caption else ""
    rows_of_all = Markup("<thead><tr>{}</tr></thead><tbody>{}</tbody>").format(head, body)
    return Panel(Markup('<div class="wb-wide"><table class="wb-table">{}{}</table></div>').format(title, rows_of_all))


def _row(columns: Sequence[Column], row: Sequence[Words]) -> Markup:
    first = Markup('<th scope="row">{}</th>').format(row[0])
    cells = zip(columns[1:], row[1:], strict=True)
    rest = Markup("").join(Markup("<td{}>{}</td>").format(_side(column), words) for column, words in cells)
    return Markup("<tr>{}{}</tr>").format(first, rest)


def _side(column: Column) -> Markup:
    return Markup(' class="wb-amount"') if column.amount else Markup("")


def steps(texts: Iterable[Words]) -> Panel:
    """Return numbered steps."""
    items = Markup("").join(Markup("<li>{}</li>").format(text) for text in texts)
    return Panel(Markup('<ol class="wb-steps">{}</ol>').format(items))


def card(title: Words, *inside: Panel) -> Panel:
    """Return panels under a title of their own."""
    heading = Markup('<p class="wb-card-title"><strong>{}</strong></p>').format(title)
    return Panel(Markup('<div class="wb-card">{}{}</div>').format(heading, together(*inside).html))


def together(*panels: Panel) -> Panel:
    """Return panels one below the other."""
    return Panel(Markup("").join(panel.html for panel in panels))


def badge(text: str, layer: Layer | None = None) -> Markup:
    """Return a short text in a frame, in the colour of a layer if there is one."""
    style = f"wb-badge wb-badge-{layer.value}" if layer else "wb-badge"
    return Markup('<span class="{}">{}</span>').format(style, text)


def strong(text: str) -> Markup:
    """Return a text that stands out."""
    return Markup("<strong>{}</strong>").format(text)


def soft(text: str) -> Markup:
    """Return a text that stands back."""
    return Markup('<span class="wb-soft">{}</span>').format(text)


def spaced(*words: Words) -> Markup:
    """Return words in one line, without those that are empty."""
    return Markup(" ").join(each for each in words if each)


def amount_in_words(amount: Decimal | None, currency: str, unknown: str = "\N{EN DASH}") -> str:
    """Return an amount of money, or a dash (or ``unknown``) when it is not known."""
    return unknown if amount is None else money(amount, currency)
