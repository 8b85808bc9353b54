"""Headers become fields: what is known maps, what is similar is proposed, what is a trap is explained."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from rapidfuzz import fuzz, process

from workbook.portfolio.findings import Findings
from workbook.portfolio.header_parts import parts_of
from workbook.portfolio.kinds import headers as kinds
from workbook.portfolio.meanings import ACCOUNTS, Meaning, Meanings, meanings
from workbook.portfolio.options import ReadOptions
from workbook.portfolio.vocabulary import folded, header_key, header_table, preset_names

FIELDS = (
    "id", "name", "group_parent", "status", "industry", "country", "owner", "incumbent_competitor", "currency",
    "additional_potential", "total_demand", "potential_source", "potential_confidence", "contract_end", "access",
    "own_turnover", "last_order", "deleted",
)  # fmt: skip
LINE_FIELDS = ("id", "name", "date", "amount", "kind", "state", "won", "currency", "deleted")
YEARLY = ("revenue", "margin")
# Shorter names resemble too much.
_CLOSE, _VERY_CLOSE, _LONG_ENOUGH = 75, 88, 5
_PREFIX = "transactions."
_SHORT_YEAR = re.compile(r"(?<=[a-z.])[\s_']+(\d\d)$", re.IGNORECASE)


@dataclass(frozen=True)
class HeaderMap:
    """Which column is which field: {field: column}; ``proposed`` fields wait for an answer."""

    columns: Mapping[str, int] = field(default_factory=dict)
    proposed: frozenset[str] = frozenset()

    def years(self, measure: str) -> dict[int, str]:
        """Return {year: field} of the revenue or margin columns, ascending."""
        found = {name: name.removeprefix(f"{measure}_") for name in self.columns if name.startswith(f"{measure}_")}
        return dict(sorted((int(year), name) for name, year in found.items()))

    def with_stand_in(self) -> "HeaderMap":
        """Return the map with the name as the number, or the number as the name, where one of them has no column."""
        known = self.columns.get("id", self.columns.get("name"))
        stand_in = {} if known is None else {name: known for name in ("id", "name") if name not in self.columns}
        return replace(self, columns={**self.columns, **stand_in})


def meanings_for(role: str, options: ReadOptions, findings: Findings) -> Meanings:
    """Return the known headers for a kind of file; raises `InputError` for an unknown preset or field."""
    if options.preset is not None and options.preset not in preset_names():
        findings.stop(kinds.PRESET_UNKNOWN, value=options.preset, details={"presets": ", ".join(preset_names())})
    said = said_headers(role, options)
    for name in said:
        if not _is_field(role, name):
            known = (*FIELDS[:-1], "revenue_YEAR", "margin_YEAR") if role == ACCOUNTS else LINE_FIELDS
            findings.stop(kinds.MAPPED_FIELD_UNKNOWN, value=name, details={"fields": ", ".join(known)})
    return meanings(role, preset=options.preset, said={header: name for name, header in said.items()})


def said_headers(role: str, options: ReadOptions) -> dict[str, str]:
    """Return {field: header} of what the rep said about this kind of file."""
    said = dict(options.mapping)
    if options.owner_column and role == ACCOUNTS:
        said["owner"] = options.owner_column
    lines = {name.removeprefix(_PREFIX): header for name, header in said.items() if name.startswith(_PREFIX)}
    shared = {name: header for name, header in said.items() if not name.startswith(_PREFIX)}
    only_lines = {name: header for name, header in shared.items() if name in LINE_FIELDS and name not in FIELDS}
    if role == ACCOUNTS:
        return {name: header for name, header in shared.items() if name not in only_lines}
    return only_lines | lines


def map_headers(headers: Sequence[str], known: Meanings, said: Mapping[str, str], findings: Findings) -> HeaderMap:
    """Return which column is which field, as far as names are certain; complains about contradictions."""
    columns = _said_columns(headers, said, findings)
    for column, header in enumerate(headers):
        meaning = known.of(header) if header and column not in columns.values() else None
        if meaning is not None and meaning.field not in said:
            columns[meaning.field] = _better(headers, (columns.get(meaning.field), column), (known, meaning), findings)
    return HeaderMap(columns)


def _said_columns(headers: Sequence[str], said: Mapping[str, str], findings: Findings) -> dict[str, int]:
    columns: dict[str, int] = {}
    for name, header in said.items():
        exact = [column for column, other in enumerate(headers) if folded(other) == folded(header)]
        alike = [column for column, other in enumerate(headers) if other and header_key(other) == header_key(header)]
        if exact or alike:
            columns[name] = (exact or alike)[0]
        else:
            details = {"field": name, "headers": ", ".join(header for header in headers if header)}
            findings.add(kinds.MAPPED_HEADER_MISSING, value=header, details=details)
    return columns


def _better(
    headers: Sequence[str], rivals: tuple[int | None, int], meaning: tuple[Meanings, Meaning], findings: Findings
) -> int:
    """Return the column whose name stands higher in the table; two equal ones are a contradiction."""
    first, second = rivals
    known, found = meaning
    if first is None:
        return second
    before = known.of(headers[first])
    if before is not None and before.rank == found.rank and folded(headers[first]) != folded(headers[second]):
        details = {"first": headers[first], "second": headers[second], "field": found.field}
        findings.add(kinds.FIELD_TWICE, (None, second), headers[second], details)
    return first if before is not None and before.rank <= found.rank else second


def closest_header(name: str, headers: Sequence[str], role: str) -> str | None:
    """Return the header that looks most like the names of a field, None if none comes close."""
    keys = {header: header_key(header) for header in headers if header_key(header)}
    matches = [
        process.extractOne(header_key(synonym), keys, scorer=fuzz.ratio, score_cutoff=_CLOSE)
        for synonym in header_table(role)[name]
    ]
    found = [match for match in matches if match is not None]
    return max(found, key=lambda match: match[1])[2] if found else None


@lru_cache(maxsize=4096)
def similar_field(header: str) -> str | None:
    """Return the field whose name a header nearly is, such as "Umsaz 2025"; None if it is none or exactly one.

    >>> similar_field("Umsaz 2025"), similar_field("Umsatz 25"), similar_field("Brancche"), similar_field("Fax")
    ('revenue_2025', 'revenue_2025', 'industry', None)
    """
    parts = parts_of(_SHORT_YEAR.sub(r" 20\1", header))
    section = "accounts" if parts.year is None else "accounts_by_year"
    names = {header_key(name): field for field, known in header_table(section).items() for name in known}
    long = [name for name in names if len(name) >= _LONG_ENOUGH]
    match = process.extractOne(parts.key, long, scorer=fuzz.ratio, score_cutoff=_VERY_CLOSE) if parts.key else None
    if match is None:
        return None
    return names[match[0]] if parts.year is None else f"{names[match[0]]}_{parts.year}"


def yearly_measure(header: str) -> str | None:
    """Return "revenue" or "margin" for a header such as "Umsatz" that names no year."""
    parts = parts_of(header)
    for measure, names in header_table("accounts_by_year").items():
        if parts.year is None and parts.key in {header_key(name) for name in names}:
            return measure
    return None


def trap_of(header: str, preset_traps: Mapping[str, list[str]]) -> str | None:
    """Return the trap a header is: own_turnover, lifetime_total, no_potential, or None."""
    key = parts_of(header).key if parts_of(header).year is None else None
    for trap, names in header_table("traps").items():
        if key in {header_key(name) for name in [*names, *preset_traps.get(trap, [])]}:
            return trap
    return None


def _is_field(role: str, name: str) -> bool:
    if role != ACCOUNTS:
        return name in LINE_FIELDS
    return name in FIELDS or yearly_field(name)


def yearly_field(name: str) -> bool:
    """Return whether a field is an amount of one year.

    >>> yearly_field("revenue_2025"), yearly_field("total_demand")
    (True, False)
    """
    measure, _, year = name.partition("_")
    return measure in YEARLY and year.isdecimal() and len(year) == 4
