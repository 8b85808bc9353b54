"""From what a rep types to a value, and back: strict, in the language in use, never guessed.

>>> from workbook.i18n import speaking
>>> with speaking("de"):
...     read_number("1.234,5").value, read_number("1.5").value
(Decimal('1234.5'), None)
>>> with speaking("en"):
...     read_money("€1,234.50", "EUR").value, read_day("31 Dec 2026").value
(Decimal('1234.50'), datetime.date(2026, 12, 31))
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any

from babel import Locale
from babel.dates import get_month_names
from babel.numbers import NumberFormatError, format_decimal, get_currency_symbol, parse_decimal

from workbook import i18n
from workbook.i18n import _
from workbook.plan.characters import cleaned
from workbook.plan.fields import TEXT_LIMIT, FieldDescription, Kind

# A blank inside a number may only part groups of three digits.
_GROUPING = re.compile(r"(?<=\d)[\s\u00a0\u2007\u2009\u202f](?=\d{3}(?!\d))")
_OUTER_BLANKS = re.compile(r"(?<!\d)[\s\u00a0\u2007\u2009\u202f]+|[\s\u00a0\u2007\u2009\u202f]+(?!\d)")
_BLANKS = re.compile(r"[\s\u00a0\u2007\u2009\u202f]+")
_NUMBER = re.compile(r"[+-]?[0-9.,]*[0-9][0-9.,]*")
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DOTTED_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_TIME = re.compile(r"(\d{1,2})[:.](\d{2})(?:Uhr|h)?")
_NAMED_DAY = re.compile(r"(\d{1,2})\.? ?([^\W\d_]+)\.? ?(\d{4})")
# Line breaks and tabs stay; other control characters and halves of characters break files and databases.
QUESTION = "?"


@dataclass(frozen=True, slots=True)
class Entry:
    """What became of a typed text: its value, and a sentence when it could not be understood as it stands."""

    value: Any = None
    sentence: str = ""


def read_entry(description: FieldDescription, text: str, currency: str = "EUR") -> Entry:
    """Return the value of what was typed into a field; an empty text is an unknown value, not a mistake."""
    clean = cleaned(text)
    if not description.typed:
        return _read_text(clean)
    if not clean:
        return Entry()
    if QUESTION in clean:
        return Entry(sentence=_("Noted as an open question."))
    readers: dict[Kind, Callable[[], Entry]] = {
        Kind.MONEY: lambda: read_money(clean, currency),
        Kind.DATE: lambda: read_day(clean),
        Kind.TIME: lambda: read_time(clean),
        Kind.PERCENT: lambda: read_percent(clean),
        Kind.WHOLE: lambda: _read_whole(clean),
        Kind.YEAR: lambda: _read_whole(clean),
    }
    entry = readers.get(description.kind, lambda: _read_plain(clean))()
    return entry if entry.value is None else _within(description, entry)


def _read_text(text: str) -> Entry:
    if len(text) <= TEXT_LIMIT:
        return Entry(text or None)
    sentence = _("This text has {length} characters, and {limit} fit here. Nothing of it is lost; please shorten it.")
    return Entry(sentence=sentence.format(length=i18n.number(len(text)), limit=i18n.number(TEXT_LIMIT)))


def read_number(text: str) -> Entry:
    """Return a number written in the style of the language in use: 1.234,5 in German, 1,234.5 in English."""
    compact = _compact(text).replace("\N{MINUS SIGN}", "-")
    try:
        if _NUMBER.fullmatch(compact):
            return Entry(parse_decimal(compact, locale=i18n.locale(), strict=True))
    except (NumberFormatError, InvalidOperation):
        pass
    sentence = _("“{text}” cannot be read as a number. Please write it like {example}.")
    return Entry(sentence=sentence.format(text=text[:40], example=_plain(Decimal("1234.5"))))


def _compact(text: str) -> str:
    return _OUTER_BLANKS.sub("", _GROUPING.sub("", text))


def read_money(text: str, currency: str) -> Entry:
    """Return an amount in ``currency``; its sign may stand before or after, another currency is refused."""
    compact = _compact(text)
    for sign in {currency, get_currency_symbol(currency, locale=i18n.locale())}:
        compact = compact.removeprefix(sign).removesuffix(sign)
    entry = read_number(compact)
    if entry.value is None:
        sentence = _("“{text}” cannot be read as an amount in {currency}. Please write it like {example}.")
        example = _plain(Decimal("120000"))
        return Entry(sentence=sentence.format(text=text[:40], currency=currency, example=example))
    return _two_decimals(text, entry)


def read_percent(text: str) -> Entry:
    """Return per cent as they are spoken: "45 %" and "45" are 45."""
    return _two_decimals(text, read_number(_compact(text).removesuffix("%")))


def _read_plain(text: str) -> Entry:
    return _two_decimals(text, read_number(text))


def _read_whole(text: str) -> Entry:
    entry = read_number(text)
    if entry.value is None or entry.value == entry.value.to_integral_value():
        return Entry(None if entry.value is None else int(entry.value), entry.sentence)
    return Entry(sentence=_("Please write a whole number."))


def _two_decimals(text: str, entry: Entry) -> Entry:
    """Refuse a third decimal: 1.234 in the style of the other language would be wrong by a factor of 1,000."""
    if entry.value is None or -entry.value.as_tuple().exponent <= 2:
        return entry
    sentence = _("“{text}” has more than two decimals. In this workbook one thousand two hundred is written {example}.")
    return Entry(sentence=sentence.format(text=text[:40], example=_plain(Decimal("1200"))))


def read_day(text: str) -> Entry:
    """Return a date written 31.12.2026, 2026-12-31 or 31 Dec 2026; a slash or a year of two digits is not guessed."""
    compact = " ".join(text.split())
    numbers = _day_numbers(compact)
    try:
        if numbers and 1900 <= numbers[0] <= 2199:
            return Entry(date(*numbers))
    except ValueError:
        sentence = _("“{text}” is no day of the calendar.")
        return Entry(sentence=sentence.format(text=text[:40]))
    sentence = _("“{text}” cannot be read as a date. Please write it like {example}.")
    return Entry(sentence=sentence.format(text=text[:40], example=i18n.day(date(2026, 12, 31))))


def read_time(text: str) -> Entry:
    """Return a time of day written 9:30, 09.30 or 14:00 Uhr; what could be morning or afternoon is not guessed."""
    found = _TIME.fullmatch(_BLANKS.sub("", text))
    if found and int(found[1]) < 24 and int(found[2]) < 60:
        return Entry(time(int(found[1]), int(found[2])))
    return Entry(sentence=_("“{text}” cannot be read as a time. Please write it like 14:30.").format(text=text[:40]))


def _day_numbers(text: str) -> tuple[int, int, int] | None:
    """Return year, month, day of a text in one of the accepted styles."""
    if found := _ISO_DAY.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _DOTTED_DAY.fullmatch(_BLANKS.sub("", text)):
        return int(found[3]), int(found[2]), int(found[1])
    found = _NAMED_DAY.fullmatch(text)
    month = _months().get(found[2].casefold()) if found else None
    return (int(found[3]), month, int(found[1])) if found and month else None


@cache
def _months() -> dict[str, int]:
    """Return the numbers of the months by their long and short names in both languages."""
    styles = [(width, context) for width in ("wide", "abbreviated") for context in ("format", "stand-alone")]
    names: dict[str, int] = {"mrz": 3, "sept": 9}
    for code in i18n.LOCALES.values():
        for width, context in styles:
            table = get_month_names(width, context, Locale.parse(code))
            names |= {name.rstrip(".").casefold(): number for number, name in table.items()}
    return names


def _within(description: FieldDescription, entry: Entry) -> Entry:
    low, high = description.minimum, description.maximum
    if isinstance(entry.value, date | time):
        return entry
    if (low is None or entry.value >= low) and (high is None or entry.value <= high):
        return entry
    sentence = _("Please write a value from {low} to {high}.")
    return Entry(sentence=sentence.format(low=_plain(low), high=_plain(high)))


def write_entry(description: FieldDescription, value: Any) -> str:
    """Return a value as it stands in its input field, readable again by `read_entry`; unknown is empty."""
    if value is None:
        return ""
    if isinstance(value, date):
        return i18n.day(value)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    # A year is no amount: 2026, not 2.026.
    is_amount = description.typed and description.kind is not Kind.YEAR
    return _plain(value, exact=description.kind is Kind.MONEY) if is_amount else str(value)


def show_percent(value: Decimal) -> str:
    """Return per cent (45.5 is 45.5 %) with as many decimals as there are, two at most.

    >>> show_percent(Decimal("90.50")), show_percent(Decimal(100))
    ('90.5%', '100%')
    """
    digits = -int(value.normalize().as_tuple().exponent)
    return i18n.percent(value / 100, min(max(digits, 0), 2))


def label_with_unit(description: FieldDescription, currency: str = "EUR") -> str:
    """Return the label with its unit, so that nobody has to guess what a number counts."""
    unit = currency if description.kind is Kind.MONEY else description.unit
    return f"{description.label} ({unit})" if unit else description.label


def example(description: FieldDescription) -> str:
    """Return how a date is written; empty for everything else, where a figure could be taken for an answer."""
    return _("e.g. {day}").format(day=i18n.day(date(2026, 12, 31))) if description.kind is Kind.DATE else ""


def _plain(value: Decimal | int | None, *, exact: bool = False) -> str:
    """Return a number with grouping, and with decimals only where it has some (two for money)."""
    if value is None:
        return "…"
    whole = value == int(value)
    pattern = "#,##0" if whole else "#,##0.00" if exact else "#,##0.##"
    return str(format_decimal(value, format=pattern, locale=i18n.locale()))


def show_entry(description: FieldDescription, value: Any, currency: str = "EUR") -> str:
    """Return a value as it is printed: with currency or unit, terms by their labels; unknown is empty."""
    if value is None or value == ():
        return ""
    shown: dict[Kind, Callable[[], str]] = {
        Kind.MONEY: lambda: i18n.money(value, currency, exact=value != int(value)),
        Kind.PERCENT: lambda: show_percent(value),
        Kind.CHOICE: lambda: value.label,
        Kind.CHOICES: lambda: ", ".join(each.label for each in value),
        Kind.YES_NO: lambda: _("yes") if value else _("no"),
    }
    text = shown.get(description.kind, lambda: write_entry(description, value))()
    counted = description.kind in {Kind.NUMBER, Kind.WHOLE} and description.unit
    return f"{text} {description.unit}" if counted else text
