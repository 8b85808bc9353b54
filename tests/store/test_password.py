"""The password of a hub turns up nowhere: not in outputs, messages, logs or the process list (S14)."""

import io
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.render.fixtures import write_cohort
from tests.store.conftest import new_database
from tests.store.postgres import PASSWORD, Server


def process_list() -> str:
    """Return the command lines of all processes, as anybody on the computer sees them."""
    lines = []
    for place in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            lines.append(place.read_bytes().decode("latin-1"))
        except OSError:
            continue
    return "\n".join(lines)


def unpacked(file: Path) -> bytes:
    """Return what a file holds, the parts of a zip (Excel, the whole workbook) included."""
    content = file.read_bytes()
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        return content + b"".join(parts.read(name) for name in parts.namelist())


def watched(words: list[str], environment: dict[str, str], output: Path) -> tuple[int, list[str]]:
    """Run a command to its end, into a file; return its exit code and the process lists seen meanwhile."""
    command, seen = [sys.executable, "-c", "from workbook.cli import main; main()", *words], []
    with output.open("ab") as stream:
        process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=stream, stderr=stream)
        while process.poll() is None:
            seen.append(process_list())
            time.sleep(0.5)
    return process.returncode, seen


@pytest.mark.slow
def test_a_cohort_on_a_hub(server: Server, tmp_path: Path, record_property: Callable[[str, object], None]) -> None:
    """Whatever is made, backed up, exported, shared or refused on a hub: no file, message, log, process list tells."""
    cohort, copy = write_cohort(tmp_path / "cohort", "Anna Groß"), str(tmp_path / "copy.db")
    build, environment = (
        str(cohort / "build" / "anna-gross-participant0"),
        os.environ | {"WORKBOOK_STORE": new_database(server)},
    )
    short = tempfile.mkdtemp(prefix="hub")  # a socket's path must be short
    commands = [
        ["render", str(cohort), "--formats", "html"],
        ["backup", build, copy],
        ["export", build, "--formats", "json"],
        ["share", build],
    ]
    runs = [
        watched(words, environment | {"TMPDIR": short}, tmp_path / "said")
        for words in [*commands, ["restore", copy, build]]
    ]
    assert [code for code, _seen in runs] == [0, 0, 0, 0, 2], (tmp_path / "said").read_text()
    files = [path for place in (tmp_path, Path(short)) for path in place.rglob("*") if path.is_file()]
    shutil.rmtree(short)
    assert [path.name for path in files if PASSWORD.encode() in unpacked(path)] == []
    processes = [lines for _code, seen in runs for lines in seen]
    assert PASSWORD not in "".join(processes) + server.log
    record_property("password looked for", f"{len(files)} files, {len(processes)} process lists, 0 found")
