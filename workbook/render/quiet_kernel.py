"""A kernel that listens nowhere in the network: `python -m workbook.render.quiet_kernel -f FILE`.

Over files (IPC) a kernel of Jupyter still opens one port of the machine, for what processes forked by a cell print;
there is no option for it. Chapters fork nothing, so the port is left out.
"""

from typing import Any

from ipykernel import kernelapp
from ipykernel.iostream import IOPubThread
from jupyter_client.manager import AsyncKernelManager

_JUPYTERS_OWN, _OURS = "ipykernel_launcher", "workbook.render.quiet_kernel"


class NoListener:
    """Part of a kernel manager: it starts this kernel instead of Jupyter's own."""

    def format_kernel_cmd(self, extra_arguments: list[str] | None = None) -> list[str]:
        """Return the command that starts the kernel."""
        command: list[str] = super().format_kernel_cmd(extra_arguments)  # type: ignore[misc]  # of the other part
        return [_OURS if part == _JUPYTERS_OWN else part for part in command]


class QuietKernelManager(NoListener, AsyncKernelManager):  # type: ignore[misc]  # jupyter_client has no types
    """Starts kernels that listen nowhere."""


class _QuietThread(IOPubThread):
    def __init__(self, socket: Any, pipe: bool = False, session: Any = None) -> None:
        super().__init__(socket, pipe=False, session=session)  # type: ignore[no-untyped-call]


if __name__ == "__main__":
    kernelapp.IOPubThread = _QuietThread  # type: ignore[attr-defined]
    kernelapp.launch_new_instance()
