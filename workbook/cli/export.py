"""``workbook export``: what is said about a person, and everything a rep wrote."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbook import i18n
from workbook.cli.options import AFile, option, workbook_command
from workbook.cli.table import plain
from workbook.i18n import N_, _, day

if TYPE_CHECKING:
    from workbook.book import Mention

FORMATS = ("json",)


@workbook_command("export", N_("Write everything of a workbook into a file, or list what it says about a person."))
@click.argument("folder", metavar="DIR", type=AFile)
@option("--person", metavar="NAME", help=N_("List everything about this person, from all saved texts."))
@option("--json", "as_json", is_flag=True, help=N_("Print one JSON object and nothing else."))
@option("--formats", metavar="LIST", help=N_("Kinds of files, with commas between: json."))
@option("--redact", is_flag=True, help=N_("Put codes in place of people and accounts."))
@option("--out", type=AFile, metavar="DIR", help=N_("Folder for the files; the workbook's own otherwise."))
def command(folder: Path, person: str | None, formats: str | None, **chosen: Any) -> int:
    """Export one of the two."""
    wanted = _formats(formats or "")
    if bool(wanted) == bool(person and person.strip()):
        raise click.UsageError(_("Say what to export: --person NAME, or --formats json."), click.get_current_context())
    if wanted:
        return _export(folder, chosen["out"] or folder, redact=chosen["redact"])
    return _tell(folder, str(person), as_json=chosen["as_json"])


def _formats(named: str) -> tuple[str, ...]:
    wanted = tuple(name.strip() for name in named.split(",") if name.strip())
    for name in wanted:
        if name not in FORMATS:
            words = _("There is no kind of file {name}. Possible: {values}.")
            text = words.format(name=plain(name), values=", ".join(FORMATS))
            raise click.UsageError(text, click.get_current_context())
    return wanted


def _tell(folder: Path, name: str, *, as_json: bool) -> int:
    from workbook.book import about_person

    mentions = about_person(folder, name)
    if as_json:
        told = {"person": name, "mentions": [_as_dict(each) for each in mentions]}
        click.echo(json.dumps(told, ensure_ascii=False))
    else:
        click.echo("\n".join(_in_words(mentions, plain(name))))
    return 0


def _as_dict(mention: "Mention") -> dict[str, str]:
    from workbook.book.portable import title_of

    place = {"section": mention.section, "title": title_of(mention.section), "quarter": mention.quarter}
    return {**place, "day": mention.day.isoformat(), "path": mention.path, "text": mention.text}


def _in_words(mentions: "tuple[Mention, ...]", name: str) -> list[str]:
    if not mentions:
        return [_("The workbook says nothing about {name}.").format(name=name)]
    return [_("What the workbook says about {name}:").format(name=name), *(_line(each) for each in mentions)]


def _line(mention: "Mention") -> str:
    from workbook.book.portable import account_in, field_of, title_of

    place = ", ".join(filter(None, [title_of(mention.section), account_in(mention.section)]))
    named = field_of(mention.section, mention.path)
    return plain(f"{day(mention.day)}  {place}, {named}: {mention.text}")


def _export(folder: Path, out: Path, *, redact: bool) -> int:
    from workbook.book.exporting import export_everything

    # Codes are words of the workbook's language; what is said here is not.
    with i18n.speaking(i18n.language()):
        file = export_everything(folder, out, redact=redact)
    click.echo(_("Written: {file}").format(file=file))
    if redact:
        click.echo(
            _("People, companies and accounts named in the fields for names have codes. Read it before you pass it on.")
        )
    else:
        click.echo(_("It holds names of people. With --redact they are replaced by codes."))
    return 0
