"""The kernel of a workbook that is open: it listens nowhere in the network, only the server of the page does."""

from typing import Any

from jupyter_server.services.kernels.kernelmanager import ServerKernelManager
from jupyter_server.services.sessions.sessionmanager import SessionManager

from workbook.render.quiet_kernel import NoListener


class QuietServerKernelManager(NoListener, ServerKernelManager):  # type: ignore[misc]  # jupyter_server has no types
    """Starts kernels that listen nowhere."""


class OneKernel(SessionManager):  # type: ignore[misc]  # jupyter_server has no types
    """Connects every chapter with one kernel where no launcher does: it starts once and needs the memory of one."""

    async def create_session(self, *place: Any, kernel_id: str | None = None, **more: Any) -> Any:
        """Return a session as the server's interface wants it, on the kernel that runs already if there is one."""
        running = next(iter(self.kernel_manager.list_kernel_ids()), None)
        return await super().create_session(*place, kernel_id=kernel_id or running, **more)
