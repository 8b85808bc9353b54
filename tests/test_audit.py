"""Known vulnerabilities of the locked packages (S19): looked up in CI, told plainly where that is impossible."""

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement

from tools import audit

ROOT = Path(__file__).parent.parent


def test_without_a_network_it_is_said_and_nothing_fails(monkeypatch, capsys) -> None:
    """The real program, sent to a port nobody listens at: one sentence, exit code 0."""
    nowhere = ["-s", "osv", "--osv-url", "http://127.0.0.1:9/", "--timeout", "1"]
    monkeypatch.setattr("sys.argv", ["audit", *nowhere])
    assert (audit.main(), capsys.readouterr().out[:12]) == (0, "NOT AUDITED:")


def test_a_package_nobody_could_look_up_is_not_called_safe() -> None:
    """An index without the list answers for no package."""
    assert audit.verdict([{"name": "a", "skip_reason": "not found"}])[0].startswith("NOT AUDITED")


def test_a_vulnerability_ends_the_build(monkeypatch, capsys) -> None:
    """Package, version, name of the vulnerability, and the version that repairs it."""
    report = '{"dependencies": [{"name": "a", "version": "1", "vulns": [{"id": "PYSEC-1", "fix_versions": ["2"]}]}]}'
    monkeypatch.setattr(audit, "COMMAND", ("echo", report))
    monkeypatch.setattr("sys.argv", ["audit"])
    assert (audit.main(), capsys.readouterr().out.splitlines()[0]) == (1, "a 1: PYSEC-1, repaired in 2")


def test_ci_looks_them_up() -> None:
    """CI runs the audit, and what shows or serves notebooks has a lower bound that the lock keeps."""
    assert "make audit" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    bounds = {each.name: each.specifier for each in map(Requirement, project["dependencies"])}
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    locked = dict(re.findall(r"^([a-z0-9-]+)==([^ ;]+)", lock, re.M))
    for name in ("nbconvert", "jupyter-server", "jupyterlab", "jinja2", "defusedxml"):
        assert ">=" in str(bounds[name])
        assert locked[name] in bounds[name]
