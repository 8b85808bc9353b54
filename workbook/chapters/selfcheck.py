"""The self-check of a chapter: what is there, what is missing, and which rule says so. Nothing is graded."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from markupsafe import Markup

from workbook.book import Workbook
from workbook.chapters.panels import Column, Panel, Words, badge, note, table, together
from workbook.forms.places import place_named, place_of
from workbook.i18n import N_, NP_, _, ngettext, number, pgettext
from workbook.medium import is_static
from workbook.plan.checks import Check, Part, check
from workbook.plan.exercise import Answer, Transfer
from workbook.plan.fields import describe
from workbook.plan.finding import Gravity
from workbook.plan.section import Section


class Mark(StrEnum):
    """There, still missing, or worth a thought."""

    THERE = "there"
    MISSING = "missing"
    HINT = "hint"


MARKS = {
    Mark.THERE: NP_("self-check", "there"),
    Mark.MISSING: NP_("self-check", "missing"),
    Mark.HINT: NP_("self-check", "worth a thought"),
}
GRAVITIES = {Gravity.GAP: Mark.MISSING, Gravity.ALARM: Mark.HINT, Gravity.HINT: Mark.HINT}
REFLECTION = place_named("reflection")
CORE_RULE = N_("Core of the seminar path")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a self-check: its mark, what was found, the rule that asks for it, and where to do it.

    ``place`` is the place of a field or form of the same chapter, or the file of another chapter.
    """

    mark: Mark
    text: str
    rule: str = ""
    place: str = ""


def line(there: bool, found: str, missing: str, rule: str = "", place: str = "") -> Line:
    """Return one line: ``found`` when it is there, else ``missing``, which says what to do."""
    return Line(Mark.THERE if there else Mark.MISSING, found if there else missing, rule, place)


def self_check(lines: Iterable[Line]) -> Panel:
    """Return the self-check as a panel: one sentence, then line by line what is missing first."""
    found = sorted(lines, key=lambda each: (Mark.MISSING, Mark.HINT, Mark.THERE).index(each.mark))
    columns = (Column(_("State")), Column(_("What was found")), Column(_("Which rule says so")))
    rows = [(badge(_mark_in_words(each.mark)), _with_way(each), each.rule) for each in found]
    return together(_summary(found), table(columns, rows))


def _with_way(line: Line) -> Words:
    """Return the text of a line, with a link to its field where one can be followed: on a page that lives."""
    if not line.place or line.mark is Mark.THERE or is_static():
        return line.text
    if line.place.endswith(".ipynb"):
        link = '<a href="{0}" data-chapter="{0}">{1}</a>'
    else:
        link = '<a href="#{0}" data-place="{0}">{1}</a>'
    return Markup(link).format(line.place, line.text)  # noqa: S704  format escapes


def _mark_in_words(mark: Mark) -> str:
    return pgettext("self-check", MARKS[mark])


def _summary(lines: list[Line]) -> Panel:
    missing = sum(each.mark is Mark.MISSING for each in lines)
    if not missing:
        return note(_("Nothing is missing here."), "good")
    sentence = ngettext("{count} thing is still missing.", "{count} things are still missing.", missing)
    return note(sentence.format(count=number(missing)), "warn")


def section_lines(found: Check, subject: str = "", section: type[Section] | None = None) -> Iterator[Line]:
    """Yield a line for each core part of a section, then its findings; ``subject`` names what the section is about.

    With ``section`` each line leads to its field.
    """
    for part in found.completeness.parts:
        mark = Mark.THERE if part.complete else Mark.MISSING
        yield Line(mark, with_subject(subject, _part_in_words(part)), _(CORE_RULE), _place(section, part.path))
    for finding in (*found.gaps, *found.advice):
        place = _place(section, finding.path)
        yield Line(GRAVITIES[finding.gravity], with_subject(subject, finding.sentence), place=place)


def _place(section: type[Section] | None, path: str) -> str:
    # Entries of a list are folded: their list can be seen. What concerns all fields leads to the first.
    return place_of(section, path.partition(".")[0] or describe(section)[0].name) if section else ""


def _part_in_words(part: Part) -> str:
    if part.wanted == 1:
        sentence = _("“{part}” is filled in.") if part.complete else _("“{part}” is still empty.")
        return sentence.format(part=part.label)
    sentence = _("“{part}”: {answered} of {wanted} answers are there.")
    return sentence.format(part=part.label, answered=number(part.answered), wanted=number(part.wanted))


def with_subject(subject: str, text: str) -> str:
    """Return a text with the account it is about in front."""
    return f"{subject}: {text}" if subject else text


def checked(book: Workbook, section: type[Section], **place: str) -> Check:
    """Return the check of a section as it is saved."""
    return check(book.read(section, **place), today=book.today)


def closing_lines(book: Workbook, chapter: str) -> Iterator[Line]:
    """Yield the lines of reflection and transfer, the same in each chapter."""
    reflection = book.read(Answer, chapter=chapter, name="reflection").values
    yield line(
        bool(reflection.text),
        _("The reflection is answered."),
        _("The reflection has no answer yet. One honest sentence is enough."),
        _("What is written down stays"),
        REFLECTION,
    )
    yield _transfer_line(book.read(Transfer, chapter=chapter, name="transfer").values)


def _transfer_line(transfer: Transfer) -> Line:
    parts = {_("the situation"): transfer.when, _("the action"): transfer.then, _("the date"): transfer.date}
    missing = [name for name, value in parts.items() if not value]
    return line(
        not missing,
        _("The transfer names a situation, an action and a date."),
        _("The transfer still lacks: {parts}.").format(parts=", ".join(missing)),
        _("When – then – by"),
        place_of(
            Transfer, next(iter(name for name in ("when", "then", "date") if not getattr(transfer, name)), "when")
        ),
    )
