"""Carrying out one chapter with papermill: plain-string parameters, no TCP, nothing written but by us."""

import ast
import os
import re
from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
import papermill
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from papermill.engines import NBClientEngine, papermill_engines
from papermill.exceptions import PapermillExecutionError
from traitlets.config import Config

from workbook.render.clean import clean_notebook, clear_outputs
from workbook.render.failures import CellFailed, CellTimedOut, ChapterFailed, KernelDied, OutOfMemory, Spot
from workbook.render.job import FRESH_KERNEL, WARM_PROCESS, Limits
from workbook.render.quiet_kernel import QuietKernelManager
from workbook.render.shell import WarmEngine

_NUMBER = "workbook_cell"
_PARAMETER_NAME = re.compile(r"[a-z_]+")


@dataclass(frozen=True, slots=True)
class Execution:
    """How a chapter is carried out: by which engine, where a kernel has its files, and the limits.

    ``on_cell`` hears the number of each cell before it runs, counted from 1 as it stands in the chapter.
    """

    engine: str
    runtime: Path
    working_folder: Path
    limits: Limits
    on_cell: Callable[[int], None] = lambda number: None


@dataclass(slots=True)
class _Watch:
    """What an engine sees of an execution: its limits, and whom to tell which cell begins."""

    execution: Execution
    number: int = 0

    def on_cell(self, cell: NotebookNode) -> None:
        """Remember and report a cell; the injected one has no number and counts as the cell before it."""
        self.number = cell.metadata.get(_NUMBER, self.number)
        self.execution.on_cell(self.number)


class FreshKernelEngine(NBClientEngine):  # type: ignore[misc]  # papermill has no types
    """papermill's own engine: a new kernel for each chapter; tells which cell begins."""

    @classmethod
    def execute_managed_notebook(cls, nb_man: Any, kernel_name: str, **options: Any) -> Any:
        """Run every cell in a kernel of its own."""
        watch: _Watch = options.pop("execution")
        return super().execute_managed_notebook(
            nb_man,
            kernel_name,
            config=kernel_settings(watch.execution.runtime),
            execution_timeout=watch.execution.limits.cell_seconds,
            on_cell_start=lambda cell, cell_index: watch.on_cell(cell),
            **options,
        )


papermill_engines.register(FRESH_KERNEL, FreshKernelEngine)
papermill_engines.register(WARM_PROCESS, WarmEngine)


def kernel_settings(runtime: Path) -> Config:
    """Return the settings of a kernel that talks over files in ``runtime`` where the system allows it."""
    if os.name != "posix":
        return Config()
    channels = {"transport": "ipc", "ip": str(runtime / "kernel")}
    return Config({"KernelManager": channels, "NotebookClient": {"kernel_manager_class": QuietKernelManager}})


def carry_out(
    chapter: str, notebook: NotebookNode, parameters: Mapping[str, str], execution: Execution
) -> NotebookNode:
    """Return the executed, cleaned copy of a chapter.

    ``parameters`` are plain strings the notebook declares. Raises `ValueError` for any other parameter, and
    `CellFailed`, `CellTimedOut` or `KernelDied` with chapter and cell.
    """
    source = _numbered(clear_outputs(notebook))
    _check_parameters(source, parameters)
    watch = _Watch(execution)
    try:
        executed = _run(source, parameters, watch)
    except PapermillExecutionError as error:
        raise _failure(error.ename, Spot(chapter, watch.number), execution.limits) from error
    except (CellTimeoutError, TimeoutError) as error:
        raise CellTimedOut(Spot(chapter, watch.number), execution.limits.cell_seconds) from error
    except DeadKernelError as error:
        raise KernelDied(Spot(chapter, watch.number)) from error
    return clean_notebook(executed)


def _run(source: NotebookNode, parameters: Mapping[str, str], watch: _Watch) -> NotebookNode:
    return papermill.execute_notebook(
        source,
        None,  # papermill would format a path and write over the old file; the caller writes
        parameters=dict(parameters),
        engine_name=watch.execution.engine,
        progress_bar=False,
        cwd=str(watch.execution.working_folder),
        execution=watch,
    )


def _failure(error: str, spot: Spot, limits: Limits) -> ChapterFailed:
    return OutOfMemory(spot, limits.memory) if error == "MemoryError" else CellFailed(spot, error)


def _numbered(notebook: NotebookNode) -> NotebookNode:
    numbered = deepcopy(notebook)
    for number, cell in enumerate(numbered.cells, start=1):
        cell.metadata[_NUMBER] = number
    return numbered


def _check_parameters(notebook: NotebookNode, parameters: Mapping[str, object]) -> None:
    declared = declared_parameters(notebook)
    for name, value in parameters.items():
        if not _PARAMETER_NAME.fullmatch(name) or name not in declared:
            raise ValueError(f"the notebook declares no parameter {name!r}; it declares {sorted(declared)}")
        # papermill inserts everything but plain values unescaped.
        if type(value) is not str:
            raise ValueError(f"parameter {name} must be plain text, not {type(value).__name__}")


def declared_parameters(notebook: NotebookNode) -> frozenset[str]:
    """Return the names the cell tagged ``parameters`` assigns; papermill would only warn about any other."""
    cell = next((cell for cell in notebook.cells if "parameters" in cell.metadata.get("tags", [])), None)
    tree = ast.parse(cell.source if cell else "")
    names = (node for statement in tree.body if isinstance(statement, ast.Assign) for node in statement.targets)
    return frozenset(node.id for node in names if isinstance(node, ast.Name))


def read_chapter(path: Path) -> NotebookNode:
    """Return a notebook file as version 4."""
    return nbformat.read(path, as_version=4)
