"""Putting a finished workbook into its place: complete or not at all, and without touching what a rep wrote.

``.render.json`` in the folder records what the last run put there, so that an edited notebook is known from ours.
"""

import hashlib
import json
import shutil
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from workbook.errors import Place, Problem, RenderError
from workbook.render import kinds
from workbook.render.files import sha256, write_whole

RECORD = ".render.json"
OWN = "own"
STORE = "plan.db"


@dataclass(frozen=True, slots=True)
class Record:
    """What a run put into a folder: the key of its inputs, hashes of files, of notebooks' cells, and of the store."""

    key: str
    files: dict[str, str] = field(default_factory=dict)
    cells: dict[str, str] = field(default_factory=dict)
    store: str = ""


def read_record(folder: Path) -> Record | None:
    """Return the record of a folder, None when there is none that can be read."""
    try:
        return Record(**json.loads((folder / RECORD).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def is_current(folder: Path, key: str) -> bool:
    """Return whether a folder holds the whole workbook for the inputs ``key`` stands for."""
    record = read_record(folder)
    if record is None or record.key != key or record.store != _store_hash(folder):
        return False
    return all(_is_intact(folder / name, digest) for name, digest in record.files.items())


def _is_intact(path: Path, digest: str) -> bool:
    # A notebook may have been opened and saved since; it is the rep's own from then on.
    return path.is_file() and (path.suffix == ".ipynb" or sha256(path) == digest)


def _store_hash(folder: Path) -> str:
    path = folder / STORE
    return sha256(path) if path.is_file() else ""


def discard_store(workshop: Path) -> None:
    """Remove the store a handout was calculated with: nobody writes into a handout."""
    for path in workshop.glob(f"{STORE}*"):
        path.unlink()


def make_workshop(workshop: Path, folder: Path) -> None:
    """Make an empty folder to work in; raises `RenderError` when something foreign stands where the workbook goes."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise RenderError(Problem(kinds.NOT_OURS, Place(file=folder.name)))
    discard(workshop)
    workshop.mkdir(mode=0o700)


def discard(workshop: Path) -> None:
    """Remove what an unfinished run left."""
    if workshop.is_symlink():
        workshop.unlink()
    elif workshop.exists():
        shutil.rmtree(workshop)


@dataclass(frozen=True, slots=True)
class Settled:
    """What lies in a participant's folder now: the names of the files, and of those that another program held on to."""

    files: tuple[str, ...]
    in_use: tuple[str, ...] = ()


def settle(workshop: Path, folder: Path, key: str) -> Settled:
    """Move everything from the workshop into the participant's folder; a file that is open elsewhere stays as it was.

    A folder with such a file counts as unfinished, so that the next run makes it whole (F29).
    """
    new = _record_of(workshop, key)
    if folder.exists():
        return Settled(tuple(sorted(new.files)), _move_into(workshop, folder, new))
    _write_record(workshop, new, store_in=workshop)
    workshop.replace(folder)
    return Settled(tuple(sorted(new.files)))


def _record_of(workshop: Path, key: str) -> Record:
    made = [path for path in sorted(workshop.rglob("*")) if path.is_file() and path.name != STORE]
    files = {path.relative_to(workshop).as_posix(): sha256(path) for path in made}
    cells = {path.name: cells_hash(path) for path in made if path.suffix == ".ipynb"}
    return Record(key, files, cells)


def _move_into(workshop: Path, folder: Path, new: Record) -> tuple[str, ...]:
    """Move the files; return the names of those that could not be replaced."""
    old = read_record(folder) or Record("")
    keep_edited(folder)
    # Without a key the folder is unfinished, so a run that breaks off here is made again.
    earlier = {f"earlier/{name}": digest for name, digest in old.cells.items()}
    _write_record(folder, Record("", old.files | new.files, earlier | new.cells), store_in=folder)
    moved = {name: _moved(workshop / name, folder / name) for name in new.files}
    for name in old.files.keys() - new.files.keys():
        with suppress(PermissionError):
            (folder / name).unlink(missing_ok=True)
    in_use = tuple(sorted(name for name, is_there in moved.items() if not is_there))
    unfinished = replace(new, key="", cells=earlier | new.cells)
    _write_record(folder, unfinished if in_use else new, store_in=folder)
    discard(workshop)
    return in_use


def _moved(made: Path, target: Path) -> bool:
    """Move a file to its place; return whether it is there."""
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        made.replace(target)
    except PermissionError:
        return False
    return True


def _write_record(folder: Path, record: Record, *, store_in: Path) -> None:
    complete = {**asdict(record), "store": _store_hash(store_in)}
    write_whole(folder / RECORD, json.dumps(complete, indent=1) + "\n")


def keep_edited(folder: Path) -> None:
    """Move notebooks that the rep wrote or edited to ``own/``; known by the record of what was put there."""
    known = set((read_record(folder) or Record("")).cells.values())
    for path in sorted(folder.glob("*.ipynb")):
        if cells_hash(path) not in known:
            own = folder / OWN
            own.mkdir(mode=0o700, exist_ok=True)
            path.replace(_free_name(own / path.name))


def remember_cells(folder: Path, notebooks: list[Path]) -> None:
    """Note that these notebooks were put there by us, so that they are not taken for the rep's own."""
    record = read_record(folder) or Record("")
    cells = {path.name: cells_hash(path) for path in notebooks}
    write_whole(folder / RECORD, json.dumps(asdict(replace(record, cells=cells)), indent=1) + "\n")


def forget_key(folder: Path) -> None:
    """Make a finished workbook count as unfinished; its files and answers stay as they are."""
    record = read_record(folder)
    if record is not None:
        write_whole(folder / RECORD, json.dumps(asdict(replace(record, key="")), indent=1) + "\n")


def _free_name(wanted: Path) -> Path:
    candidate, number = wanted, 2
    while candidate.exists():
        candidate, number = wanted.with_stem(f"{wanted.stem}-{number}"), number + 1
    return candidate


def cells_hash(path: Path) -> str:
    """Return a hash of what a person can edit in a notebook: kind and text of its cells, not outputs."""
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        texts = [[cell["cell_type"], "".join(cell["source"])] for cell in cells]
    except (OSError, ValueError, KeyError, TypeError):
        return ""
    return hashlib.sha256(json.dumps(texts).encode()).hexdigest()
