"""A whole JupyterHub with the configuration of docs/hub.md: hub, proxy and the server of one person."""

import os
import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PATIENCE, SAVED, expect_chapter, line_of, make_folder, reflection, turn_to
from tests.patience import LONG, until
from workbook.book import open_workbook
from workbook.launch.server import free_port
from workbook.plan.exercise import Answer

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DOCUMENTED = re.compile(r"```python\n(import sys\n.*?)```", re.S)
FOLDERS = re.compile(r"folders = \{.*?\}", re.S)
FIRST = "/user/anna/doc/tree/00_start.ipynb"
PASSWORD = "only for this test"
# What a house decides for itself: how people log in, where the hub listens, under which account servers run.
OF_THE_HOUSE = """
c.JupyterHub.authenticator_class = "shared-password"
c.SharedPasswordAuthenticator.user_password = {password!r}
c.JupyterHub.spawner_class = "simple"
c.SimpleLocalProcessSpawner.home_dir_template = {home!r}
c.JupyterHub.bind_url = "http://127.0.0.1:{public}"
c.JupyterHub.hub_bind_url = "http://127.0.0.1:{hub}"
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{proxy}"
PROXY = "from configurable_http_proxy.cli import main; main()"
c.ConfigurableHTTPProxy.command = [sys.executable, "-c", PROXY, "--proxy-timeout=180000"]
c.JupyterHub.db_url = "sqlite://"
c.Spawner.env_keep = ["PATH", "PYTHONPATH", "XDG_STATE_HOME", "TMPDIR"]
"""


@dataclass(frozen=True)
class Hub:
    """A hub that answers."""

    public: int
    process: subprocess.Popen[bytes]

    @property
    def kernels(self) -> int:
        """Return how many kernels run."""
        return sum("quiet_kernel" in line_of(each) for each in _family(self.process))

    def ask(self, path: str) -> int:
        """Return the status of the answer to somebody who is not logged in."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.public}{path}", timeout=60) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as refused:
            return refused.code

    def log_in(self, page: Page, name: str, *, to: str = "/") -> None:
        """Ask for an address and log in at the hub's own page, which comes up instead."""
        page.set_default_timeout(PATIENCE)
        page.goto(f"http://127.0.0.1:{self.public}{to}")
        page.get_by_label("Username").fill(name)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()


def documented() -> list[str]:
    """Return the configuration as the documentation shows it, in German and in English."""
    return DOCUMENTED.findall(Path("docs/hub.md").read_text(encoding="utf-8"))


def _configuration(folders: dict[str, Path], place: Path, ports: dict[str, int]) -> Path:
    own = ", ".join(f"{name!r}: Path({str(folder)!r})" for name, folder in folders.items())
    house = OF_THE_HOUSE.format(password=PASSWORD, home=str(place / "home"), **ports)
    path = place / "jupyterhub_config.py"
    path.write_text(FOLDERS.sub(lambda _found: f"folders = {{{own}}}", documented()[0]) + house, encoding="utf-8")
    return path


@contextmanager
def running_hub(folders: dict[str, Path], place: Path) -> Iterator[Hub]:
    ports = {name: free_port() for name in ("public", "hub", "proxy")}
    command = [sys.executable, "-m", "jupyterhub", "-f", str(_configuration(folders, place, ports))]
    with (place / "hub.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=place, env=os.environ.copy(), stdout=log, stderr=log)
    family: list[psutil.Process] = []
    try:
        _wait(ports["public"], process)
        yield Hub(ports["public"], process)
        family = psutil.Process(process.pid).children(recursive=True)
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=LONG)
        assert not psutil.wait_procs(family, LONG)[1]
    finally:
        for member in (*family, *_family(process)):
            with suppress(psutil.NoSuchProcess):
                member.kill()
        process.kill()
        process.wait(timeout=LONG)


def _family(process: subprocess.Popen[bytes]) -> list[psutil.Process]:
    return psutil.Process(process.pid).children(recursive=True) if process.poll() is None else []


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    until(lambda: process.poll() is not None or _answers(port, process))
    assert process.poll() is None


def _answers(port: int, process: subprocess.Popen[bytes]) -> bool:
    with suppress(OSError):
        return Hub(port, process).ask("/hub/health") == 200
    return False


def test_documentation_shows_one_configuration() -> None:
    """The German and the English page show the same configuration."""
    german, english = documented()
    assert german == english


def test_a_person_works_at_the_hub(chromium: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Logged in, the first chapter is alive at /user/anna/ and what is typed is stored; nobody else comes in."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    folder = make_folder(tmp_path, "en")
    with running_hub({"anna": folder, "bert": tmp_path / "none"}, tmp_path) as hub:
        anna = chromium.new_context().new_page()
        hub.log_in(anna, "anna")
        anna.wait_for_url(f"**{FIRST}*")
        expect_chapter(anna, "00_start")
        reflection(anna).locator("textarea").first.fill("written at the hub")
        expect(reflection(anna).locator(".wb-status")).to_contain_text(SAVED)
        turn_to(anna, "01_accounts")
        assert hub.kernels == 1

        assert hub.ask("/user/anna/api/contents") == 403
        bert = chromium.new_context().new_page()
        hub.log_in(bert, "bert", to=FIRST)
        expect(bert.get_by_role("heading", name="403")).to_be_visible()
        for page in (anna, bert):
            page.context.close()
    answer = open_workbook(folder=folder).read(Answer, chapter="start", name="reflection")
    assert answer.values.text == "written at the hub"
