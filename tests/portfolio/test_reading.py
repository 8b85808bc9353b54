"""What a reading tells: the JSON contract, the columns in words, questions and answers, rows in and out."""

import json
import time
from datetime import date
from pathlib import Path

import pytest

from workbook.errors import InputError
from workbook.portfolio import Reading, ReadOptions, read_pasted, read_portfolio
from workbook.portfolio.decided import decided

TODAY = date(2026, 11, 23)


def read(text: str, **options: object) -> Reading:
    return read_pasted(text, options=ReadOptions(**options), today=TODAY)  # type: ignore[arg-type]


def test_columns_in_words() -> None:
    """Each column says what it is and how its amounts were read."""
    reading = read("Kundennummer;Firma;Umsatz 2025 [T€];Hobby\n1;Adler;1.234,5;Golf\n")
    assert [str(use) for use in reading.uses] == [
        "Kundennummer → id, 1 is read as 1",
        "Firma → name, Adler is read as Adler",
        "Umsatz 2025 [T€] → revenue_2025, 1.234,5 is read as 1234500",
        "Hobby: not used",
    ]


def test_example_is_no_total() -> None:
    """The cell that is shown of a column is one of an account that is read."""
    reading = read("id;name;Umsatz 2025\n1;Adler;1.000,5\n;Summe;1.000.000,5\n", yes=True)
    assert str(reading.uses[2]) == "Umsatz 2025 → revenue_2025, 1.000,5 is read as 1000.50"


def test_json_contract() -> None:
    """The keys of ``check --json`` are all there, and the document is JSON."""
    document = json.loads(json.dumps(read("id;name;2024;2026\n1;Adler;5;6\n").as_dict()))
    assert {key: document[key] for key in ("ok", "accounts", "encoding", "delimiter", "locale", "currency")} == {
        "ok": True, "accounts": 1, "encoding": "utf-8", "delimiter": ";", "locale": None, "currency": "EUR",
    }  # fmt: skip
    assert document["columns"] == {"id": "id", "name": "name", "2024": "revenue_2024", "2026": "revenue_2026"}
    assert document["fiscal_years"] == [
        {"year": 2024, "complete": True}, {"year": 2025, "complete": False}, {"year": 2026, "complete": False},
    ]  # fmt: skip
    assert "additional_potential" in document["missing_fields"]
    assert set(document["problems"][0]) == {
        "severity", "code", "file", "sheet", "row", "column", "column_letter", "value", "message", "what_to_do",
    }  # fmt: skip


def test_rows_in_are_accepted_or_rejected() -> None:
    """A row with an error is rejected; every row is one or the other."""
    reading = read("id;name;2025\n1;Adler;5\n2;Bär;~5\n\n3;Chor;6\n")
    assert (reading.rows_read, reading.rows_accepted, reading.rows_rejected) == (3, 2, 1)


@pytest.mark.parametrize("answer", [{"yes": True}, {"accept": ("number_style_asked",)}, {"locale": "de"}])
def test_questions_are_answered(answer: dict[str, object]) -> None:
    """A question stops the portfolio until it is answered in one of three ways; it is no error."""
    text = "id;name;2025\n1;Adler;1.234\n"
    assert read(text).ok
    with pytest.raises(InputError):
        read(text).require()
    assert read(text, **answer).require().revenue.loc["1", 2025] == 123400


def test_declared_english_reads_decimals() -> None:
    """With --locale en, 1.234 is one and a quarter."""
    assert read("id;name;2025\n1;Adler;1.234\n", locale="en").require().revenue.loc["1", 2025] == 123


def test_map_answers_a_column_without_year() -> None:
    """--map revenue_2024=Umsatz says which year it is."""
    reading = read("id;name;Umsatz\n1;Adler;5\n", mapping={"revenue_2024": "Umsatz"})
    assert not reading.problems
    assert reading.require().revenue.loc["1", 2024] == 500


def test_names_can_be_the_ids() -> None:
    """A list without numbers loads when the rep says that names are unique."""
    reading = read("Kunde;Umsatz 2025\nAdler;5\n", mapping={"id": "Kunde", "name": "Kunde"})
    assert reading.require().accounts.loc["Adler", "name"] == "Adler"


@pytest.mark.parametrize(
    ("mapping", "code"), [({"colour": "x"}, "mapped_field_unknown"), ({"name": "Nix"}, "mapped_header_missing")]
)
def test_wrong_mappings_are_refused(mapping: dict[str, str], code: str) -> None:
    """A field or a header that does not exist is one sentence."""
    assert code in {problem.code for problem in read("id;name;2025\n1;Adler;5\n", mapping=mapping).problems}


def test_two_columns_for_one_field_are_refused() -> None:
    """The columns "Umsatz 2025" and "Revenue 2025" cannot both be the revenue."""
    assert "field_twice" in {problem.code for problem in read("id;name;Umsatz 2025;Revenue 2025\n1;A;5;6\n").problems}


