"""Widgets that share layouts and styles: a third of the messages to the browser, so that long forms open quickly."""

from functools import cache
from typing import Any

import ipywidgets as widgets

FITTING = {"width": "auto"}


def make(kind: type[widgets.Widget], *children: Any, layout: Any = None, **traits: Any) -> Any:
    """Return a widget of a kind; widgets of equal layout share one, and so do widgets of one kind their style."""
    shared: dict[str, Any] = {"layout": _layout(tuple((layout or {}).items()))}
    if "style" in kind.class_trait_names():
        shared["style"] = _style(kind.__name__)
    return kind(*children, **shared, **traits)


def show_if(widget: widgets.DOMWidget, is_wanted: bool) -> None:
    """Show a widget, or hide it where it is; it is closed with what it stands in either way."""
    (widget.remove_class if is_wanted else widget.add_class)("wb-hidden")


@cache
def _layout(options: tuple[tuple[str, str], ...]) -> widgets.Layout:
    return widgets.Layout(**dict(options))


@cache
def _style(kind: str) -> Any:
    style = getattr(widgets, kind).class_traits()["style"].klass
    return style(**({"description_width": "initial"} if "description_width" in style.class_trait_names() else {}))
