"""A second quarter in which things have happened: a slipped objective, a decider who came nearer, late actions."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from tests.review.exports import changed, make_book, rows, write
from workbook.book import Workbook, open_workbook
from workbook.cli import run
from workbook.plan.action import Action
from workbook.plan.buying_center import BuyingCenter, BuyingCenterMember
from workbook.plan.draft import Draft
from workbook.plan.objectives import Objectives, SalesObjective
from workbook.plan.section import Section
from workbook.plan.year_plan import YearPlan
from workbook.terms import Attitude, BuyingRole, Status

FIRST, NEXT = date(2026, 11, 25), date(2027, 1, 12)
DECIDER = BuyingCenterMember(id="m", person="Petra Lindqvist", roles=(BuyingRole.DECIDER,), attitude=Attitude.NEUTRAL)
GOAL = SalesObjective(id="o", text="Service contract for both lines", due=date(2027, 3, 1))


def save(book: Workbook, section: Section, **place: str) -> None:
    """Save a section as it is."""
    book.keeper(type(section), **place).save(Draft(section))


def begin_next(book: Workbook, monkeypatch: pytest.MonkeyPatch) -> Workbook:
    """The next quarter, with a new export."""
    export = write(book.folder.with_name("new.csv"), changed(rows(), "c30", revenue_2025="500000"))
    monkeypatch.setenv("WORKBOOK_TODAY", NEXT.isoformat())
    assert run(["review", str(book.folder), "--accounts", str(export), "--yes"]) == 0
    return open_workbook(folder=book.folder, today=NEXT)


def make_eventful(folder: Path, monkeypatch: pytest.MonkeyPatch, language: str = "en") -> Workbook:
    """The workbook of Anna in her second quarter."""
    book = make_book(folder, rows(), FIRST, language=language)
    save(book, BuyingCenter(members=(DECIDER,)), account_id="c01")
    save(book, Objectives(objectives=(GOAL,)), account_id="c01")
    save(
        book, YearPlan(actions=(Action(id="a", what="Visit Petra Lindqvist", due=date(2026, 12, 1)),)), account_id="c10"
    )
    book = begin_next(book, monkeypatch)
    nearer = DECIDER.model_copy(update={"attitude": Attitude.SUPPORTER})
    save(book, BuyingCenter(members=(nearer,)), account_id="c01")
    later = GOAL.model_copy(update={"due": date(2027, 4, 30), "status": Status.IN_PROGRESS})
    save(book, Objectives(objectives=(later,)), account_id="c01")
    return book


Eventful = Callable[..., Workbook]


@pytest.fixture(scope="module")
def eventful(tmp_path_factory: pytest.TempPathFactory) -> Eventful:
    """Return a function that copies the workbook of Anna in her second quarter; it is made once per language."""
    made: dict[str, Path] = {}

    def copy(folder: Path, language: str = "en") -> Workbook:
        if language not in made:
            with pytest.MonkeyPatch.context() as patched:
                made[language] = make_eventful(tmp_path_factory.mktemp(language) / "anna", patched, language).folder
        return open_workbook(folder=copytree(made[language], folder / "anna"), today=NEXT)

    return copy
