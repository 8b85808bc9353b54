"""Texts for answers to inquiries: from the cohort at first, and the rep's own once anything was changed."""

import tomllib
from datetime import date
from typing import ClassVar

from pydantic import ValidationError

from workbook.errors import InputError, Place, Problem, ProblemKind, Severity
from workbook.i18n import N_, _
from workbook.i18n import day as in_words
from workbook.plan.fields import LongText, Text, field
from workbook.plan.section import Item, Section
from workbook.terms import InquiryDecision

FILE = "answers.{language}.toml"
CUSTOMER, DATE, NAME = N_("[customer]"), N_("[date]"), N_("[name]")
MOST = 30

TEXTS_UNREADABLE = ProblemKind(
    "answer_texts_unreadable",
    Severity.ERROR,
    N_("The texts for answers cannot be read: {error}."),
    N_("Correct the file, or delete it to use the texts that come with the workbook."),
)


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


def read_answer_texts(content: bytes, file: str) -> AnswerTexts:
    """Return the texts of a TOML file; raises `InputError` that names the file and says what is wrong."""
    try:
        # Ids by place: what was taken from a file must have some, and the same file gives the same ones.
        texts = tomllib.loads(content.decode("utf-8-sig")).get("texts", [])
        numbered = [{"id": f"given{number}", **each} for number, each in enumerate(texts)]
        return AnswerTexts.model_validate({"texts": numbered})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, TypeError) as error:
        raise _unreadable(file, str(error)) from error
    except ValidationError as error:
        first = error.errors()[0]
        raise _unreadable(file, f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from error


def _unreadable(file: str, error: str) -> InputError:
    return InputError(Problem(TEXTS_UNREADABLE, Place(file=file), details={"error": error}))


def filled_in(text: str, *, customer: str, due: date | None, name: str) -> str:
    """Return a text for one inquiry; what is not known yet keeps its place holder, so that nobody sends a gap.

    >>> filled_in("By [date]. [name]", customer="Nordholz", due=None, name="Ada Berg")
    'By [date]. Ada Berg'
    """
    known = {CUSTOMER: customer, DATE: in_words(due) if due else "", NAME: name}
    for holder, words in known.items():
        text = text.replace(_(holder), words or _(holder))
    return text
