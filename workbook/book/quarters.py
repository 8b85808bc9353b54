"""A new quarter: the next export is compared with the last one, and put beside it all at once or not at all."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbook.book import accounts, kinds
from workbook.book.carrying import added_actions
from workbook.book.continued import CONTINUED, continued_documents, continued_with
from workbook.book.history import names_ever
from workbook.book.importing import import_source
from workbook.book.standing import BEFORE
from workbook.errors import InputError, Problem
from workbook.fiscal import next_quarter
from workbook.focus.snapshot import Snapshot, take_snapshot
from workbook.i18n import day
from workbook.plan.account_facts import AccountFacts
from workbook.plan.catalogue import section_of
from workbook.portfolio import portfolio_from_document, portfolio_to_document
from workbook.portfolio.kinds.review import IDS_CHANGED
from workbook.portfolio.matching import Matching, match_accounts
from workbook.portfolio.suspicion import suspicions
from workbook.store.revision import checked_quarter

if TYPE_CHECKING:
    from workbook.book.workbook import Workbook
    from workbook.portfolio.reading import Reading


@dataclass(frozen=True, slots=True)
class NewQuarter:
    """What a new export would make of a workbook; nothing is changed yet.

    ``questions`` have to be answered with yes first; ``same``: it is the export that is in use.
    """

    quarter: str
    document: Mapping[str, Any]
    matching: Matching
    questions: tuple[Problem, ...] = ()
    same: bool = False


def prepare_quarter(book: "Workbook", reading: "Reading", quarter: str = "") -> NewQuarter:
    """Return what the accounts of ``reading`` would make of the workbook in ``quarter``, usually the one of today.

    Raises `InputError` for accounts with errors and for a quarter that is none or not later than the open one.
    """
    wanted = _wanted(book, quarter)
    portfolio = reading.require()
    document = accounts.to_document(portfolio_to_document(portfolio), import_source(reading))
    matching = match_accounts(book.portfolio, portfolio, own=entered_ids(book))
    if book.accounts_document()["hash"] == document["hash"]:
        return NewQuarter(book.quarter, document, matching, same=True)
    if wanted <= book.quarter:
        raise InputError(Problem(kinds.QUARTER_NOT_NEW, value=wanted, details={"open_quarter": book.quarter}))
    before = portfolio_from_document(book.accounts_document()["portfolio"])
    strange = suspicions(before, portfolio, matching, reading.accounts_file or "")
    return NewQuarter(wanted, document, matching, (*_ahead(book, wanted), *strange))


def _wanted(book: "Workbook", quarter: str) -> str:
    """Return the quarter that is named, also as "2027 q1"; the one of today where none is."""
    today = book.calendar.quarter_of(book.today)
    try:
        return checked_quarter("".join(quarter.split()).upper()) if quarter else today
    except ValueError as error:
        raise InputError(Problem(kinds.QUARTER_UNREADABLE, value=quarter, details={"example": today})) from error


def _ahead(book: "Workbook", quarter: str) -> Iterator[Problem]:
    """Ask about a quarter after the next one: quarters are never taken back."""
    today = book.calendar.quarter_of(book.today)
    if quarter > next_quarter(today):
        details = {"day": day(book.calendar.first_day_of_quarter(quarter)), "quarter": today}
        yield Problem(kinds.QUARTER_AHEAD, value=quarter, details=details)


def entered_ids(book: "Workbook") -> frozenset[str]:
    """Return the accounts that are in the portfolio because the rep entered them."""
    return frozenset(book.portfolio.accounts.index) - frozenset(book.accounts_document()["portfolio"]["ids"])


def begin_quarter(book: "Workbook", new: NewQuarter) -> "Workbook":
    """Open the new quarter and return the workbook in it; what was written carries over, the old one never changes.

    Accounts, the layers as they were and everything that continues under another id are saved in one piece.
    """
    pairs = new.matching.certain if any(each.code == IDS_CHANGED.code for each in new.questions) else {}
    documents = {
        accounts.KEY: dict(new.document),
        BEFORE: layers_now(book).model_dump(mode="json"),
        **({CONTINUED: continued_with(book, pairs=pairs), **continued_documents(book, pairs)} if pairs else {}),
    }
    return book.begin(new.quarter, documents)


def continue_account(book: "Workbook", old: str, new: str) -> None:
    """Let what was written about an account go on under another number, all of it or nothing.

    What is written there already stays, as where two accounts are merged; open actions of the old one are added to it.
    """
    here = set(book.sections())
    documents = {key: each for key, each in continued_documents(book, {old: new}).items() if key not in here}
    merged = {key: draft.to_document() for key, draft in added_actions(book, old, new).items() if key in here}
    book.write_documents({**documents, **merged, CONTINUED: continued_with(book, pairs={old: new})})


def layers_now(book: "Workbook") -> Snapshot:
    """Return the layers as the rep last saw and decided them in the open quarter.

    A swap or a waiver that ran out since then still counts here, so that its end comes up as a move (Rule R13).
    """
    decided = (each.date for each in (*book.decisions.overrides, *book.decisions.waivers))
    day = max([book.calendar.first_day_of_quarter(book.quarter), *(each for each in decided if each <= book.today)])
    return take_snapshot(book.at(book.quarter, today=day).tiering, book.quarter)


def kept_plans(book: "Workbook") -> dict[str, str]:
    """Return the accounts with something written about them that are no longer in the export: name by id."""
    names = names_ever(book)
    sections = (section_of(key) for key in book.sections())
    written = {found[1]["account_id"] for found in sections if found and "account_id" in found[1]}
    gone = sorted(written - set(book.portfolio.accounts.index))
    return {each: names.get(each, each) for each in gone if not _is_left_out(book, each)}


def _is_left_out(book: "Workbook", account_id: str) -> bool:
    return bool(book.read(AccountFacts, account_id=account_id).values.left_out)
