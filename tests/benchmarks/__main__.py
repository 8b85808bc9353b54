"""All measurements, each in a fresh process: `make bench`."""

import subprocess
import sys
from pathlib import Path

NAMES = sorted(path.stem for path in Path(__file__).parent.glob("[a-z]*.py"))


def main() -> int:
    """Run every benchmark; return how many did not reach what they promise."""
    missed = 0
    for name in NAMES:
        print(f"== {name}", flush=True)  # noqa: T201  a report
        missed += subprocess.run([sys.executable, "-m", f"tests.benchmarks.{name}"], check=False).returncode != 0
    return missed


if __name__ == "__main__":
    sys.exit(main())
