"""``workbook export``: what is said about a person, and what a rep takes along: everything, or files for others."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbook import i18n
from workbook.cli.options import AFile, option, workbook_command
from workbook.cli.table import plain
from workbook.i18n import N_, _, day, ngettext, number
from workbook.render.exports.registry import EXPORTS

if TYPE_CHECKING:
    from workbook.book import Mention
    from workbook.render.exports.registry import Exported

JSON, TALK = "json", "talk"
FORMATS = (JSON, *EXPORTS)
# Where files without names go: beside those with names they could be taken for each other.
WITHOUT_NAMES = "without-names"


@workbook_command("export", N_("Write files of a workbook to take along, or list what it says about a person."))
@click.argument("folder", metavar="DIR", type=AFile)
@option("--person", metavar="NAME", help=N_("List everything about this person, from all saved texts."))
@option("--json", "as_json", is_flag=True, help=N_("Print one JSON object and nothing else."))
@option(
    "--formats",
    metavar="LIST",
    help=N_("Kinds of files, with commas between: json (all texts), html, pdf, pptx (plans), xlsx, ics (dates)."),
)
@option(
    "--about",
    metavar="WHAT",
    default="",
    help=N_("Only the files about one account, by its number, or about the quarterly talk: talk."),
)
@option("--redact", is_flag=True, help=N_("Put codes in place of people and accounts."))
@option("--out", type=AFile, metavar="DIR", help=N_("Folder for the files; the workbook's own otherwise."))
def command(folder: Path, person: str | None, formats: str | None, **chosen: Any) -> int:
    """Export one of the two; exit 1 when a file could not be written."""
    wanted = _formats(formats or "")
    if bool(wanted) == bool(person and person.strip()):
        sentence = _("Say what to export: --person NAME, or --formats with one or more of: {values}.")
        raise click.UsageError(sentence.format(values=", ".join(FORMATS)), click.get_current_context())
    if wanted:
        return _export(folder, wanted, chosen)
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


def _export(folder: Path, formats: tuple[str, ...], chosen: dict[str, Any]) -> int:
    """Write the files and say which; 1 when one of them could not be written."""
    out, redact = chosen["out"] or folder, bool(chosen["redact"])
    everything = _write_everything(folder, out, redact=redact) if JSON in formats else None
    others = [name for name in formats if name != JSON]
    target = out / WITHOUT_NAMES if redact else out
    exported = _write_files(folder, target, others, chosen)
    if chosen["about"] and others and not (exported.written or exported.skipped or exported.held):
        _nothing_about(chosen["about"])
    if chosen["as_json"]:
        click.echo(json.dumps(_files_as_dict(target, exported, everything), ensure_ascii=False))
    else:
        _say_all(target, exported, everything)
        _say_who_is_named(redact=redact, talk=chosen["about"] == TALK)
    return 1 if exported.skipped else 0


def _nothing_about(about: str) -> None:
    sentence = _("There is no file of this kind about “{about}”: name the number of one of your five, or talk.")
    raise click.UsageError(sentence.format(about=plain(about)), click.get_current_context())


def _write_everything(folder: Path, out: Path, *, redact: bool) -> Path:
    from workbook.book.exporting import export_everything

    # Opening a workbook speaks its language, and codes are words of it; what is said here is not.
    with i18n.speaking(i18n.language()):
        return export_everything(folder, out, redact=redact)


def _write_files(folder: Path, out: Path, formats: Sequence[str], chosen: dict[str, Any]) -> "Exported":
    """Write files of the other formats, and return what became of them."""
    from workbook.render.exports.registry import Exported, write_exports

    if not formats:
        return Exported((), ())
    from workbook.book import open_workbook

    messages = i18n.language()
    with i18n.speaking(messages):
        book = open_workbook(folder=folder)
        book = book.hidden() if chosen["redact"] else book
        i18n.speak(messages)
        return write_exports(book, out, formats, wanted=lambda file: chosen["about"] in {"", file.about})


def _files_as_dict(out: Path, exported: "Exported", everything: Path | None) -> dict[str, Any]:
    written = [*([str(everything)] if everything else []), *(str(out / name) for name in exported.written)]
    skipped = [{"file": each.file, "code": each.code, "message": each.message} for each in exported.skipped]
    return {"written": written, "skipped": skipped, "held": list(exported.held)}


def _say_all(out: Path, exported: "Exported", everything: Path | None) -> None:
    if everything:
        click.echo(_("Written: {file}").format(file=everything))
    if exported.written or exported.skipped or not everything:
        _say(exported, out)


def _say_who_is_named(*, redact: bool, talk: bool) -> None:
    if redact:
        click.echo(_("People, companies and accounts named in the fields for names have codes, also within texts."))
        click.echo(
            _("Nicknames, typing errors and people who stand in no field for names are not known. Read it first.")
        )
    elif talk:
        click.echo(_("People at customers have codes on the talk sheet, unless you decided otherwise in chapter 8."))
    else:
        click.echo(_("It holds names of people. With --redact they are replaced by codes."))


def _say(exported: "Exported", out: Path) -> None:
    count = len(exported.written)
    sentence = ngettext("{count} file written to {folder}:", "{count} files written to {folder}:", count)
    click.echo(sentence.format(count=number(count), folder=out))
    click.echo("\n".join(f"  {name}" for name in exported.written))
    if exported.held:
        held = _("{files} stays in the folder of the workbook until you release it: in chapter 8.")
        click.echo(held.format(files=", ".join(exported.held)))
    for message in dict.fromkeys(skipped.message for skipped in exported.skipped):
        click.echo(message, err=True)
