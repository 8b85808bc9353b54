"""Everything a rep wrote as one readable document, with names or with codes in their place."""

import re
from itertools import groupby
from operator import attrgetter
from typing import Any

from workbook.book import accounts
from workbook.book.calendar_memory import KEY as CALENDAR
from workbook.book.continued import CONTINUED
from workbook.book.named import COHORT_TEXTS, PSEUDONYMS, TIERING
from workbook.book.participant import KEY as PARTICIPANT
from workbook.book.participant import Participant
from workbook.book.standing import BEFORE, CONFIRMED
from workbook.book.undecided import KEY as UNDECIDED
from workbook.book.undecided import without_lines
from workbook.i18n import N_, _
from workbook.plan.catalogue import section_of
from workbook.plan.pseudonyms import Pseudonyms
from workbook.plan.section import described, has_field
from workbook.store import Revision
from workbook.terms import Term

# Sections that hold nothing a rep has written.
NOBODYS_WORDS = frozenset({PARTICIPANT, accounts.KEY, PSEUDONYMS, CALENDAR, COHORT_TEXTS, BEFORE, CONTINUED})
_TITLES = {
    TIERING: N_("Rules and decisions about the layers"),
    accounts.KEY: N_("Accounts as they were imported"),
    PARTICIPANT: N_("Participant"),
    CONFIRMED: N_("Moves between the layers that you confirmed"),
    CALENDAR: N_("What your calendar was told"),
    COHORT_TEXTS: N_("Texts of your trainer"),
    UNDECIDED: N_("Picked or typed, and not decided yet"),
}
_FIELD = re.compile(r"[a-z0-9_.]+")
_CODES = frozenset(str(member) for terms in Term.__subclasses__() for member in terms)


def title_of(key: str) -> str:
    """Return what a section is called, in the language in use.

    >>> title_of("year_plan/K-7"), title_of("portfolio")
    ('Year plan', 'Accounts as they were imported')
    """
    found = section_of(key)
    return _(found[0].TITLE) if found else _(_TITLES.get(key) or _TITLES.get(key.partition("/")[0], key))


def account_in(key: str) -> str | None:
    """Return the id of the account a section is about, None for the others."""
    found = section_of(key)
    return found[1].get("account_id") if found else None


def field_of(key: str, path: str) -> str:
    """Return what the field at a path of a stored document is called, the path itself where it is no field of ours.

    >>> field_of("year_plan/K-7", "values.actions.0.owner"), field_of("portfolio", "portfolio.accounts.name.0")
    ('Who does it', 'portfolio.accounts.name.0')
    """
    found, below = section_of(key), path.partition(".")[2]
    return described(found[0], below).label if found and below and has_field(found[0], below) else path


def portable(participant: Participant, revisions: tuple[Revision, ...]) -> dict[str, Any]:
    """Return everything written in ``revisions`` (newest first): each section with all its texts and their days."""
    written = sorted((each for each in revisions if each.section not in NOBODYS_WORDS), key=attrgetter("section"))
    return {
        "schema": 1,
        "participant": participant.model_dump(mode="json"),
        "accounts": _accounts(revisions),
        "sections": [_section(key, list(texts), participant) for key, texts in groupby(written, attrgetter("section"))],
    }


def _section(key: str, texts: list[Revision], participant: Participant) -> dict[str, Any]:
    return {
        "key": key,
        "title": title_of(key),
        "account": account_in(key),
        "texts": [_text(each, participant) for each in texts],
    }


def _text(revision: Revision, participant: Participant) -> dict[str, Any]:
    # The day is all that is told; the exact time does not leave the store.
    day = revision.saved_at.astimezone(participant.zone).date()
    document = without_lines(revision.document) if _is_undecided(revision.section) else revision.document
    said = {name: value for name, value in document.items() if name != "schema"}
    return {"quarter": revision.quarter, "day": day.isoformat(), **said}


def _is_undecided(key: str) -> bool:
    return key.startswith(f"{UNDECIDED}/")


def _accounts(revisions: tuple[Revision, ...]) -> list[dict[str, Any]]:
    """Return ids and names of the newest list, so that a reader knows which account a section is about."""
    newest = next((each.document["portfolio"] for each in revisions if each.section == accounts.KEY), None)
    if newest is None:
        return []
    return [{"id": of, "name": name} for of, name in zip(newest["ids"], newest["accounts"]["name"], strict=True)]


def with_codes(document: dict[str, Any], codes: Pseudonyms) -> dict[str, Any]:
    """Return a stored document with codes in place of the names in its texts."""
    return dict(_redacted(document, codes))


def redacted(document: dict[str, Any], codes: Pseudonyms) -> dict[str, Any]:
    """Return a portable document with codes for people, companies and account ids, in texts, keys and decisions."""
    return {
        **dict(_redacted(document, codes)),
        "accounts": [{"id": codes.id(each["id"]), "name": codes.code(each["name"])} for each in document["accounts"]],
        "sections": [_redacted_section(section, codes) for section in document["sections"]],
        "plans": [_redacted_plan(plan, codes) for plan in document["plans"]],
    }


def _redacted_section(section: dict[str, Any], codes: Pseudonyms) -> dict[str, Any]:
    # Decisions hold ids as whole texts, and an id such as "7" is found only there.
    of, decided = section["account"], section["key"] == TIERING or _is_undecided(section["key"])
    key = section["key"].replace(of, codes.id(of)) if of else codes.text(section["key"])
    texts = [_redacted(text, codes, ids=decided) for text in section["texts"]]
    return {**section, "key": key, "account": codes.id(of) if of else None, "texts": texts}


def _redacted_plan(plan: dict[str, Any], codes: Pseudonyms) -> dict[str, Any]:
    names = {"account": codes.id(plan["account"]), "name": codes.code(plan["name"])}
    return {**dict(_redacted(plan, codes)), **names}


def _redacted(value: Any, codes: Pseudonyms, *, ids: bool = False) -> Any:
    if isinstance(value, dict):
        return {_redacted_name(key, codes): _redacted(each, codes, ids=ids) for key, each in value.items()}
    if isinstance(value, list):
        return [_redacted(each, codes, ids=ids) for each in value]
    if not isinstance(value, str) or value in _CODES:
        return value
    code = codes.id(value) if ids else value
    return code if code != value else codes.text(value)


def _redacted_name(name: str, codes: Pseudonyms) -> str:
    # Names of fields are ours; a document of another hand may hold other names.
    return name if _FIELD.fullmatch(name) else codes.text(name)
