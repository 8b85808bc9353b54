"""``workbook new``: a cohort folder to fill in."""

from pathlib import Path

import click

from workbook.cli.options import AFile, today, workbook_command
from workbook.i18n import N_, _


@workbook_command("new", N_("Make a cohort folder with settings, a list of participants and an example to fill in."))
@click.argument("folder", metavar="DIR", type=AFile)
def command(folder: Path) -> int:
    """Make the folder; exit 2 when there is something in it already."""
    from workbook.i18n import language
    from workbook.render.scaffold import make_cohort_folder

    guide = make_cohort_folder(folder, language=language(), today=today())
    click.echo(_("The cohort folder is ready: {folder}").format(folder=folder))
    click.echo(_("Read first: {file}").format(file=guide))
    click.echo(_("Then make the workbooks with: workbook render {folder}").format(folder=folder))
    return 0
