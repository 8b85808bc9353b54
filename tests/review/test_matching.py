"""How the accounts of a new export continue those of the last one."""

from tests.focus.portfolios import account, portfolio
from workbook.portfolio.matching import match_accounts
from workbook.portfolio.suspicion import suspicions

OLD = {
    "1": account(500, name="Ahorn AG"),
    "2": account(400, name="Birke GmbH"),
    "3": account(300, name="Buche KG"),
    "4": account(200, name="Eiche Nord"),
    "5": account(100, name="Linde Süd"),
}


def _match(new: dict[str, dict[str, object]], **more: object):
    return match_accounts(portfolio(OLD), portfolio(new), **more)


def test_an_id_is_enough() -> None:
    """The same id is the same account; another name is told, another case is none."""
    found = _match({**OLD, "1": account(500, name="Ahorn SE"), "2": account(400, name="BIRKE  GmbH")})
    assert found.kept == ("1", "2", "3", "4", "5")
    assert [(each.account, each.before, each.now) for each in found.renamed] == [("1", "Ahorn AG", "Ahorn SE")]
    assert (found.vanished, found.new, found.suggestions) == ((), (), ())


def test_a_name_only_suggests() -> None:
    """An equal name under another id is proposed and not taken; an alike one is proposed as such."""
    new = {"1": OLD["1"], "A2": OLD["2"], "A3": account(300, name="Buche K.G.")}
    found = _match(new)
    assert [(each.old, each.new, each.same) for each in found.suggestions] == [("2", "A2", True), ("3", "A3", False)]
    assert found.vanished == ("2", "3", "4", "5")
    assert found.certain == {"2": "A2"}


def test_what_is_decided_is_asked_no_more() -> None:
    """A confirmed pair is neither gone nor new."""
    found = _match({"1": OLD["1"], "A2": OLD["2"]}, decided={"2": "A2"})
    assert (found.vanished, found.new, found.suggestions) == (("3", "4", "5"), (), ())


def test_two_of_one_name_are_never_certain() -> None:
    """A split leaves the choice to the rep."""
    found = _match({**{each: OLD[each] for each in "1345"}, "A": OLD["2"], "B": OLD["2"]})
    assert [(each.old, each.new) for each in found.suggestions] == [("2", "A"), ("2", "B")]
    assert found.certain == {}


def test_what_the_rep_entered_is_not_gone() -> None:
    """An account no export ever named does not vanish, but a new one may continue it."""
    found = _match({**{each: OLD[each] for each in "1245"}, "A3": OLD["3"]}, own={"3"})
    assert (found.vanished, [(each.old, each.new) for each in found.suggestions]) == ((), [("3", "A3")])


def _codes(new: dict[str, dict[str, object]], **portfolio_changes: object) -> list[str]:
    before, now = portfolio(OLD), portfolio(new, **portfolio_changes)
    return [each.code for each in suspicions(before, now, match_accounts(before, now), "new.csv")]


def test_an_ordinary_export_is_not_asked_about() -> None:
    """One account gone, one new, more revenue: nothing is strange."""
    new = {**{each: OLD[each] for each in "2345"}, "1": account(600, name="Ahorn AG"), "6": account(50, name="Ulme")}
    assert _codes(without_first(new)) == []


def without_first(new: dict[str, dict[str, object]]) -> dict[str, dict[str, object]]:
    return {each: row for each, row in new.items() if each != "5"}


def test_an_older_export_is_recognised() -> None:
    """Its last year ends earlier, or the last year has less revenue than it had already."""
    assert _codes(OLD, years=(2023, 2024)) == ["older_export"]
    assert _codes({**OLD, "1": account(300, name="Ahorn AG")}) == ["older_export"]


def test_half_the_accounts_missing() -> None:
    """Two of five are left: a filter may have been set."""
    assert _codes({each: OLD[each] for each in "12"}) == ["half_missing"]


def test_all_ids_changed() -> None:
    """The names are the same, the numbers are not."""
    assert _codes({f"X{each}": row for each, row in OLD.items()}) == ["ids_changed"]


def test_an_export_of_somebody_else() -> None:
    """Neither numbers nor names are known."""
    assert _codes({f"X{n}": account(100, name=f"Unknown {n}") for n in range(5)}) == ["other_owner"]


def test_names_that_changed_places() -> None:
    """Two accounts with each other's names: one column was sorted alone. One account renamed is none of it."""
    names = {"1": "Birke GmbH", "2": "Ahorn AG"}
    assert _codes({each: {**row, "name": names.get(each, row["name"])} for each, row in OLD.items()}) == ["names_moved"]
    assert _codes({**OLD, "1": account(500, name="Birke GmbH")}) == []


def test_a_year_that_had_ended_does_not_double() -> None:
    """2025 in thousands, or twice as much as before; a correction by a third is none of it."""
    assert _codes({each: {**row, "y2025": row["y2025"] * 1000} for each, row in OLD.items()}) == ["amounts_jumped"]
    assert _codes({each: {**row, "y2025": row["y2025"] * 2} for each, row in OLD.items()}) == ["amounts_jumped"]
    assert _codes({each: {**row, "y2025": row["y2025"] * 1.3} for each, row in OLD.items()}) == []


def test_most_customers_are_none_any_more() -> None:
    """Three of five: the column of the status is wrong. Two are a hard quarter."""
    lost = {each: {**row, "status": "prospect"} for each, row in OLD.items() if each in "123"}
    assert _codes({**OLD, **lost}) == ["customers_lost"]
    assert _codes({**OLD, **lost, "3": OLD["3"]}) == []
