"""Whom a meeting was with: names of accounts and what else they are called, found in title and place."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from workbook.diary.meetings import Meeting
from workbook.plan.pseudonyms import without_legal_form

SHORTEST = 4
# Words of calendars: a company called "Meeting Point" is not meant by every meeting.
COMMON = frozenset({
    "anruf", "angebot", "besprechung", "besuch", "call", "customer", "daily", "group", "gruppe", "holding",
    "industrie", "international", "jour", "kunde", "kunden", "lunch", "meeting", "messe", "office", "online",
    "projekt", "review", "sales", "service", "team", "teams", "telefonat", "telko", "termin", "training", "urlaub",
    "vertrieb", "visit", "weekly", "workshop", "zoom",
})  # fmt: skip
_SPLIT = re.compile(r"[^a-z0-9]+")
_UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}


@dataclass(frozen=True, slots=True)
class Matched:
    """A meeting and the accounts it names; none = it could not be matched."""

    meeting: Meeting
    accounts: tuple[str, ...]


class Matcher:
    """Finds accounts by name, by name without legal form, by a distinctive first word, and by the rep's own names."""

    def __init__(self, names: Mapping[str, str], also_called: Iterable[tuple[str, str]] = ()) -> None:
        phrases: dict[str, set[str]] = {}
        first_words = Counter(_first_word(name) for name in names.values())
        for account_id, name in names.items():
            for phrase in {plain(name), plain(without_legal_form(name))}:
                phrases.setdefault(phrase, set()).add(account_id)
            word = _first_word(name)
            if first_words[word] == 1 and len(word) >= SHORTEST and word not in COMMON:
                phrases.setdefault(word, set()).add(account_id)
        for account_id, name in also_called:
            phrases.setdefault(plain(name), set()).add(account_id)
        self._phrases = {phrase: tuple(sorted(ids)) for phrase, ids in phrases.items() if phrase}

    def match(self, meeting: Meeting) -> Matched:
        """Return the accounts a meeting names; a name inside a longer one that was found does not count."""
        text = f" {plain(meeting.title)} {plain(meeting.place)} "
        found = [phrase for phrase in self._phrases if f" {phrase} " in text]
        longest = [one for one in found if not any(one != other and f" {one} " in f" {other} " for other in found)]
        return Matched(meeting, tuple(sorted({each for phrase in longest for each in self._phrases[phrase]})))

    def match_all(self, meetings: Sequence[Meeting]) -> tuple[Matched, ...]:
        """Return every meeting with the accounts it names."""
        return tuple(self.match(meeting) for meeting in meetings)


def plain(text: str) -> str:
    """Return a name as it can be compared: small letters, umlauts spelled out, no accents and signs.

    >>> plain("Müller & Söhne GmbH"), plain("CAFÉ Löwe")
    ('mueller soehne gmbh', 'cafe loewe')
    """
    small = unicodedata.normalize("NFC", text).casefold()
    spelled = "".join(_UMLAUTS.get(letter, letter) for letter in small)
    bare = "".join(each for each in unicodedata.normalize("NFKD", spelled) if not unicodedata.combining(each))
    return " ".join(_SPLIT.split(bare)).strip()


def _first_word(name: str) -> str:
    return plain(name).partition(" ")[0]
