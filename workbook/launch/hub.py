"""The workbook behind a JupyterHub: ``python -m workbook.launch.hub`` is the single-user server of one person.

The hub knows who may come in; folder and page are those of `workbook open`. ``WORKBOOK_FOLDER`` names the folder, and
``WORKBOOK_STORE`` the file with the database's address where there is one. What the documentation for a hub shows
(docs/hub.md) is what the tests start.
"""

import os
from pathlib import Path

from workbook.book import open_workbook
from workbook.errors import WorkbookError
from workbook.launch.page import HUB_WORDS
from workbook.launch.resuming import chapter_to_open
from workbook.launch.settings import Home, environment, make_runtime, write_configuration
from workbook.lean import leave_out_grammar


def main() -> None:
    """Serve the workbook of ``WORKBOOK_FOLDER`` until the hub ends it; say in one sentence why it cannot."""
    try:
        prepare(Path(os.environ.get("WORKBOOK_FOLDER", ".")))
    except WorkbookError as refused:
        raise SystemExit(str(refused)) from None
    leave_out_grammar()
    from jupyterhub.singleuser import main as run_server

    run_server()


def prepare(folder: Path) -> None:
    """Write configuration and chapters for one start and set the environment; the page begins where the rep stopped.

    Forms come alive when their page is opened: the page carries out by itself what it finds asleep. Raises
    `WorkbookError` when the folder holds no workbook.
    """
    from workbook.launch.chapters import rebuild_chapters

    book, home = open_workbook(folder=folder), Home.of(folder)
    own: dict[str, object] = {
        "default_url": f"/doc/tree/{chapter_to_open(home, book)}",
        "session_manager_class": "workbook.launch.kernels.OneKernel",
    }
    write_configuration(home, folder, own, language=book.language, words=HUB_WORDS)
    home.preparing.unlink(missing_ok=True)
    rebuild_chapters(folder, book.language)
    os.environ.update(environment(home, folder, make_runtime()))


if __name__ == "__main__":
    main()
