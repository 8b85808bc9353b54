"""A new quarter begins all at once, keeps every word, and leaves the layers to the rep."""

from datetime import date
from pathlib import Path

import pytest

from tests.review.exports import Rows, changed, make_book, renumbered, rows, without, write
from workbook.book import Workbook, open_workbook
from workbook.book.confirming import confirm_waiting, waiting_moves
from workbook.book.quarters import kept_plans
from workbook.book.standing import confirm
from workbook.cli import run
from workbook.errors import DecisionRefused
from workbook.focus.decide import with_override, with_prospect
from workbook.focus.decisions import Override
from workbook.focus.move_causes import Cause
from workbook.focus.moves import propose_moves
from workbook.plan.draft import Draft
from workbook.plan.key_account import Cover, Horizon
from workbook.plan.year_plan import YearPlan
from workbook.terms import Layer

FIRST, NEXT = date(2026, 11, 25), date(2027, 1, 12)


@pytest.fixture
def book(tmp_path: Path) -> Workbook:
    """Anna's workbook after the seminar, with a year plan and a chosen prospect."""
    book = make_book(tmp_path / "anna", rows(), FIRST)
    book.keeper(YearPlan, account_id="c07").save(Draft(YearPlan(goal="Both lines from us")))
    book.decide(with_prospect(book.tiering, "p2"))
    return book


def _review(book: Workbook, content: Rows, monkeypatch: pytest.MonkeyPatch, *more: str, day: date = NEXT) -> int:
    export = write(book.folder.with_name("new.csv"), content)
    monkeypatch.setenv("WORKBOOK_TODAY", day.isoformat())
    return run(["review", str(book.folder), "--accounts", str(export), *more])


def _again(book: Workbook, day: date = NEXT) -> Workbook:
    return open_workbook(folder=book.folder, today=day)


