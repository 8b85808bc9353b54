"""Who clears an open question and until when; answered ones stay, so that a quarter shows what was resolved."""

import hashlib
from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from workbook.i18n import N_
from workbook.plan.fields import Day, Depth, LongText, Text, field
from workbook.plan.questions import Asked
from workbook.plan.section import Item, Section

_TYPED_ELSEWHERE = "field-"


class OpenQuestion(Item):
    """One question mark; its id comes from the place where it was typed."""

    text: LongText | None = field(N_("Question"))
    where: Text | None = field(N_("Where it was asked"), personal=True)
    owner: Text | None = field(N_("Who finds out"), names="person", personal=True)
    due: Day | None = field(N_("Until when"))
    answered_on: Day | None = field(N_("Answered on"), depth=Depth.DEEPENING)


class OpenQuestions(Section):
    """All questions, the open ones first."""

    KEY: ClassVar[str] = "open_questions"
    TITLE: ClassVar[str] = N_("Open questions")

    questions: tuple[OpenQuestion, ...] = field(N_("Open questions"), add=N_("Add a question"), default=(), most=400)


def question_id(asked: Asked) -> str:
    """Return the same id for the same place, whatever is asked there."""
    return _TYPED_ELSEWHERE + hashlib.sha256(f"{asked.key}/{asked.place}".encode()).hexdigest()[:16]


def brought_up_to_date(known: OpenQuestions, asked: Sequence[Asked], today: date) -> OpenQuestions:
    """Return the questions with new ones added and those answered that nobody asks any more; owner and date stay."""
    now = {question_id(each): each for each in asked}
    kept = [_followed(each, now.pop(each.id or "", None), today) for each in known.questions]
    new = [OpenQuestion(id=key, text=each.text, where=each.where) for key, each in now.items()]
    ordered = sorted([*kept, *new], key=lambda each: each.answered_on is not None)
    return OpenQuestions(questions=tuple(ordered))


def _followed(question: OpenQuestion, asked: Asked | None, today: date) -> OpenQuestion:
    if asked:
        return question.model_copy(update={"text": asked.text, "where": asked.where, "answered_on": None})
    done = question.answered_on or is_own_question(question)
    return question if done else question.model_copy(update={"answered_on": today})


def is_own_question(question: OpenQuestion) -> bool:
    """Return whether the rep added a question by hand: it stands in no other field, and only the rep answers it."""
    return not (question.id or "").startswith(_TYPED_ELSEWHERE)


def resolved(questions: OpenQuestions, first: date, last: date) -> int:
    """Return how many questions were answered from ``first`` to ``last``."""
    return sum(1 for each in questions.questions if each.answered_on and first <= each.answered_on <= last)
