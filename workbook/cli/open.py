"""`workbook open`: JupyterLab with every form alive."""

import signal
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import click

from workbook.cli.options import option, workbook_command
from workbook.i18n import LANGUAGES, N_, _

if TYPE_CHECKING:
    from workbook.launch.opening import Opened


@workbook_command("open", N_("Open a participant's workbook in JupyterLab."))
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@option("--no-browser", is_flag=True, help=N_("Only print the address."))
@option("--port", type=click.IntRange(1024, 65535), help=N_("Port to use; a free one otherwise."))
@option(
    "--speak",
    type=click.Choice(LANGUAGES),
    help=N_("Language of the workbook from now on; everything you wrote stays as it is."),
)
def command(folder: Path, no_browser: bool, port: int | None, speak: str | None) -> None:
    """Open the workbook, print its address, and stay until it is closed."""
    from workbook.launch.opening import open_folder

    signal.signal(signal.SIGTERM, _as_interrupt)
    click.echo(_("Your workbook is being opened; this takes a few seconds."))
    opened = open_folder(folder, port=port, browser=not no_browser, speak=speak)
    try:
        click.echo(_("Your workbook: {address}").format(address=opened.page))
        if not opened.joined:
            _stay(opened)
    except KeyboardInterrupt:
        click.echo(_("Closed. Everything you typed is saved."))
    finally:
        if not opened.joined:
            opened.close()


def _stay(opened: "Opened") -> None:
    from workbook.launch.staying import until_closed

    click.echo(_("Everything saves by itself. To end, close the page or press Ctrl-C here."))
    opened.prepare()
    until_closed(opened.server, meanwhile=opened.go_on)


def _as_interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt
