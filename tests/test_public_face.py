"""`import workbook` is cheap and shows few names."""

import subprocess
import sys

import pytest

import workbook

HEAVY = ("pandas", "matplotlib", "papermill", "sqlalchemy", "ipywidgets", "pydantic", "babel")


def test_importing_loads_nothing_heavy() -> None:
    """The public face loads its parts when they are used."""
    code = f"import sys, workbook; print([name for name in {HEAVY!r} if name in sys.modules])"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


def test_names_are_sorted() -> None:
    """__all__ is sorted and is what dir shows."""
    assert workbook.__all__ == sorted(workbook.__all__)
    assert set(dir(workbook)) == {*workbook.__all__, "__version__"}


@pytest.mark.parametrize("name", workbook.__all__)
def test_every_name_exists(name: str) -> None:
    """Every public name can be had and tells what it is."""
    assert getattr(workbook, name).__doc__


def test_an_unknown_name_is_refused() -> None:
    """A mistyped name is an AttributeError, as everywhere."""
    with pytest.raises(AttributeError, match="open_workbok"):
        workbook.open_workbok  # noqa: B018
