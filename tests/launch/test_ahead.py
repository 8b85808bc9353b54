"""Chapters that are made ready before the rep turns to them."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from workbook.launch.ahead import Ahead, opened, preparing
from workbook.launch.contents import Chapters
from workbook.launch.settings import Home, environment


class Kernel:
    """A server whose kernel was busy so many seconds ago."""

    def __init__(self, seconds: float, state: str = "idle") -> None:
        self._quiet, self._state = timedelta(seconds=seconds), state

    def ask(self, path: str) -> object:
        return {"last_activity": (datetime.now(UTC) - self._quiet).isoformat(), "execution_state": self._state}


@pytest.fixture
def carried_out(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    names: list[str] = []
    monkeypatch.setattr("workbook.launch.warm.run_chapter", lambda *place, **_: names.append(place[2].name))
    return names


def _step(home: Home, kernel: Kernel) -> None:
    home.path.mkdir(parents=True, exist_ok=True)
    Ahead(home, kernel, "k", Path("folder/00_start.ipynb")).step()  # type: ignore[arg-type]


def test_while_the_rep_reads_the_next_chapter_is_made(tmp_path: Path, carried_out: list[str]) -> None:
    """The one that follows the first; the server may hand it out afterwards."""
    home = Home(tmp_path / "home")
    _step(home, Kernel(seconds=5))
    assert carried_out == ["01_accounts.ipynb"]
    assert not home.preparing.exists()


@pytest.mark.parametrize("kernel", [Kernel(seconds=0.2), Kernel(seconds=7200, state="busy")])
def test_who_types_is_not_disturbed(
    tmp_path: Path, carried_out: list[str], kernel: Kernel, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is carried out while something comes and goes, or while a cell runs."""
    monkeypatch.setattr("workbook.launch.ahead.QUIET_SECONDS", 3600)  # a slow machine may stop between two lines
    _step(Home(tmp_path / "home"), kernel)
    assert carried_out == []


def test_only_the_next_chapter_is_made(tmp_path: Path, carried_out: list[str]) -> None:
    """The one after the chapter that was opened last; an open one is left alone, its file must not change."""
    home = Home(tmp_path / "home")
    home.path.mkdir()
    home.opened.write_text("02_tiering.ipynb\n01_accounts.ipynb\n", encoding="utf-8")
    _step(home, Kernel(seconds=5))
    assert carried_out == []
    home.opened.write_text("02_tiering.ipynb\n", encoding="utf-8")
    _step(home, Kernel(seconds=5))
    assert carried_out == ["03_key_accounts.ipynb"]


def test_a_chapter_is_handed_out_when_it_is_ready(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The server waits for the launcher, remembers what was asked for, and hands out every other file at once."""
    home = Home.of(folder)
    home.path.mkdir(parents=True)
    for name, value in environment(home, folder, folder).items():
        monkeypatch.setenv(name, value)
    (folder / "00_start.ipynb").write_text("{}", encoding="utf-8")
    contents = Chapters(root_dir=str(folder))

    async def ask() -> bool:
        asked = asyncio.ensure_future(contents.get("00_start.ipynb", content=False))
        with preparing(home):
            await contents.get("plan.db", content=False)
            await asyncio.sleep(0.1)
            waited = not asked.done()
        await asked
        return waited

    assert asyncio.run(ask())
    assert opened(home) == ["00_start.ipynb"]
