"""``workbook erase``: a person, or a whole workbook, is forgotten."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbook.cli.asking import agreed, not_agreed
from workbook.cli.options import AFile, option, workbook_command
from workbook.cli.table import plain
from workbook.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from workbook.book import Erasure

LEFT = N_("Not changed, please look there yourself:")


@workbook_command("erase", N_("Take a person out of a workbook and its backups, or delete the whole workbook."))
@click.argument("folder", metavar="DIR", type=AFile)
@option("--person", metavar="NAME", help=N_("The full name of the person to forget."))
@option("--all", "everything", is_flag=True, help=N_("Delete the workbook, its folder and its backups."))
@option("--yes", is_flag=True, help=N_("Delete the whole workbook without asking."))
def command(folder: Path, person: str | None, everything: bool, yes: bool) -> int:
    """Erase, and say what is gone and what is left; exit 2 when nobody agreed to delete everything."""
    if everything == bool(person and person.strip()):
        raise click.UsageError(_("Say what to erase: --person NAME, or --all."), click.get_current_context())
    return _erase_everything(folder, yes=yes) if everything else _erase_person(folder, str(person))


def _erase_person(folder: Path, name: str) -> int:
    from workbook.book import erase_person

    click.echo("\n".join(_in_words(erase_person(folder, name), name)))
    return 0


def _in_words(done: "Erasure", name: str) -> list[str]:
    changed, copied = done.revisions, done.in_backups
    told = [
        _("Erased from {folder}: {name}").format(folder="plan.db", name=plain(name)),
        ngettext("{count} saved text changed.", "{count} saved texts changed.", changed).format(count=changed),
        ngettext("{count} text in backups changed.", "{count} texts in backups changed.", copied).format(count=copied),
    ]
    if done.files:
        told += [_("Deleted, because they were made from the workbook; make them again:"), *_lines(done.files)]
    return told + _left_in_words(done.left)


def _left_in_words(left: Iterable[str]) -> list[str]:
    from workbook.book.portable import title_of

    places = [place if title_of(place) == place else f"{title_of(place)} ({place})" for place in left]
    return [_(LEFT), *_lines(places)] if places else []


def _lines(names: Iterable[str]) -> list[str]:
    return [f"  {plain(name)}" for name in names]


def _erase_everything(folder: Path, *, yes: bool) -> int:
    from workbook.book import erase_workbook
    from workbook.book.erasing import found_workbook

    found = found_workbook(folder)
    question = _("This deletes the whole workbook {folder} and its backups; it cannot be taken back.")
    if not (yes or agreed("\n".join([question.format(folder=folder), *_lines(found)]))):
        return not_agreed()
    missed = erase_workbook(folder)
    click.echo("\n".join([_("The workbook is erased:"), *_lines(each for each in found if each not in missed)]))
    if missed:
        click.echo("\n".join([_("Not found or no backup of a workbook, please look there yourself:"), *_lines(missed)]))
    return 0
