"""What every chapter begins and ends with: what to know before writing, its reflection and its transfer."""

from markupsafe import Markup

from workbook.book import Workbook
from workbook.chapters.opening import section_form
from workbook.chapters.panels import Panel, Words, facts, note, together
from workbook.chapters.path import Step, by_time, steps_of
from workbook.chapters.selfcheck import REFLECTION
from workbook.forms.form import SectionForm
from workbook.i18n import N_, _
from workbook.medium import is_static
from workbook.plan.exercise import Answer, Transfer

READ_ONLY = N_(
    "This workbook can only be read here, so nothing you type will be saved. "
    "Make the file plan.db and its folder writable, or work on a copy of the folder in a place of your own."
)


def first_words(book: Workbook, chapter: str) -> Panel:
    """Return what the rep should know before writing: what puts the workbook at risk, and the time it takes."""
    return together(*risks(book), time_needed(book, chapter))


def risks(book: Workbook) -> tuple[Panel, ...]:
    """Return a remark for a workbook that cannot be saved, and one for each warning about its place.

    A page on paper has none: it was made elsewhere, and nothing is typed there (faults F17 and F22).
    """
    if is_static():
        return ()
    words = [f"{warning.message} {warning.what_to_do}" for warning in book.warnings]
    if book.read_only:
        words.insert(0, _(READ_ONLY))
    return tuple(note(each, "warn") for each in words)


def time_needed(book: Workbook, chapter: str) -> Panel:
    """Return when a chapter is worked on and how long each part takes."""
    return facts((when, _parts(group)) for when, group in by_time(steps_of(chapter, book.participant.minutes)))


def _parts(group: list[Step]) -> Words:
    if len(group) == 1 and group[0].task == "chapter":
        return group[0].time_in_words
    lines = (_("{task}: {time}").format(task=step.task_in_words, time=step.time_in_words) for step in group)
    return Markup("<br>").join(lines)


def reflection(book: Workbook, chapter: str) -> SectionForm:
    """Return the form for the answer to the reflection questions of a chapter."""
    form = section_form(book, Answer, chapter=chapter, name="reflection")
    form.place = REFLECTION
    return form


def transfer(book: Workbook, chapter: str) -> SectionForm:
    """Return the form for the transfer of a chapter: when, then, by."""
    return section_form(book, Transfer, chapter=chapter, name="transfer")
