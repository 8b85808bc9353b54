"""One run per folder."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from workbook.errors import InputError
from workbook.render.lock import read_holder, run_lock
from workbook.render.processes import end_all


def test_a_second_run_is_refused_with_host_process_and_time(tmp_path: Path) -> None:
    """The refusal says who is at work."""
    with (
        run_lock(tmp_path),
        pytest.raises(InputError, match=rf"process {os.getpid()} on {socket.gethostname()} since 20"),
    ):
        run_lock(tmp_path).__enter__()


def test_the_lock_goes_with_the_run(tmp_path: Path) -> None:
    """Afterwards the folder is as it was, and free."""
    with run_lock(tmp_path):
        pass
    assert list(tmp_path.iterdir()) == []
    with run_lock(tmp_path) as lock:
        assert lock.stale is None


def test_the_lock_of_a_killed_run_is_taken_over(tmp_path: Path) -> None:
    """A process that was killed holds nothing; what it noted is known to the next."""
    script = (
        "import sys, time; from pathlib import Path; from workbook.render.lock import run_lock\n"
        f"with run_lock(Path({str(tmp_path)!r})) as lock:\n"
        "    lock.note(workers=[(1, 2.5)]); print('held', flush=True); time.sleep(60)"
    )
    holder = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    assert read_holder(tmp_path).alive
    holder.kill()
    holder.communicate()
    with run_lock(tmp_path) as lock:
        assert lock.stale.workers == [(1, 2.5)]


def test_only_the_process_with_the_same_start_is_ended(tmp_path: Path) -> None:
    """A number that was used again belongs to somebody else."""
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"], start_new_session=True)
    started = psutil.Process(child.pid).create_time()
    end_all([(child.pid, started - 100)])
    assert child.poll() is None
    end_all([(child.pid, started)])
    assert not psutil.pid_exists(child.pid)
    child.wait()
