"""The accounts of a quarter: section ``portfolio``, and what the rep entered on top in ``account_facts/<id>``."""

import hashlib
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from workbook.plan.account_facts import AccountFacts
from workbook.plan.draft import Draft
from workbook.store import Revision, Store

if TYPE_CHECKING:
    from workbook.portfolio.model import Portfolio

KEY = "portfolio"
FACTS = "account_facts/"
# What an export says; the day of the import, and what follows from the day, is no difference.
_LASTING = ("accounts", "revenue", "margin")


def to_document(portfolio: dict[str, Any], source: dict[str, Any]) -> dict[str, Any]:
    """Return the document of an import: the typed rows, where they come from, and a hash of the content."""
    return {"schema": 1, "portfolio": portfolio, "source": source, "hash": content_hash(portfolio)}


def content_hash(portfolio: dict[str, Any]) -> str:
    """Return a hash of what the accounts say; the order of rows and the day of the import do not change it.

    >>> one = {"ids": ["1", "2"], "accounts": {"name": ["A", "B"]}, "as_of": "2026-11-23"}
    >>> two = {"ids": ["2", "1"], "accounts": {"name": ["B", "A"]}, "as_of": "2026-11-24"}
    >>> content_hash(one) == content_hash(two)
    True
    """
    ids = portfolio.get("ids", [])
    order = sorted(range(len(ids)), key=lambda row: str(ids[row]))
    tables = {name: _sorted_rows(portfolio.get(name, {}), order) for name in _LASTING}
    said = {"ids": sorted(ids), "currency": portfolio.get("currency"), **tables}
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def _sorted_rows(columns: dict[str, list[Any]], order: list[int]) -> dict[str, list[Any]]:
    return {name: [values[row] for row in order] for name, values in columns.items()}


def is_unchanged(stored: Revision, document: dict[str, Any]) -> bool:
    """Return whether an import brings the accounts that are stored already."""
    return bool(stored.document["hash"] == document["hash"])


def facts(store: Store, quarter: str) -> dict[str, dict[str, Any]]:
    """Return what the rep entered, by account id and column of the portfolio; what is unknown is left out."""
    entered = store.read_all(FACTS, quarter)
    drafts = {key: Draft.from_document(AccountFacts, revision.document) for key, revision in entered.items()}
    return {key.removeprefix(FACTS): draft.values.known() for key, draft in drafts.items()}


def with_entries(imported: "Portfolio", entered: dict[str, dict[str, Any]]) -> "Portfolio":
    """Return the imported accounts with what the rep entered, without those the rep has left out.

    An account that is in no list counts when the rep has given it a name or a status; facts about an account that has
    left the list wait for its return.
    """
    from workbook.portfolio import with_facts

    listed = set(imported.accounts.index)
    counted = {each: known for each, known in entered.items() if each in listed or {"name", "status"} & set(known)}
    left_out = [each for each, known in counted.items() if known.get("left_out")]
    return _without(with_facts(imported, counted), left_out)


def _without(portfolio: "Portfolio", ids: list[str]) -> "Portfolio":
    last = portfolio.last_12_months
    return replace(
        portfolio,
        accounts=portfolio.accounts.drop(index=ids),
        revenue=portfolio.revenue.drop(index=ids),
        margin=portfolio.margin.drop(index=ids),
        last_12_months=None if last is None else last.drop(index=ids),
    )


def replace_accounts(store: Store, quarter: str, document: dict[str, Any]) -> bool:
    """Save other accounts for the open quarter, in one save; False when they are those that are stored already."""
    stored = store.read(KEY, quarter)
    if stored and is_unchanged(stored, document):
        return False
    store.save(KEY, quarter, document, based_on=stored.number if stored and stored.quarter == quarter else 0)
    return True
