"""The warm engine: cells run in the worker's own process, in IPython's shell, and their outputs are collected.

A worker is one process for one participant, so nothing a cell does can reach anybody else. What comes out is the same
as from a kernel; a test compares both on every chapter.
"""

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from typing import Any

from ipykernel.jsonutil import encode_images, json_clean
from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from nbformat import NotebookNode, from_dict
from papermill.engines import Engine
from traitlets import List, Type
from traitlets.config import Config


def _output(kind: str, **content: Any) -> NotebookNode:
    # nbformat's own function checks every single output; the notebook is checked when it is finished.
    return from_dict({"output_type": kind, **content})


def _data(bundle: dict[str, Any]) -> dict[str, Any]:
    cleaned: dict[str, Any] = json_clean(encode_images(bundle))  # type: ignore[no-untyped-call]
    return cleaned


class CollectingHook(DisplayHook):  # type: ignore[misc]  # IPython has no types
    """Keeps the value of a cell's last line as an output."""

    def write_output_prompt(self) -> None:
        """Write nothing: a notebook has its own prompts."""

    def write_format_data(self, format_dict: dict[str, Any], md_dict: dict[str, Any] | None = None) -> None:
        """Keep the value in every form it can be shown."""
        count = self.shell.execution_count
        result = _output("execute_result", data=_data(format_dict), metadata=md_dict or {}, execution_count=count)
        self.shell.outputs.append(result)


class CollectingPublisher(DisplayPublisher):  # type: ignore[misc]  # IPython has no types
    """Keeps what a cell displays as an output."""

    def publish(self, data: dict[str, Any], metadata: dict[str, Any] | None = None, **_: Any) -> None:
        """Keep one thing a cell displays."""
        self.shell.outputs.append(_output("display_data", data=_data(data), metadata=_data(metadata or {})))

    def clear_output(self, wait: bool = False) -> None:
        """Forget what the cell has displayed so far."""
        self.shell.outputs.clear()


class Printed(io.TextIOBase):
    """A stream whose text becomes an output in its place between the others."""

    def __init__(self, name: str, outputs: list[NotebookNode]) -> None:
        self._name, self._outputs = name, outputs

    def write(self, text: str) -> int:
        """Keep printed text."""
        if text:
            self._outputs.append(_output("stream", name=self._name, text=text))
        return len(text)


class ChapterShell(InteractiveShell):  # type: ignore[misc]  # IPython has no types
    """A shell that collects the outputs of a cell in ``outputs`` instead of showing them."""

    displayhook_class = Type(CollectingHook)
    display_pub_class = Type(CollectingPublisher)
    outputs = List()

    def _showtraceback(self, etype: type[BaseException], evalue: BaseException, stb: list[str]) -> None:
        self.outputs.append(_output("error", ename=etype.__name__, evalue=str(evalue), traceback=stb))

    def carry_out(self, cell: NotebookNode) -> bool:
        """Run a code cell and put count and outputs into it; return whether it succeeded."""
        self.outputs.clear()
        with redirect_stdout(Printed("stdout", self.outputs)), redirect_stderr(Printed("stderr", self.outputs)):
            result = self.run_cell(cell.source, store_history=True)
        cell.execution_count, cell.outputs = result.execution_count, list(self.outputs)
        return bool(result.success)


@contextmanager
def chapter_shell() -> Iterator[ChapterShell]:
    """Give a shell with an empty name space; afterwards the process is as it was before."""
    main, hook = sys.modules["__main__"], sys.displayhook
    # A shell keeps a history of what was typed; chapters type nothing.
    shell = ChapterShell.instance(config=Config({"HistoryManager": {"enabled": False}}))
    try:
        yield shell
    finally:
        ChapterShell.clear_instance()
        shell.restore_sys_module_state()
        sys.modules["__main__"], sys.displayhook = main, hook


class WarmEngine(Engine):  # type: ignore[misc]  # papermill has no types
    """A papermill engine without a kernel: everything is imported already."""

    @classmethod
    def execute_managed_notebook(cls, nb_man: Any, kernel_name: str, **options: Any) -> None:
        """Run every cell in this process, until one fails."""
        execution = options["execution"]
        nb_man.nb.metadata["language_info"] = {"name": "python"}
        with chapter_shell() as shell:
            for index, cell in enumerate(nb_man.nb.cells):
                nb_man.cell_start(cell, index)
                execution.on_cell(cell)
                succeeded = cell.cell_type != "code" or not cell.source.strip() or shell.carry_out(cell)
                if not succeeded:
                    nb_man.cell_exception(cell, cell_index=index)
                nb_man.cell_complete(cell, cell_index=index)
                if not succeeded:
                    break
