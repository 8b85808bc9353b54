"""What was made from a workbook and can be made again: pages, exports, the outputs inside notebooks, and the archives
beside the folder that hold a copy of it.
"""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from workbook.store.backuplist import write_privately

_MADE_FROM_IT = frozenset({".csv", ".html", ".ics", ".pdf", ".pptx", ".xlsx", ".zip"})
EXPORT_NAME, REDACTED_NAME = "everything.json", "everything-without-names.json"


def remove_outputs(folder: Path) -> tuple[str, ...]:
    """Delete everything that was made from the workbook in a folder, and return the names of the files."""
    for checkpoints in [*folder.rglob(".ipynb_checkpoints")]:
        shutil.rmtree(checkpoints)
    inside = [file for file in _files(folder) if _is_made_from_it(file)]
    beside = archives_beside(folder)
    for file in (*inside, *beside):
        file.unlink()
    for notebook in folder.rglob("*.ipynb"):
        _clear_notebook(notebook)
    return tuple(sorted([*(str(file.relative_to(folder)) for file in inside), *(file.name for file in beside)]))


def archives_beside(folder: Path) -> tuple[Path, ...]:
    """Return the archives next to the folder that hold a copy of it: ``<folder>.zip``, as a rendering packs it."""
    whole = folder.absolute()
    archive = whole.with_name(f"{whole.name}.zip")
    return (archive,) if archive.is_file() and not archive.is_symlink() else ()


def _is_made_from_it(file: Path) -> bool:
    return file.suffix.lower() in _MADE_FROM_IT or file.name in (EXPORT_NAME, REDACTED_NAME)


def files_with(folder: Path, words: str) -> tuple[str, ...]:
    """Return the names of the files in a folder that still hold ``words`` as plain text."""
    spelled = {words.encode(), json.dumps(words)[1:-1].encode()}
    left = [file for file in _files(folder) if any(each in file.read_bytes() for each in spelled)]
    return tuple(sorted(str(file.relative_to(folder)) for file in left))


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def _clear_notebook(file: Path) -> None:
    try:
        notebook: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    except ValueError:
        # Not written by us; if it names the person it is among the places to look at.
        return
    notebook.get("metadata", {}).pop("widgets", None)
    for cell in notebook.get("cells", []):
        if cell.get("cell_type") == "code":
            cell |= {"outputs": [], "execution_count": None}
    write_privately(file, json.dumps(notebook, ensure_ascii=False, indent=1) + "\n")
