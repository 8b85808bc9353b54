"""What is written in one field, in words: the one way in which twins, pages, slides and summaries show an answer."""

from typing import Any

from workbook.i18n import ngettext, number
from workbook.plan.draft import Draft
from workbook.plan.entry import show_entry
from workbook.plan.fields import TEXT_LIMIT, FieldDescription, Kind
from workbook.plan.section import described


def value_at(draft: Draft[Any], path: str) -> Any:
    """Return the value at ``path``, None in the blank entries of a list that is not that long."""
    try:
        return draft.at(path)
    except IndexError:
        return None


def is_answered(draft: Draft[Any], description: FieldDescription, prefix: str = "") -> bool:
    """Return whether somebody has answered a field, understood or not; what stands there by itself is no answer."""
    path = f"{prefix}{description.name}"
    return path in draft.typed or value_at(draft, path) not in (None, (), description.default)


def _as_long_as_fits(text: str) -> str:
    """Return a text that was kept although no field accepts it; nobody reads ten million characters, and no page does.

    >>> _as_long_as_fits("a" * (TEXT_LIMIT + 5))[-39:]
    'aaa … (5 more characters are not shown)'
    """
    more = len(text) - TEXT_LIMIT
    if more <= 0:
        return text
    words = ngettext("{count} more character is not shown", "{count} more characters are not shown", more)
    return f"{text[:TEXT_LIMIT]} … ({words.format(count=number(more))})"


def answer(draft: Draft[Any], path: str, currency: str = "EUR", description: FieldDescription | None = None) -> str:
    """Return what is written at ``path``: values with unit, terms by label, and what is not clear yet.

    Empty where nothing is written. ``description`` saves looking it up.
    """
    description = description or described(draft.section, path)
    value, kept = value_at(draft, path), draft.typed.get(path)
    if kept is not None:
        return ", ".join(text for text in (show_entry(description, value, currency), _as_long_as_fits(kept)) if text)
    if description.kind is Kind.REFERENCE and description.refers_to:
        entries = getattr(draft.values, description.refers_to)
        return next((each.heading for each in entries if each.id and each.id == value), "")
    return show_entry(description, value, currency)
