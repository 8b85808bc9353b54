"""``workbook review``: a new quarter begins with a new export."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbook.cli.options import AFile, option, pairs, workbook_command
from workbook.i18n import N_, _

if TYPE_CHECKING:
    from workbook.book.quarters import NewQuarter
    from workbook.portfolio import ReadOptions


@workbook_command("review", N_("Begin a new quarter with a new export; what was written carries over."))
@click.argument("folder", metavar="DIR", type=AFile)
@option("--accounts", "accounts", type=AFile, required=True, metavar="FILE", help=N_("The new export."))
@option("--transactions", type=AFile, metavar="FILE", help=N_("A file of invoice or order lines."))
@option("--quarter", metavar="YYYYQn", help=N_("The quarter that begins; usually the one of today."))
@option("--locale", type=click.Choice(["de", "en"]), help=N_("Number style: de is 1.234,50, en is 1,234.50."))
@option("--preset", metavar="NAME", help=N_("The CRM the file comes from."))
@option("--map", "mapping", metavar="FIELD=HEADER", multiple=True, help=N_("Which column is which field."))
@option("--sheet", metavar="NAME", help=N_("The sheet of a spreadsheet."))
@option("--owner", metavar="NAME", help=N_("Only the accounts of this owner."))
@option("--yes", is_flag=True, help=N_("Accept the reading that is shown."))
def command(folder: Path, accounts: Path, transactions: Path | None, quarter: str | None, **chosen: Any) -> int:
    """Begin a quarter; exit 2, and nothing is changed, for bad accounts and unanswered questions."""
    from workbook.book import open_workbook
    from workbook.book.next_export import read_next_export
    from workbook.book.quarters import begin_quarter, prepare_quarter
    from workbook.errors import raise_for
    from workbook.i18n import language, speak

    said = language()
    book = open_workbook(folder=folder)
    speak(said)  # a workbook that is opened speaks its own language; what goes wrong is said in this one
    reading = read_next_export(book, accounts, transactions, said=_said(chosen))
    new = prepare_quarter(book, reading, quarter or "")
    if new.same:
        click.echo(_("This is the export that is in use: nothing has changed."))
        return 0
    if not chosen["yes"]:
        raise_for(new.questions, questions_too=True)
    begin_quarter(book, new)
    click.echo("\n".join(_in_words(new, folder)))
    return 0


def _said(chosen: dict[str, Any]) -> "ReadOptions":
    from workbook.portfolio import ReadOptions

    names = ("locale", "preset", "sheet", "owner", "yes")
    return ReadOptions(mapping=pairs(chosen["mapping"]), **{name: chosen[name] for name in names})


def _in_words(new: "NewQuarter", folder: Path) -> list[str]:
    matching = new.matching
    counts = (
        (matching.kept, N_("accounts go on as they are")),
        (matching.renamed, N_("have another name")),
        (matching.new, N_("are new")),
        (matching.vanished, N_("are no longer in the export; what you wrote about them is kept")),
        (matching.suggestions, N_("may go on under another number: you decide in chapter 8")),
    )
    lines = [f"  {len(found):>4}  {_(text)}" for found, text in counts if found]
    begun = _("Quarter {quarter} has begun.")
    opening = _("Moves between the layers are proposed in chapter 8: workbook open {folder}")
    return [begun.format(quarter=new.quarter), *lines, opening.format(folder=folder)]
