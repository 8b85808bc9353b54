"""What `check` and `tier` say in a terminal."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbook import i18n
from workbook.cli.table import Column, plain, table
from workbook.errors import Problem, Severity
from workbook.i18n import NP_, _, ngettext, pgettext
from workbook.terms import AccountStatus, Layer, Slot, Term

if TYPE_CHECKING:
    from workbook.focus.tiering import Tiering
    from workbook.portfolio import Reading

SHOWN_PER_CODE = 20
_HEADINGS = {
    Severity.ERROR: NP_("severity", "Errors"),
    Severity.QUESTION: NP_("severity", "Questions"),
    Severity.WARNING: NP_("severity", "Remarks"),
}


def reading_in_words(file: Path, reading: "Reading") -> str:
    """Return what was read, how, and every problem grouped by its code."""
    report = reading.as_dict()
    lines = [*_summary(file, report), *_columns(report), *_years(report), *problems_in_words(reading.problems)]
    return "\n".join([*lines, "", _verdict(report)])


def _summary(file: Path, report: dict[str, Any]) -> Iterator[str]:
    counts = _("Rows read: {read}; accepted: {accepted}; rejected: {rejected}. Accounts: {accounts}.")
    yield f"{plain(file.name)}: " + counts.format(
        read=report["rows_read"], accepted=report["rows_accepted"], rejected=report["rows_rejected"],
        accounts=report["accounts"],
    )  # fmt: skip
    names = {
        "encoding": _("encoding"),
        "delimiter": _("separator"),
        "locale": _("number style"),
        "currency": _("currency"),
    }
    known = [f"{name} {_visible(report[key])}" for key, name in names.items() if report[key]]
    if known:
        yield _("Read as: {how}.").format(how=", ".join(known))


def _visible(value: object) -> str:
    return _("tab") if value == "\t" else plain(value)


def _columns(report: dict[str, Any]) -> list[str]:
    if not report["columns"]:
        return []
    rows = [(header, field or _("(not used)")) for header, field in report["columns"].items()]
    missing = ", ".join(report["missing_fields"])
    note = [_("Not in the file: {fields}").format(fields=missing)] if missing else []
    return ["", *table([Column(_("Column in the file")), Column(_("read as"))], rows), *note]


def _years(report: dict[str, Any]) -> list[str]:
    years = [f"{year['year']} ({_state(year['complete'])})" for year in report["fiscal_years"]]
    return ["", _("Fiscal years: {years}").format(years=", ".join(years))] if years else []


def _state(complete: bool) -> str:
    return _("complete") if complete else _("not complete")


def problems_in_words(problems: tuple[Problem, ...] | list[Problem]) -> list[str]:
    """Return all problems, the serious ones first, at most 20 of each code."""
    lines = []
    for severity, heading in _HEADINGS.items():
        found = sorted((problem for problem in problems if problem.severity is severity), key=lambda each: each.code)
        if found:
            lines += ["", f"{pgettext('severity', heading)} ({len(found)})"]
        for code, group in groupby(found, key=lambda each: each.code):
            lines += _group(code, list(group))
    return lines


def _group(code: str, problems: list[Problem]) -> Iterator[str]:
    for problem in problems[:SHOWN_PER_CODE]:
        yield f"  {plain(problem)}"
    more = len(problems) - SHOWN_PER_CODE
    if more > 0:
        yield "  " + ngettext(
            "and {count} more of this kind ({code})", "and {count} more of this kind ({code})", more
        ).format(count=more, code=code)


def _verdict(report: dict[str, Any]) -> str:
    if not report["ok"]:
        return _("The file cannot be used yet.")
    open_questions = any(problem["severity"] == "question" for problem in report["problems"])
    return _("The file can be used once the questions are answered.") if open_questions else _("The file can be used.")


def tiering_in_words(tiering: "Tiering") -> str:
    """Return the layers as tables, the empty places, and what the rep should know."""
    facts = tiering.as_dict()
    head = _("Layers by the fiscal year {year}; amounts in {currency}.")
    lines = [head.format(year=facts["reference_year"], currency=facts["currency"])]
    for layer in Layer:
        lines += _layer(layer, facts)
    return "\n".join([*lines, *_notices(facts)])


def _layer(layer: Layer, facts: Any) -> list[str]:
    accounts = [account for account in facts["accounts"] if account["layer"] == layer]
    heading = f"{layer.label}: {len(accounts)} – {layer.mode.label}"
    vacant = [_vacant(slot) for slot in facts["vacancies"]] if layer is Layer.TOP5 else []
    body = table(_layer_columns(), [_row(account) for account in accounts]) if accounts else []
    return ["", heading, *body, *vacant]


def _layer_columns() -> list[Column]:
    return [
        Column(_("Rank"), right=True),
        Column(_("Account")),
        Column(_("Revenue"), right=True),
        Column(_("Add. potential"), right=True),
        Column(_("Score"), right=True),
        Column(_("Why")),
    ]


def _row(account: dict[str, Any]) -> tuple[str, ...]:
    score = "" if account["score"] is None else i18n.number(account["score"], 2)
    money = [_money(account[name]) for name in ("revenue", "additional_potential")]
    return (str(account["rank"]), account["name"] or account["id"], *money, score, _why(account))


def _money(value: float | None) -> str:
    return "?" if value is None else i18n.number(Decimal(str(value)))  # type: ignore[arg-type]  # Babel takes decimals


def _why(account: dict[str, Any]) -> str:
    if account["layer"] == Layer.REST:
        return "" if account["status"] == AccountStatus.CUSTOMER else _label(AccountStatus, account["status"])
    return str(account["reason"])


def _label(terms: type[Term], code: str) -> str:
    return next(term.label for term in terms if term == code)


def _vacant(slot: str) -> str:
    return _("   –  vacant place: {slot}").format(slot=_label(Slot, slot))


def _notices(facts: Any) -> list[str]:
    notices = [f"  {plain(notice['message'])}" for notice in facts["notices"]]
    return ["", _("Please note"), *notices] if notices else []
