"""A workbook is complete or absent, and what a rep wrote stays."""

from pathlib import Path

import nbformat
import pytest

from tests.render.fixtures import notebook
from workbook.errors import RenderError
from workbook.render.settling import is_current, make_workshop, settle


def _made(workshop: Path, folder: Path, text: str = "one", name: str = "workbook.html") -> None:
    make_workshop(workshop, folder)
    (workshop / name).write_text(text, encoding="utf-8")
    nbformat.write(notebook("1"), workshop / "00_start.ipynb")


@pytest.fixture
def places(tmp_path: Path) -> tuple[Path, Path]:
    """A workshop and a folder that was settled once, with a store in it."""
    workshop, folder = tmp_path / ".a.part", tmp_path / "a"
    _made(workshop, folder)
    (workshop / "plan.db").write_text("answers", encoding="utf-8")
    settle(workshop, folder, "key")
    return workshop, folder


def test_the_first_time_the_whole_folder_moves(places: tuple[Path, Path]) -> None:
    """Everything is in the folder, nothing in the workshop."""
    workshop, folder = places
    names = {path.name for path in folder.iterdir()}
    assert names == {".render.json", "00_start.ipynb", "plan.db", "workbook.html"}
    assert not workshop.exists()


def test_again_replaces_all_but_the_store(places: tuple[Path, Path]) -> None:
    """Outputs are new, answers are the same bytes, files of old formats go."""
    workshop, folder = places
    _made(workshop, folder, "two", "other.html")
    assert settle(workshop, folder, "key2").files == ("00_start.ipynb", "other.html")
    assert (folder / "other.html").read_text(encoding="utf-8") == "two"
    assert (folder / "plan.db").read_text(encoding="utf-8") == "answers"
    assert not (folder / "workbook.html").exists()


def test_an_edited_notebook_moves_to_own(places: tuple[Path, Path]) -> None:
    """A cell the rep changed is kept, each time under a name of its own; a new output is no change."""
    workshop, folder = places
    for text in ("mine", "mine again"):
        nbformat.write(notebook(text), folder / "00_start.ipynb")
        _made(workshop, folder)
        settle(workshop, folder, "key")
    kept = [nbformat.read(path, 4).cells[-1].source for path in sorted((folder / "own").iterdir())]
    assert sorted(kept) == ["mine", "mine again"]


def test_an_untouched_notebook_is_replaced(places: tuple[Path, Path]) -> None:
    """Without an edit there is no folder of own notebooks."""
    workshop, folder = places
    _made(workshop, folder)
    settle(workshop, folder, "key")
    assert not (folder / "own").exists()


def test_current_means_same_key_and_whole_files(places: tuple[Path, Path]) -> None:
    """Another key, a changed page, new answers or a missing file make a workbook out of date."""
    _workshop, folder = places
    assert is_current(folder, "key")
    assert not is_current(folder, "other")
    (folder / "plan.db").write_text("new answers", encoding="utf-8")
    assert not is_current(folder, "key")


def test_a_damaged_page_is_not_current(places: tuple[Path, Path]) -> None:
    """The page counts with its content."""
    _workshop, folder = places
    (folder / "workbook.html").write_text("half", encoding="utf-8")
    assert not is_current(folder, "key")


def test_a_link_in_the_place_is_refused(tmp_path: Path) -> None:
    """Nobody can make a run write through a link."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "a").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(RenderError, match="in the way"):
        make_workshop(tmp_path / ".a.part", tmp_path / "a")


def test_a_move_that_broke_off_takes_nothing_for_the_reps_own(places: tuple[Path, Path]) -> None:
    """Notebooks of the run that broke off and of the one before are known as ours."""
    workshop, folder = places
    _made(workshop, folder)
    nbformat.write(notebook("2"), workshop / "00_start.ipynb")
    (folder / "zz").mkdir()
    (workshop / "zz").write_text("a file where a folder is", encoding="utf-8")
    with pytest.raises(IsADirectoryError):
        settle(workshop, folder, "key2")
    assert not is_current(folder, "key2")
    (folder / "zz").rmdir()
    _made(workshop, folder)
    settle(workshop, folder, "key3")
    assert not (folder / "own").exists()


def test_a_file_in_use_stays_and_the_others_go_on(places: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """F29: what another program holds on to is named, all others are new, and the next run makes the folder whole."""
    workshop, folder = places
    replace = Path.replace

    def held(path: Path, target: Path) -> Path:
        if Path(target).name == "workbook.html":
            raise PermissionError(13, "used by another process")
        return replace(path, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", held)
        _made(workshop, folder, "two")
        (workshop / "other.html").write_text("new", encoding="utf-8")
        assert settle(workshop, folder, "key2").in_use == ("workbook.html",)
    assert (folder / "workbook.html").read_text(encoding="utf-8") == "one"
    assert (folder / "other.html").read_text(encoding="utf-8") == "new"
    assert not is_current(folder, "key2")
    assert not workshop.exists()
    _made(workshop, folder, "two")
    assert settle(workshop, folder, "key2").in_use == ()
    assert (folder / "workbook.html").read_text(encoding="utf-8") == "two"
    assert not (folder / "own").exists()
