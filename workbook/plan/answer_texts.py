"""Texts for answers to inquiries: from the cohort at first, and the rep's own once anything was changed."""

import tomllib
from datetime import date
from typing import Any, ClassVar

from workbook.i18n import N_, _
from workbook.i18n import day as in_words
from workbook.plan.fields import LongText, Text, field
from workbook.plan.section import Item, Section
from workbook.resources import resource
from workbook.terms import InquiryDecision

FILE = "answers.{language}.toml"
CUSTOMER, DATE, NAME = N_("[customer]"), N_("[date]"), N_("[name]")
MOST = 30


class AnswerText(Item):
    """One text, and the ending it is for."""

    FOLDED: ClassVar[bool] = True

    name: Text | None = field(N_("What the text is called"))
    ending: InquiryDecision | None = field(N_("For which ending"))
    text: LongText | None = field(
        N_("Text of the answer"), help=N_("[customer], [date] and [name] are filled in for each inquiry.")
    )


class AnswerTexts(Section):
    """The texts for answers."""

    KEY: ClassVar[str] = "answer_texts"
    TITLE: ClassVar[str] = N_("Texts for answers")

    texts: tuple[AnswerText, ...] = field(N_("Texts for answers"), add=N_("Add a text"), default=(), most=MOST)


def answer_texts_from(document: dict[str, Any]) -> AnswerTexts:
    """Return the texts of a file (``{"texts": [...]}``); raises pydantic's ValidationError for what does not fit.

    Ids are by place: what was taken from a file must have some, and the same file gives the same ones.
    """
    texts = document.get("texts", [])
    if not isinstance(texts, list) or not all(isinstance(each, dict) for each in texts):
        return AnswerTexts.model_validate(document)  # which says what is wrong
    return AnswerTexts.model_validate(
        {**document, "texts": [{"id": f"given{number}", **each} for number, each in enumerate(texts)]}
    )


def default_answer_texts(language: str) -> AnswerTexts:
    """Return the texts that come with the workbook, in a language."""
    path = resource("data", "answers", FILE.format(language=language))
    return answer_texts_from(tomllib.loads(path.read_text(encoding="utf-8")))


def filled_in(text: str, *, customer: str, due: date | None, name: str) -> str:
    """Return a text for one inquiry; what is not known yet keeps its place holder, so that nobody sends a gap.

    >>> filled_in("By [date]. [name]", customer="Nordholz", due=None, name="Ada Berg")
    'By [date]. Ada Berg'
    """
    known = {CUSTOMER: customer, DATE: in_words(due) if due else "", NAME: name}
    for holder, words in known.items():
        text = text.replace(_(holder), words or _(holder))
    return text
