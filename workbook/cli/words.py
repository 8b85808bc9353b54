"""What `check` says in a terminal."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbook.cli.table import Column, plain, table
from workbook.errors import Problem, Severity
from workbook.i18n import NP_, _, ngettext, pgettext

if TYPE_CHECKING:
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
