"""Who and what is named in a workbook, in all its revisions: what codes are made for."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from workbook.book import accounts
from workbook.book.participant import KEY as PARTICIPANT
from workbook.plan.catalogue import section_of
from workbook.plan.draft import Draft
from workbook.plan.pseudonyms import names_in
from workbook.store import Revision

TIERING, PSEUDONYMS, COHORT_TEXTS = "tiering", "pseudonyms", "cohort_texts"


@dataclass(frozen=True, slots=True)
class Named:
    """The names of people and companies, and the ids of accounts."""

    people: set[str] = field(default_factory=set)
    companies: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)


def named_in(revisions: Iterable[Revision]) -> Named:
    """Return everybody named in the fields made for names, the rep and the trainer, and every account ever listed.

    Earlier revisions count: somebody who is no longer in the plan may still stand in a note.
    """
    named = Named()
    for revision in revisions:
        found = section_of(revision.section)
        if found:
            people, companies = names_in([Draft.from_document(found[0], revision.document)])
            _add(named.people, people)
            _add(named.companies, companies)
            _add(named.ids, [found[1].get("account_id")])
        elif revision.section in _OTHERS:
            _OTHERS[revision.section](named, revision.document)
    return named


def _of_participant(named: Named, document: dict[str, Any]) -> None:
    _add(named.people, (document["values"].get(name) for name in ("display_name", "trainer")))


def _of_accounts(named: Named, document: dict[str, Any]) -> None:
    columns = document["portfolio"]["accounts"]
    _add(named.people, columns.get("owner", ()))
    for name in ("name", "group_parent", "incumbent_competitor"):
        _add(named.companies, columns.get(name, ()))
    _add(named.ids, document["portfolio"]["ids"])


def _of_tiering(named: Named, document: dict[str, Any]) -> None:
    decisions = document["decisions"]
    _add(named.people, (each.get("author") for name in ("waivers", "overrides") for each in decisions.get(name, ())))


_OTHERS = {PARTICIPANT: _of_participant, accounts.KEY: _of_accounts, TIERING: _of_tiering}


def _add(names: set[str], found: Iterable[str | None]) -> None:
    names.update(name for name in found if name)
