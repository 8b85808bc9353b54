"""One Jupyter server per participant folder: start it, find it again, stop it."""

import json
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import psutil

from workbook.errors import Place, Problem, WorkbookError
from workbook.launch.kinds import SERVER_SILENT
from workbook.launch.resuming import EVERY_CHAPTER
from workbook.launch.settings import Home, environment, make_runtime, write_settings

START_SECONDS = 120


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: ``started`` tells it from another process that got the same number later."""

    pid: int
    started: float
    port: int
    token: str
    runtime: str

    def address(self, path: str) -> str:
        """Return the address of a path on this server, without the token."""
        return f"http://127.0.0.1:{self.port}/{path}"

    def page(self, notebook: str) -> str:
        """Return the address a browser opens for one chapter."""
        return f"{self.address('doc/tree/' + notebook)}?token={self.token}"

    def ask(self, path: str, content: object | None = None) -> object:
        """Return the JSON answer of the server's own interface; GET without content, POST with it."""
        body = None if content is None else json.dumps(content).encode()
        headers = {"Authorization": f"token {self.token}", "Content-Type": "application/json"}
        request = urllib.request.Request(self.address(path), data=body, headers=headers)  # noqa: S310  loopback only
        with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310  loopback only
            return json.load(answer)

    def pages(self) -> int:
        """Return how many open pages are connected with the workbook's kernel."""
        kernels: Any = self.ask("api/kernels?no_track_activity=1")
        return sum(kernel["connections"] for kernel in kernels)

    def is_alive(self) -> bool:
        """Return whether this very process still runs and answers."""
        try:
            if abs(psutil.Process(self.pid).create_time() - self.started) > 1:
                return False
            return bool(self.ask("api/status?no_track_activity=1"))  # asking is no activity
        except (psutil.Error, urllib.error.URLError, OSError, ValueError):
            return False


def running_server(home: Home) -> Server | None:
    """Return the server that already serves this folder, if there is one; forget one that is gone."""
    try:
        server = Server(**json.loads(home.record.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None
    if server.is_alive():
        return server
    stop_server(home, server)
    return None


@dataclass(frozen=True)
class Starting:
    """A server whose process was started and that does not answer yet."""

    home: Home
    server: Server
    process: subprocess.Popen[bytes]
    again: Callable[[], "Starting"] | None = None
    """Start it on another port; None where the rep chose the port."""

    def wait(self) -> Server:
        """Return the server when it answers; raises `WorkbookError` when it does not start."""
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and self.process.poll() is None:
            if self.server.is_alive():
                _remember(self.home, self.server)
                return self.server
            time.sleep(0.05)
        # Between the moment a port was found free and the start of the server somebody else may have taken it.
        if self.again and self.process.poll() is not None:
            return self.again().wait()
        self.process.kill()
        log = Place(file=str(self.home.path / "server.log"))
        raise WorkbookError(Problem(SERVER_SILENT, log, str(self.server.port)))


def start_server(home: Home, folder: Path, *, port: int | None, language: str) -> Starting:
    """Start a server for ``folder``; it answers a moment later."""
    chosen, token, runtime = port or free_port(), secrets.token_hex(24), make_runtime()
    write_settings(home, folder, port=chosen, language=language)
    # The token travels in the environment, where other users cannot read it.
    home.opened.unlink(missing_ok=True)
    home.preparing.write_text(EVERY_CHAPTER, encoding="utf-8")  # no chapter is handed out before it is made
    process = _launch(home, folder, environment(home, folder, runtime) | {"JUPYTER_TOKEN": token})
    server = Server(process.pid, psutil.Process(process.pid).create_time(), chosen, token, str(runtime))

    def again() -> Starting:
        return start_server(home, folder, port=free_port(), language=language)

    return Starting(home, server, process, None if port else again)


def _launch(home: Home, folder: Path, variables: dict[str, str]) -> subprocess.Popen[bytes]:
    with (home.path / "server.log").open("wb") as log:
        return subprocess.Popen(
            [sys.executable, "-m", "workbook.launch.lab"],
            env=variables,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )


def open_session(server: Server, notebook: str, kernel: str | None = None) -> str:
    """Connect a notebook to the workbook's kernel (a new one if None); return the kernel's id."""
    wanted = {"id": kernel} if kernel else {"name": "python3"}
    content = {"path": notebook, "name": notebook, "type": "notebook", "kernel": wanted}
    session: Any = server.ask("api/sessions", content)
    return str(session["kernel"]["id"])


def stop_server(home: Home, server: Server) -> None:
    """Stop the server with its kernels, remove its sockets, forget it; a process of the same number is left alone."""
    family = _family(server)
    for member in family:
        _ask_to_end(member)
    for member in psutil.wait_procs(family, timeout=5)[1]:
        member.kill()
    shutil.rmtree(server.runtime, ignore_errors=True)
    home.record.unlink(missing_ok=True)


def _family(server: Server) -> list[psutil.Process]:
    try:
        process = psutil.Process(server.pid)
        if abs(process.create_time() - server.started) > 1:
            return []
        return [*process.children(recursive=True), process]
    except psutil.NoSuchProcess:
        return []


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _ask_to_end(process: psutil.Process) -> None:
    try:
        process.terminate()
    except psutil.NoSuchProcess:
        return


def _remember(home: Home, server: Server) -> None:
    home.record.touch(mode=0o600)
    home.record.write_text(json.dumps(asdict(server)), encoding="utf-8")
