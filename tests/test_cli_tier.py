"""`workbook tier`: a table that fits the screen in both languages, every option, refusals in plain words."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from workbook.cli import run
from workbook.cli.table import Column, lay_out, table

HEADER = "id,name,status,owner,revenue_2024,revenue_2025,additional_potential,total_demand,incumbent_competitor\n"
CUSTOMERS = "".join(
    f"c{n:02},Account {n},customer,{'Ann' if n % 2 else 'Bob'},{n},{1000 - 10 * n},{500 - 10 * n},{n},\n"
    for n in range(1, 31)
)
OTHERS = "p1,Prospect One,prospect,Ann,,,900,,Rivalis\np2,Prospect Two,prospect,Bob,,,100,,Rivalis\n"
FORMER = "f1,Former One,former,Ann,500,,50,,\n"
Tier = Callable[..., tuple[int, str, str]]


@pytest.fixture
def tier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Tier:
    """Return a function that runs `tier` on 33 accounts and returns the exit code, what is printed, and errors."""
    monkeypatch.setenv("WORKBOOK_TODAY", "2026-11-23")
    path = tmp_path / "accounts.csv"
    path.write_text(HEADER + CUSTOMERS + OTHERS + FORMER, encoding="utf-8")

    def run_tier(*words: str, columns: int = 160) -> tuple[int, str, str]:
        monkeypatch.setenv("COLUMNS", str(columns))
        code = run(["tier", str(path), *words])
        return code, *capsys.readouterr()

    return run_tier


def layers_of(printed: str) -> dict[str, Any]:
    return {account["id"]: account for account in json.loads(printed)["accounts"]}


def test_amounts_stand_beside_ranks(tier: Tier) -> None:
    """Place, name, revenue, its rank, potential, its rank, score; the reason beside it."""
    lines = tier()[1].splitlines()
    first = next(line for line in lines if " Account 1 " in line)
    assert first.split() == [
        "1", "Account", "1", "990", "1.00", "490", "1.00", "1.00", "Largest", "customer", "by", "revenue", "2025",
        "(€990)", "and", "by", "potential", "(€490).",
    ]  # fmt: skip
    assert "Score = 0.50 × rank by revenue + 0.50 × rank by additional potential." in lines


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("columns", [60, 80, 110, 200])
def test_table_fits_the_screen(tier: Tier, columns: int, language: str) -> None:
    """No line is longer than the screen is wide, and nothing of a reason is lost."""
    _code, printed, _errors = tier("--language", language, columns=columns)
    assert max(map(len, printed.splitlines())) <= columns
    assert "Prospect One" in printed
    assert "Rivalis." in printed


def test_prospects_and_former_customers_are_named_in_the_rest(tier: Tier) -> None:
    """A deferred prospect has its day, a former customer its word; revenue nobody expects is a dash."""
    rest = tier()[1].split("Rest: ")[1].splitlines()
    assert next(line for line in rest if "Prospect Two" in line).split()[3] == "–"
    assert any("Prospect Two" in line and line.endswith("Prospect, look again on 1 Jan 2027") for line in rest)
    assert any("Former One" in line and line.endswith("Former customer") for line in rest)


def test_tasks_stand_before_facts(tier: Tier) -> None:
    """What can be done is a list of its own."""
    printed = tier()[1]
    todo, known = printed.index("What you can do"), printed.index("Good to know")
    assert todo < printed.index("Prospect One has the highest known potential") < known
    assert known < printed.index("The formula was made for 50 accounts and more")


def test_long_rest_is_cut_for_people_only(tmp_path: Path, tier: Tier, capsys: pytest.CaptureFixture[str]) -> None:
    """Of 100 in the rest the table shows 50 and counts the others; JSON has all."""
    path = tmp_path / "many.csv"
    path.write_text("id,name,status,revenue_2025\n" + "".join(f"{n:03},A {n},customer,{n}\n" for n in range(118)))
    assert run(["tier", str(path)]) == 0
    assert "and 50 more; --json lists all of them" in capsys.readouterr().out
    assert run(["tier", str(path), "--json"]) == 0
    assert len(layers_of(capsys.readouterr().out)) == 118


def test_prospect_is_chosen(tier: Tier) -> None:
    """The second prospect takes the place of the proposal, which is deferred."""
    layers = layers_of(tier("--prospect", "p2", "--json")[1])
    assert (layers["p2"]["layer"], layers["p2"]["slots"]) == ("top5", ["prospect"])
    assert (layers["p1"]["layer"], layers["p1"]["deferred"]) == ("rest", True)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--prospect", "zz"), "There is no account with the id “zz” in this portfolio."),
        (("--prospect", "c05"), "Account 5 is already a customer and cannot be the prospect."),
        (("--prospect", "f1"), "Former One is a former customer; it counts as a prospect only after you confirm that."),
        (("--roll-up", "Group"), "There is no group “Group” in this portfolio."),
        (("--weight", "1.5"), "The weight of revenue must lie between 0 and 1, not 1.5."),
        (("--year", "2019"), "Fiscal year 2019 cannot be the reference year: the data has no such year."),
        (("--year", "2026"), "Fiscal year 2026 cannot be the reference year: the data has no such year."),
    ],
)
def test_choices_that_break_a_rule_are_refused(tier: Tier, words: tuple[str, ...], sentence: str) -> None:
    """One sentence on stderr, nothing on stdout, exit code 2."""
    code, printed, errors = tier(*words)
    assert (code, printed) == (2, "")
    assert sentence in errors


def test_weight_reaches_the_score(tier: Tier) -> None:
    """With revenue alone the score is the revenue rank: 30 customers, the second has 29/30."""
    assert layers_of(tier("--weight", "1", "--json")[1])["c02"]["score"] == 0.966667


def test_weight_may_have_a_comma(tier: Tier) -> None:
    """Whoever writes 0,7 means 0.7."""
    assert json.loads(tier("--weight", "0,7", "--json")[1])["weight"] == 0.7
    assert "--weight does not fit. Possible: 0–1." in tier("--weight", "half")[2]


def test_potential_basis_decides_about_the_slot(tier: Tier) -> None:
    """By total demand the thirtieth is largest, by additional potential the first."""
    for basis, winner in (("additional", "c01"), ("total", "c30")):
        code, printed, _errors = tier("--potential-basis", basis, "--json")
        assert (code, json.loads(printed)["potential_basis"]) == (0, basis)
        assert "largest_potential" in layers_of(printed)[winner]["slots"]


def test_year_changes_the_revenue(tier: Tier) -> None:
    """In 2024 the thirtieth was the largest."""
    assert layers_of(tier("--year", "2024", "--json")[1])["c30"]["revenue"] == 30.0


def test_owner_leaves_the_others_out(tier: Tier) -> None:
    """Fifteen customers, a prospect and a former customer are Ann's."""
    code, printed, _errors = tier("--owner", "Ann", "--json")
    assert code == 0
    assert len(layers_of(printed)) == 17
    assert json.loads(printed)["counts"] == {"top5": 5, "next15": 11, "rest": 1}


def test_wide_signs_keep_the_columns_straight() -> None:
    """Chinese signs take two places; a long name is cut to the room there is."""
    rows = [("李雷" * 12, "1"), ("Anna", "22")]
    lines = [line for row in rows for line in lay_out([Column("Name"), Column("N", right=True)], rows).row(row)]
    assert lines == ["李雷" * 8 + "李…" + "    1", "Anna" + " " * 32 + "  22"]


def test_last_column_may_be_long() -> None:
    """In a plain table it is not cut."""
    assert table([Column("A"), Column("B")], [("x" * 50, "y" * 80)])[2] == "x" * 35 + "…  " + "y" * 80
