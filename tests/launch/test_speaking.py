"""A workbook may speak another language from now on, and keeps every word."""

from pathlib import Path

from workbook.book import open_workbook, switch_language
from workbook.plan.exercise import Answer, Transfer


def _write(folder: Path) -> None:
    book = open_workbook(folder=folder)
    answer = book.keeper(Answer, chapter="start", name="reflection")
    answer.save(answer.draft.put("text", "Zwei Stunden für Müller"))
    transfer = book.keeper(Transfer, chapter="start", name="transfer")
    transfer.save(transfer.draft.keep("date", "31.12.26 oder so"))


def test_answers_stay(folder: Path) -> None:
    """Values and texts that are not clear yet are the same in the other language."""
    _write(folder)
    before = open_workbook(folder=folder)
    drafts = before.drafts()
    switch_language(folder, "de")
    after = open_workbook(folder=folder)
    assert (before.language, after.language) == ("en", "de")
    assert after.drafts() == drafts


def test_accounts_and_layers_stay(folder: Path) -> None:
    """Language changes no number and no layer."""
    before = open_workbook(folder=folder).tiering.table
    switch_language(folder, "de")
    assert open_workbook(folder=folder).tiering.table.equals(before)
