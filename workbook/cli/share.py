"""``workbook share``: the file with what a participant chose to share, and nothing else."""

from pathlib import Path

import click

from workbook.cli.options import AFile, option, workbook_command
from workbook.i18n import N_, _


@workbook_command("share", N_("Write what you chose to share into one file for your trainer."))
@click.argument("folder", metavar="DIR", type=AFile)
@option("--out", type=AFile, metavar="DIR", help=N_("Folder for the file; the workbook's own otherwise."))
def command(folder: Path, out: Path | None) -> int:
    """Write the file, and say what it holds."""
    from workbook.book import share_workbook

    shared = share_workbook(folder, out)
    click.echo(_("Written: {file}").format(file=shared.file))
    click.echo(_("It holds {what} and nothing else.").format(what=shared.content.in_words()))
    if shared.content.empty:
        click.echo(
            _("Nothing is shared unless you choose it: in chapter 7 of the notebook, “What your trainer may read”.")
        )
    elif not shared.content.with_names:
        click.echo(_("Codes stand in place of the names of people and customers."))
    return 0
