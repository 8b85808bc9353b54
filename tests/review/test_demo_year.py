"""`workbook demo --quarters`: an invented rep over four quarters, through the functions every rep uses."""

from pathlib import Path

import pytest

from tests.review.conftest import Year
from tools.demo_year import TARGET, write_exports
from workbook.book.confirming import proposed_moves
from workbook.book.quarters import kept_plans
from workbook.chapters.quarter_accounts import matching_of
from workbook.cli import run
from workbook.focus.move_causes import Cause
from workbook.terms import AccountStatus, Layer


def test_the_generator_reproduces_the_kept_exports(tmp_path: Path) -> None:
    """Running it again writes the same bytes."""
    write_exports(tmp_path)
    exports = sorted(TARGET.glob("accounts-*.csv"))
    assert len(exports) == 4
    assert all((tmp_path / each.name).read_bytes() == each.read_bytes() for each in exports)


def test_a_year_has_four_quarters(english_year: Year) -> None:
    """From the seminar in November to the review in July; each says how many moves were confirmed."""
    said = [(each.quarter, each.moves) for each in english_year.played]
    assert said == [("2025Q4", 0), ("2026Q1", 4), ("2026Q2", 1), ("2026Q3", 4)]
    assert english_year.book().quarters == ("2025Q4", "2026Q1", "2026Q2", "2026Q3")


def test_every_kind_of_account_comes_up(english_year: Year) -> None:
    """One renamed, one new, one gone with its plan kept, and one that may go on under another number."""
    second, third, fourth = (matching_of(english_year.book(each)) for each in ("2026Q1", "2026Q2", "2026Q3"))
    assert [each.now for each in second.renamed] == ["Dämmerlicht Leuchten SE"]
    assert (second.new, third.vanished) == (("30985",), ("30441",))
    assert [(each.old, each.new) for each in fourth.suggestions] == [("30577", "40012")]
    assert kept_plans(english_year.book()) == {"30441": "Büromöbel Sitzmann GmbH"}


def test_a_prospect_is_won_and_the_next_one_takes_its_place(english_year: Year) -> None:
    """In the third quarter Felsenau is a customer, and Federkern is in the five."""
    before, after = (english_year.book(each).tiering for each in ("2026Q1", "2026Q2"))
    status = [each.row("30883")["status"] for each in (before, after)]
    assert status == [AccountStatus.PROSPECT, AccountStatus.CUSTOMER]
    assert (before.layers["30883"], after.layers["30900"]) == (Layer.TOP5, Layer.TOP5)


def test_an_override_ends(english_year: Year) -> None:
    """Kleinholz was in the 15 until the end of June; in July it changes places again with Tropfhain."""
    moves = {move.account: move for move in proposed_moves(english_year.book()).moves}
    assert (moves["30458"].cause, moves["30458"].to_layer) == (Cause.OVERRIDE_ENDED, Layer.REST)
    assert (moves["30543"].cause, moves["30543"].to_layer) == (Cause.OVERRIDE_ENDED, Layer.NEXT15)


@pytest.mark.slow
def test_the_command_shows_the_year(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A line for each quarter, a folder to open, and chapter 8 with what changed; what is there is kept."""
    assert run(["demo", "--quarters", "--out", str(tmp_path / "year"), "--language", "en"]) == 0
    assert "2026Q1  14 Jan 2026  1 new account, 1 renamed, 4 moves confirmed" in capsys.readouterr().out
    folder = tmp_path / "year" / "build" / "henrike-osterloh-h4n8c2v6x9k3"
    page = (folder / "workbook.html").read_text(encoding="utf-8")
    assert "Trockenmörtel Sandkuhl GmbH" in page
    before = (folder / "plan.db").read_bytes()
    assert run(["demo", "--quarters", "--out", str(tmp_path / "year"), "--language", "en"]) == 0
    assert (folder / "plan.db").read_bytes() == before
