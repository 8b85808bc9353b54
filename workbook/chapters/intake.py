"""A list on its way in: read, asked about, answered; nothing is stored before everything is settled."""

import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path, PureWindowsPath
from typing import Any

from workbook.book import Workbook
from workbook.book.importing import AccountsChange, Decision, compare, import_source, question_key
from workbook.errors import InputError, Problem, Severity, WorkbookError
from workbook.focus.tiering import tier
from workbook.i18n import _
from workbook.portfolio import ReadOptions, portfolio_to_document, read_apart
from workbook.portfolio.header_parts import parts_of
from workbook.portfolio.headers import YEARLY
from workbook.portfolio.model import Portfolio
from workbook.portfolio.reading import ColumnUse, Reading

PASTED = "clipboard.tsv"
LINES = "transactions."
_NAME_LENGTH = 100
_SHEETS_TOLD = ("sheet_asked", "hidden_sheets")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as the browser sent it, or a pasted block."""

    name: str
    content: bytes = field(repr=False)

    @property
    def file_name(self) -> str:
        """A name that is harmless on a disk."""
        bare = re.sub(r"[^\w .()+-]", "_", PureWindowsPath(self.name).name).strip(" .")
        return bare[-_NAME_LENGTH:] or "list"


@dataclass(frozen=True)
class Answers:
    """What the rep said about the list: choices, {field: header}, and the keys of confirmed questions."""

    locale: str | None = None
    sheet: str | None = None
    transactions_sheet: str | None = None
    preset: str | None = None
    owner: str | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)
    confirmed: frozenset[str] = frozenset()


class Intake:
    """One list that is being loaded into a workbook; ``reading`` is None until something was given."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.forget()

    def forget(self) -> None:
        """Put the files aside; the accounts in use stay."""
        self.accounts: Upload | None = None
        self.lines: Upload | None = None
        self.answers = Answers()
        self.sheets: dict[str, tuple[str, ...]] = {}
        self._read()
        self.remembered = False
        self.agreed = False

    def take(self, accounts: Upload) -> None:
        """Read another list; what was decided for a list with the same columns is used again."""
        lines = self.lines
        self.forget()
        self.accounts, self.lines = accounts, lines
        self._try_remembered()
        if not self.remembered:
            self.answers = Answers()
            self._read()

    def take_lines(self, lines: Upload | None) -> None:
        """Read the transactions too, or do without them."""
        self.lines, self.agreed = lines, False
        self._read()

    def say(self, **choices: str | None) -> None:
        """Choose locale, sheet or owner, and read again."""
        self.answers, self.agreed = replace(self.answers, **choices), False  # type: ignore[arg-type]
        self._read()

    def map_column(self, use: ColumnUse, meaning: str | None) -> None:
        """Say which field a column is; None takes back what was said about it."""
        prefix = LINES if use.in_lines else ""
        said = {name: header for name, header in self.answers.mapping.items() if not _same(name, header, prefix, use)}
        if meaning:
            said[prefix + meaning] = use.header
        self.answers, self.agreed = replace(self.answers, mapping=said), False
        self._read()

    def said(self, use: ColumnUse) -> bool:
        """Return whether the rep has said what a column is."""
        prefix = LINES if use.in_lines else ""
        return any(_same(name, header, prefix, use) for name, header in self.answers.mapping.items())

    def confirm(self, key: str, holds: bool) -> None:
        """Confirm the reading that a question shows, or take the confirmation back."""
        confirmed = self.answers.confirmed | {key} if holds else self.answers.confirmed - {key}
        self.answers = replace(self.answers, confirmed=confirmed)

    @property
    def questions(self) -> dict[str, Problem]:
        """The questions of the reading by key, each once, answered or not."""
        problems = self.reading.problems if self.reading else ()
        return {question_key(each): each for each in problems if each.severity is Severity.QUESTION}

    def hindrances(self) -> tuple[str, ...]:
        """Return what still stands against using the list, in words; nothing when it can be used."""
        return tuple(self._hindrances())

    def _hindrances(self) -> Iterator[str]:
        if self.reading is None:
            yield _("No list has been read yet.")
        elif self.reading.portfolio is None:
            yield _("There are errors. Correct them in the list, or say what the columns are.")
        else:
            unanswered = set(self.questions) - self.answers.confirmed
            if unanswered:
                yield _("Questions without an answer: {count}.").format(count=len(unanswered))
            yield from self._refusals
            if self.needs_yes and not self.agreed:
                yield _("Say yes to what changes.")

    @cached_property
    def _refusals(self) -> tuple[str, ...]:
        """A list on which no pyramid can be built would leave the rep without any."""
        if self.reading is None or self.reading.portfolio is None:
            return ()
        try:
            tier(self.reading.portfolio, self.book.rules, self.book.decisions, today=self.book.today)
        except WorkbookError as refused:
            return (str(refused),)
        return ()

    @cached_property
    def change(self) -> AccountsChange | None:
        """What the list would change; None while it cannot be read."""
        if self.reading is None or self.reading.portfolio is None:
            return None
        return compare(self.book.accounts_document(), self._document(self.reading.portfolio), self.book.sections())

    @property
    def needs_yes(self) -> bool:
        """Whether accounts would leave the list, which wants a deliberate yes."""
        change = self.change
        return change is not None and not change.same and bool(change.missing)

    def use(self) -> bool:
        """Put the accounts into the workbook; False if they are in use already.

        Raises `InputError` while anything is open, `StoreError` when nothing can be saved.
        """
        accepted = self._accepted()
        return self.book.replace_accounts(portfolio_to_document(accepted.require()), import_source(accepted))

    def _accepted(self) -> Reading:
        if self.reading is None or self.hindrances():
            raise InputError(*(self.reading.problems if self.reading else ()))
        codes = tuple(sorted({problem.code for problem in self.questions.values()}))
        return replace(self.reading, options=replace(self.reading.options, accept=codes))

    def _document(self, portfolio: Portfolio) -> dict[str, Any]:
        from workbook.book.accounts import to_document

        return to_document(portfolio_to_document(portfolio), {})

    def _try_remembered(self) -> None:
        decision = Decision.of(self.book.accounts_document()["source"])
        if decision.headers:
            confirmed = frozenset(decision.confirmed)
            self.answers = Answers(
                locale=decision.locale,
                sheet=decision.sheet,
                transactions_sheet=decision.transactions_sheet,
                preset=decision.preset,
                owner=decision.owner,
                mapping=self._lasting(decision.mapping),
                confirmed=confirmed,
            )
            self._read()
            self.remembered = self.reading is not None and decision.fits(self.reading.columns)

    def _lasting(self, mapping: Mapping[str, str]) -> dict[str, str]:
        """A column "Revenue" that was the last full year is that of the next one today: it is asked about again."""
        last = self.book.calendar.year_of(self.book.today) - 1
        return {name: header for name, header in mapping.items() if not _is_of_another_year(name, header, last)}

    def _read(self) -> None:
        for worked_out in ("change", "_refusals"):
            self.__dict__.pop(worked_out, None)
        self.reading: Reading | None = self._reading(self.accounts) if self.accounts else None
        problems = self.reading.problems if self.reading else ()
        for told in (each for each in problems if each.code in _SHEETS_TOLD):
            names: Sequence[str] = told.details["names"]  # type: ignore[assignment]  # details are of any kind
            place = "sheet" if self.accounts and told.place.file == self.accounts.file_name else "transactions_sheet"
            self.sheets = {**self.sheets, place: tuple(dict.fromkeys([*self.sheets.get(place, ()), *names]))}

    def _reading(self, accounts: Upload) -> Reading:
        with tempfile.TemporaryDirectory() as private:
            list_file = _written(Path(private), accounts)
            lines_file = _lines_written(Path(private), self.lines, accounts) if self.lines else None
            return read_apart(list_file, lines_file, options=self._options(), today=self.book.today)

    def _options(self) -> ReadOptions:
        said = self.answers
        return ReadOptions(
            locale=said.locale,
            sheet=said.sheet,
            transactions_sheet=said.transactions_sheet,
            preset=said.preset,
            owner=said.owner,
            mapping=said.mapping,
            fiscal_year_start=self.book.participant.fiscal_year_start,
        )


def _is_of_another_year(name: str, header: str, last: int) -> bool:
    measure, _underscore, year = name.rpartition("_")
    return measure in YEARLY and parts_of(header).year is None and year != str(last)


def _same(name: str, header: str, prefix: str, use: ColumnUse) -> bool:
    return header == use.header and name.startswith(LINES) == bool(prefix)


def _lines_written(folder: Path, lines: Upload, accounts: Upload) -> Path:
    """One file given twice is both; two different files of the same name would be taken for one."""
    if lines.content == accounts.content:
        return folder / accounts.file_name
    same_name = lines.file_name == accounts.file_name
    return _written(folder, replace(lines, name=f"transactions-{lines.file_name}") if same_name else lines)


def _written(folder: Path, upload: Upload) -> Path:
    file = folder / upload.file_name
    file.write_bytes(upload.content)
    return file
