"""What a header can mean, by the synonym table, a preset and what the rep said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from workbook.portfolio.header_parts import HeaderParts, parts_of
from workbook.portfolio.vocabulary import header_key, header_table, preset_table

ACCOUNTS, TRANSACTIONS = "accounts", "transactions"
# Titles and notes may be long; names of columns are not.
LONGEST_HEADER, COLUMN_LIMIT = 200, 1_000
_SAID, _BY_PRESET, _BY_TABLE = 0, 1_000, 10_000


@dataclass(frozen=True, slots=True)
class Meaning:
    """The field a header stands for, and how far down the list its name was found (the smallest wins)."""

    field: str
    rank: int


@dataclass(frozen=True)
class Meanings:
    """Every known header of one kind of file: {comparable name: meaning}, names by year, and what the rep said."""

    names: Mapping[str, Meaning]
    by_year: Mapping[str, str]
    said: Mapping[str, str] = field(default_factory=dict)

    def of(self, header: str) -> Meaning | None:
        """Return what a header means, None if it is not known."""
        if len(header) > LONGEST_HEADER:
            return None
        key = header_key(header)
        if key in self.said:
            return Meaning(self.said[key], _SAID)
        return self.names.get(key) or self._of_year(parts_of(header))

    def _of_year(self, parts: HeaderParts) -> Meaning | None:
        if parts.year is None:
            return self.names.get(parts.key) if parts.key else None
        measure = self.by_year.get(parts.key) if parts.key else self.by_year.get("revenue")
        return Meaning(f"{measure}_{parts.year}", _BY_TABLE) if measure else None

    def score(self, row: Sequence[str]) -> int:
        """Return how many cells of a row are known headers."""
        return sum(self.of(str(cell)) is not None for cell in row[:COLUMN_LIMIT] if cell)


def meanings(role: str, *, preset: str | None, said: Mapping[str, str]) -> Meanings:
    """Return the known headers of the accounts or the transactions; ``said`` is {header: field}."""
    names: dict[str, Meaning] = {}
    if preset:
        _add(names, preset_table(preset, role), _BY_PRESET)
    _add(names, header_table(role), _BY_TABLE)
    by_year = header_table("accounts_by_year") if role == ACCOUNTS else {}
    years = {header_key(name): measure for measure, known in by_year.items() for name in known}
    return Meanings(names, years, {header_key(header): name for header, name in said.items()})


def _add(names: dict[str, Meaning], table: Mapping[str, list[str]], rank: int) -> None:
    for meaning, known in table.items():
        for position, name in enumerate(known):
            names.setdefault(header_key(name), Meaning(meaning, rank + position))
