"""The key of a workbook: equal inputs, equal key."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.render.fixtures import job
from workbook.render.job import Job
from workbook.render.keys import job_key


@pytest.fixture
def one(tmp_path: Path) -> Job:
    """A job with an export."""
    (tmp_path / "accounts.csv").write_text("id,name\n", encoding="utf-8")
    return job(tmp_path)


def test_another_day_is_the_same_workbook(one: Job) -> None:
    """Neither the day nor the engine nor the number of workers changes what has to be made."""
    assert job_key(replace(one, today=date(2030, 1, 1), engine="warm")) == job_key(one)


def test_whatever_the_page_shows_counts(one: Job) -> None:
    """Name, language, owner, title and formats change the key."""
    changed = [
        replace(one, rep=replace(one.rep, display_name="B")),
        replace(one, rep=replace(one.rep, language="de")),
        replace(one, rep=replace(one.rep, owner="C")),
        replace(one, settings=one.settings.model_copy(update={"title": "T"})),
        replace(one, formats=("html", "pdf")),
        replace(one, blank=True),
    ]
    assert len({job_key(other) for other in (one, *changed)}) == 7


def test_the_page_is_always_meant(one: Job) -> None:
    """Who asks for pdf alone gets the same files as who asks for html and pdf."""
    assert job_key(replace(one, formats=("pdf",))) == job_key(replace(one, formats=("pdf", "html")))


def test_accounts_count_with_their_content(one: Job) -> None:
    """A new export is a new key, the same content under a new time is not."""
    before = job_key(one)
    one.rep.accounts.touch()
    assert job_key(one) == before
    one.rep.accounts.write_text("id,name\n1,A\n", encoding="utf-8")
    assert job_key(one) != before
