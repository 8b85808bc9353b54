"""Files that only rendering can make, such as PDF, asked for from within a chapter.

A chapter knows nothing of rendering, and a kernel that has drawn a PDF stays large. So the program is asked as anybody
asks it: as the command ``workbook export``, in a process of its own.
"""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from mimetypes import guess_type
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbook.book.files import File
from workbook.errors import InputError, Problem, ProblemKind, Severity
from workbook.i18n import N_, language

if TYPE_CHECKING:
    from workbook.book.workbook import Workbook

FORMATS = ("html", "pdf", "pptx")
LONGEST_SECONDS = 300
NOT_PRINTED = ProblemKind(
    "not_printed",
    Severity.ERROR,
    N_("The files could not be written: {error}"),
    N_("Try again; if it happens once more, ask your trainer."),
)


@dataclass(frozen=True, slots=True)
class Printed:
    """The files that were written, by their names in the folder of the workbook, and why others could not be."""

    files: tuple[File, ...]
    messages: tuple[str, ...]


def print_files(book: "Workbook", about: str, formats: tuple[str, ...] = FORMATS) -> Printed:
    """Write the files about one account, or about the "talk", into the folder of the workbook.

    Messages are in the language in use. Raises `InputError` where nothing can be written.
    """
    told = _asked(book, ["--formats", ",".join(formats), "--about", about, "--json", "--language", language()])
    paths = map(Path, told["written"])
    files = tuple(File(_name(book, each), each.read_bytes(), guess_type(each.name)[0] or "") for each in paths)
    return Printed(files, tuple(dict.fromkeys(each["message"] for each in told["skipped"])))


def _name(book: "Workbook", path: Path) -> str:
    return path.resolve().relative_to(book.folder.resolve()).as_posix()


def _asked(book: "Workbook", options: list[str]) -> dict[str, Any]:
    command = [sys.executable, "-P", "-m", "workbook", "export", str(book.folder.resolve()), *options]
    day = {"WORKBOOK_TODAY": book.today.isoformat(), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(  # noqa: S603  our own command and the folder of the workbook
        command, capture_output=True, env={**os.environ, **day}, timeout=LONGEST_SECONDS, check=False
    )
    try:
        return dict(json.loads(done.stdout))
    except ValueError:
        said = done.stderr.decode("utf-8", errors="replace").strip().splitlines()
        raise InputError(Problem(NOT_PRINTED, details={"error": said[-1] if said else "?"})) from None
