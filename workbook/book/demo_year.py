"""The demo year: what an invented rep loads, decides and writes in four quarters, through the functions every rep uses.

``data/year`` holds the exports and, in both languages, what is written; ``{de = ..., en = ...}`` is a text.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from workbook.book.confirming import confirm_waiting, waiting_moves
from workbook.book.importing import import_source
from workbook.book.making import create_workbook
from workbook.book.next_export import read_next_export
from workbook.book.opening import open_workbook
from workbook.book.participant import Participant
from workbook.book.quarters import begin_quarter, prepare_quarter
from workbook.book.workbook import Workbook
from workbook.errors import raise_for
from workbook.focus.decide import with_override, with_prospect
from workbook.focus.decisions import Override
from workbook.i18n import LANGUAGES
from workbook.plan.catalogue import section_of
from workbook.plan.draft import Draft
from workbook.portfolio.matching import Matching, match_accounts
from workbook.resources import resource

EMPTY = Matching((), (), (), (), ())


@dataclass(frozen=True, slots=True)
class Played:
    """One quarter of the year as it was played: its day, what the export brought, and how many moves were confirmed."""

    quarter: str
    day: date
    matching: Matching
    moves: int


def play_year(folder: Path, participant: Participant, quarters: int | None = None) -> Iterator[Played]:
    """Make the workbook of the demo year in ``folder`` quarter by quarter; yield each when it is done.

    ``quarters`` stops earlier than after four. The participant's language is the language of what is written.
    """
    for number, story in enumerate(demo_story()[:quarters]):
        matching = _go_on(folder, story) if number else _begin(folder, participant, story)
        book = open_workbook(folder=folder, today=story["day"])
        yield Played(book.quarter, book.today, matching, _live(book, story))


def demo_story() -> list[dict[str, Any]]:
    """Return what happens in each quarter, as it stands in ``data/year/year.toml``."""
    quarters: list[dict[str, Any]] = tomllib.loads(resource("data", "year", "year.toml").read_text("utf-8"))["quarters"]
    return quarters


def _begin(folder: Path, participant: Participant, story: Mapping[str, Any]) -> Matching:
    from workbook.portfolio import ReadOptions, portfolio_to_document, read_portfolio

    options = ReadOptions(fiscal_year_start=participant.fiscal_year_start)
    reading = read_portfolio(_export(story), options=options, today=story["day"])
    create_workbook(folder, participant, portfolio_to_document(reading.require()), import_source(reading))
    return EMPTY


def _go_on(folder: Path, story: Mapping[str, Any]) -> Matching:
    book = open_workbook(folder=folder, today=story["day"])
    new = prepare_quarter(book, read_next_export(book, _export(story)))
    raise_for(new.questions, questions_too=True)
    begin_quarter(book, new)
    return match_accounts(book.portfolio, open_workbook(folder=folder, today=story["day"]).portfolio)


def _export(story: Mapping[str, Any]) -> Path:
    return resource("data", "year", story["export"])


def _live(book: Workbook, story: Mapping[str, Any]) -> int:
    """Decide, confirm and write what the rep does in one quarter; return how many moves were confirmed."""
    if "prospect" in story:
        book.decide(with_prospect(book.formula, story["prospect"]))
    waiting = [move.account for move in waiting_moves(book)]
    confirmed = confirm_waiting(book, waiting, said(story["reason"], book.language)) if waiting else ()
    for swap in story.get("swaps", ()):
        reason = said(swap["reason"], book.language)
        author = book.participant.display_name
        override = Override(**{**swap, "reason": reason, "author": author, "date": book.today})
        book.decide(with_override(book.tiering, override))
    for key, values in story.get("sections", {}).items():
        _write(book, key, said(values, book.language))
    return len(confirmed)


def _write(book: Workbook, key: str, changes: Mapping[str, Any]) -> None:
    section = section_of(key)
    if section is None:
        raise KeyError(key)
    keeper = book.keeper(section[0], **section[1])
    values = keeper.draft.values.model_dump(exclude_defaults=True)
    keeper.save(Draft(section[0].model_validate(changed(values, changes))))


def changed(values: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """Return values with changes in them; entries of a list are changed by their id, unknown ones are added.

    >>> changed({"text": "a", "people": [{"id": "x", "name": "Ada"}]}, {"people": [{"id": "x", "role": "buyer"}]})
    {'text': 'a', 'people': [{'id': 'x', 'name': 'Ada', 'role': 'buyer'}]}
    """
    found = dict(values)
    for name, change in changes.items():
        is_list = isinstance(change, list) and all(isinstance(each, dict) for each in change)
        found[name] = _entries(found.get(name, ()), change) if is_list else change
    return found


def _entries(before: Any, changes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    entries = {each["id"]: dict(each) for each in before}
    for change in changes:
        entries[change["id"]] = {**entries.get(change["id"], {}), **change}
    return list(entries.values())


def said(value: Any, language: str) -> Any:
    """Return a value with every text in one language.

    >>> said([{"what": {"de": "Besuch", "en": "Visit"}, "due": 1}], "de")
    [{'what': 'Besuch', 'due': 1}]
    """
    if isinstance(value, list):
        return [said(each, language) for each in value]
    if not isinstance(value, dict):
        return value
    is_text = set(value) == set(LANGUAGES)
    return value[language] if is_text else {key: said(each, language) for key, each in value.items()}
