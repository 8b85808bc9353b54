"""What participants shared, as the trainer reads it: by person in the order of the roster, every text escaped."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from workbook.forms.twin import twin
from workbook.plan.catalogue import title_of
from workbook.plan.exercises import exercise_of, exercise_title
from workbook.plan.sharing import SharedFile, SharedSection
from workbook.render.mirror import chapter_of


class SharedText(NamedTuple):
    """One shared section: its title, the customer it is about, and its answers as HTML."""

    title: str
    account: str
    html: Markup


class SharedBy(NamedTuple):
    """What one person shared."""

    ref: str
    name: str
    what: str
    texts: tuple[SharedText, ...]


def shared_by(names: Mapping[str, str], files: Mapping[str, SharedFile]) -> list[SharedBy]:
    """Return who shared what; ``names`` by reference, in the order of the roster."""
    found = [(ref, name, files[ref]) for ref, name in names.items() if ref in files]
    return [SharedBy(ref, name, content.in_words(), _texts(content)) for ref, name, content in found]


def _texts(content: SharedFile) -> tuple[SharedText, ...]:
    sections: Sequence[SharedSection] = sorted(content.sections, key=lambda each: (bool(each.account), each.account))
    return tuple(_text(section, content.currency) for section in sections)


def _text(section: SharedSection, currency: str) -> SharedText:
    draft = section.draft()
    html = Markup(twin(draft.section, draft, currency))  # noqa: S704  the twin escapes every text
    return SharedText(_title(section), section.account, html)


def _title(section: SharedSection) -> str:
    code = exercise_of(section.key)
    title = exercise_title(code) if code else title_of(section.key)
    chapter = section.place.get("chapter")
    try:
        return f"{chapter_of(chapter)}: {title}" if chapter else title
    except KeyError:
        # An exercise of a chapter this version does not have.
        return title
