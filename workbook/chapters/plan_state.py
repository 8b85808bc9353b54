"""How far an account plan is: part by part, as a whole with its formula, and what is still open about it."""

from collections.abc import Iterable, Sequence
from typing import Any

from markupsafe import Markup

from workbook.book import Workbook
from workbook.chapters.panels import Column, Panel, Words, card, note, paragraph, spaced, strong, table, together
from workbook.chapters.plan_parts import time_of
from workbook.i18n import _, day, number
from workbook.plan.checks import Check
from workbook.plan.draft import Draft
from workbook.plan.finding import Gravity
from workbook.plan.open_questions import OpenQuestion, OpenQuestions, question_id
from workbook.plan.questions import Asked, open_questions
from workbook.plan.section import Section
from workbook.plan.whole_plan import PlanCheck

NOTHING = "\N{EN DASH}"


def plan_state(found: PlanCheck, parts: Iterable[type[Section]]) -> Panel:
    """Return the state of each part, of the whole plan with the formula of its score, and what lies between parts."""
    columns = (
        Column(_("Part")),
        Column(_("Time in the seminar")),
        Column(_("State")),
        Column(_("Core answers"), amount=True),
        Column(_("Alarms"), amount=True),
        Column(_("Hints"), amount=True),
    )
    rows = [_row(part, found.parts[part]) for part in parts]
    between = [note(finding.sentence, "warn") for finding in found.findings]
    return together(table(columns, rows), _score(found), *between)


def _row(part: type[Section], found: Check) -> tuple[Words, ...]:
    counted = found.completeness
    answers = _("{answered} of {wanted}").format(answered=number(counted.answered), wanted=number(counted.wanted))
    alarms, hints = (_count(found, gravity) for gravity in (Gravity.ALARM, Gravity.HINT))
    return _(part.TITLE), time_of(part) or NOTHING, _light(found), answers, alarms, hints


def _light(found: Check) -> Markup:
    """Return the state as a circle that fills up, in a colour and in a word."""
    mark = Markup('<span class="wb-light wb-light-{}" aria-hidden="true">{}</span> {}')
    return mark.format(found.light.value, found.light.mark, found.state)


def _count(found: Check, gravity: Gravity) -> str:
    count = sum(each.gravity is gravity for each in found.findings)
    return number(count) if count else NOTHING


def _score(found: PlanCheck) -> Panel:
    state = _("The plan is complete.") if found.complete else _("The plan is complete when all five parts are.")
    rule = _("A part is complete when every core answer is there and nothing in it contradicts itself.")
    return note(spaced(strong(found.formula), state, rule), "good" if found.complete else "note")


def questions_of(book: Workbook, drafts: Iterable[tuple[str, Draft[Any]]]) -> Panel:
    """Return the open questions of one account with who clears them; ``drafts`` go by their key in the store."""
    asked = open_questions((key, "", draft) for key, draft in drafts)
    if not asked:
        return paragraph(_("There is no open question about this account. A question mark in any field makes one."))
    known = {each.id: each for each in book.read(OpenQuestions).values.questions}
    headings = (_("Open question"), _("Where it was asked"), _("Who finds out"), _("Until when"))
    columns = [Column(heading) for heading in headings]
    rows = [_question(each, known.get(question_id(each))) for each in asked]
    return card(_("Open questions of this account"), table(columns, rows))


def _question(asked: Asked, known: OpenQuestion | None) -> Sequence[Words]:
    owner = (known.owner if known else None) or NOTHING
    due = day(known.due) if known and known.due else NOTHING
    return asked.text, asked.where, owner, due
