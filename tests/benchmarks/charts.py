"""How long the pictures and the page take, once everything is imported and the typeface is read.

Run with `python -m tests.benchmarks.charts`, or with all others by `make bench`.
"""

import sys
from collections.abc import Callable

import nbformat.v4 as v4

from tests.benchmarks.focus import TODAY, fastest, make_portfolio
from workbook.charts.matrix import draw_matrix
from workbook.charts.pareto import draw_pareto
from workbook.charts.picture import show
from workbook.charts.potential import draw_potential
from workbook.charts.pyramid import draw_pyramid
from workbook.charts.pyramid_data import pyramid_of
from workbook.charts.stability import draw_stability
from workbook.focus.decisions import Decisions, Rules
from workbook.focus.stability import measure_stability
from workbook.focus.tiering import Tiering, tier
from workbook.render.html import Chapter, Page, chapter_html, compose_workbook

TIMES = 5


def measure() -> dict[str, float]:
    """Return seconds per measurement: drawing with both forms of the image, and the page of nine chapters."""
    sixty, many = (tier(make_portfolio(count), Rules(), Decisions(), today=TODAY) for count in (60, 500))
    return {
        **{f"{name}, 60 accounts": fastest(picture, TIMES) for name, picture in _pictures(sixty).items()},
        **{f"{name}, 500 accounts": fastest(picture, TIMES) for name, picture in _pictures(many).items()},
        "page of nine chapters": _time_page(sixty),
    }


def _pictures(tiering: Tiering) -> dict[str, Callable[[], object]]:
    drawings = {
        "pyramid": lambda: draw_pyramid(pyramid_of(tiering)),
        "pareto": lambda: draw_pareto(tiering),
        "potential": lambda: draw_potential(tiering),
        "matrix": lambda: draw_matrix(tiering),
        "stability": lambda: draw_stability(measure_stability(tiering)),
    }
    return {name: lambda draw=draw: show(draw(), "words")._repr_html_() for name, draw in drawings.items()}


def _time_page(tiering: Tiering) -> float:
    output = v4.new_output("display_data", {"text/html": show(draw_pyramid(pyramid_of(tiering)), "x")._repr_html_()})
    texts = [v4.new_markdown_cell("## Heading\n\n" + "A sentence of a chapter. " * 40) for _ in range(20)]
    notebook = v4.new_notebook(cells=[v4.new_code_cell("show()", outputs=[output]), *texts])

    def compose() -> str:
        chapters = [Chapter(f"c{place}", str(place), "Title", 10, chapter_html(notebook)) for place in range(9)]
        return compose_workbook(Page("de", "Workbook", "Name", "Cohort", "23.11.2026", chapters))

    return fastest(compose, TIMES)


if __name__ == "__main__":
    for name, seconds in measure().items():
        sys.stdout.write(f"{name:<28}{seconds * 1000:>10,.1f} ms\n")