def test_what_was_written_carries_over(
    book: Workbook, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The new quarter has the new accounts, the old texts and decisions; the old quarter is as it was."""
    assert _review(book, changed(rows(), "c01", revenue_2025="120000"), monkeypatch) == 0
    assert "Quarter 2027Q1 has begun." in capsys.readouterr().out
    after = _again(book)
    assert (after.quarter, after.quarters) == ("2027Q1", ("2026Q4", "2027Q1"))
    assert after.read(YearPlan, account_id="c07").values.goal == "Both lines from us"
    assert after.decisions.prospect == ("p2",)
    assert after.portfolio.revenue.loc["c01", 2025] == 12_000_000
    assert after.at("2026Q4").portfolio.revenue.loc["c01", 2025] == 9_900_000


def test_the_same_export_changes_nothing(
    book: Workbook, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """F25: recognised, also with its rows in another order."""
    before = (book.folder / "plan.db").read_bytes()
    assert _review(book, dict(reversed(rows().items())), monkeypatch) == 0
    assert "nothing has changed" in capsys.readouterr().out
    assert (book.folder / "plan.db").read_bytes() == before


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (changed(rows(), "c01", revenue_2025="10000"), "looks older than the last one"),
        ({each: [*line[:-1], "CHF"] for each, line in rows().items()}, "The amounts are in CHF"),
        (without(rows(), *(f"c{n:02}" for n in range(12, 31))), "19 of your 32 accounts are not in this export"),
        (renumbered(rows(), {each: f"X{each}" for each in rows()}), "but 32 of 32 names are"),
        ({f"X{n}": [f"Unknown {n}", *line[1:]] for n, line in enumerate(rows().values())}, "somebody else"),
    ],
)
def test_a_strange_export_is_asked_about(
    book: Workbook, content: Rows, sentence: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Older, another currency, half missing, other numbers, somebody else's: exit 2, not a byte is changed."""
    before = (book.folder / "plan.db").read_bytes()
    assert _review(book, content, monkeypatch) == 2
    assert sentence in capsys.readouterr().err
    assert (book.folder / "plan.db").read_bytes() == before
    assert _review(book, content, monkeypatch, "--yes") == 0
    assert _again(book).quarter == "2027Q1"


def test_broken_accounts_change_nothing(book: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """F24: all or nothing."""
    before = (book.folder / "plan.db").read_bytes()
    assert _review(book, changed(rows(), "c01", revenue_2025="much"), monkeypatch) == 2
    assert (book.folder / "plan.db").read_bytes() == before


def test_a_quarter_that_is_over_is_refused(
    book: Workbook, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Only a later quarter can begin."""
    content = changed(rows(), "c01", revenue_2025="120000")
    assert _review(book, content, monkeypatch, "--quarter", "2026Q4") == 2
    assert "not later than the open quarter 2026Q4" in capsys.readouterr().err


@pytest.mark.parametrize("quarter", ["2027Q5", "soon", "Q1 2027"])
def test_what_is_no_quarter_is_said(
    quarter: str, book: Workbook, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a sentence with an example; small letters and blanks are understood."""
    content = changed(rows(), "c01", revenue_2025="120000")
    assert _review(book, content, monkeypatch, "--quarter", quarter) == 2
    assert f"“{quarter}” is no quarter. Write the year" in capsys.readouterr().err
    assert _review(book, content, monkeypatch, "--quarter", "2027 q1") == 0
    assert _again(book).quarter == "2027Q1"


def test_a_quarter_far_ahead_is_asked_about(
    book: Workbook, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A slip of the finger would close every quarter before it; a yes begins it all the same."""
    content = changed(rows(), "c01", revenue_2025="120000")
    assert _review(book, content, monkeypatch, "--quarter", "2030Q1") == 2
    assert "Quarter 2030Q1 begins on 1 Jan 2030; today it is 2027Q1." in capsys.readouterr().err
    assert _review(book, content, monkeypatch, "--quarter", "2030Q1", "--yes") == 0
    assert _again(book).quarter == "2030Q1"


def test_a_vanished_account_keeps_its_plan(book: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """F26: no longer in the export, never deleted; when it comes back everything is there."""
    assert _review(book, without(rows(), "c07"), monkeypatch) == 0
    after = _again(book)
    assert kept_plans(after) == {"c07": "Fichte AG"}
    assert after.read(YearPlan, account_id="c07").values.goal == "Both lines from us"
    assert _review(book, changed(rows(), "c01", revenue_2025="130000"), monkeypatch, day=date(2027, 4, 2)) == 0
    assert kept_plans(_again(book, date(2027, 4, 2))) == {}


def test_all_numbers_changed(book: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a yes equal names go on: plans, decisions and layers stand under the new numbers, once."""
    assert _review(book, renumbered(rows(), {each: f"N-{each}" for each in rows()}), monkeypatch, "--yes") == 0
    after = _again(book)
    assert after.read(YearPlan, account_id="N-c07").values.goal == "Both lines from us"
    assert after.decisions.prospect == ("N-p2",)
    assert after.sections("year_plan/") == ("year_plan/N-c07",)
    assert after.tiering.layers == {f"N-{each}": layer for each, layer in book.tiering.layers.items()}


def test_layers_move_only_when_the_rep_says_so(book: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """c30 becomes the largest customer: proposed, not done; after the confirmation it is in the five."""
    assert _review(book, changed(rows(), "c30", revenue_2025="500000"), monkeypatch) == 0
    after = _again(book)
    assert after.formula.layers["c30"] is Layer.TOP5
    assert after.tiering.layers == book.tiering.layers
    proposal = propose_moves(after.standing.before, after.formula)
    moves = {move.account: move.to_layer for move in proposal.moves}
    assert moves["c30"] is Layer.TOP5
    confirm(after, dict.fromkeys(moves, ""))
    assert _again(book).tiering.layers == after.formula.layers


def test_a_decision_of_chapter_two_needs_no_second_confirmation(
    book: Workbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another prospect chosen in the new quarter is in the five at once, the old one leaves."""
    assert _review(book, changed(rows(), "c01", revenue_2025="120000"), monkeypatch) == 0
    after = _again(book)
    after.decide(with_prospect(after.tiering, "p1"))
    layers = _again(book).tiering.layers
    assert (layers["p1"], layers["p2"]) == (Layer.TOP5, Layer.REST)


def test_an_override_of_the_first_quarter_comes_up(book: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """A swap until the end of the year moved c25 into the 15; in January its end is proposed, and not done."""
    swap = Override(
        account_in="c25", account_out="c15", reason="A new line from March", author="Anna", date=FIRST,
        expiry=date(2027, 1, 1),
    )  # fmt: skip
    book.decide(with_override(book.tiering, swap))
    assert _review(book, changed(rows(), "c01", revenue_2025="120000"), monkeypatch) == 0
    after = _again(book)
    assert after.tiering.layers["c25"] is Layer.NEXT15
    moves = {move.account: (move.cause, move.to_layer) for move in waiting_moves(after)}
    assert moves["c25"] == (Cause.OVERRIDE_ENDED, Layer.REST)


def test_a_prospects_plan_is_not_dropped_silently(book: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """A prospect that is no prospect any more leaves its place before the plan's twelve months only with a reason."""
    book.keeper(Cover, account_id="p2").save(Draft(Cover(horizon=Horizon.MONTHS_12)))
    content = changed(rows(), "p2", status="former customer")
    assert _review(book, content, monkeypatch) == 0
    after = _again(book)
    waiting = {move.account for move in waiting_moves(after)}
    assert "p2" in waiting
    with pytest.raises(DecisionRefused, match="Nelken GmbH"):
        confirm_waiting(after, waiting, "no")
    assert confirm_waiting(after, waiting, "They have signed with Rivalis")
