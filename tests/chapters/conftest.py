"""A participant whose accounts are those of the worked example, and what a chapter shows as text."""

import re
from collections.abc import Callable
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from workbook.book import Participant, Workbook, create_workbook, open_workbook
from workbook.portfolio import ReadOptions, portfolio_to_document, read_portfolio

DAY = date(2026, 1, 15)
HEADER = "id,name,status,incumbent_competitor,currency,revenue_2024,revenue_2025,additional_potential\n"

MakeBook = Callable[..., Workbook]


@pytest.fixture
def make_book(tmp_path: Path) -> MakeBook:
    """Return a function that makes and opens a workbook from CSV lines, or from the example's list."""

    def make(lines: str = "", language: str = "en", fiscal_year_start: int = 1) -> Workbook:
        source = tmp_path / "accounts.csv"
        source.write_text(HEADER + lines if lines else _example(), encoding="utf-8")
        reading = read_portfolio(
            source, options=ReadOptions(locale="en", yes=True, fiscal_year_start=fiscal_year_start), today=DAY
        )
        participant = Participant(
            ref="anna2026", display_name="Anna Weiß", language=language, cohort_title="Focus", cohort_date=DAY,
            fiscal_year_start=fiscal_year_start,
        )  # fmt: skip
        folder = tmp_path / "anna-anna2026"
        create_workbook(folder, participant, portfolio_to_document(reading.require()), dict(reading.source))
        return open_workbook(folder=folder, today=DAY)

    return make


def _example() -> str:
    from workbook.resources import resource

    return resource("data", "example", "accounts.csv").read_text(encoding="utf-8")


@pytest.fixture
def book(make_book: MakeBook) -> Workbook:
    """The workbook of a rep with the 24 accounts of the example."""
    return make_book()


def calls_of(chapter: str) -> list[str]:
    """Return the functions the notebook of a chapter calls with its workbook, in order."""
    from workbook.chapters.path import CHAPTERS
    from workbook.resources import resource

    text = (resource("notebooks") / f"{CHAPTERS[chapter]}.ipynb").read_text(encoding="utf-8")
    return re.findall(rf"{chapter}\.(\w+)\(book\)", text)


def html_of(shown: Any) -> str:
    """Return what a notebook keeps of a panel, picture or form."""
    html: str = shown._repr_mimebundle_()["text/html"]
    return unescape(re.sub(r"<style>.*?</style>", "", html, flags=re.S))


def text_of(shown: Any) -> str:
    """Return what a reader sees of a panel, picture or form, in one line."""
    html = shown._repr_mimebundle_()["text/html"]
    html = re.sub(r"<style>.*?</style>", "", html, flags=re.S)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def rows_of(shown: Any) -> list[str]:
    """Return the rows of the tables a reader sees, each in one line."""
    html = shown._repr_mimebundle_()["text/html"]
    rows = re.findall(r"<tr>(.*?)</tr>", html, flags=re.S)
    return [" ".join(unescape(re.sub(r"<[^>]+>", " ", row)).split()) for row in rows]
