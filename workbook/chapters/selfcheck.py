"""The self-check of a chapter: what is there, what is missing, and which rule says so. Nothing is graded."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from markupsafe import Markup

from workbook.book import Workbook
from workbook.chapters.panels import Column, Panel, Words, badge, note, soft, table, together
from workbook.forms.places import place_named, place_of, place_within
from workbook.i18n import N_, NP_, _, ngettext, number, pgettext
from workbook.medium import is_static
from workbook.plan.checks import Check, Part, check
from workbook.plan.exercise import Answer, Transfer
from workbook.plan.fields import describe
from workbook.plan.finding import Gravity
from workbook.plan.section import Section


class Mark(StrEnum):
    """Still missing, worth a thought, or there: in this order, what is to be done first."""

    MISSING = "missing"
    HINT = "hint"
    THERE = "there"


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

    ``place`` is the place of a field or form of the same chapter, or the file of another chapter. Lines with the same
    ``subject``, the account they are about, stand together.
    """

    mark: Mark
    text: str
    rule: str = ""
    place: str = ""
    subject: str = ""

    @property
    def sentence(self) -> str:
        """What was found, with the account it is about in front."""
        return with_subject(self.subject, self.text)


def line(there: bool, found: str, missing: str, rule: str = "", place: str = "") -> Line:
    """Return one line: ``found`` when it is there, else ``missing``, which says what to do."""
    return Line(Mark.THERE if there else Mark.MISSING, found if there else missing, rule, place)


def self_check(lines: Iterable[Line]) -> Panel:
    """Return the self-check as a panel: one sentence, then line by line what is missing first."""
    found = sorted(lines, key=lambda each: list(Mark).index(each.mark))
    groups = list(_together_by_subject(found))
    columns = (Column(_("State")), Column(_("What was found")), Column(_("Which rule says so")))
    is_open = sum(len(group) > 1 for group in groups) == 1
    return together(_summary(found), table(columns, [_row(group, is_open) for group in groups]))


def _together_by_subject(lines: list[Line]) -> Iterable[list[Line]]:
    groups: dict[object, list[Line]] = {}
    for place, each in enumerate(lines):
        groups.setdefault(each.subject or place, []).append(each)
    return groups.values()


def _row(group: list[Line], is_open: bool) -> tuple[Words, Words, Words]:
    """Return a line, or what is to be said about one account as one line that opens; it is all there on paper."""
    mark, rules = (
        badge(_mark_in_words(group[0].mark)),
        ", ".join(dict.fromkeys(each.rule for each in group if each.rule)),
    )
    if len(group) == 1:
        return mark, _with_way(group[0], group[0].sentence), rules
    return mark, _folded(group, is_open), rules


def _folded(group: list[Line], is_open: bool) -> Markup:
    item = Markup("<li>{} {}</li>")
    points = Markup("").join(
        item.format(badge(_mark_in_words(each.mark)), _with_way(each, each.text)) for each in group
    )
    title = Markup("<strong>{}</strong> {}").format(group[0].subject, soft(_counted(group)))
    if is_static():
        return Markup('{}<ul class="wb-points">{}</ul>').format(title, points)
    fold = '<details data-kept="{0}"{1}><summary>{2}</summary><ul class="wb-points">{3}</ul></details>'
    return Markup(fold).format(group[0].subject, Markup(" open") if is_open else "", title, points)  # noqa: S704


def _counted(group: list[Line]) -> str:
    missing, hints = (sum(each.mark is mark for each in group) for mark in (Mark.MISSING, Mark.HINT))
    told = []
    if missing:
        told.append(ngettext("{count} point missing", "{count} points missing", missing).format(count=number(missing)))
    if hints:
        words = ngettext("{count} point worth a thought", "{count} points worth a thought", hints)
        told.append(words.format(count=number(hints)))
    return ", ".join(told) or _("nothing missing")


def _with_way(line: Line, text: str) -> Words:
    """Return a text with a link to the field of a line where one can be followed: on a page that lives."""
    if not line.place or line.mark is Mark.THERE or is_static():
        return text
    if line.place.endswith(".ipynb"):
        link = '<a href="{0}" data-chapter="{0}">{1}</a>'
    else:
        link = '<a href="#{0}" data-place="{0}">{1}</a>'
    return Markup(link).format(line.place, text)  # noqa: S704  format escapes


def _mark_in_words(mark: Mark) -> str:
    return pgettext("self-check", MARKS[mark])


def _summary(lines: list[Line]) -> Panel:
    missing = sum(each.mark is Mark.MISSING for each in lines)
    if not missing:
        return note(_("Nothing is missing here."), "good")
    sentence = ngettext("{count} thing is still missing.", "{count} things are still missing.", missing)
    return note(sentence.format(count=number(missing)), "warn")


def section_lines(found: Check, section: type[Section], subject: str = "", form: str = "") -> Iterator[Line]:
    """Yield a line for each core part of a section, then its findings; each leads to its field.

    ``subject`` names what the section is about; ``form`` is the place of its form where that may be closed.
    """
    for part in found.completeness.parts:
        mark = Mark.THERE if part.complete else Mark.MISSING
        yield Line(mark, _part_in_words(part), _(CORE_RULE), _place(section, part.path, form), subject)
    for finding in (*found.gaps, *found.advice):
        place = _place(section, finding.path, form)
        yield Line(GRAVITIES[finding.gravity], finding.sentence, place=place, subject=subject)


def _place(section: type[Section], path: str, form: str) -> str:
    if form:
        return place_within(form, section, path)
    # Entries of a list are folded: their list can be seen. What concerns all fields leads to the first.
    return place_of(section, path.partition(".")[0] or describe(section)[0].name)


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
