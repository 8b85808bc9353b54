"""Folders that are not on this machine: an address that fsspec understands (s3://..., a mounted share) for a path.

Who may read and write there is known to the libraries from the environment and their own files, never from a command
line, a job or a file of ours.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any

from workbook.errors import InputError, Place, Problem, WorkbookError
from workbook.render import far_kinds

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


def is_address(text: str) -> bool:
    """Return whether a folder is named by an address.

    >>> is_address("s3://bucket/cohort"), is_address("C:/cohort"), is_address("cohort")
    (True, False, False)
    """
    return _ADDRESS.match(text) is not None


def is_inside(name: str) -> bool:
    """Return whether a name stays in the folder it is looked for in.

    >>> is_inside("accounts/anna.csv"), is_inside("../anna.csv"), is_inside("/etc/hosts")
    (True, False, False)
    """
    path = PurePosixPath(name)
    return bool(name) and not path.is_absolute() and ".." not in path.parts and "\\" not in name


class Depot:
    """A folder at an address; names inside it are relative and have slashes.

    Every method raises `InputError` when the address cannot be reached.
    """

    def __init__(self, address: str) -> None:
        self.address = address.rstrip("/")
        with self._in_words():
            self._files, self._root = _file_system(self.address)

    def read(self, name: str) -> bytes | None:
        """Return the content of a file, None when there is none of this name."""
        return self.read_many([name]).get(name)

    def read_many(self, names: Iterable[str]) -> dict[str, bytes]:
        """Return the contents of the files that exist, by name, in one round."""
        paths = {self._path(name): name for name in names}
        with self._in_words():
            found = self._files.cat(list(paths), on_error="return") if paths else {}
        missing = (FileNotFoundError, NotADirectoryError)
        for answer in found.values():
            if isinstance(answer, Exception) and not isinstance(answer, missing):
                raise self._unreachable(answer)
        return {paths[path]: content for path, content in found.items() if isinstance(content, bytes)}

    def write(self, name: str, content: bytes) -> None:
        """Write a file as a whole."""
        with self._in_words():
            self._files.makedirs(self._path(name).rpartition("/")[0], exist_ok=True)
            self._files.pipe_file(self._path(name), content)

    def create(self, name: str, content: bytes) -> bool:
        """Write a file unless there is one; return whether it is ours."""
        if self.read(name) is not None:
            return False
        with self._in_words():
            self._files.makedirs(self._root, exist_ok=True)
            try:
                self._files.pipe_file(self._path(name), content, mode="create")
            except FileExistsError:
                return False
        # Not every store knows "only if there is none"; what is read back tells who was last.
        return self.read(name) == content

    def names(self, folder: str) -> tuple[str, ...]:
        """Return the names of all files below a folder, relative to that folder; empty when there is none."""
        top = self._path(folder)
        with self._in_words():
            found = self._files.find(top) if self._files.exists(top) else []
        return tuple(sorted(self._bare(path)[len(self._bare(top)) + 1 :] for path in found))

    def folders(self, ending: str) -> tuple[str, ...]:
        """Return the names of the folders directly in here that end with ``ending``."""
        with self._in_words():
            found = self._files.ls(self._root, detail=True) if self._files.exists(self._root) else []
        folders = (str(each["name"]).rstrip("/") for each in found if each["type"] == "directory")
        return tuple(sorted(name.rpartition("/")[2] for name in folders if name.endswith(ending)))

    def fetch(self, name: str, target: Path) -> None:
        """Copy a file to this machine."""
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with self._in_words():
            self._files.get_file(self._path(name), str(target))

    def remove(self, names: Iterable[str]) -> None:
        """Remove files; those that are gone already do not matter."""
        for name in names:
            with self._in_words():
                if self._files.exists(self._path(name)):
                    self._files.rm_file(self._path(name))

    def _path(self, name: str) -> str:
        return f"{self._root}/{name}" if name else self._root

    def _bare(self, path: str) -> str:
        return str(self._files._strip_protocol(path)).rstrip("/")

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        try:
            yield
        except (WorkbookError, FileExistsError):
            raise
        except Exception as error:
            raise self._unreachable(error) from error

    def _unreachable(self, error: Exception) -> InputError:
        # An address may carry a password before the @, and an error's text may repeat it.
        shown = re.sub(r"//[^/@]*@", "//", self.address)
        details = {"error": type(error).__name__}
        return InputError(Problem(far_kinds.ADDRESS_UNREACHABLE, Place(file=shown), details=details))


def _file_system(address: str) -> tuple[Any, str]:
    try:
        import fsspec
    except ImportError as error:
        raise InputError(Problem(far_kinds.CLUSTER_NOT_INSTALLED)) from error
    # What another worker has written in the meantime counts, so no listing is kept.
    files, root = fsspec.core.url_to_fs(address, use_listings_cache=False)
    return files, str(root).rstrip("/")
