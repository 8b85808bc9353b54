"""Five hundred accounts and a quarter in which nearly everything changed, in words far too long."""

from datetime import date
from pathlib import Path

import pytest

from tests.review.exports import Rows, make_book, write
from tests.review.talk import FIRST, NEXT, save
from workbook.book import Workbook, open_workbook
from workbook.book.confirming import confirm_waiting, waiting_moves
from workbook.cli import run
from workbook.plan.action import Action
from workbook.plan.objectives import Objectives, SalesObjective
from workbook.plan.talk import QuarterlyTalk
from workbook.plan.year_plan import YearPlan
from workbook.terms import Layer, Status

LONG = "Donaudampfschifffahrtsgesellschaft und ihre Tochterunternehmen "


def many(turned: bool = False) -> Rows:
    """An export of 500 customers with long names; ``turned``: the smallest has become the largest."""
    order = range(500, 0, -1) if turned else range(1, 501)
    lines = {
        f"k{n:03}": [f"{LONG}{n} AG", "customer", f"{900_000 - n}", f"{800_000 - 500 * place}", "", "", "EUR"]
        for place, n in enumerate(order)
    }
    return {**lines, "p1": ["Rosen GmbH", "prospect", "0", "0", "90000", "Rivalis", "EUR"]}


def _fill(book: Workbook, words: str, due: date) -> None:
    goals = tuple(SalesObjective(id=f"o{n}", text=words, due=due, status=Status.BLOCKED) for n in range(3))
    actions = tuple(Action(id=f"a{n}", what=f"{words} {n}", due=due, owner="Anna Weiß") for n in range(12))
    for account_id in book.tiering.ids(Layer.TOP5):
        save(book, Objectives(strategy=words, objectives=goals), account_id=account_id)
    for account_id in book.tiering.ids(Layer.NEXT15):
        save(book, YearPlan(goal=words, actions=actions), account_id=account_id)


def make_crowded(folder: Path, monkeypatch: pytest.MonkeyPatch, language: str = "en") -> Workbook:
    """A workbook in its second quarter with 20 plans in which every sentence is another one now."""
    book = make_book(folder, many(), FIRST, language=language)
    _fill(book, LONG, date(2026, 12, 1))
    export = write(folder.with_name("new.csv"), many(turned=True))
    monkeypatch.setenv("WORKBOOK_TODAY", NEXT.isoformat())
    assert run(["review", str(folder), "--accounts", str(export), "--yes"]) == 0
    book = open_workbook(folder=folder, today=NEXT)
    confirm_waiting(book, {move.account for move in waiting_moves(book)}, "Agreed with my manager")
    book = open_workbook(folder=folder, today=NEXT)
    _fill(book, f"Ganz anders: {LONG}", date(2027, 6, 1))
    save(book, QuarterlyTalk(first=LONG * 40, second=LONG * 40, third=LONG * 40, decision=LONG * 40), name=book.quarter)
    return book
