"""S8: a file that unfolds without end is one sentence, whoever reads it; everything else is read as ever."""

import multiprocessing
import struct
import zlib
from datetime import date
from pathlib import Path

import psutil
import pytest

from tests.faults.excel import book, with_parts
from workbook.cli import run
from workbook.portfolio import Reading, ReadOptions, apart, read_apart, read_portfolio
from workbook.portfolio.files import MEGABYTE

TODAY = date(2026, 11, 26)
# As long as a cell may be; each cell that refers to it becomes a text of its own: 6 GB out of 0.1 MB.
_LONG_TEXT = b"<sst><si><t>" + b"x" * 32_000 + b"</t></si></sst>"
_CELLS = b"".join(b'<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>' % (row, row) for row in range(1, 200_001))
_BOMB = with_parts(
    book(),
    {
        "xl/sharedStrings.xml": _LONG_TEXT.replace(b"<sst>", b'<sst xmlns="urn:x">'),
        "xl/worksheets/sheet1.xml": b"<worksheet><sheetData>" + _CELLS + b"</sheetData></worksheet>",
    },
)


@pytest.fixture(autouse=True)
def nothing_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test reads as if nothing had been read before."""
    monkeypatch.setattr(apart, "_known_as_harmless", set())


@pytest.fixture
def bomb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small workbook that needs 6 GB, where 200 MB more than the tests themselves are allowed."""
    monkeypatch.setattr(apart, "_ROOM", psutil.Process().memory_info().rss + 200 * MEGABYTE)
    path = tmp_path / "bomb.xlsx"
    path.write_bytes(_BOMB)
    assert path.stat().st_size < MEGABYTE
    return path


@pytest.fixture
def accounts(tmp_path: Path) -> Path:
    """A workbook with two accounts."""
    path = tmp_path / "accounts.xlsx"
    path.write_bytes(book())
    return path


def _read(accounts: Path, lines: Path | None = None) -> Reading:
    return read_apart(accounts, lines, options=ReadOptions(), today=TODAY)


def _said(reading: Reading) -> list[tuple[str, str | None]]:
    return [(problem.code, problem.place.file) for problem in reading.problems]


def test_a_bomb_is_one_problem(bomb: Path) -> None:
    """The process that reads it is ended, nothing of it stays, and the file is named."""
    reading = _read(bomb)
    assert _said(reading) == [("file_unfolds", "bomb.xlsx")]
    assert not reading.ok
    assert multiprocessing.active_children() == []


def test_the_file_that_is_a_bomb_is_named(accounts: Path, bomb: Path) -> None:
    """Of two files it is told which one has to be exported again."""
    assert _said(_read(accounts, bomb)) == [("file_unfolds", "bomb.xlsx")]


def test_check_refuses_a_bomb(bomb: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command says what to do and ends with 2, as for every file that cannot be read."""
    assert run(["check", str(bomb), "--language", "de"]) == 2
    assert "braucht mehr Arbeitsspeicher als jeder" in capsys.readouterr().out


@pytest.mark.parametrize("way", ["fork", pytest.param("spawn", marks=pytest.mark.slow)])
def test_everything_else_is_read_as_ever(way: str, accounts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a process of its own has read is what this one would have read, however it was started."""
    if way not in multiprocessing.get_all_start_methods():
        pytest.skip(f"no {way} on this system")
    monkeypatch.setattr(apart, "_context", lambda: multiprocessing.get_context(way))
    here, there = read_portfolio(accounts, options=ReadOptions(), today=TODAY), _read(accounts)
    assert there.as_dict() == here.as_dict()
    assert there.require().revenue.equals(here.require().revenue)


def test_short_texts_need_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A usual export as CSV is read at once: it cannot become more than it is."""
    monkeypatch.setattr(apart, "_watched", lambda *_: pytest.fail("a process was started"))
    (tmp_path / "a.csv").write_text("id;name;2025\n1;Adler;5\n", encoding="utf-8")
    assert _read(tmp_path / "a.csv").ok


def test_a_known_file_is_read_at_once(accounts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When only an answer has changed no second process is waited for; another sheet is another matter."""
    assert _read(accounts).ok
    monkeypatch.setattr(apart, "_watched", lambda *_: Reading(None, (), ReadOptions()))
    assert read_apart(accounts, options=ReadOptions(locale="en"), today=TODAY).portfolio
    assert not read_apart(accounts, options=ReadOptions(sheet="Other"), today=TODAY).portfolio


def test_mistakes_of_the_program_are_seen(accounts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the reading process could not handle is raised where the file was asked for."""
    if apart._context().get_start_method() != "fork":
        pytest.skip("a process that starts anew does not know what a test changed")

    def broken(*_files: Path, **_options: object) -> Reading:
        raise LookupError("a mistake")

    monkeypatch.setattr(apart, "read_portfolio", broken)
    with pytest.raises(LookupError, match="a mistake"):
        _read(accounts)


def test_a_directory_that_lies_is_seen(tmp_path: Path) -> None:
    """A zip whose directory promises less than it holds is refused: Excel's parser would unpack all of it."""
    sheet = b"<worksheet>" + b" " * 500_000
    content = bytearray(with_parts(book(), {"xl/worksheets/sheet1.xml": sheet}))
    entry = content.index(b"xl/worksheets/sheet1.xml", content.index(b"PK\x01\x02")) - 46
    struct.pack_into("<I", content, entry + 16, zlib.crc32(sheet[:11]))
    struct.pack_into("<I", content, entry + 24, 11)
    (tmp_path / "liar.xlsx").write_bytes(content)
    assert _said(_read(tmp_path / "liar.xlsx")) == [("xlsx_damaged", "liar.xlsx")]
