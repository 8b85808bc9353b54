"""One file per participant to hand over: everything in their folder, in a fixed order, with fixed times."""

import io
import sqlite3
import stat
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from workbook.render.files import write_whole
from workbook.render.settling import STORE

# The earliest day a zip file can name: equal content makes an equal file, whenever it is packed.
_ANY_DAY = (1980, 1, 1, 0, 0, 0)


def pack(folder: Path, archive: Path) -> None:
    """Pack a participant's folder into ``archive``, complete or not at all; links are not followed.

    The answers are packed as they were last saved, also while somebody writes.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for path in _files(folder):
            name = f"{folder.name}/{path.relative_to(folder).as_posix()}"
            target.writestr(_entry(name, path), _content(path), zipfile.ZIP_DEFLATED)
    write_whole(archive, packed.getvalue())


def is_packed(archive: Path) -> bool:
    """Return whether there is a whole archive."""
    return archive.is_file() and zipfile.is_zipfile(archive)


def discard_archives(out: Path, ref: str) -> None:
    """Remove what was packed for a participant earlier, also under a name that was corrected since."""
    for old in out.glob(f"*-{ref}.zip"):
        old.unlink()


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder).parts
        leftover = path.suffix == ".tmp" or path.name == f"{STORE}-journal" or ".ipynb_checkpoints" in inside
        if path.is_file() and not leftover and not _is_reached_by_a_link(folder, inside):
            yield path


def _is_reached_by_a_link(folder: Path, inside: tuple[str, ...]) -> bool:
    return any(folder.joinpath(*inside[:depth]).is_symlink() for depth in range(1, len(inside) + 1))


def _entry(name: str, path: Path) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _ANY_DAY)
    entry.create_system = 3  # Unix, on every system: a start script must stay one that can be started
    entry.external_attr = (stat.S_IFREG | stat.S_IMODE(path.stat().st_mode)) << 16
    return entry


def _content(path: Path) -> bytes:
    if path.name != STORE:
        return path.read_bytes()
    with closing(sqlite3.connect(path)) as store:
        return store.serialize()
