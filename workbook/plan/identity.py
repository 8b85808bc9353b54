"""Every entry of a list has an id that survives edits and re-ordering; documents without one get it on reading.

Calendars and references know an entry by its id. One that was saved without is named after its place, so that two
readings of the same document agree until the next save writes the id down.
"""

from collections.abc import Iterable
from hashlib import blake2s
from typing import Any

from pydantic import BaseModel

from workbook.plan.fields import Kind, describe

ID_BYTES = 4


def with_ids(model: type[BaseModel], values: dict[str, Any], place: str = "") -> dict[str, Any]:
    """Return the values of a saved document with an id on every entry of its lists; no two of a list share one.

    >>> from workbook.plan.year_plan import YearPlan
    >>> [each["id"] for each in with_ids(YearPlan, {"actions": [{"id": "a"}, {"id": "a"}, {}]})["actions"]]
    ['a', 'bf2713e6', '05984735']
    """
    lists = {each.name: each.entry for each in describe(model) if each.kind is Kind.ITEMS}
    named = {
        name: _named(entry, values[name], f"{place}{name}")
        for name, entry in lists.items()
        if isinstance(values.get(name), list)
    }
    return {**values, **named}


def _named(model: type[BaseModel], entries: list[Any], place: str) -> list[Any]:
    taken = {own for each in entries if isinstance(own := _own_id(each), str)}
    seen: set[str] = set()
    named: list[Any] = []
    for number, entry in enumerate(entries):
        own = _own_id(entry)
        # What is no entry is refused by the model and kept as text.
        if own is not None:
            kept = own if own and own not in seen else _free(f"{place}.{number}", taken)
            seen.add(kept)
            taken.add(kept)
            entry = with_ids(model, {**entry, "id": kept}, f"{place}.{kept}.")
        named.append(entry)
    return named


def _own_id(entry: Any) -> str | None:
    """Return the id of an entry, "" while it has none that can be used, None for what is no entry."""
    if not isinstance(entry, dict):
        return None
    own = entry.get("id")
    return own if isinstance(own, str) else ""


def _free(place: str, taken: Iterable[str]) -> str:
    """Return an id made from a place that no other entry has."""
    attempt = 0
    while (found := blake2s(f"{place}#{attempt}".encode(), digest_size=ID_BYTES).hexdigest()) in taken:
        attempt += 1
    return found
