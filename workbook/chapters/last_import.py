"""What the last import said: files, rows, remarks; and how complete each field is."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pandas as pd

from workbook.book import Workbook
from workbook.chapters.field_names import field_name
from workbook.chapters.panels import Column, Panel, Words, amount_in_words, facts, note, table, together
from workbook.charts.completeness import FieldCount, describe_completeness, draw_completeness
from workbook.charts.picture import Picture, show
from workbook.focus.tiering import Tiering
from workbook.i18n import _, number
from workbook.plan.account_facts import AccountFacts
from workbook.portfolio import Portfolio, facts_differences, portfolio_from_document
from workbook.portfolio.facts import Difference
from workbook.terms import AccountStatus

COMPLETED = ("status", "industry", "country", "incumbent_competitor", "additional_potential", "potential_source")


def last_import(book: Workbook) -> Panel:
    """Return which files the accounts come from, and how many rows were read, accepted and rejected."""
    source = book.accounts_document()["source"]
    names = [str(file["name"]) for file in source.get("files", ())]
    rows = source.get("rows") or {}
    pairs = [(_("Files"), ", ".join(names) or "\N{EN DASH}")]
    labels = {"read": _("Rows read"), "accepted": _("Rows accepted"), "rejected": _("Rows rejected")}
    pairs += [(label, number(rows[name])) for name, label in labels.items() if name in rows]
    return facts(pairs)


def remarks(book: Workbook) -> Panel:
    """Return what was remarked when the accounts were loaded."""
    source: Mapping[str, Any] = book.accounts_document()["source"]
    if "remarks" not in source:
        return note(_("Remarks are kept for lists that are loaded in this chapter."))
    if not source["remarks"]:
        return note(_("There was nothing to remark when the list was loaded."), "good")
    columns = (Column(_("Remark")), Column(_("How often"), amount=True))
    return table(columns, ((each["text"], number(each["count"])) for each in source["remarks"]))


def differences(book: Workbook) -> Panel:
    """Return where the rep's entries stand in place of another value of the list; empty when nowhere."""
    imported = portfolio_from_document(book.accounts_document()["portfolio"])
    found = facts_differences(imported, _entered(book))
    if not found:
        return together()
    columns = (
        Column(_("Account")),
        Column(_("Field")),
        Column(_("In the list")),
        Column(_("Your entry, which counts")),
    )
    return table(columns, (_difference(imported, each) for each in found))


def _entered(book: Workbook) -> dict[str, dict[str, Any]]:
    keys = book.sections(AccountFacts.key(account_id=""))
    ids = [key.removeprefix(AccountFacts.key(account_id="")) for key in keys]
    known = {each: book.read(AccountFacts, account_id=each).values.known() for each in ids}
    return {each: {name: value for name, value in facts.items() if name != "left_out"} for each, facts in known.items()}


def _difference(imported: Portfolio, found: Difference) -> tuple[Words, ...]:
    name = str(imported.accounts.at[found.account, "name"])
    return name, field_name(found.field), *(_said(each, imported.currency) for each in (found.imported, found.entered))


def _said(value: str | Decimal | None, currency: str) -> str:
    return str(value) if isinstance(value, str) else amount_in_words(value, currency)


def quality(book: Workbook) -> Panel:
    """Return rows in and out, the remarks of the last import, and where the rep knows better."""
    return together(last_import(book), remarks(book), differences(book))


def completeness(tiering: Tiering) -> Picture:
    """Return for how many of the accounts that need it each field is known, as a picture."""
    counts = field_counts(tiering)
    return show(draw_completeness(counts), describe_completeness(counts))


def field_counts(tiering: Tiering) -> list[FieldCount]:
    """Return how many accounts have a value, of those that need one, by field; revenue is of the reference year.

    Prospects have no revenue with us, only they need a competitor, and a source belongs to a potential.
    """
    accounts, revenue = tiering.portfolio.accounts, tiering.portfolio.revenue[tiering.reference_year]
    prospects = tiering.table["status"].reindex(accounts.index) == AccountStatus.PROSPECT
    needed = {
        "incumbent_competitor": prospects,
        "potential_source": accounts["additional_potential"].notna(),
    }
    everybody = pd.Series(data=True, index=accounts.index)
    counted = [(f"revenue_{tiering.reference_year}", revenue, ~prospects)]
    counted += [(field, accounts[field], needed.get(field, everybody)) for field in COMPLETED]
    return [
        FieldCount(field_name(name), int(values[who].notna().sum()), int(who.sum())) for name, values, who in counted
    ]
