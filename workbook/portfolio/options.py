"""What a rep or trainer says about a file before it is read."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Answers and choices for reading one export.

    ``locale`` is the number style ("de": 1.234,50; "en": 1,234.50), None detects it. ``mapping`` names headers by
    field ({"revenue_2025": "Umsatz"}; "transactions.amount" for the transactions). ``accept`` holds the codes of
    questions answered with yes; ``yes`` answers all of them. ``owner`` keeps the rows of one owner only.
    ``single`` is for accounts that are added to a list in use: number and revenue may be missing.
    """

    locale: str | None = None
    preset: str | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)
    sheet: str | None = None
    transactions_sheet: str | None = None
    owner: str | None = None
    owner_column: str | None = None
    fiscal_year_start: int = 1
    yes: bool = False
    accept: tuple[str, ...] = ()
    single: bool = False
