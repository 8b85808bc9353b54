"""`workbook open`: a double click, a page, and the work begins."""

import threading
import webbrowser
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from workbook.book import open_workbook, switch_language
from workbook.chapters.path import CHAPTERS
from workbook.errors import InputError, Place, Problem
from workbook.launch.ahead import Ahead, preparing
from workbook.launch.kinds import NO_WORKBOOK
from workbook.launch.resuming import chapter_to_open
from workbook.launch.server import Server, open_session, running_server, start_server, stop_server
from workbook.launch.settings import Home


def _nothing() -> None:
    """What is open already needs no preparation."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A workbook that is open: its server, the address of its first page, and whether it was running before."""

    home: Home
    server: Server
    page: str
    joined: bool
    prepare: Callable[[], None] = _nothing
    """Carry out the first chapter; the page waits for it while the browser loads JupyterLab."""
    go_on: Callable[[], None] = _nothing
    """Carry out one chapter more, if nobody types at the moment."""

    def close(self) -> None:
        """End the server with its kernel."""
        stop_server(self.home, self.server)


def open_folder(folder: Path, *, port: int | None = None, browser: bool = True, speak: str | None = None) -> Opened:
    """Open a participant's workbook in JupyterLab with every form alive; join it if it is open already.

    It opens at the chapter where the rep stopped; with ``speak`` it speaks that language from now on, and not a word
    of what was written changes. An open workbook is closed for that. Raises `InputError` when the folder holds no
    workbook and `WorkbookError` when JupyterLab does not start.
    """
    if not (folder / "plan.db").is_file():
        raise InputError(Problem(NO_WORKBOOK, Place(file=str(folder))))
    home = Home.of(folder)
    if speak and speak != open_workbook(folder=folder).language:
        _switch(home, folder, speak)
    running = running_server(home)
    opened = _join(home, folder, running) if running else _start(home, folder, port)
    if browser:
        webbrowser.open(opened.page)
    return opened


def _switch(home: Home, folder: Path, language: str) -> None:
    running = running_server(home)
    if running:
        stop_server(home, running)
    switch_language(folder, language)


def _join(home: Home, folder: Path, server: Server) -> Opened:
    first = chapter_to_open(home, open_workbook(folder=folder))
    return Opened(home, server, server.page(first), joined=True)


def _start(home: Home, folder: Path, port: int | None) -> Opened:
    book = open_workbook(folder=folder)
    starting = start_server(home, folder, port=port, language=book.language)
    # What builds and carries out chapters is loaded while the server starts.
    chapters = _meanwhile(partial(_rebuild, folder, book.language))
    server = starting.wait()
    first = chapter_to_open(home, book)
    kernel = _connect(server, first)
    ahead = Ahead(home, server, kernel, folder / first)
    prepare = partial(_prepare, ahead, folder / first, chapters)
    return Opened(home, server, server.page(first), joined=False, prepare=prepare, go_on=ahead.step)


def _meanwhile(act: Callable[[], None]) -> Future[None]:
    """Act on a thread that nobody waits for at the end: Ctrl-C within an import leaves its lock held for ever."""
    done: Future[None] = Future()

    def run() -> None:
        try:
            act()
            done.set_result(None)
        except Exception as error:  # noqa: BLE001  told to whoever asks for the result
            done.set_exception(error)

    threading.Thread(target=run, daemon=True).start()
    return done


def _connect(server: Server, first: str) -> str:
    """Connect every chapter with one kernel, the first one first; return the kernel's id."""
    kernel = open_session(server, first)
    for chapter in CHAPTERS.values():
        open_session(server, f"{chapter}.ipynb", kernel)
    return kernel


def _rebuild(folder: Path, language: str) -> None:
    from workbook.launch.chapters import rebuild_chapters

    rebuild_chapters(folder, language)


def _prepare(ahead: Ahead, first: Path, chapters: Future[None]) -> None:
    """Carry out the first chapter before the server hands it out: Lab asks what to do about files that change."""
    from workbook.launch.warm import run_chapter

    with preparing(ahead.home):
        chapters.result()
        run_chapter(ahead.home, ahead.server, first, ahead.kernel)
