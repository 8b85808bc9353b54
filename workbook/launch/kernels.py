"""The kernel of a workbook that is open: it listens nowhere in the network, only the server of the page does."""

from jupyter_server.services.kernels.kernelmanager import ServerKernelManager

from workbook.render.quiet_kernel import NoListener


class QuietServerKernelManager(NoListener, ServerKernelManager):  # type: ignore[misc]  # jupyter_server has no types
    """Starts kernels that listen nowhere."""
