"""A real Dask cluster on this machine: a scheduler and workers, each a process of its own, as a trainer starts them."""

import os
import re
import signal
import subprocess
import sys
import threading
from dataclasses import dataclass, field

import psutil

_ADDRESS = re.compile(r"tcp://127\.0\.0\.1:\d+")


@dataclass
class RunningCluster:
    """Scheduler and workers; `stop` ends them all."""

    address: str = ""
    processes: "list[subprocess.Popen[str]]" = field(default_factory=list)

    @classmethod
    def start(cls, workers: int) -> "RunningCluster":
        cluster = cls()
        scheduler = cluster._run("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        cluster.address = first_match(scheduler, _ADDRESS)
        for _ in range(workers):
            cluster.add_worker()
        return cluster

    def add_worker(self, **environment: str) -> "subprocess.Popen[str]":
        # Without a nanny the process that is started is the worker, so that a test can kill it.
        worker = self._run("worker", self.address, "--nthreads", "1", "--no-nanny", "--no-dashboard", **environment)
        first_match(worker, re.compile(r"Registered to"))
        return worker

    def _run(self, *words: str, **environment: str) -> "subprocess.Popen[str]":
        command = [sys.executable, "-m", "dask", *words]
        settings = {"DASK_DISTRIBUTED__WORKER__MEMORY__TERMINATE": "False"}
        process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=os.environ | settings | environment)
        self.processes.append(process)
        return process

    def stop(self) -> None:
        for process in reversed(self.processes):
            process.send_signal(signal.SIGTERM)
        for process in self.processes:
            family = psutil.Process(process.pid).children(recursive=True) if process.poll() is None else []
            try:
                process.wait(timeout=60)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            psutil.wait_procs(family, timeout=60)


def first_match(process: "subprocess.Popen[str]", pattern: re.Pattern[str]) -> str:
    """Return the first text a process says that fits; what it says later is read and forgotten, so that it goes on."""
    assert process.stderr
    said = []
    for line in process.stderr:
        said.append(line)
        if found := pattern.search(line):
            threading.Thread(target=_drain, args=(process,), daemon=True).start()
            return found[0]
    raise AssertionError("".join(said))


def _drain(process: "subprocess.Popen[str]") -> None:
    assert process.stderr
    with process.stderr as said:
        for _line in said:
            pass
