"""Texts a trainer edits in the cohort folder reach each participant; mistakes are named by file, entry and key."""

from datetime import date
from pathlib import Path

import pytest

from tests.render.fixtures import job, write_cohort
from workbook.book import open_workbook
from workbook.errors import InputError
from workbook.i18n import speaking
from workbook.plan.action_templates import default_templates, templates_from
from workbook.plan.answer_texts import answer_texts_from, default_answer_texts
from workbook.render.cohort import read_cohort
from workbook.render.keys import job_key
from workbook.render.pipeline import fill_store
from workbook.render.scaffold import make_cohort_folder
from workbook.render.texts import TEXT_FILES

ACTIONS, ANSWERS = "action_templates.toml", "answers.de.toml"


def _cohort(tmp_path: Path, name: str, content: str) -> Path:
    folder = write_cohort(tmp_path / "cohort", "A")
    (folder / name).write_text(content, encoding="utf-8")
    return folder


def test_new_folder_has_the_texts(tmp_path: Path) -> None:
    """What `workbook new` lays out is what the workbook offers without it, in both languages."""
    make_cohort_folder(tmp_path / "new", language="de", today=date(2026, 11, 23))
    folder = write_cohort(tmp_path / "cohort", "A")
    for name in (name for each in TEXT_FILES for name in each.names()):
        (tmp_path / "new" / name).replace(folder / name)
    texts = read_cohort(folder).texts
    assert all(templates_from(texts[each]["actions"]) == default_templates() for each in ("de", "en"))
    assert all(answer_texts_from(texts[each]["answers"]) == default_answer_texts(each) for each in ("de", "en"))


def test_without_files_nothing_is_given(tmp_path: Path) -> None:
    """An older cohort folder goes on working: the workbook's own texts are used."""
    assert read_cohort(write_cohort(tmp_path / "cohort", "A")).texts == {"de": {}, "en": {}}


def test_a_file_of_one_language_is_for_that_language(tmp_path: Path) -> None:
    """German answers reach nobody who reads English."""
    texts = read_cohort(_cohort(tmp_path, ANSWERS, '[[texts]]\nname = "Kurz"\n')).texts
    assert [each["name"] for each in texts["de"]["answers"]["texts"]] == ["Kurz"]
    assert texts["en"] == {}


def test_an_empty_file_offers_nothing(tmp_path: Path) -> None:
    """Somebody who empties it means it."""
    texts = read_cohort(_cohort(tmp_path, ACTIONS, "")).texts
    assert templates_from(texts["de"]["actions"]) == templates_from(texts["en"]["actions"]) == ()


def test_texts_reach_the_workbook(tmp_path: Path) -> None:
    """Rendering keeps them in the participant's store, where the chapters find them; they are no writing of the rep."""
    cohort = read_cohort(_cohort(tmp_path, ACTIONS, '[[action]]\ndays = 7\nde = "Anruf"\n'))
    home = tmp_path / "home"
    fill_store(job(tmp_path, rep=cohort.reps[0], settings=cohort.settings, texts=cohort.texts["de"]), home)
    book = open_workbook(folder=home)
    assert [(each.days, each.words) for each in templates_from(book.given_texts("actions"))] == [(7, "Anruf")]
    assert (book.given_texts("answers"), book.drafts(), book.last_written) == (None, {}, "")


@pytest.mark.parametrize(
    ("name", "text", "code", "place"),
    [
        (ACTIONS, '[[action]]\ndays = -1\nde = "x"\n', "cohort_value", "action 1 days"),
        (ACTIONS, '[[action]]\ndays = "soon"\nde = "x"\n', "cohort_value", "action 1 days"),
        (ACTIONS, "[[action]]\ndays = 1\n", "cohort_value", "action 1"),
        (ACTIONS, '[[action]]\ndays = 1\nfr = "x"\n', "cohort_key_unknown", "action 1 fr"),
        (ACTIONS, "[[action]\n", "cohort_unreadable", None),
        (ACTIONS, 'action = "x"\n', "cohort_value", "action"),
        (ANSWERS, '[[texts]]\nending = "maybe"\n', "cohort_value", "texts 1 ending"),
        (ANSWERS, '[[texts]]\nname = "x"\ntext = 7\n', "cohort_value", "texts 1 text"),
        (ANSWERS, '[[texts]]\ntitle = "x"\n', "cohort_key_unknown", "texts 1 title"),
        (ANSWERS, 'texts = "x"\n', "cohort_value", "texts"),
        (ANSWERS, 'texts = ["x"]\n', "cohort_value", "texts 1"),
        (ANSWERS, "[[texts]\n", "cohort_unreadable", None),
    ],
)
def test_mistake_is_named_by_entry(tmp_path: Path, name: str, text: str, code: str, place: str | None) -> None:
    """File, entry and key; nothing is rendered."""
    with pytest.raises(InputError) as refused:
        read_cohort(_cohort(tmp_path, name, text))
    problem = refused.value.problems[0]
    assert (problem.code, problem.place.file, problem.place.column) == (code, name, place)


def test_what_fits_is_said_in_the_trainers_language(tmp_path: Path) -> None:
    """The kinds of ending are listed."""
    with pytest.raises(InputError) as refused, speaking("de"):
        read_cohort(_cohort(tmp_path, ANSWERS, '[[texts]]\nending = "maybe"\n'))
    with speaking("de"):
        assert "Erwartet wird: answer_fully, standard_offer oder decline." in str(refused.value)


def test_changed_texts_make_a_new_workbook(tmp_path: Path) -> None:
    """They belong to what a workbook is made from."""
    (tmp_path / "accounts.csv").write_text("id,name\n", encoding="utf-8")
    plain, changed = job(tmp_path), job(tmp_path, texts={"answers": {"texts": []}})
    assert job_key(plain) != job_key(changed)
