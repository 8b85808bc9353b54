"""A trainer edits the templates for actions in a file of the cohort folder; mistakes are named by entry."""

from datetime import date
from pathlib import Path

import pytest

from tests.render.fixtures import job, write_cohort
from workbook.book import open_workbook
from workbook.errors import InputError
from workbook.plan.action_templates import default_templates
from workbook.render.cohort import read_cohort
from workbook.render.pipeline import fill_store
from workbook.render.scaffold import make_cohort_folder


def _cohort(tmp_path: Path, templates: str) -> Path:
    folder = write_cohort(tmp_path / "cohort", "A")
    (folder / "action_templates.toml").write_text(templates, encoding="utf-8")
    return folder


def test_new_folder_has_the_templates(tmp_path: Path) -> None:
    """What `workbook new` lays out is what the workbook offers, in both languages."""
    make_cohort_folder(tmp_path / "new", language="de", today=date(2026, 11, 23))
    folder = write_cohort(tmp_path / "cohort", "A")
    (tmp_path / "new" / "action_templates.toml").replace(folder / "action_templates.toml")
    offered = read_cohort(folder).settings.action_templates
    assert offered == default_templates()
    assert all(each.de and each.en for each in offered)


def test_without_the_file_the_workbooks_own_are_offered(tmp_path: Path) -> None:
    """An older cohort folder goes on working."""
    assert read_cohort(write_cohort(tmp_path / "cohort", "A")).settings.action_templates == default_templates()


def test_changed_file_is_used(tmp_path: Path) -> None:
    """One entry of the trainer's own, in German only."""
    settings = read_cohort(_cohort(tmp_path, '[[action]]\ndays = 7\nde = "Anruf"\n')).settings
    assert [(each.days, each.words) for each in settings.action_templates] == [(7, "Anruf")]


def test_templates_reach_the_workbook(tmp_path: Path) -> None:
    """Rendering keeps them in the participant's store, where the chapter finds them; they are no writing of the rep."""
    cohort = read_cohort(_cohort(tmp_path, '[[action]]\ndays = 7\nde = "Anruf"\n'))
    home = tmp_path / "home"
    fill_store(job(tmp_path, rep=cohort.reps[0], settings=cohort.settings), home)
    book = open_workbook(folder=home)
    assert book.remembered("action_templates") == {"schema": 1, "action": [{"days": 7, "de": "Anruf", "en": ""}]}
    assert book.drafts() == {}


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ('[[action]]\ndays = -1\nde = "x"\n', "cohort_value", "action 1 days"),
        ('[[action]]\ndays = "soon"\nde = "x"\n', "cohort_value", "action 1 days"),
        ("[[action]]\ndays = 1\n", "cohort_value", "action 1"),
        ('[[action]]\ndays = 1\nfr = "x"\n', "cohort_key_unknown", "action 1 fr"),
        ("[[action]\n", "cohort_unreadable", None),
        ('action = "x"\n', "cohort_value", "action"),
    ],
)
def test_mistake_is_named_by_entry(tmp_path: Path, text: str, code: str, place: str | None) -> None:
    """File, entry and key; nothing is rendered."""
    with pytest.raises(InputError) as refused:
        read_cohort(_cohort(tmp_path, text))
    problem = refused.value.problems[0]
    assert (problem.code, problem.place.file, problem.place.column) == (code, "action_templates.toml", place)
