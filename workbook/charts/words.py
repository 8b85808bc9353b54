"""Amounts and counts as pictures write them: short, and never shorter than true."""

from decimal import Decimal
from typing import SupportsInt

from workbook.i18n import _, compact_money, money, ngettext, number

# Below this an abbreviation would hide too much: "1K" could be 1,499.
SMALLEST_SHORT = 10_000


def short_money(value: Decimal | float, currency: str, digits: int = 1) -> str:
    """Return an amount as short as the language allows; German has no short form for thousands.

    ``digits`` are the decimals of millions: two where amounts are compared with each other.

    >>> short_money(1240, "EUR"), short_money(900_000, "EUR"), short_money(-12_400_000, "EUR")
    ('€1,240', '€900K', '−€12.4M')
    """
    # Cents would let the short form miss the rounded amount, and an abbreviation would be seen where there is none.
    exact = Decimal(round(value))
    short = compact_money(exact, currency, digits)
    abbreviated = str(abs(exact)) not in short
    return short if abbreviated and abs(exact) >= SMALLEST_SHORT else money(exact, currency)


def cents_in_words(cents: SupportsInt, currency: str, digits: int = 1) -> str:
    """Return cents as a short amount of money; ``digits`` as in `short_money`."""
    return short_money(Decimal(int(cents)).scaleb(-2), currency, digits)


def accounts_in_words(count: int) -> str:
    """Return a number of accounts with its noun."""
    return ngettext("{count} account", "{count} accounts", count).format(count=number(count))


def unknown_in_words(count: int) -> str:
    """Return how many potentials are unknown."""
    return _("{count} unknown").format(count=number(count))
