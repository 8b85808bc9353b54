"""S11: a file that would run code when it is unpickled is refused by its content, whatever it is called."""

import pickle
from datetime import date
from pathlib import Path

import pytest

from workbook.portfolio import read_portfolio
from workbook.portfolio.options import ReadOptions


class Trap:
    """Makes a file where it is unpickled."""

    def __init__(self, marker: Path) -> None:
        self.marker = marker

    def __reduce__(self) -> tuple[object, tuple[Path]]:
        return Path.touch, (self.marker,)


@pytest.mark.parametrize("name", ["accounts.csv", "accounts.xlsx", "accounts.pkl"])
def test_a_pickle_is_refused_and_runs_nothing(tmp_path: Path, name: str) -> None:
    """One problem names it; what it would have done did not happen."""
    (tmp_path / name).write_bytes(pickle.dumps(Trap(tmp_path / "marker")))
    reading = read_portfolio(tmp_path / name, options=ReadOptions(), today=date(2026, 11, 23))
    assert not reading.ok
    assert not (tmp_path / "marker").exists()
