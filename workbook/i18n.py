"""Two languages: English is the source, German comes from the catalogues in ``locales``.

The language is one setting of the process, not of a context: a kernel serves one participant, and widget
callbacks run outside the context of the cell that made them. Tests and the command line switch with `speaking`.

>>> with speaking("de"):
...     money(Decimal("1234567"), "EUR"), percent(0.0754), day(date(2026, 11, 23))
('1.234.567\\xa0€', '7,5\\xa0%', '23.11.2026')
>>> with speaking("en"):
...     money(Decimal("1234.5"), "EUR", exact=True), compact_money(Decimal("1234567"), "EUR")
('€1,234.50', '€1.2M')
"""

import gettext as _gettext
import io
import locale as _locale
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import (
    format_compact_currency,
    format_compact_decimal,
    format_currency,
    format_decimal,
    format_percent,
)

LANGUAGES = ("de", "en")
# English readers here are Europeans: day before month, euros in front.
LOCALES = {"de": "de_DE", "en": "en_GB"}
_CATALOGUES = Path(__file__).parent / "locales"
_NOTHING = re.compile(r"-([^1-9]+)$")
_spoken = "en"


def speak(language: str) -> None:
    """Make ``language`` ("de" or "en") the language of this process."""
    global _spoken
    if language not in LANGUAGES:
        raise ValueError(f"language must be one of {LANGUAGES}, not {language!r}")
    _spoken = language


def language() -> str:
    """Return the code of the language in use."""
    return _spoken


def locale() -> str:
    """Return the Babel locale that belongs to the language in use."""
    return LOCALES[_spoken]


def preferred_language() -> str:
    """Return the language of messages: ``WORKBOOK_LANGUAGE``, then the system's locale, then English."""
    named = (os.environ.get(variable, "") for variable in ("WORKBOOK_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))
    # Windows sets none of the variables; there Python knows the locale as de_DE or German_Germany.
    for text in (*named, _locale.getlocale(_locale.LC_CTYPE)[0] or ""):
        code = {"ge": "de"}.get(text[:2].lower(), text[:2].lower())
        if code in LANGUAGES:
            return code
    return "en"


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak ``language`` inside the block, then what was spoken before."""
    before = _spoken
    speak(language)
    try:
        yield
    finally:
        speak(before)


def catalogue(language: str, domain: str = "workbook") -> _gettext.NullTranslations:
    """Return the messages of one language; domain "notebooks" holds the Markdown cells of the chapters.

    The .po file is read as it is, so there is no compiled copy that could be out of date.
    """
    return _catalogue(language, domain)  # a cache tells an argument that is given from the same one by default


@cache
def _catalogue(language: str, domain: str) -> _gettext.NullTranslations:
    path = _CATALOGUES / language / "LC_MESSAGES" / f"{domain}.po"
    if not path.exists():
        return _gettext.NullTranslations()
    compiled = io.BytesIO()
    with path.open("rb") as source:
        write_mo(compiled, read_po(source, locale=language))
    compiled.seek(0)
    return _gettext.GNUTranslations(compiled)


class _Sentence(str):
    """A message with places to fill in; a name that ends with a full stop ends the sentence as well.

    >>> _("{name}.").format(name="Havenkade B.V."), _("{name}.").format(name="and so on..")
    ('Havenkade B.V.', 'and so on...')
    """

    def format(self, *values: object, **named: object) -> str:
        return re.sub(r"(?<!\.)\.\.(?=\s|$)", ".", super().format(*values, **named))


def _(message: str) -> str:
    """Return ``message`` in the language in use."""
    return _sentence(catalogue(_spoken).gettext(message)) if message else ""


def ngettext(one: str, many: str, count: int) -> str:
    """Return the singular or plural form for ``count``."""
    return _sentence(catalogue(_spoken).ngettext(one, many, count))


def pgettext(context: str, message: str) -> str:
    """Return ``message`` as it reads in ``context`` ("none" is another word for people than for influence)."""
    return catalogue(_spoken).pgettext(context, message)


def _sentence(message: str) -> str:
    return _Sentence(message) if "{" in message else message


def N_(message: str) -> str:  # noqa: N802  the customary gettext name
    """Mark ``message`` for translation where it is defined; `_` translates it where it is shown."""
    return message


def NP_(context: str, message: str) -> str:  # noqa: N802  the customary gettext name
    """Mark ``message`` with its context; `pgettext` translates it where it is shown."""
    return message


def money(amount: Decimal, currency: str, *, exact: bool = False) -> str:
    """Return an amount in currency units, in whole units or with cents if ``exact``."""
    # Babel's currency pattern decides where the sign stands; the digits are ours.
    written = format_currency(
        _rounded(amount, exact), currency, locale=locale(), currency_digits=exact, format=_pattern(exact)
    )
    return _with_minus(written)


def compact_money(amount: Decimal, currency: str, digits: int = 1) -> str:
    """Return an amount short enough for a picture: 1,2 Mio. €; ``digits`` are the decimals of millions."""
    decimals = digits if abs(amount) >= 1_000_000 else 0
    return _with_minus(format_compact_currency(amount, currency, locale=locale(), fraction_digits=decimals))


def compact_number(value: float) -> str:
    """Return a number short enough for an axis: 1,2 Mio."""
    return str(format_compact_decimal(value, locale=locale(), fraction_digits=1 if abs(value) >= 1_000_000 else 0))


def number(value: float, digits: int = 0) -> str:
    """Return a number with grouping and exactly ``digits`` decimals.

    >>> number(-1234.5, 1), number(-0.04, 1)
    ('−1,234.5', '0.0')
    """
    return _with_minus(format_decimal(value, format="#,##0" + ("." + "0" * digits if digits else ""), locale=locale()))


def percent(share: float | Decimal, digits: int = 1) -> str:
    """Return a share (0.075) as per cent (7.5 %)."""
    pattern = "#,##0" + ("." + "0" * digits if digits else "") + ("\N{NO-BREAK SPACE}%" if _spoken == "de" else "%")
    return _with_minus(format_percent(share, format=pattern, locale=locale()))


def _with_minus(written: str) -> str:
    """Return a number with a minus sign: a hyphen is too short to be seen, and a line may break behind it.

    What rounds to nothing has none.
    """
    return _NOTHING.sub(r"\1", str(written)).replace("-", "\N{MINUS SIGN}")


def day(when: date) -> str:
    """Return a date as people write it: 23.11.2026 in German, 23 Nov 2026 in English."""
    return str(format_date(when, format="dd.MM.yyyy" if _spoken == "de" else "d MMM yyyy", locale=locale()))


def month(when: date) -> str:
    """Return a month with its year: Dezember 2026."""
    return str(format_date(when, format="LLLL yyyy", locale=locale()))


def _rounded(amount: Decimal, exact: bool) -> Decimal:
    return amount if exact else amount.quantize(Decimal(1))


def _pattern(exact: bool) -> str:
    digits = "#,##0.00" if exact else "#,##0"
    return f"{digits}\N{NO-BREAK SPACE}¤" if _spoken == "de" else f"¤{digits}"
