"""``workbook restore``: a workbook out of its backup."""

from pathlib import Path

import click

from workbook.cli.asking import agreed, not_agreed
from workbook.cli.options import AFile, option, workbook_command
from workbook.i18n import N_, _


@workbook_command("restore", N_("Put a workbook back from a backup; what stood there is kept beside it."))
@click.argument("file", metavar="FILE", type=AFile)
@click.argument("folder", metavar="DIR", type=AFile)
@option("--yes", is_flag=True, help=N_("Replace a workbook that is there without asking."))
def command(file: Path, folder: Path, yes: bool) -> int:
    """Restore and say what was kept; exit 2 when there is a workbook already and nobody agreed to replace it."""
    from workbook.book import restore_workbook, would_replace

    if would_replace(file, folder) and not (yes or agreed(_question(folder))):
        return not_agreed()
    restored = restore_workbook(file, folder)
    words = _("The workbook of {ref} is back in {folder}, with everything the backup holds.")
    click.echo(words.format(ref=restored.participant, folder=folder))
    if restored.kept:
        click.echo(_("What stood there before is kept in {file}.").format(file=restored.kept))
    return 0


def _question(folder: Path) -> str:
    return _("There is a workbook already: {folder}. The backup takes its place; it is kept beside it.").format(
        folder=folder
    )
