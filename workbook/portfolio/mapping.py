"""The recipe for columns: what is certain is mapped, what is likely is asked, what is a trap is explained."""

from collections.abc import Sequence
from dataclasses import replace

from workbook.portfolio.findings import Findings
from workbook.portfolio.header_parts import parts_of
from workbook.portfolio.headers import (
    HeaderMap,
    closest_header,
    map_headers,
    said_headers,
    similar_field,
    trap_of,
    yearly_measure,
)
from workbook.portfolio.kinds import headers as kinds
from workbook.portfolio.meanings import ACCOUNTS, Meanings
from workbook.portfolio.open_years import LAST, month_columns, month_of, relative_year
from workbook.portfolio.options import ReadOptions
from workbook.portfolio.shapes import Shape, shapes_of
from workbook.portfolio.spelling import Mark, spelling_of
from workbook.portfolio.table import Table
from workbook.portfolio.task import Task
from workbook.portfolio.vocabulary import folded, header_key, header_table, preset_table, words

_TRAPS = {
    "own_turnover": kinds.ANNUAL_REVENUE_NOT_OURS,
    "lifetime_total": kinds.LIFETIME_TOTAL,
    "no_potential": kinds.NO_POTENTIAL,
}
_REQUIRED = ("id", "name")
_FLAG_NAMES = ("kunde", "customer", "client", "account")


def map_accounts(table: Table, known: Meanings, task: Task, findings: Findings) -> HeaderMap:
    """Return which column is certainly which field of an account; traps are noted."""
    said = said_headers(ACCOUNTS, task.options)
    mapped = map_headers(table.headers, known, said, findings)
    mapped = _without_flags(table, mapped, said, findings)
    mapped = _with_name(table.headers, mapped, known)
    return _with_traps(table.headers, mapped, task.options, findings)


def with_likely(table: Table, mapped: HeaderMap, task: Task, findings: Findings) -> HeaderMap:
    """Return the map with columns that wait for an answer; similar names are only suggested."""
    mapped = _with_proposals(table, mapped, task, findings)
    _name_open_years(table.headers, mapped, findings)
    _suggest_similar(table.headers, mapped, task.options, findings)
    return mapped


def check_blank_headers(table: Table, findings: Findings) -> None:
    """Complain about columns that have values but no name."""
    for column in [column for column, header in enumerate(table.headers) if not header]:
        if any(text.strip() for text in table.column(column).text):
            findings.add(kinds.HEADER_BLANK, (table.header_row, column))


def _without_flags(table: Table, mapped: HeaderMap, said: dict[str, str], findings: Findings) -> HeaderMap:
    """A column "Kunde" that only says yes or no is no name."""
    columns = dict(mapped.columns)
    for column, header in enumerate(table.headers):
        if header_key(header) in _FLAG_NAMES and "name" not in said and _is_flag(table, column):
            findings.add(kinds.FLAG_NOT_NAME, (table.header_row, column), header)
            if columns.get("name") == column:
                del columns["name"]
    return replace(mapped, columns=columns)


def _with_name(headers: Sequence[str], mapped: HeaderMap, known: Meanings) -> HeaderMap:
    """The column of the names may also be the number of a list that has none; it stays the name."""
    column = mapped.columns.get("id")
    if column is None or "name" in mapped.columns:
        return mapped
    meaning = known.names.get(header_key(headers[column]))
    is_name = meaning is not None and meaning.field == "name"
    return replace(mapped, columns={**mapped.columns, "name": column}) if is_name else mapped


def _is_flag(table: Table, column: int) -> bool:
    said = {folded(text) for text in table.column(column).text.tolist()} - {""}
    return bool(said) and said <= set(words("flags"))


def _with_traps(headers: Sequence[str], mapped: HeaderMap, options: ReadOptions, findings: Findings) -> HeaderMap:
    columns = dict(mapped.columns)
    traps = preset_table(options.preset, ACCOUNTS) if options.preset else {}
    for column, header in enumerate(headers):
        if column in columns.values() and columns.get("own_turnover") != column:
            continue
        trap = trap_of(header, traps)
        if trap is not None:
            findings.add(_TRAPS[trap], (None, column), header)
            if trap == "own_turnover":
                columns.setdefault(trap, column)
    return replace(mapped, columns=columns)


