"""``workbook backup`` and what it says."""

from pathlib import Path

import click

from workbook.cli.options import AFile, workbook_command
from workbook.i18n import N_, _


@workbook_command("backup", N_("Write everything of a workbook into one file: to keep, to move, to restore."))
@click.argument("folder", metavar="DIR", type=AFile)
@click.argument("file", metavar="FILE", type=AFile)
def command(folder: Path, file: Path) -> int:
    """Write the backup and say where it is."""
    from workbook.book import backup_workbook

    written = backup_workbook(folder, file)
    click.echo(_("The backup is complete: {file}").format(file=written))
    click.echo(_("Only you can read it. Put it back with: workbook restore {file} DIR").format(file=written))
    return 0
