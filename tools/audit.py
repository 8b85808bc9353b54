"""Looks up the locked packages in the list of known vulnerabilities: ``python -m tools.audit`` (S19).

Ends with 1 when a package has a known vulnerability. Where the list cannot be reached (no network, or an index without
it) that is said, and nothing fails: a build on a train must not.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

LOCK = Path(__file__).parent.parent / "requirements.lock"
# Nothing is installed or resolved: names and versions are in the lock.
LOCKED = ("--requirement", str(LOCK), "--disable-pip", "--no-deps", "--require-hashes")
COMMAND = (sys.executable, "-m", "pip_audit", *LOCKED, "--format", "json", "--progress-spinner", "off")


def main() -> int:
    """Print what was found; return how the command ends."""
    done = subprocess.run([*COMMAND, *sys.argv[1:]], capture_output=True, text=True, check=False)
    packages = packages_in(done.stdout)
    sys.stdout.write("\n".join(verdict(packages)) + "\n")
    return int(any(package.get("vulns") for package in packages))


def packages_in(report: str) -> list[dict[str, Any]]:
    """Return the packages of a report of pip-audit; none where it could not be written."""
    try:
        return list(json.loads(report)["dependencies"])
    except ValueError:
        return []


def verdict(packages: list[dict[str, Any]]) -> list[str]:
    """Return what is known about packages, as lines to print.

    >>> verdict([{"name": "a", "version": "1", "vulns": [{"id": "PYSEC-1", "fix_versions": ["2"]}]}])
    ['a 1: PYSEC-1, repaired in 2', '1 of 1 locked packages looked up, 1 with a known vulnerability.']
    """
    looked_up = [package for package in packages if "vulns" in package]
    if not looked_up:
        return ["NOT AUDITED: the list of known vulnerabilities cannot be reached from here."]
    weak = [package for package in looked_up if package["vulns"]]
    lines = [_line(package, found) for package in weak for found in package["vulns"]]
    count = f"{len(looked_up)} of {len(packages)} locked packages looked up, {len(weak)} with a known vulnerability."
    return [*lines, count]


def _line(package: dict[str, Any], found: dict[str, Any]) -> str:
    repaired = " or ".join(found.get("fix_versions", [])) or "no version yet"
    return f"{package['name']} {package['version']}: {found['id']}, repaired in {repaired}"


if __name__ == "__main__":
    sys.exit(main())
