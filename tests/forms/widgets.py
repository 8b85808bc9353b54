"""Finding widgets in a form the way a rep does: by the words on them."""

from collections.abc import Iterator
from typing import Any

import ipywidgets as widgets


def walk(widget: widgets.Widget) -> Iterator[widgets.Widget]:
    yield widget
    for child in getattr(widget, "children", ()):
        yield from walk(child)


def find(form: Any, description: str) -> Any:
    found = [each for each in walk(form.view) if getattr(each, "description", "") == description]
    assert len(found) == 1, f"{description}: {len(found)}"
    return found[0]


def notes(form: Any) -> str:
    return " ".join(each.value for each in walk(form.view) if isinstance(each, widgets.HTML))
