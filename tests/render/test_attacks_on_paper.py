"""The same attacks in a German workbook, on paper and on slides: all of it stays text (S2, S9)."""

import csv
import re
import zipfile
from datetime import date
from pathlib import Path

import pptx
import pypdf
import pytest

from tests.render.fixtures import COHORT, write_cohort
from tests.render.payloads import SCRIPTS, Dangers, dangers_of_pdf
from workbook.book import open_workbook
from workbook.plan.buying_center import BuyingCenter, BuyingCenterMember
from workbook.plan.draft import Draft
from workbook.plan.goals import CustomerGoal, CustomerGoals
from workbook.render.cohort import read_cohort
from workbook.render.due import jobs_of
from workbook.render.options import RenderOptions
from workbook.render.pipeline import fill_store
from workbook.render.run import render_cohort
from workbook.resources import resource
from workbook.terms import Layer

pytestmark = pytest.mark.slow
TODAY = date(2026, 11, 23)
SQL = ('x"; DROP TABLE revision; --', "'); DELETE FROM revision; --", "revenue_2024) OR 1=1 --")


def _accounts(path: Path) -> None:
    """Names are scripts, and further columns are called what would end a table."""
    header = ("id", "name", "status", "currency", "revenue_2025", *SQL)
    rows = ((f"K-{n:02}", text, "customer", "EUR", 500 - n, *SQL) for n, text in enumerate(SCRIPTS))
    with path.open("w", encoding="utf-8", newline="") as target:
        csv.writer(target).writerows([header, *rows])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A German workbook whose largest account has every payload in its plan, with page, PDF and slides."""
    place = tmp_path_factory.mktemp("paper")
    write_cohort(place / "cohort", "Anna", settings=COHORT.replace('"en"', '"de"'))
    _accounts(place / "cohort" / "accounts" / "0.csv")
    (place / "chapters").mkdir()
    chapter = resource("notebooks", "03_key_accounts.ipynb")
    (place / "chapters" / chapter.name).write_bytes(chapter.read_bytes())
    formats = ("html", "pdf", "pptx")
    options = RenderOptions(place / "build", TODAY, notebooks=place / "chapters", formats=formats)
    cohort = read_cohort(place / "cohort")
    job = next(jobs_of(cohort, options))
    job.folder.mkdir(parents=True)
    fill_store(job, job.folder)
    book = open_workbook(folder=job.folder, today=TODAY)
    account = book.tiering.ids(Layer.TOP5)[0]
    people = tuple(BuyingCenterMember(id=f"p{n}", person=text, function=text) for n, text in enumerate(SCRIPTS[:25]))
    book.keeper(BuyingCenter, account_id=account).save(Draft(BuyingCenter(members=people)))
    goals = tuple(CustomerGoal(id=f"g{n}", text=" ".join(SCRIPTS[n::3])) for n in range(3))
    book.keeper(CustomerGoals, account_id=account).save(Draft(CustomerGoals(goals=goals)))
    [made] = render_cohort(cohort, options).participants
    assert (made.reason, made.skipped) == (None, ())
    return job.folder


def test_a_german_page_holds_no_script(folder: Path) -> None:
    """Translated sentences with names in them escape like the English ones."""
    pages = {path.name: Dangers(path.read_text(encoding="utf-8")) for path in folder.rglob("*.html")}
    assert {name: (page.scripts, page.found) for name, page in pages.items()} == {name: (0, []) for name in pages}
    words = pages["workbook.html"].text
    assert "Ihre fünf" in words
    assert sum(text in words for text in SCRIPTS) >= 25


def test_paper_carries_nothing_out(folder: Path, record_property) -> None:
    """No PDF has a script, an action, a link to elsewhere or an attachment; the payloads are text on its pages."""
    readers = {path.name: pypdf.PdfReader(path) for path in folder.rglob("*.pdf")}
    assert {name: dangers_of_pdf(reader) for name, reader in readers.items()} == {name: set() for name in readers}
    words = "".join("".join(page.extract_text().split()) for page in readers["workbook.pdf"].pages)
    assert "<script>alert(1)</script>" in words
    record_property("S2: PDF files looked into", len(readers))


def test_slides_carry_nothing_out(folder: Path) -> None:
    """No part of a slide points outside, nothing is clicked or run; names are the text of a shape."""
    files = list(folder.rglob("*.pptx"))
    assert files
    for path in files:
        with zipfile.ZipFile(path) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        assert not [name for name in parts if re.search("vba|embeddings|activex", name, re.IGNORECASE)]
        assert not [name for name, part in parts.items() if b'TargetMode="External"' in part or b"hlinkClick" in part]
    assert sum(text in "".join(map(_texts, files)) for text in SCRIPTS) >= 3


def _texts(path: Path) -> str:
    shapes = [shape for slide in pptx.Presentation(str(path)).slides for shape in slide.shapes]
    texts = [cell.text for shape in shapes if shape.has_table for row in shape.table.rows for cell in row.cells]
    return "\n".join(texts + [shape.text_frame.text for shape in shapes if shape.has_text_frame])


def test_a_header_that_is_sql_is_a_column_nobody_uses(folder: Path) -> None:
    """S9: `"; DROP TABLE` as the name of a column and in every row: the store is whole, with every account."""
    book = open_workbook(folder=folder, today=TODAY)
    assert len(book.portfolio.accounts) == len(SCRIPTS) == 40
    assert set(book.sections()) >= {"portfolio", "participant"}
    assert not [column for column in book.portfolio.accounts if "DROP" in column or "DELETE" in column]
