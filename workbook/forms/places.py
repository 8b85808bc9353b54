"""Where a field or a form stands on the page: a class of its own, so that a self-check can lead to it."""

from hashlib import sha256

from workbook.plan.section import Section


def place_of(section: type[Section], path: str) -> str:
    """Return the class of the place of one field.

    >>> from workbook.plan.exercise import Transfer
    >>> place_of(Transfer, "then")
    'wb-at-Transfer-then'
    """
    return f"wb-at-{section.__name__}-{path.replace('.', '-')}"


def place_named(name: str, subject: str = "") -> str:
    """Return the class of the place of a whole form; ``subject`` is the id of its account, any text.

    >>> place_named("potentials"), place_named("year-plan", "K 7")
    ('wb-at-potentials', 'wb-at-year-plan-1a0acbcb')
    """
    return f"wb-at-{name}-{sha256(subject.encode()).hexdigest()[:8]}" if subject else f"wb-at-{name}"
