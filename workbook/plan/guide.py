"""Help me choose: a few questions on behaviour one can observe lead to a value of a scale; the rep may overrule it.

A guide is data: yes-or-no questions, and rows that say which answers lead to which value. The first row that fits wins;
a dash fits both answers. The value is a term of a scale, a number, or `OPEN`: the customer has to be asked.
"""

from dataclasses import dataclass

from workbook.i18n import _
from workbook.terms import Term

YES, NO, EITHER = "yn-"
OPEN = "?"
Value = Term | int | str


@dataclass(frozen=True, slots=True)
class Guide:
    """The questions to one scale, and rows such as ("ny--", Attitude.CRITIC)."""

    english: tuple[str, ...]
    rows: tuple[tuple[str, Value], ...]

    @property
    def scale(self) -> type[Term]:
        """The enumeration this guide leads to; TypeError for a guide to numbers."""
        kind = type(self.rows[0][1])
        if not issubclass(kind, Term):
            raise TypeError("a guide to numbers has no enumeration")
        return kind

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions in the language in use."""
        return tuple(_(question) for question in self.english)

    def value(self, answers: tuple[bool | None, ...]) -> Value | None:
        """Return the value the answers lead to; None while an answer that matters is missing.

        A missing answer does not matter when the value would be the same either way.
        """
        values = {self._row(complete) for complete in _completed(answers)}
        return values.pop() if len(values) == 1 else None

    def _row(self, answers: tuple[bool, ...]) -> Value:
        signs = [YES if answer else NO for answer in answers]
        fitting = (value for pattern, value in self.rows if _fits(pattern, signs))
        return next(fitting)


def _fits(pattern: str, signs: list[str]) -> bool:
    return all(wanted in {EITHER, sign} for wanted, sign in zip(pattern, signs, strict=True))


def _completed(answers: tuple[bool | None, ...]) -> list[tuple[bool, ...]]:
    """Return every way to fill the missing answers."""
    done: list[tuple[bool, ...]] = [()]
    for answer in answers:
        options = (True, False) if answer is None else (answer,)
        done = [(*start, option) for start in done for option in options]
    return done
