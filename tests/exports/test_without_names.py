"""Files without names: people, companies and accounts have stable codes in texts, pictures, file names, properties."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.exports.conftest import ACCOUNT, COMPANIES, PEOPLE, content_of, write
from workbook.book import Workbook
from workbook.cli import run
from workbook.errors import StoreError
from workbook.focus.decisions import Decisions, Override
from workbook.plan.buying_center import BuyingCenter
from workbook.plan.objectives import Objectives
from workbook.render.exports.registry import export_files
from workbook.terms import Layer

NAMES = (*PEOPLE, *COMPANIES)


def first(book: Workbook, kind: str, ending: str) -> bytes:
    name = next(file.name for file in export_files(book, kind) if file.name.endswith(ending))
    return content_of(book, name, kind)


def test_pages_name_nobody(planned: Workbook) -> None:
    """Texts and text alternatives, also base64 pictures as text."""
    book = planned.hidden()
    page = first(book, "html", "-plan.html").decode()
    assert [name for name in NAMES if name in page] == []
    assert planned.pseudonyms().code("Marlene Tiedgen") in page


def test_texts_between_the_names_name_nobody(
    planned: Workbook, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A surname in the middle of a sentence, in any case, is a code; the command says what it cannot know."""
    note = Objectives(strategy="First marlene TIEDGEN, then Tiedgens team; Tiedgensen is somebody else.")
    write(planned, ACCOUNT, note)
    assert (
        run(
            ["export", str(planned.folder), "--formats", "html", "--redact", "--language", "en", "--out", str(tmp_path)]
        )
        == 0
    )
    told = capsys.readouterr().out
    assert "Nicknames, typing errors and people who stand in no field for names are not known. Read it first." in told
    pages = " ".join(file.read_text(encoding="utf-8") for file in (tmp_path / "without-names").rglob("*.html"))
    code = planned.pseudonyms().code("Marlene Tiedgen")
    assert f"First {code}, then {code} team; Tiedgensen is somebody else." in " ".join(pages.split())


def test_file_names_name_nobody(planned: Workbook) -> None:
    """They are made from the code of the account."""
    names = [file.name for file in export_files(planned.hidden(), "html")]
    accounts = [name.split()[0].casefold() for name in planned.tiering.table["name"]]
    assert not [name for name in names if any(account in name for account in accounts)]
    assert names[0].startswith("plans/company-")


def test_slides_and_their_properties_name_nobody(planned: Workbook) -> None:
    """Every part of the file, unzipped."""
    slide = first(planned.hidden(), "pptx", ".pptx")
    parts = zipfile.ZipFile(io.BytesIO(slide))
    everything = b"".join(parts.read(name) for name in parts.namelist()).decode("utf-8", "replace")
    assert [name for name in NAMES if name in everything] == []


@pytest.mark.slow
def test_pdf_names_nobody(planned: Workbook) -> None:
    """Text of every page, pictures included, and the properties."""
    reader = PdfReader(io.BytesIO(first(planned.hidden(), "pdf", "-plan.pdf")))
    text = " ".join(page.extract_text() for page in reader.pages) + str(reader.metadata)
    assert [name for name in NAMES if name in text] == []
    assert "Person" in text


def test_codes_are_those_of_every_other_export(planned: Workbook) -> None:
    """The same person has the same code next time."""
    code = planned.pseudonyms().code("Marlene Tiedgen")
    members = planned.hidden().read(BuyingCenter, account_id=ACCOUNT).values.members
    assert members[0].person == code


def test_decisions_name_nobody(planned: Workbook, day: date) -> None:
    """Reasons and authors of decisions have codes; the decision is the same."""
    decided = Override(
        reason="Frau Tiedgen asked for it", author="Anna Weiß", date=day, expiry=date(2027, 1, 1),
        account_in=planned.tiering.ids(Layer.REST)[0], account_out="I-09",
    )  # fmt: skip
    planned.decide(Decisions(overrides=(decided,)))
    [coded] = planned.hidden().decisions.overrides
    assert (coded.account_in, coded.account_out) == (decided.account_in, "I-09")
    assert "Tiedgen" not in coded.reason
    assert "Anna" not in coded.author
    assert [name for name in NAMES if name in str(planned.hidden().portable())] == []


def test_layers_stay_what_they_are(planned: Workbook) -> None:
    """Codes change names, not ranks."""
    assert list(planned.hidden().tiering.table.index) == list(planned.tiering.table.index)
    assert planned.hidden().tiering.table["score"].equals(planned.tiering.table["score"])


def test_the_workbook_itself_keeps_its_names(planned: Workbook) -> None:
    """Nothing is saved through the other view."""
    book = planned.hidden()
    with pytest.raises(StoreError, match="hidden"):
        book.decide(Decisions(prospect=("V-22",)))
    assert planned.read(BuyingCenter, account_id=ACCOUNT).values.members[0].person == "Marlene Tiedgen"
