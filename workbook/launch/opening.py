"""`workbook open`: a double click, a page, and the work begins."""

import webbrowser
from dataclasses import dataclass
from pathlib import Path

from workbook.book import open_workbook
from workbook.errors import InputError, Place, Problem
from workbook.launch.chapters import rebuild_chapters
from workbook.launch.kinds import NO_WORKBOOK
from workbook.launch.server import Server, running_server, start_server, stop_server
from workbook.launch.settings import Home
from workbook.launch.warm import open_session, run_chapters


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


def open_folder(folder: Path, *, port: int | None = None, browser: bool = True) -> Opened:
    """Open a participant's workbook in JupyterLab with every form alive; join it if it is open already.

    Raises `InputError` when the folder holds no workbook and `WorkbookError` when JupyterLab does not start.
    """
    if not (folder / "plan.db").is_file():
        raise InputError(Problem(NO_WORKBOOK, Place(file=str(folder))))
    home = Home.of(folder)
    running = running_server(home)
    opened = _join(home, running) if running else _start(home, folder, port)
    if browser:
        webbrowser.open(opened.page)
    return opened


def _join(home: Home, server: Server) -> Opened:
    return Opened(home, server, server.page("00_start.ipynb"), joined=True)


def _start(home: Home, folder: Path, port: int | None) -> Opened:
    language = open_workbook(folder=folder).language
    chapters = rebuild_chapters(folder, language)
    server = start_server(home, folder, port=port, language=language)
    kernel = open_session(server, chapters[0].name)
    for chapter in chapters[1:]:
        open_session(server, chapter.name, kernel)
    # Written before the browser opens: Lab asks what to do about files that change under it.
    run_chapters(home, server, chapters, kernel)
    return Opened(home, server, server.page(chapters[0].name), joined=False)
