"""What `check` says about a file in a terminal: rows, how each column was read, years, owners, and every problem."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbook.cli.table import Column, plain, table
from workbook.errors import Problem, Severity
from workbook.i18n import NP_, _, pgettext

if TYPE_CHECKING:
    from workbook.portfolio import Reading
    from workbook.portfolio.reading import ColumnUse
    from workbook.portfolio.report import ProblemGroup

SHOWN = 20
_HEADINGS = {
    Severity.ERROR: NP_("severity", "Errors"),
    Severity.QUESTION: NP_("severity", "Questions"),
    Severity.WARNING: NP_("severity", "Remarks"),
}


def reading_in_words(file: Path, reading: "Reading") -> list[str]:
    """Return what was read, how, every problem grouped by its code, and who owns the accounts, as lines."""
    report = reading.as_dict()
    lines = [*_summary(file, reading), *_columns(reading), *_missing(report), *_years(report)]
    return [*lines, *problems_in_words(reading.problems), *_owners(reading)]


def _summary(file: Path, reading: "Reading") -> Iterator[str]:
    counts = _("Rows read: {read}; accepted: {accepted}; rejected: {rejected}. Accounts: {accounts}.")
    yield f"{plain(file.name)}: " + counts.format(
        read=reading.rows_read,
        accepted=reading.rows_accepted,
        rejected=reading.rows_rejected,
        accounts=0 if reading.portfolio is None else len(reading.portfolio.accounts),
    )
    known = [f"{name} {value}" for name, value in _manner(reading) if value]
    if known:
        yield _("Read as: {how}.").format(how=", ".join(known))


def _manner(reading: "Reading") -> Iterator[tuple[str, str]]:
    yield _("encoding"), plain(reading.encoding or "")
    yield _("separator"), {None: "", "\t": _("tab")}.get(reading.delimiter, reading.delimiter or "")
    yield _("number style"), {"de": "1.234,50", "en": "1,234.50"}.get(reading.locale or "", "")
    assumed = _("{currency} (assumed, for none is named)").format(currency=reading.currency)
    yield _("currency"), assumed if reading.currency and reading.currency_assumed else reading.currency or ""


def _columns(reading: "Reading") -> list[str]:
    files = dict.fromkeys((use.file, use.in_lines) for use in reading.uses)
    by_file = {key: [use for use in reading.uses if (use.file, use.in_lines) == key] for key in files}
    return [line for (file, _in_lines), uses in by_file.items() for line in _columns_of(file, uses)]


def _columns_of(file: str, uses: Sequence["ColumnUse"]) -> list[str]:
    headings = [Column(_("Column in {file}").format(file=plain(file))), Column(_("read as")), Column(_("for example"))]
    rows = [(use.header, use.field, _example(use)) for use in uses if use.field]
    unused = ", ".join(plain(use.header) for use in uses if not use.field)
    note = [_("Columns that are not used: {headers}").format(headers=unused)] if unused else []
    return ["", *(table(headings, rows) if rows else []), *note]


def _example(use: "ColumnUse") -> str:
    if use.example_text == use.example_value:
        return use.example_text
    return _("{text} is read as {value}").format(text=use.example_text, value=use.example_value)


def _missing(report: dict[str, Any]) -> list[str]:
    missing = ", ".join(report["missing_fields"])
    return [_("Not in the file: {fields}").format(fields=missing)] if missing and report["columns"] else []


def _years(report: dict[str, Any]) -> list[str]:
    years = [f"{year['year']} ({_state(year['complete'])})" for year in report["fiscal_years"]]
    return ["", _("Fiscal years: {years}").format(years=", ".join(years))] if years else []


def _state(complete: bool) -> str:
    return _("complete") if complete else _("not complete")


def _owners(reading: "Reading") -> list[str]:
    if not reading.owners:
        return []
    named = ", ".join(f"{plain(owner)} ({count})" for owner, count in reading.owners.items())
    return ["", _("Accounts by owner: {owners}").format(owners=named)]


def problems_in_words(problems: Sequence[Problem]) -> list[str]:
    """Return the problems by code, the serious ones first; the first 20 of them word for word."""
    from workbook.portfolio import group_problems

    lines: list[str] = []
    groups = group_problems(problems, limit=SHOWN)
    for severity, heading in _HEADINGS.items():
        found = [group for group in groups if group.severity is severity]
        if found:
            lines += ["", f"{pgettext('severity', heading)} ({sum(group.count for group in found)})"]
        for group in found:
            lines += _group(group)
    return lines


def _group(group: "ProblemGroup") -> Iterator[str]:
    yield f"  {group.code}"
    advice = {problem.what_to_do for problem in group.shown}
    for problem in group.shown:
        yield f"    {plain(_sentence(problem) if len(advice) == 1 else problem)}"
    more = group.count - len(group.shown)
    if more > 0:
        yield "    " + _("and {count} more of this kind").format(count=more)
    if len(advice) == 1:
        yield f"    → {plain(advice.pop())}"


def _sentence(problem: Problem) -> str:
    where = problem.where()
    return f"{where}: {problem.message}" if where else problem.message


def verdict(reading: "Reading") -> str:
    """Return whether the file can be used, in one sentence."""
    if not reading.ok:
        return _("The file cannot be used yet.")
    if reading.questions:
        return _("The file can be used once the questions are answered.")
    if not any(year.complete for year in reading.fiscal_years):
        return _("The file can be read, but no layers can be cut from it: that takes one whole fiscal year.")
    return _("The file can be used.")