def _with_proposals(table: Table, mapped: HeaderMap, task: Task, findings: Findings) -> HeaderMap:
    columns, proposed = dict(mapped.columns), set[str]()
    for column, header in enumerate(table.headers):
        field = None if column in columns.values() else _proposal(header, mapped, task)
        if field is not None and field not in columns and _mostly_amounts(table, column):
            findings.add(kinds.MAPPING_ASKED, (table.header_row, column), header, {"field": field})
            columns[field] = column
            proposed.add(field)
    return HeaderMap(columns, frozenset(proposed))


def _proposal(header: str, mapped: HeaderMap, task: Task) -> str | None:
    """A measure without a year is proposed for the last year that has ended; "Potenzial" for the additional one."""
    plain = yearly_measure(header)
    measure, years = (plain, LAST) if plain else relative_year(header) or (None, LAST)
    if measure is not None and not mapped.years(measure):
        return f"{measure}_{task.calendar.year_of(task.today) + years}"
    for field, names in header_table("proposed").items():
        if parts_of(header).key in {header_key(name) for name in names}:
            return field
    return None


def _mostly_amounts(table: Table, column: int) -> bool:
    said = list({text.strip() for text in table.column(column).text.tolist()} - {""})[:1000]
    odd = [text for text, shape in zip(said, shapes_of(said), strict=True) if shape == Shape.OTHER]
    strange = sum(spelling_of(text).mark is Mark.UNREADABLE for text in odd)
    return bool(said) and strange * 2 < len(said)


def _name_open_years(headers: Sequence[str], mapped: HeaderMap, findings: Findings) -> None:
    """Say what to do about columns that are not used because the year they are about is not named, or is a month's."""
    free = [header if column not in mapped.columns.values() else "" for column, header in enumerate(headers)]
    for column, header in enumerate(free):
        relative = relative_year(header)
        if relative is not None:
            findings.add(kinds.YEAR_NOT_NAMED, (None, column), header, {"field": relative[0]})
    months = month_columns(free)
    if months:
        first, last = headers[months[0]], headers[months[-1]]
        year = max(month[0] for month in map(month_of, (first, last)) if month)
        details = {"first": first, "last": last, "count": len(months), "year": year}
        findings.add(kinds.MONTHS_NOT_YEARS, (None, months[0]), details=details)


def _suggest_similar(headers: Sequence[str], mapped: HeaderMap, options: ReadOptions, findings: Findings) -> None:
    """Name columns whose name is nearly that of a field nobody else is; they are not used."""
    traps = preset_table(options.preset, ACCOUNTS) if options.preset else {}
    for column, header in enumerate(headers):
        if not header or column in mapped.columns.values() or trap_of(header, traps) or relative_year(header):
            continue
        field = similar_field(header)
        if field is not None and field not in mapped.columns and field not in _REQUIRED:
            findings.add(kinds.HEADER_SIMILAR, (None, column), header, {"field": field})


def check_accounts(table: Table, mapped: HeaderMap, findings: Findings) -> None:
    """Complain when an account's number or name has no column, and about a header that is perhaps none."""
    if not mapped.columns:
        first = ", ".join(header for header in table.headers if header)
        findings.add(kinds.HEADER_UNKNOWN, (table.header_row, None), first)
    check_required(table.headers, mapped, ACCOUNTS, _REQUIRED, findings)


def check_required(
    headers: Sequence[str], mapped: HeaderMap, role: str, fields: tuple[str, ...], findings: Findings
) -> None:
    """Complain about fields without a column and name the closest one."""
    free = [header for column, header in enumerate(headers) if column not in mapped.columns.values()]
    for field in fields:
        if field in mapped.columns:
            continue
        closest = closest_header(field, free, role)
        if closest is None and field == "id" and "name" in mapped.columns:
            findings.add(kinds.ID_MISSING, details={"field": field, "name": headers[mapped.columns["name"]]})
        elif closest is None:
            findings.add(kinds.FIELD_MISSING, details={"field": field})
        else:
            details = {"field": field, "closest": closest}
            findings.add(kinds.FIELD_MISSING_SIMILAR, (None, headers.index(closest)), closest, details)
