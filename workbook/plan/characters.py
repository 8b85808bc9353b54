"""Characters that are no text: control characters and halves of characters. They would break files and databases."""

import re

_HARMFUL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def cleaned(text: str) -> str:
    """Return a typed text without blanks around it and without characters that would break files and databases."""
    return harmless(text).strip()


def harmless(text: str) -> str:
    """Return a text without characters that would break files and databases.

    >>> harmless("a\\x00b\\ud83dc")
    'abc'
    """
    return _HARMFUL.sub("", text)
