"""The way from chapter to chapter, since a rep sees no menus: all with their progress above, neighbours below."""

from copy import deepcopy
from pathlib import Path

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell

from workbook.render.html import chapter_title

NAVIGATION = "navigation"
# The cells that open the workbook come first, so that the way through it can be shown above the title.
OPENING_TAGS = frozenset({"parameters", "setup"})
WAY = "from workbook.chapters import navigation\n\nnavigation.show(book)"


def with_navigation(chapters: dict[Path, NotebookNode]) -> dict[Path, NotebookNode]:
    """Return copies of the chapters: opened first, then the way through all of them, their text, their neighbours."""
    titles = {path.name: chapter_title(notebook) for path, notebook in chapters.items()}
    return {path: _linked(notebook, path.name, titles) for path, notebook in chapters.items()}


def _linked(notebook: NotebookNode, here: str, titles: dict[str, str]) -> NotebookNode:
    linked = deepcopy(notebook)
    opening = [cell for cell in linked.cells if OPENING_TAGS & set(cell.metadata.get("tags", ()))]
    text = [cell for cell in linked.cells if cell not in opening]
    way = new_code_cell(WAY, id="navigation-way", metadata={"tags": [NAVIGATION], "jupyter": {"source_hidden": True}})
    end = new_markdown_cell(_neighbours(here, titles), id="navigation-end", metadata={"tags": [NAVIGATION]})
    linked.cells = [*opening, way, *text, end]
    return linked


def _neighbours(here: str, titles: dict[str, str]) -> str:
    names = list(titles)
    place = names.index(here)
    back = [f"[← {_words(place - 1, titles)}]({names[place - 1]})"] if place else []
    on = [f"[{_words(place + 1, titles)} →]({names[place + 1]})"] if place + 1 < len(names) else []
    return " · ".join(back + on)


def _words(number: int, titles: dict[str, str]) -> str:
    return f"{number} {list(titles.values())[number]}"
