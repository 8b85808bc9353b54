"""The page for whoever runs a hub can be followed word by word."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.store.postgres import Server
from workbook.store import Store

PAGE = (Path(__file__).parents[2] / "docs" / "hub.md").read_text(encoding="utf-8")
GERMAN, ENGLISH = re.findall(r"```python\n(import secrets\n.*?)```", PAGE, flags=re.S)


@pytest.fixture
def operator(server: Server) -> Iterator[str]:
    """The address of an empty database, owned by an account that may create roles and is no superuser.

    Roles belong to a whole server, so this one has no roles that other tests made.
    """
    own = Server()
    with psycopg.connect(own.url(), autocommit=True) as connection:
        connection.execute("CREATE ROLE operator LOGIN CREATEROLE PASSWORD 'canary'")
        connection.execute("CREATE DATABASE hub OWNER operator")
    yield own.url("hub", user="operator", password="canary")
    own.remove()


@pytest.fixture
def followed(operator: str, tmp_path: Path) -> Path:
    """The folder in which the operator ran the program of the page, twice, with the owner's address in a file."""
    owner = tmp_path / "owner.store"
    owner.touch(0o600)
    owner.write_text(operator)
    for _ in range(2):
        environment = os.environ | {"WORKBOOK_STORE": str(owner)}
        subprocess.run([sys.executable, "-c", ENGLISH], check=True, cwd=tmp_path, env=environment, timeout=120)
    return tmp_path


def test_each_person_sees_their_own(followed: Path) -> None:
    """The files that were made are private; what Anna saves with hers, Bert's does not see."""
    files = [followed / name for name in ("k7m2q9x4wd5t.store", "t5b4y7s1jf8g.store", "trainer-ruth.store")]
    assert [file.stat().st_mode & 0o777 for file in files] == [0o600] * 3
    jonas, mareike, trainer = (file.read_text() for file in files)
    store = Store.open(jonas, "k7m2q9x4wd5t")
    store.save("review", "2026Q4", {"lessons": "mine"}, based_on=0)
    assert Store.open(mareike, "k7m2q9x4wd5t").everything() == ()
    for key in ("review", "names"):
        store.share(key)
    with psycopg.connect(trainer) as connection:
        assert connection.execute("SELECT document FROM shared_text").fetchall() == [('{"lessons": "mine"}',)]


def test_both_languages_show_the_same_program() -> None:
    """German and English differ in words only."""
    assert GERMAN == ENGLISH
    halves = PAGE.split("## Deutsch", 1)[1].split("\n## English", 1)
    assert [len(re.findall(r"^\d\. \*\*", half, flags=re.M)) for half in halves] == [7, 7]
