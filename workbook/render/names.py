"""Names on disk: readable, the same on every system, and never decided by what a name holds."""

import re
import secrets
import string
import unicodedata

REF_PATTERN = re.compile(r"[a-z0-9]{8,32}")
# No letters that look like digits, and a letter first, so that no spreadsheet takes a reference for a number.
_LETTERS = "".join(sorted(set(string.ascii_lowercase) - set("elio")))
_SIGNS = _LETTERS + "23456789"
_SLUG_LENGTH = 40
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "å": "a", "ł": "l"})


def is_ref(text: str) -> bool:
    """Return whether ``text`` may be a participant's reference.

    >>> is_ref("k7m2q9xw"), is_ref("../../etc")
    (True, False)
    """
    return REF_PATTERN.fullmatch(text) is not None


def new_ref() -> str:
    """Return a reference nobody can guess: 12 characters, about 57 bits."""
    return secrets.choice(_LETTERS) + "".join(secrets.choice(_SIGNS) for _ in range(11))


def slug(display_name: str, nameless: str = "participant") -> str:
    """Return a name in plain lower-case letters, digits and hyphens; ``nameless`` when none of it is left.

    >>> slug("Jörg Müller-Lüdenscheid"), slug("李雷"), slug("../CON")
    ('joerg-mueller-luedenscheid', 'participant', 'con')
    """
    lowered = unicodedata.normalize("NFC", display_name).casefold().translate(_UMLAUTS)
    plain = unicodedata.normalize("NFKD", lowered).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", plain)[:_SLUG_LENGTH].strip("-") or nameless


def folder_name(display_name: str, ref: str) -> str:
    """Return the name of a participant's folder; the reference keeps equal names apart.

    >>> folder_name("Anna Groß", "k7m2q9xw")
    'anna-gross-k7m2q9xw'
    """
    return f"{slug(display_name)}-{ref}"
