"""What is picked and typed and not decided yet: kept by the program in the open quarter, one document per form."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workbook.book.workbook import Workbook

KEY = "undecided"
Answers = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class UndecidedAnswers:
    """What is undecided in one form, ``form`` being its chapter and name; a new quarter begins with nothing."""

    book: "Workbook"
    form: str

    @property
    def key(self) -> str:
        """The key in the store."""
        return f"{KEY}/{self.form}"

    def read(self) -> Answers:
        """Return the answers by line and question; nothing while there are none."""
        if self.book.written_in(self.key) != self.book.quarter:
            return {}
        return dict((self.book.remembered(self.key) or {}).get("answers", {}))

    def keep(self, answers: Answers) -> None:
        """Keep answers in place of those before; `StoreError` when they cannot be saved."""
        if answers != self.read():
            document = {line: dict(each) for line, each in answers.items()}
            self.book.remember(self.key, {"schema": 1, "answers": document})


def without_lines(document: dict[str, Any]) -> dict[str, Any]:
    """Return what is kept as somebody can read it: the answers, without the codes of their lines, which name accounts.

    >>> without_lines({"schema": 1, "answers": {"K-7": {"reason": "They asked."}}})
    {'schema': 1, 'answers': [{'reason': 'They asked.'}]}
    """
    return {**document, "answers": list(document.get("answers", {}).values())}
