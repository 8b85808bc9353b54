"""Texts a trainer edits in the cohort folder reach each participant in their language."""

from pathlib import Path

import pytest

from tests.render.fixtures import job, write_cohort
from workbook.errors import InputError
from workbook.render.cohort import read_cohort
from workbook.render.keys import job_key


def test_texts_are_read_by_language(tmp_path: Path) -> None:
    """A file of one language is for that language; without a file nothing is given."""
    folder = write_cohort(tmp_path / "cohort", "A")
    (folder / "answers.de.toml").write_text('[[texts]]\nname = "Kurz"\n', encoding="utf-8")
    texts = read_cohort(folder).texts
    assert [each["name"] for each in texts["de"]["answers"]["texts"]] == ["Kurz"]
    assert texts["en"] == {}


def test_broken_texts_stop_the_cohort_before_anything_starts(tmp_path: Path) -> None:
    """The file is named beside every other problem."""
    folder = write_cohort(tmp_path / "cohort", "A")
    (folder / "answers.en.toml").write_text("[[texts]\n", encoding="utf-8")
    with pytest.raises(InputError) as refused:
        read_cohort(folder)
    assert [each.code for each in refused.value.problems] == ["answer_texts_unreadable"]


def test_changed_texts_make_a_new_workbook(tmp_path: Path) -> None:
    """They belong to what a workbook is made from."""
    (tmp_path / "accounts.csv").write_text("id,name\n", encoding="utf-8")
    plain, changed = job(tmp_path), job(tmp_path, texts={"answers": {"texts": []}})
    assert job_key(plain) != job_key(changed)
