"""One sentence per account, and the JSON of `tier --json`."""

import json

import pytest

from tests.focus.portfolios import account, customers, override, prospect, prospects, tiered, waiver
from workbook.focus.decisions import Rules
from workbook.focus.reasons import reason
from workbook.i18n import speaking
from workbook.terms import PotentialBasis

ACCOUNTS = {**customers(40), **prospects(2), "f1": account(None, 5, status="former"), "c30": account(70_000, 900_000)}


@pytest.mark.parametrize(
    ("account_id", "sentence"),
    [
        ("c01", "Largest customer by revenue 2025: €99,000."),
        ("c30", "Largest additional potential among the customers: €900,000."),
        ("p1", "Proposed as the prospect to win, because its known potential is the highest: €9,000. Supplied today by "
               "Rivalis."),
        ("c02", "One of the next most important customers, with score 0.96 (revenue rank 0.98, potential rank 0.95)."),
        ("c10", "Place 7 of the 15 with score 0.76 (revenue rank 0.78, potential rank 0.75)."),
        ("c39",
         "Score 0.05 (revenue rank 0.05, potential rank 0.05) is not among the first; its inquiries are answered."),
        ("p2", "Deliberately deferred prospect; look again on 1 Jan 2027."),
        ("f1", "Former customer: neither customer nor prospect until you confirm that you want to win it back."),
    ],
)  # fmt: skip
def test_reason_for_every_kind_of_place(account_id: str, sentence: str) -> None:
    """The sentence names the slot or the score, with amounts beside ranks."""
    assert reason(tiered(ACCOUNTS), account_id) == sentence


def test_both_badges_in_one_sentence() -> None:
    """Largest in both says so once."""
    assert reason(tiered(customers(9)), "c01") == (
        "Largest customer by revenue 2025 (€99,000) and by potential (€49,500)."
    )


def test_total_demand_is_named() -> None:
    """The basis in use is the one in the sentence."""
    accounts = {**customers(9), "c03": account(97_000, 0, total_demand=800_000)}
    sentence = reason(tiered(accounts, Rules(potential_basis=PotentialBasis.TOTAL)), "c03")
    assert sentence == "Largest total demand among the customers: €800,000."


def test_chosen_prospect_with_unknown_potential() -> None:
    """Unknown is said, never zero."""
    accounts = {**customers(9), "p1": prospect(None, incumbent_competitor=None)}
    assert reason(tiered(accounts, prospect=("p1",)), "p1") == "Chosen as the prospect to win. Potential: unknown."


def test_swap_is_told_on_both_sides() -> None:
    """Who, until when, and why."""
    tiering = tiered(ACCOUNTS, overrides=(override("c35", "c10"),))
    assert reason(tiering, "c35") == (
        "Moved up by hand by Mara in place of c10 until 1 Jan 2027. Reason: Agreed with the customer's board"
    )
    assert reason(tiering, "c10").startswith("Moved down by hand by Mara in favour of c35 until")


def test_provisional_place_names_the_layers() -> None:
    """An unknown potential shows what it could change."""
    sentence = reason(tiered({**customers(40), **prospects(1), "c12": account(88_000)}), "c12")
    assert sentence == (
        "Place 12 of the 15 with score 0.61 (revenue rank 0.72, potential unknown). "
        "Provisional: between Rest and Next 15, depending on its potential."
    )


def test_without_any_potential_the_sentence_stays_short() -> None:
    """That every place is provisional is told once, not in every sentence."""
    tiering = tiered({f"c{number}": account(number) for number in range(1, 31)})
    assert reason(tiering, "c27") == "Place 1 of the 15 with score 0.90 (revenue rank 0.90, potential unknown)."


def test_json_contract() -> None:
    """Exactly the documented keys; money with two decimals, unknown as null, everything serialisable."""
    document = tiered({"c1": account(1234.56), "c2": account(10, 7.1), "p1": prospect(None)}).as_dict()
    assert json.loads(json.dumps(document, allow_nan=False)) == document
    assert list(document) == [
        "reference_year", "currency", "weight", "potential_basis", "counts", "accounts", "vacancies", "notices",
    ]  # fmt: skip
    assert document["counts"] == {"top5": 2, "next15": 0, "rest": 1}
    assert document["vacancies"] == ["prospect", "score", "score"]
    assert document["accounts"][0] == {
        "id": "c1", "name": "c1", "layer": "top5", "mode": "strategic", "slots": ["largest_revenue"], "rank": 1,
        "score": 0.75, "revenue": 1234.56, "additional_potential": None, "status": "customer",
        "reason": "Largest customer by revenue 2025: €1,235.", "deferred": False,
    }  # fmt: skip
    assert document["accounts"][2]["score"] is None
    assert document["accounts"][2]["deferred"] is True


@pytest.mark.parametrize("name", ["{GmbH}", "{0}", "$$", "<script>", "=HYPERLINK()", "%s", "Müller & 李雷"])
def test_hostile_names_are_only_names(name: str) -> None:
    """Names go through every notice and reason as they are."""
    accounts = {key: {**row, "name": name} for key, row in ACCOUNTS.items()}
    tiering = tiered(accounts, overrides=(override("c35", "c10"),), waivers=(waiver(author=name, reason=name * 10),))
    document = tiering.as_dict()
    assert all(row["name"] == name for row in document["accounts"])
    assert any(name in notice["message"] for notice in document["notices"])


def test_reasons_speak_the_language_in_use() -> None:
    """Amounts follow the locale when the sentence is shown, not when the layers were cut."""
    tiering = tiered(ACCOUNTS)
    with speaking("de"):
        assert "99.000\N{NO-BREAK SPACE}€" in reason(tiering, "c01")


def test_unknown_id_is_a_key_error() -> None:
    """There is no reason for an account that is not there."""
    with pytest.raises(KeyError):
        reason(tiered(customers(3)), "x")
