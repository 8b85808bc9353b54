"""Accounts that go on under another id: what was written about the old one is written about the new one too."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from workbook.focus.decisions import Decisions, Override
from workbook.plan.account_facts import AccountFacts
from workbook.plan.catalogue import section_of

if TYPE_CHECKING:
    from workbook.book.workbook import Workbook

# Old id -> new id of every account that goes on under another one, and new id -> old id of every part split off one.
CONTINUED = "accounts/continued"
# What an export says better than the rep once it knows the account.
_NAMED_BY_EXPORT = ("name", "status", "left_out")


def continued_documents(book: "Workbook", pairs: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """Return the documents of the old accounts under the keys of the new ones; where two are merged the first wins."""
    found: dict[str, dict[str, Any]] = {}
    for key, document in book.documents().items():
        section = section_of(key)
        old = section[1].get("account_id") if section else None
        if section and old is not None and old in pairs:
            new_key = section[0].key(account_id=pairs[old])
            found.setdefault(new_key, _as_facts(document) if section[0] is AccountFacts else document)
    return found


def continued_with(
    book: "Workbook", *, pairs: Mapping[str, str] | None = None, parts: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """Return the document kept under `CONTINUED` with more pairs (old to new) and parts (new to old); none is lost."""
    known: dict[str, Any] = {"schema": 1, "pairs": {}, "parts": {}} | (book.remembered(CONTINUED) or {})
    return {**known, "pairs": {**known["pairs"], **(pairs or {})}, "parts": {**known["parts"], **(parts or {})}}


def split_off(book: "Workbook") -> dict[str, str]:
    """Return the accounts the rep has called a part of another one: id of the part -> id the whole had."""
    return dict(continued_with(book)["parts"])


def _as_facts(document: dict[str, Any]) -> dict[str, Any]:
    values = {name: value for name, value in document["values"].items() if name not in _NAMED_BY_EXPORT}
    return {**document, "values": values}


def renamed_ids(pairs: Mapping[str, str], account_id: str) -> str:
    """Return the id an account has now, through several quarters.

    >>> renamed_ids({"1": "A", "A": "B"}, "1")
    'B'
    """
    seen = {account_id}
    while account_id in pairs and pairs[account_id] not in seen:
        account_id = pairs[account_id]
        seen.add(account_id)
    return account_id


def former_ids(pairs: Mapping[str, str], account_id: str) -> tuple[str, ...]:
    """Return the ids an account had before, sorted.

    >>> former_ids({"1": "A", "A": "B", "2": "C"}, "B")
    ('1', 'A')
    """
    return tuple(sorted(old for old in pairs if renamed_ids(pairs, old) == account_id != old))


def key_now(pairs: Mapping[str, str], key: str) -> str:
    """Return the key a section has under the id its account has now.

    >>> key_now({"1": "A"}, "year_plan/1"), key_now({"1": "A"}, "review")
    ('year_plan/A', 'review')
    """
    found = section_of(key)
    if found is None or "account_id" not in found[1]:
        return key
    return found[0].key(**{**found[1], "account_id": renamed_ids(pairs, found[1]["account_id"])})


def with_new_ids(decisions: Decisions, pairs: Mapping[str, str]) -> Decisions:
    """Return decisions that name accounts by the ids they have now."""
    if not pairs:
        return decisions
    return decisions.model_copy(
        update={
            "prospect": tuple(renamed_ids(pairs, each) for each in decisions.prospect),
            "confirmed_former": tuple(renamed_ids(pairs, each) for each in decisions.confirmed_former),
            "overrides": tuple(_override(each, pairs) for each in decisions.overrides),
        }
    )


def _override(override: Override, pairs: Mapping[str, str]) -> Override:
    entering, leaving = (renamed_ids(pairs, each) for each in (override.account_in, override.account_out))
    return override.model_copy(update={"account_in": entering, "account_out": leaving})
