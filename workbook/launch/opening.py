"""`workbook open`: a double click, a page, and the work begins."""

import webbrowser
from dataclasses import dataclass
from pathlib import Path

from workbook.book import open_workbook, switch_language
from workbook.chapters.path import CHAPTERS
from workbook.errors import InputError, Place, Problem
from workbook.launch.kinds import NO_WORKBOOK
from workbook.launch.resuming import chapter_to_open
from workbook.launch.server import Server, running_server, start_server, stop_server
from workbook.launch.settings import Home


@dataclass(frozen=True, slots=True)
class Opened:
    """A workbook that is open: its server, the address of its first page, and whether it was running before."""

    home: Home
    server: Server
    page: str
    joined: bool

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
    from workbook.launch.chapters import rebuild_chapters
    from workbook.launch.warm import open_session, run_chapter

    rebuild_chapters(folder, book.language)
    server = starting.wait()
    first = chapter_to_open(home, book)
    kernel = open_session(server, first)
    for chapter in CHAPTERS.values():
        open_session(server, f"{chapter}.ipynb", kernel)
    # Carried out before the browser opens: Lab asks what to do about files that change under it. The page carries out
    # the other chapters when they are opened.
    run_chapter(home, server, folder / first, kernel)
    return Opened(home, server, server.page(first), joined=False)
