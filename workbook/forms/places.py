"""Where a field stands on the page: a class of its own, so that a self-check can lead to it."""

from workbook.plan.section import Section


def place_of(section: type[Section], path: str) -> str:
    """Return the class of the place of one field.

    >>> from workbook.plan.exercise import Transfer
    >>> place_of(Transfer, "then")
    'wb-at-Transfer-then'
    """
    return f"wb-at-{section.__name__}-{path.replace('.', '-')}"
