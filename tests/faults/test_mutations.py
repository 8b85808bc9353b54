"""Damaged exports: whatever happens to the bytes, only typed problems come out, and soon."""

import os
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.faults.case import Case
from tests.faults.test_corpus import CORPUS
from workbook.portfolio import Reading, ReadOptions, read_portfolio

LONG = os.environ.get("WORKBOOK_LONG") == "1"
SEEDS = [case for case in CORPUS if isinstance(case.content, bytes) and 0 < len(case.content) < 100_000]
LIMIT = 10
_PIECES = (
    b'"',
    b";",
    b",",
    b"\n",
    b"\r",
    b"\t",
    b"\0",
    b"\xff",
    b"\xc3",
    b"=",
    b".",
    b"-",
    b"1e999",
    b"<",
    b"\xef\xbf\xbd",
)


@st.composite
def mutated(draw: st.DrawFn) -> tuple[Case, bytes, str]:
    """Return a case of the corpus with some of its bytes removed, repeated, replaced or inserted."""
    case = draw(st.sampled_from(SEEDS))
    content = bytearray(case.content)
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.integers(0, 40)))
        piece = draw(st.sampled_from((*_PIECES, bytes(content[start:end]) * 2, b"")) | st.binary(max_size=8))
        content[start:end] = piece
    return case, bytes(content), draw(st.sampled_from((case.name, "accounts.csv", "accounts.xlsx")))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all damaged files; each replaces the one before."""
    return tmp_path_factory.mktemp("mutated")


def _read(case: Case, content: bytes, path: Path) -> Reading:
    path.write_bytes(content)
    lines = path.with_name("lines.csv") if case.lines is not None else None
    if lines is not None:
        lines.write_text(case.lines or "", encoding="utf-8")
    return read_portfolio(path, lines, options=ReadOptions(**case.options), today=date(2026, 11, 23))


@pytest.mark.slow
@settings(
    max_examples=2_000 if LONG else 200,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(mutation=mutated())
def test_mutated_files(mutation: tuple[Case, bytes, str], folder: Path) -> None:
    """A damaged file is read or refused with problems, within seconds; nothing else is raised."""
    case, content, name = mutation
    started = time.process_time()
    reading = _read(case, content, folder / name)
    assert time.process_time() - started < LIMIT
    assert reading.ok == (reading.portfolio is not None)
    assert all(problem.message for problem in reading.problems)


@pytest.mark.slow
@settings(
    max_examples=1_000 if LONG else 100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(content=st.binary(max_size=2_000))
def test_random_bytes(content: bytes, folder: Path) -> None:
    """Random bytes are never accounts."""
    case = Case("random", "random bytes", content)
    reading = _read(case, content, folder / "accounts.csv")
    assert not reading.ok
