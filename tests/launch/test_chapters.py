"""What `workbook open` puts before a rep."""

import json
import stat
from pathlib import Path

import nbformat
import pytest

from workbook.errors import InputError
from workbook.launch.chapters import rebuild_chapters
from workbook.launch.opening import open_folder
from workbook.launch.server import running_server
from workbook.launch.settings import Home, environment, write_settings


def test_a_planted_output_vanishes(folder: Path) -> None:
    """Chapters are built anew from our own sources, so nothing planted can run."""
    first = rebuild_chapters(folder, "en")[0]
    notebook = nbformat.read(first, as_version=4)
    code = next(cell for cell in notebook.cells if cell.cell_type == "code")
    code.outputs = [nbformat.v4.new_output("display_data", {"text/html": "<script>planted()</script>"})]
    nbformat.write(notebook, first)
    rebuild_chapters(folder, "en")
    assert "planted" not in first.read_text(encoding="utf-8")


def test_an_edited_chapter_moves_to_own(folder: Path) -> None:
    """What a rep wrote into a notebook is kept beside the new one."""
    first = rebuild_chapters(folder, "en")[0]
    notebook = nbformat.read(first, as_version=4)
    notebook.cells.append(nbformat.v4.new_markdown_cell("My own remark"))
    nbformat.write(notebook, first)
    rebuild_chapters(folder, "en")
    assert "My own remark" in (folder / "own" / first.name).read_text(encoding="utf-8")
    assert "My own remark" not in first.read_text(encoding="utf-8")


def test_a_participant_sees_no_notes_for_the_trainer(folder: Path) -> None:
    """Cells tagged trainer stay out of every chapter."""
    texts = [path.read_text(encoding="utf-8") for path in rebuild_chapters(folder, "en")]
    assert len(texts) == 9
    assert not any("For the trainer" in text for text in texts)


def test_each_chapter_leads_to_the_next(folder: Path) -> None:
    """The way through the workbook stands above the text, the links to the neighbours below it."""
    chapters = rebuild_chapters(folder, "en")
    notebook = nbformat.read(chapters[1], as_version=4)
    assert [cell.metadata.tags[0] for cell in notebook.cells[:4]] == ["parameters", "setup", "navigation", "objective"]
    assert "(00_start.ipynb)" in notebook.cells[-1].source
    assert "(02_tiering.ipynb)" in notebook.cells[-1].source


def test_nothing_can_be_deleted_by_a_stray_key(folder: Path) -> None:
    """Every cell is locked against editing and deleting."""
    notebook = nbformat.read(rebuild_chapters(folder, "en")[0], as_version=4)
    assert not any(cell.metadata.editable or cell.metadata.deletable for cell in notebook.cells)


def test_a_folder_without_a_workbook_is_refused(tmp_path: Path) -> None:
    """The message says which folder to name."""
    with pytest.raises(InputError, match="There is no workbook in the folder"):
        open_folder(tmp_path, browser=False)


def test_our_settings_stay_ours(folder: Path) -> None:
    """Configuration, runtime files and signatures lie in a private folder, not in the participant's."""
    home = Home.of(folder)
    write_settings(home, folder, port=50000, language="de")
    assert folder not in home.path.parents
    assert stat.S_IMODE(home.path.stat().st_mode) == 0o700
    overrides = json.loads((home.config / "labconfig" / "default_setting_overrides.json").read_text(encoding="utf-8"))
    assert overrides["@jupyterlab/translation-extension:plugin"]["locale"] == "de_DE"
    assert environment(home, folder, Path("run"))["JUPYTER_CONFIG_DIR"] == str(home.config)


def test_the_page_has_its_sentences_and_its_typeface(folder: Path) -> None:
    """The extension speaks the language of the workbook and brings the fonts; nothing is fetched from elsewhere."""
    home = Home.of(folder)
    write_settings(home, folder, port=50000, language="de")
    extension = home.data / "labextensions" / "focus-workbook"
    script = (extension / "static" / "page.js").read_text(encoding="utf-8")
    assert "Das Arbeitsbuch l\\u00e4uft nicht mehr." in script
    assert (extension / "static" / "SourceSans3-Regular.ttf").is_file()
    assert "http" not in script + (home.config / "custom" / "custom.css").read_text(encoding="utf-8")


def test_a_forgotten_record_is_no_server(folder: Path) -> None:
    """A record of a process that is gone is not taken for a running server."""
    home = Home.of(folder)
    home.path.mkdir(parents=True)
    record = {"pid": 2**22 + 1, "started": 1.0, "port": 9, "token": "x", "runtime": str(folder / "sockets")}
    home.record.write_text(json.dumps(record), encoding="utf-8")
    assert running_server(home) is None
    assert not home.record.exists()
