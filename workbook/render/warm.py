"""Importing this module loads what a worker needs; the server that workers are forked from does it once."""

import ast
import gc
import logging
import os
import signal
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from types import ModuleType

import papermill
from nbconvert import HTMLExporter
from nbformat.v4 import new_markdown_cell, new_notebook

from workbook.i18n import LANGUAGES, catalogue, speaking
from workbook.medium import STATIC
from workbook.render import pipeline
from workbook.render.engine import read_chapter
from workbook.render.html import chapter_html
from workbook.render.isolation import FOR_MANY, WARM_UP
from workbook.resources import resource
from workbook.store.schema import make_store

__all__ = ["HTMLExporter", "imported_names", "papermill", "pipeline", "warm_up"]


def warm_up() -> None:
    """Load what chapters import, the texts and the page; workers share the memory of all of it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that watches
    modules = list(imported_modules(resource("notebooks")))
    for language in LANGUAGES:
        for domain in ("workbook", "notebooks"):
            catalogue(language, domain)
    with tempfile.TemporaryDirectory() as folder:
        make_store(Path(folder))  # what changes tables is large, and loaded when it is used
    chapter_html(new_notebook(cells=[new_markdown_cell("# Title\n\n**text**")]))
    if os.environ.get(WARM_UP) == FOR_MANY:
        rehearse(modules)
    gc.collect()
    gc.freeze()  # a collector that touches shared memory would copy it


def rehearse(modules: Iterable[ModuleType]) -> None:
    """Have drawn what looks the same in every workbook: whatever in a chapter's module has a ``rehearse``."""
    before = os.environ.get(STATIC)
    os.environ[STATIC] = "1"
    shown = [each for module in modules for each in vars(module).values() if hasattr(each, "rehearse")]
    for language in LANGUAGES:
        with speaking(language):
            for each in shown:
                each.rehearse()
    os.environ.pop(STATIC) if before is None else os.environ.update({STATIC: before})


def imported_modules(notebooks: Path) -> Iterator[ModuleType]:
    """Yield the modules that chapters import."""
    for path in pipeline.chapter_files(notebooks):
        for name in imported_names(path):
            with suppress(ImportError):
                yield import_module(name)


def imported_names(path: Path) -> Iterator[str]:
    """Yield the modules a chapter imports, also those that might be only a name in a module."""
    cells = read_chapter(path).cells
    source = "\n".join(cell.source for cell in cells if cell.cell_type == "code")
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


if os.environ.get(WARM_UP):
    try:
        warm_up()
    except Exception as error:  # noqa: BLE001  what is not warm yet is loaded by each worker, and told there
        logging.getLogger(__name__).debug("warm-up: %r", error)
