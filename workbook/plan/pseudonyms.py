"""Codes instead of names, for whatever leaves the rep's folder: the same name has the same code everywhere.

>>> codes = Pseudonyms("anna2026", people=["Dr. Petra Weber"], companies=["Nordholz GmbH"])
>>> codes.text("Frau Weber von Nordholz") == f"Frau {codes.code('Dr. Petra Weber')} von {codes.code('Nordholz GmbH')}"
True
"""

import base64
import hashlib
import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from workbook.i18n import _
from workbook.plan.draft import Draft, S
from workbook.plan.fields import TEXT_LIMIT
from workbook.plan.finding import is_placeholder
from workbook.plan.questions import texts
from workbook.plan.section import described

_TITLES = frozenset({"frau", "herr", "dipl", "ing", "prof", "mrs", "von", "van", "und"})
# "Who decides?" stands where a name will stand, and asks for one.
_QUESTION_WORDS = frozenset(
    {"who", "whom", "whose", "what", "which", "when", "where", "why", "how", "wer", "wen", "wem", "wessen", "was"}
    | {"welche", "welcher", "welches", "welchen", "wann", "warum", "wie"}
)
_NO_NAMES = _TITLES | _QUESTION_WORDS
_LEGAL_FORMS = "GmbH|AG|SE|KG|KGaA|OHG|mbH|Ltd\\.?|Inc\\.?|LLC|S\\.?A\\.?|B\\.?V\\.?|&|Co\\.?"
_LEGAL_FORM = re.compile(rf"(?:\s+(?:{_LEGAL_FORMS}))+$")
_WORD = re.compile(r"[^\W\d_]{3,}")
# An id such as "7" or "2025" may be any number in a text; these are not.
_TELLING_ID = re.compile(r"[^\W\d_].*\d|\d.*[^\W\d_]|.{5,}")
_LONG_ENOUGH = 4
_PLAIN = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}
_UMLAUT = re.compile("[äöüß]|[aou]e|ss", re.IGNORECASE)
CODE_LENGTH = 5


class Pseudonyms:
    """Codes for people, companies and account ids; ``secret`` makes the codes of one participant its own."""

    def __init__(
        self, secret: str, *, people: Iterable[str] = (), companies: Iterable[str] = (), ids: Iterable[str] = ()
    ) -> None:
        self._secret = secret.encode()
        people = {_composed(name) for name in people}
        codes = {name: self._code(_("Person"), name) for name in people}
        codes |= {_composed(name): self._code(_("Company"), name) for name in companies}
        self._codes = {name: code for name, code in codes.items() if not is_placeholder(name)}
        self._ids = {each: self._code(_("Account"), each) for each in ids}
        shorter = {part: code for name, code in self._codes.items() for part in _parts(name, name in people)}
        telling = {each: code for each, code in self._ids.items() if _TELLING_ID.search(each)}
        spellings = {**shorter, **telling, **self._codes}
        # A name of its own goes before one that is only written without umlauts like it.
        self._spellings = {_spelled_out(name): code for name, code in spellings.items()}
        self._spellings |= {_alike(name): code for name, code in spellings.items()}
        self._pattern = _pattern(spellings)

    def _code(self, kind: str, name: str) -> str:
        digest = hashlib.blake2s(_composed(name).encode(), key=self._secret[:32]).digest()
        return f"{kind} {base64.b32encode(digest).decode()[:CODE_LENGTH]}"

    def code(self, name: str) -> str:
        """Return the code of a name; the name itself when it is not known."""
        return self._codes.get(_composed(name), name)

    def id(self, account_id: str) -> str:
        """Return the code of an account id; the id itself when it is not known."""
        return self._ids.get(account_id, account_id)

    def text(self, text: str) -> str:
        """Return a text with a code in place of each name, also of a surname alone, in any case, with a genitive s."""
        if not self._spellings:
            return text
        return self._pattern.sub(self._code_of, _composed(text))

    def _code_of(self, found: re.Match[str]) -> str:
        spelled_out = self._spellings.get(_spelled_out(found[1]), _("Person"))
        return self._spellings.get(_alike(found[1]), spelled_out)

    def draft(self, draft: Draft[S]) -> Draft[S]:
        """Return a draft with codes in place of names, in values and in texts that are not valid yet."""
        changed = draft
        for path, text in texts(draft):
            put = changed.keep if path in draft.typed else changed.put
            changed = put(path, self.text(text)[:TEXT_LIMIT])
        return changed


def names_in(drafts: Iterable[Draft[Any]]) -> tuple[set[str], set[str]]:
    """Return the names of people and of companies that stand in the fields made for them."""
    found: dict[str, set[str]] = {"person": set(), "company": set()}
    for draft in drafts:
        for path, text in texts(draft):
            kind = described(draft.section, path).names
            if kind:
                found[kind].add(text)
    return found["person"], found["company"]


def without_legal_form(name: str) -> str:
    """Return a company's name as people say it.

    >>> without_legal_form("Nordholz Anlagenbau GmbH & Co. KG")
    'Nordholz Anlagenbau'
    """
    return _LEGAL_FORM.sub("", name)


def _parts(name: str, is_person: bool) -> list[str]:
    """Return what else stands for a name: the words of a person's name, a company's name without its legal form."""
    if not is_person:
        return [without_legal_form(name)]
    words = _WORD.findall(name)
    return [word for word in words if word.casefold() not in _NO_NAMES and word[0].isupper()]


def _pattern(spellings: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(spellings, key=len, reverse=True)
    return re.compile(rf"(?<!\w)({'|'.join(_in_any_case(each) for each in longest_first)})s?(?!\w)")


def _in_any_case(spelling: str) -> str:
    """Return a pattern for a name however it is typed; a very short one may be a word of its own in small letters."""
    words = r"\s+".join(_UMLAUT.sub(_either, re.escape(word)) for word in spelling.split())
    return f"(?i:{words})" if len(spelling) >= _LONG_ENOUGH else f"{words}|{re.escape(spelling.upper())}"


def _either(found: re.Match[str]) -> str:
    """Return a pattern for an umlaut and for what it is written as where there is none."""
    letters = found[0].casefold()
    plain = _PLAIN.get(letters, letters)
    return f"(?:{'|'.join([plain, *(umlaut for umlaut, each in _PLAIN.items() if each == plain)])})"


def _spelled_out(spelling: str) -> str:
    """Return a name as it is written without umlauts.

    >>> _spelled_out("Jürgen Weiß") == _spelled_out("JUERGEN WEISS")
    True
    """
    return _UMLAUT.sub(lambda found: _PLAIN.get(found[0], found[0]), _alike(spelling))


def _alike(spelling: str) -> str:
    return " ".join(spelling.split()).casefold()


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)
