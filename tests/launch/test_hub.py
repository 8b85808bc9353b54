"""What the server of one person writes before a hub's page opens; a whole hub runs in tests/browser."""

import json
from pathlib import Path

import pytest

from workbook.launch.hub import main, prepare
from workbook.launch.settings import Home


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """What is set here is gone after the test."""
    for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "JUPYTER_NO_CONFIG"):
        monkeypatch.setenv(name, "")
    for name in ("WORKBOOK_CHAPTER_RECORD", "WORKBOOK_PREPARING", "WORKBOOK_OPENED", "PYDEVD_DISABLE_FILE_VALIDATION"):
        monkeypatch.setenv(name, "")
    monkeypatch.setenv("WORKBOOK_FOLDER", str(folder))


def test_the_hub_decides_address_and_end(folder: Path) -> None:
    """Port and address are the hub's; the page begins where the rep stopped."""
    home = Home.of(folder)
    prepare(folder)
    settings = json.loads((home.config / "jupyter_server_config.json").read_text(encoding="utf-8"))["ServerApp"]
    assert settings["default_url"] == "/doc/tree/00_start.ipynb"
    assert not {"ip", "port", "shutdown_no_activity_timeout"} & set(settings)


def test_a_page_of_the_hub_says_to_load_it_again(folder: Path) -> None:
    """Nobody at a hub has a start file."""
    prepare(folder)
    script = (Home.of(folder).data / "labextensions" / "focus-workbook" / "static" / "page.js").read_text("utf-8")
    assert "Load this page again" in script
    assert "start file" not in script


def test_chapters_are_made_anew(folder: Path) -> None:
    """What somebody planted in a chapter is gone, as after `workbook open`."""
    (folder / "00_start.ipynb").write_text("{}", encoding="utf-8")
    prepare(folder)
    assert "Focus" in (folder / "00_start.ipynb").read_text(encoding="utf-8")


def test_without_a_folder_one_sentence_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The sentence stands in the hub's log; no traceback."""
    monkeypatch.setenv("WORKBOOK_FOLDER", str(tmp_path / "nobody"))
    with pytest.raises(SystemExit, match="There is no workbook in"):
        main()
