"""A form in a real kernel: a message from the browser is saved after the pause, also while a cell is running."""

from collections.abc import Iterator
from typing import Any

import pytest
from jupyter_client.blocking import BlockingKernelClient
from jupyter_client.manager import KernelManager

from tests.patience import LONG

OPEN = """
import time
from workbook.forms.editor import FormOptions
from workbook.forms.form import SectionForm
from workbook.forms.keeper import MemoryKeeper
from workbook.plan.draft import Draft
from workbook.plan.exercise import Answer
keeper = MemoryKeeper(Draft(Answer()))
form = SectionForm(keeper, FormOptions(delay=4))
answer = form.view.children[1].children[0].children[0].children[0]
answer.model_id
"""
# A cell that computes and does not end before something is saved.
COMPUTE = """
ends = time.monotonic() + 50
while not keeper.revision and time.monotonic() < ends:
    pass
saved = (keeper.revision, keeper.draft.values.text)
"""


@pytest.fixture
def kernel() -> Iterator[BlockingKernelClient]:
    manager = KernelManager(kernel_name="python3")
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=LONG)
    yield client
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def result(client: BlockingKernelClient, code: str) -> str:
    found: list[str] = []

    def look(message: dict[str, Any]) -> None:
        if message["msg_type"] == "execute_result":
            found.append(message["content"]["data"]["text/plain"].strip("'"))

    reply = client.execute_interactive(code, output_hook=look, timeout=LONG)
    assert reply["content"]["status"] == "ok", reply["content"]
    return found[-1] if found else ""


def type_in(client: BlockingKernelClient, model: str, text: str) -> None:
    data = {"method": "update", "state": {"value": text}, "buffer_paths": []}
    client.shell_channel.send(client.session.msg("comm_msg", {"comm_id": model, "data": data}))


@pytest.mark.slow
def test_what_the_browser_sends_is_saved_after_the_pause(kernel: BlockingKernelClient) -> None:
    """Two keystrokes, one save; the save does not wait for a cell that computes."""
    model = result(kernel, OPEN)
    type_in(kernel, model, "Fo")
    type_in(kernel, model, "Focus")
    result(kernel, COMPUTE)
    assert result(kernel, "saved") == "(1, 'Focus')"
    assert result(kernel, "form.status").startswith("Saved ")
