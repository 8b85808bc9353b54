"""Answers to the questions of a chapter, and the transfer at its end."""

from typing import ClassVar

from workbook.i18n import N_
from workbook.plan.fields import Day, LongText, field
from workbook.plan.section import Section


class Answer(Section):
    """One free answer: an exercise or a reflection."""

    KEY: ClassVar[str] = "exercise/{chapter}/{name}"
    TITLE: ClassVar[str] = N_("My answer")

    text: LongText | None = field(N_("My answer"))


class Transfer(Section):
    """When X happens, I will do Y, by a date."""

    KEY: ClassVar[str] = "exercise/{chapter}/{name}"
    TITLE: ClassVar[str] = N_("Transfer")

    when: LongText | None = field(N_("When this happens"), help=N_("A situation you will recognise at once."))
    then: LongText | None = field(N_("I will"), help=N_("One thing you do then."))
    date: Day | None = field(N_("By"))
