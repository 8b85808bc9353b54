"""``workbook collect``: what participants shared goes to the trainer's index; nothing else is accepted."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbook.cli.options import AFile, APlace, option, workbook_command
from workbook.cli.table import plain
from workbook.i18n import N_, _

if TYPE_CHECKING:
    from workbook.render.collecting import Collected


@workbook_command("collect", N_("Gather files that participants shared into the index of a cohort."))
@click.argument("folder", metavar="COHORT", type=APlace)
@click.argument("files", metavar="FILE...", type=AFile, nargs=-1, required=True)
@option("--out", type=APlace, metavar="DIR", help=N_("Where the workbooks are; usually COHORT/build."))
def command(folder: str, files: tuple[Path, ...], out: str | None) -> int:
    """Gather; exit 1 when some files were refused, 2 when all were."""
    from workbook.render.collecting import collect_into

    build = out or f"{folder.rstrip('/')}/build"
    done = collect_into(folder, [each for file in files for each in _meant(file)], build)
    for line in _in_words(done):
        click.echo(plain(line))
    for refused in done.refused:
        click.echo(plain(refused), err=True)
    if done.accepted:
        click.echo(_("Open {file} in your browser.").format(file=f"{build}/{done.index.name}"))
    return (1 if done.accepted else 2) if done.refused else 0


def _meant(file: Path) -> list[Path]:
    """Return the files a pattern such as shared-*.zip stands for; the command line of Windows leaves that to us."""
    found = sorted(file.parent.glob(file.name)) if "*" in file.name else []
    return found or [file]


def _in_words(done: "Collected") -> list[str]:
    return [_("{name}: {what}").format(name=name, what=content.in_words()) for name, content in done.accepted]
