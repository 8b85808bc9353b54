"""Chapters of one kernel share one open workbook; a rendered chapter has its own."""

from pathlib import Path

import pytest

from tests.chapters.conftest import DAY, MakeBook
from workbook.chapters.opening import open_chapter


@pytest.fixture
def folder(make_book: MakeBook, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a workbook that the environment names."""
    folder = make_book().folder
    monkeypatch.setenv("WORKBOOK_FOLDER", str(folder))
    monkeypatch.setenv("WORKBOOK_TODAY", DAY.isoformat())
    return folder


def test_chapters_of_a_kernel_share_the_workbook(folder: Path) -> None:
    """What is saved in one chapter is known in the next."""
    assert open_chapter() is open_chapter("anna2026")


def test_rendered_chapters_read_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of an earlier rendering is left."""
    monkeypatch.setenv("WORKBOOK_STATIC", "1")
    assert open_chapter() is not open_chapter()


def test_another_day_is_another_workbook(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Layers depend on today, so a chapter opened tomorrow does not show today's."""
    first = open_chapter()
    monkeypatch.setenv("WORKBOOK_TODAY", "2026-01-16")
    assert open_chapter() is not first
