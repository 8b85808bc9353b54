"""Where a field or a form stands on the page: a class of its own, so that a self-check can lead to it."""

from hashlib import sha256

from workbook.plan.fields import describe
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


def place_within(form: str, section: type[Section], path: str = "") -> str:
    """Return the place of a field inside a form that may be closed: the form, the field or its list, the entry's field.

    What is not on the page yet is opened on the way (`forms.way_in`); without a ``path`` it leads to the first field.

    >>> from workbook.plan.exercise import Transfer
    >>> place_within("wb-at-plan", Transfer, "then"), place_within("wb-at-plan", Transfer)
    ('wb-at-plan wb-at-Transfer-then', 'wb-at-plan wb-at-Transfer-when')
    """
    path = path or describe(section)[0].name
    steps = (form, place_of(section, path.partition(".")[0]), place_of(section, path))
    return " ".join(dict.fromkeys(steps))