def test_owner_keeps_only_their_rows() -> None:
    """Blanks and capitals do not matter; rows without an owner are counted and named."""
    reading = read("id;name;Betreuer;2025\n1;Adler; EVA ;5\n2;Bär;Tom;6\n3;Chor;;7\n", owner="Eva")
    assert reading.require().accounts.index.tolist() == ["1"]
    assert reading.owners == {"EVA": 1, "Tom": 1}
    assert [(p.code, p.place.row) for p in reading.problems] == [("owner_blank", 4)]
    assert (reading.rows_read, reading.rows_accepted) == (3, 3)


def test_unknown_owner_lists_the_known_ones() -> None:
    """Nobody of that name: the owners in the file are named."""
    problem = next(
        p for p in read("id;name;owner;2025\n1;Adler;Tom;5\n", owner="Eva").problems if p.severity == "error"
    )
    assert (problem.code, "Tom" in problem.message) == ("owner_unknown", True)


def test_owner_column_can_be_named() -> None:
    """The column that names the owner may have any name."""
    reading = read("id;name;wer;2025\n1;Adler;Eva;5\n2;Bär;Tom;6\n", owner="Eva", owner_column="wer")
    assert reading.require().accounts.index.tolist() == ["1"]


def test_source_names_files_and_hashes(tmp_path: Path) -> None:
    """The fingerprint of the bytes tells whether a file was loaded before."""
    (tmp_path / "a.csv").write_bytes(b"id,name,2025\n1,Adler,5\n")
    source = read_portfolio(tmp_path / "a.csv", options=ReadOptions(), today=TODAY).source
    assert source["files"][0]["name"] == "a.csv"
    assert len(source["files"][0]["sha256"]) == 64


def test_statuses_in_both_languages() -> None:
    """Statuses are read through one table; an unknown one is named and left to the revenue."""
    reading = read("id;name;Status;2025\n1;A;Bestandskunde;5\n2;B;Prospect;\n3;C;ehemaliger Kunde;\n4;D;gold;7\n")
    assert reading.portfolio is not None
    assert reading.portfolio.accounts["status"].tolist()[:3] == ["customer", "prospect", "former"]
    assert reading.portfolio.accounts["status"].isna().tolist()[3]
    assert [problem.value for problem in reading.problems if problem.code == "status_unknown"] == ["gold"]


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("5 T€", 500000),
        ("20k", 2000000),
        ("1,2 Mio. €", 120000000),
        ("1.000,-", 100000),
        ("1'234.50", 123450),
        ("CHF 7.50", 750),
        ("8.48E10", 8480000000000),
        ("-1,5", -150),
        ("+3", 300),
        ("1.234.567", 123456700),
        ("0.125", 13),
    ],
)
def test_amounts_as_people_write_them(text: str, cents: int) -> None:
    """Units, signs, grouping and powers are read exactly; half a cent is rounded up."""
    portfolio = read(f"id\tname\t2025\n1\tAdler\t{text}\n").portfolio
    assert portfolio is not None
    assert portfolio.revenue.loc["1", 2025] == cents


def test_similar_headers_are_suggested_and_not_used() -> None:
    """A slip in a header is named with the field it resembles; traps and exact names are not suggested."""
    reading = read("id;name;2025;Brancche;Potential Customer;Fax\n1;Adler;5;Bau;x;y\n")
    similar = {p.value: p.details["field"] for p in reading.problems if p.code == "header_similar"}
    assert similar == {"Brancche": "industry"}
    assert reading.columns["Brancche"] is None


def test_what_was_decided_is_concrete() -> None:
    """A yes is kept as the style and the column it confirmed, so that another question is asked next time."""
    reading = read("id;name;2025;Potenzial\n1;Adler;1.234;5.000\n;Summe;1.234;5.000\n", yes=True)
    assert decided(reading).as_dict() == {
        "locale": "de",
        "mapping": {"additional_potential": "Potenzial"},
        "accept": ("totals_row",),
    }


def test_single_accounts_need_neither_number_nor_revenue() -> None:
    """What is added to a list in use may be a name and a potential."""
    reading = read("name;additional_potential\nAdler;5,50\n", single=True)
    assert reading.problems == ()
    assert int(reading.require().accounts.at["Adler", "additional_potential"]) == 550


@pytest.mark.parametrize("rows", ["1;Adler;5\n", ";Adler;5\n"])
def test_many_bad_rows_do_not_take_long(rows: str) -> None:
    """A hundred thousand equal or blank ids are reported up to the limit, in linear time."""
    started = time.process_time()
    reading = read("id;name;2025\n" + rows * 100_000)
    assert reading.problems[-1].code in {"more_of_the_same", "id_twice", "id_blank"}
    assert time.process_time() - started < 10
