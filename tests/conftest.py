"""What every test shares: English, a fixed day, and nothing left of the language or environment afterwards."""

import signal
from collections.abc import Iterator
from datetime import date

import pytest

from workbook import i18n

# A shell that starts the tests in the background hands on that Ctrl-C is ignored; the tests send it to what they start.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests run one after the other: each has a JupyterLab and a Chromium of its own, enough for one core."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Tests speak English unless they say otherwise."""
    for variable in ("WORKBOOK_LANGUAGE", "WORKBOOK_FOLDER", "WORKBOOK_TODAY", "WORKBOOK_STORE"):
        monkeypatch.delenv(variable, raising=False)
    with i18n.speaking("en"):
        yield


@pytest.fixture
def today() -> date:
    """The day all expected values refer to."""
    return date(2026, 11, 23)
