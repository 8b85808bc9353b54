"""The server of a workbook starts, whatever happens on the computer meanwhile."""

import socket
from pathlib import Path

import pytest

from tests.patience import LONG
from workbook.launch import server
from workbook.launch.settings import Home


@pytest.mark.slow
def test_a_port_that_was_taken_meanwhile_stops_nobody(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between looking for a port and listening somebody else took it: the server listens on another one."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        busy = taken.getsockname()[1]
        ports = iter([busy, server.free_port()])
        monkeypatch.setattr(server, "free_port", lambda: next(ports))
        launched, launch = [], server._launch
        monkeypatch.setattr(server, "_launch", lambda *details: launched.append(launch(*details)) or launched[-1])
        started = server.start_server(Home.of(folder), folder, port=None, language="en").wait()
    assert started.port != busy
    assert server.running_server(Home.of(folder)) == started
    server.stop_server(Home.of(folder), started)
    assert len([process.wait(LONG) for process in launched]) == 2
