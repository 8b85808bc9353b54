"""``workbook share``: the file with what a participant chose to share, and nothing else."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbook.cli.options import AFile, option, workbook_command
from workbook.i18n import N_, _

if TYPE_CHECKING:
    from workbook.plan.sharing import SharedFile


@workbook_command("share", N_("Write what you chose to share into one file for your trainer."))
@click.argument("folder", metavar="DIR", type=AFile)
@option("--out", type=AFile, metavar="DIR", help=N_("Folder for the file; the workbook's own otherwise."))
def command(folder: Path, out: Path | None) -> int:
    """Write the file, and say what it holds."""
    from workbook.book import share_workbook

    shared = share_workbook(folder, out)
    click.echo(_("Written: {file}").format(file=shared.file))
    click.echo("\n".join(_in_words(shared.content)))
    return 0


def _in_words(content: "SharedFile") -> Iterator[str]:
    if content.empty:
        yield _("Nothing is shared unless you choose it: in chapter 7 of the notebook, “What your trainer may read”.")
        return
    yield _("It holds {what} and nothing else.").format(what=content.in_words())
    if not content.with_names:
        yield _("Codes stand in place of the names of people and customers.")
