"""The way from chapter to chapter: a line of links above and below each chapter, since a rep sees no menus."""

from copy import deepcopy
from pathlib import Path

from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell

from workbook.i18n import _
from workbook.render.html import chapter_title

NAVIGATION = "navigation"


def with_navigation(chapters: dict[Path, NotebookNode]) -> dict[Path, NotebookNode]:
    """Return copies of the chapters, each with links to all others before and to its neighbours after its text."""
    titles = {path.name: chapter_title(notebook) for path, notebook in chapters.items()}
    return {path: _linked(notebook, path.name, titles) for path, notebook in chapters.items()}


def _linked(notebook: NotebookNode, here: str, titles: dict[str, str]) -> NotebookNode:
    linked = deepcopy(notebook)
    linked.cells.insert(0, _cell("navigation-top", _all_chapters(here, titles)))
    linked.cells.append(_cell("navigation-end", _neighbours(here, titles)))
    return linked


def _cell(identity: str, text: str) -> NotebookNode:
    return new_markdown_cell(text, id=identity, metadata={"tags": [NAVIGATION]})


def _all_chapters(here: str, titles: dict[str, str]) -> str:
    links = (f"**{number}**" if name == here else f"[{number}]({name})" for number, name in enumerate(titles))
    return _("Chapters:") + " " + " · ".join(links)


def _neighbours(here: str, titles: dict[str, str]) -> str:
    names = list(titles)
    place = names.index(here)
    back = [f"[← {_words(place - 1, titles)}]({names[place - 1]})"] if place else []
    on = [f"[{_words(place + 1, titles)} →]({names[place + 1]})"] if place + 1 < len(names) else []
    return " · ".join(back + on)


def _words(number: int, titles: dict[str, str]) -> str:
    return f"{number} {list(titles.values())[number]}"
