"""Small parts of the forms that load accounts: a file chooser, a button, a title, a list to choose from."""

from collections.abc import Callable, Sequence
from html import escape
from typing import Any

import ipywidgets as widgets

from workbook.chapters.intake import Upload
from workbook.forms.shared import FITTING, make

ACCEPTED = ".csv,.tsv,.txt,.xlsx,.xlsm"
NOTHING = ""


def file_button(label: str, take: Callable[[Upload], None]) -> widgets.FileUpload:
    """Return a button that lets the rep choose one file, and hands it to ``take``."""
    made = make(widgets.FileUpload, description=label, tooltip=label, accept=ACCEPTED, multiple=False, layout=FITTING)

    def uploaded(change: dict[str, Any]) -> None:
        if change["new"]:
            sent = change["new"][0]
            take(Upload(sent["name"], bytes(sent["content"])))
            # Emptied, so that the same file can be chosen once more after it was corrected.
            made.value = ()

    made.observe(uploaded, names="value")
    return made


def push_button(label: str, act: Callable[[], None]) -> widgets.Button:
    """Return a button that does something."""
    made = make(widgets.Button, description=label, tooltip=label, layout=FITTING)
    made.on_click(lambda _button: act())
    return made


def group_title(text: str) -> widgets.HTML:
    """Return the title of a group of widgets."""
    return make(widgets.HTML, f'<p class="wb-group-label">{escape(text)}</p>')


def select(
    label: str, options: Sequence[tuple[str, str]], chosen: str | None, take: Callable[[str | None], None]
) -> widgets.Dropdown:
    """Return a list of (text, code) to choose from; ``take`` gets the code, None for the first entry, `NOTHING`."""
    known = chosen if chosen in [code for _text, code in options] else NOTHING
    made = make(widgets.Dropdown, options=list(options), value=known, description=label, tooltip=label)
    made.observe(lambda change: take(change["new"] or None), names="value")
    return made
