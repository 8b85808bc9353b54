"""Five names from memory, written before the list was looked at, and how they compare with the formula."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from workbook.book import Workbook
from workbook.chapters.layers import name_of
from workbook.chapters.opening import section_form, values
from workbook.chapters.panels import Column, Panel, Words, badge, note, table, together
from workbook.focus.tiering import Tiering
from workbook.forms.form import SectionForm
from workbook.forms.places import place_named
from workbook.i18n import _, number
from workbook.plan.exercise import Answer
from workbook.terms import Layer

GUESS = place_named("guess")
PLACE = {"chapter": "start", "name": "guess"}
# People write "Aldersee" for "Aldersee Papier GmbH"; below this likeness a name is not taken for another.
LIKENESS = 0.6


def guess_form(book: Workbook) -> SectionForm:
    """Return the form for the five names."""
    form = section_form(book, Answer, **PLACE)
    form.place = GUESS
    return form


def guessed_lines(book: Workbook) -> tuple[str, ...]:
    """Return the lines that say something."""
    text = values(book, Answer, **PLACE).text or ""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def compare_guess(book: Workbook) -> Panel:
    """Return each guessed name with the account it means and the layer the formula gives it."""
    lines = guessed_lines(book)
    if not lines:
        return note(_("You have written no names yet. You can still do it in the chapter “Start”."), "warn")
    known = {str(name).casefold(): str(account_id) for account_id, name in book.tiering.table["name"].items()}
    meant = {line: account_meant(line, known) for line in lines}
    hits = sum(_layer_of(book.tiering, account_id) is Layer.TOP5 for account_id in meant.values())
    columns = (Column(_("You wrote")), Column(_("Account")), Column(_("Layer of the formula")))
    sentence = _("{hits} of your {count} names are among the formula's five.")
    summary = note(sentence.format(hits=number(hits), count=number(len(lines))))
    return together(summary, table(columns, (_row(book.tiering, *pair) for pair in meant.items())))


def account_meant(line: str, known: Mapping[str, str]) -> str | None:
    """Return the id of the account a line speaks of: its name, the beginning of its name, or a similar name.

    >>> known = {"aldersee papier": "A-01", "bornholt chemie": "B-02"}
    >>> account_meant("Aldersee: largest customer", known), account_meant("Bornholdt Chemie", known)
    ('A-01', 'B-02')
    >>> account_meant("?", known)
    """
    text = line.casefold()
    words = text.replace(",", " ").replace(":", " ").split()
    for name, account_id in known.items():
        if name in text or (words and len(words[0]) > 3 and name.startswith(words[0])):
            return account_id
    close = get_close_matches(text, known, n=1, cutoff=LIKENESS)
    return known[close[0]] if close else None


def _layer_of(tiering: Tiering, account_id: str | None) -> Layer | None:
    layers: Any = tiering.table["layer"]
    return None if account_id is None else layers[account_id]


def _row(tiering: Tiering, line: str, account_id: str | None) -> tuple[Words, ...]:
    layer = _layer_of(tiering, account_id)
    if account_id is None or layer is None:
        return line, _("not found in your list"), "\N{EN DASH}"
    return line, name_of(tiering, account_id), badge(layer.label, layer)
