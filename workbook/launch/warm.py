"""Warm start: the first chapter runs before the page opens, so that its forms live without a click.

All chapters of a workbook share one kernel: it starts once, needs the memory of one, and what is saved in one chapter
is known in the next.
"""

import asyncio
import json
from pathlib import Path
from typing import Any

import nbformat
from jupyter_client.asynchronous import AsyncKernelClient
from nbclient import NotebookClient
from nbclient.exceptions import DeadKernelError
from nbformat.sign import NotebookNotary

from workbook.launch.chapters import write_chapter
from workbook.launch.server import Server
from workbook.launch.settings import Home

CELL_SECONDS = 120


def run_chapter(home: Home, server: Server, notebook: Path, kernel: str, *, seconds: int = CELL_SECONDS) -> None:
    """Run a chapter on the kernel, keep what it shows, and sign it: it was just built from our own sources."""
    connection = json.loads(Path(server.runtime, f"kernel-{kernel}.json").read_text(encoding="utf-8"))
    try:
        asyncio.run(_run(notebook, connection, NotebookNotary(data_dir=str(home.data)), seconds))
    except DeadKernelError:  # what nbclient makes of Ctrl-C; without a heartbeat it knows of no other death
        raise KeyboardInterrupt from None


async def _run(path: Path, connection: dict[str, Any], notary: NotebookNotary, seconds: int) -> None:
    client = AsyncKernelClient()
    client.load_connection_info(connection)
    client.start_channels(hb=False)  # while a kernel starts its heartbeat looks like a death
    try:
        await client.wait_for_ready(timeout=seconds)
        await _run_cells(path, client, notary, seconds)
    finally:
        client.stop_channels()


async def _run_cells(path: Path, client: AsyncKernelClient, notary: NotebookNotary, seconds: int) -> None:
    notebook = nbformat.read(path, as_version=4)
    runner = NotebookClient(notebook, timeout=seconds, allow_errors=True, store_widget_state=False)
    runner.kc = client
    for number, cell in enumerate(notebook.cells):
        await runner.async_execute_cell(cell, number)
    write_chapter(notebook, path)
    notary.sign(notebook)
