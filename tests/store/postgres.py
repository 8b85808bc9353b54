"""A PostgreSQL of our own, started by the tests from the system's binaries as a user that is not root."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import psycopg

from tests.patience import LONG

BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin")) or [
    Path(found).parent for found in [shutil.which("initdb")] if found
]
OWNER, PASSWORD = "owner", "owner-canary-4711"


class Server:
    """One cluster in a temporary folder, listening on 127.0.0.1 only, with passwords."""

    def __init__(self, *, durable: bool = False) -> None:
        self.home = Path(tempfile.mkdtemp(prefix="workbook-postgres-"))
        self.port, self._began = _free_port(), False
        # Tests end the server, not the machine: what it wrote is safe with the system.
        self._sync = "on" if durable else "off"
        self._user = "postgres" if os.getuid() == 0 else None
        if self._user:
            os.chown(self.home, pwd.getpwnam(self._user).pw_uid, -1)
        password = self.home / "password"
        password.write_text(PASSWORD)
        password.chmod(0o644)
        self._run(
            "initdb",
            "-D",
            self.data,
            "-U",
            OWNER,
            f"--pwfile={password}",
            "-A",
            "scram-sha-256",
            "-E",
            "UTF8",
            "--no-sync",
        )
        self.start()

    @property
    def data(self) -> str:
        return str(self.home / "data")

    @property
    def log(self) -> str:
        return (self.home / "log").read_text(encoding="utf-8", errors="replace")

    def start(self) -> None:
        """Start the server where it was; at first elsewhere if somebody took the port meanwhile."""
        while not self._answers_on(self.port):
            assert not self._began, self.log
            self.port = _free_port()
        self._began = True

    def _answers_on(self, port: int) -> bool:
        self._launch(port)
        deadline = time.monotonic() + LONG
        while self._process.poll() is None:
            with suppress(psycopg.OperationalError), psycopg.connect(self.url()):
                return True
            assert time.monotonic() < deadline, self.log
            time.sleep(0.1)
        return False

    def _launch(self, port: int) -> None:
        settings = ("listen_addresses=127.0.0.1", "max_connections=60", f"fsync={self._sync}", "log_statement=all")
        options = ["-p", str(port), "-k", str(self.home), *(f"-c{setting}" for setting in settings)]
        # The server ends when the tests are killed: nothing stays behind.
        command = ["setpriv", "--pdeathsig", "INT", *self._as_user(), str(BINARIES[-1] / "postgres"), "-D", self.data]
        with (self.home / "log").open("ab") as log:
            self._process = subprocess.Popen([*command, *options], stdout=log, stderr=log, cwd=self.home)

    def stop(self) -> None:
        """End the server at once, without letting anybody finish."""
        self._process.send_signal(signal.SIGQUIT)
        self._process.wait(timeout=LONG)

    def url(self, database: str = "postgres", user: str = OWNER, password: str = PASSWORD) -> str:
        return f"postgresql://{user}:{password}@127.0.0.1:{self.port}/{database}"

    def remove(self) -> None:
        self.stop()
        shutil.rmtree(self.home, ignore_errors=True)

    def _run(self, program: str, *arguments: str) -> None:
        user = ["setpriv", *self._as_user()] if self._as_user() else []
        command = [*user, str(BINARIES[-1] / program), *arguments]
        subprocess.run(command, check=True, capture_output=True, cwd=self.home, timeout=LONG)

    def _as_user(self) -> list[str]:
        return [f"--reuid={self._user}", f"--regid={self._user}", "--init-groups"] if self._user else []


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
