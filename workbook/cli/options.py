"""Options that several commands share."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbook import i18n
from workbook.cli.lazy import Option, Spoken
from workbook.i18n import N_

if TYPE_CHECKING:
    from workbook.portfolio import ReadOptions

Decorated = Callable[..., Any]


class Share(click.ParamType[float]):
    """A number such as 0.5, which may be typed with a comma; the rule it belongs to knows its bounds."""

    name = "share"

    def convert(self, value: Any, parameter: click.Parameter | None, context: click.Context | None) -> float:
        """Return the number; raises `click.BadParameter`."""
        try:
            return float(str(value).replace(",", "."))
        except ValueError:
            self.fail(str(value), parameter, context)


AFile = click.Path(path_type=Path)
# A folder, or an address such as s3://bucket/cohort: a path would lose one of its slashes.
APlace = click.STRING


def workbook_command(name: str, text: str) -> Callable[[Decorated], click.Command]:
    """Return a decorator that makes a command with the options every command has."""

    def decorate(function: Decorated) -> click.Command:
        for add in (_debug, _language):
            function = add(function)
        settings = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
        return click.command(name, cls=Spoken, help=text, context_settings=settings)(function)

    return decorate


def option(*names: str, **settings: Any) -> Callable[[Decorated], Decorated]:
    """Return a click option whose help is a message."""
    return click.option(*names, cls=Option, **settings)


def _language(function: Decorated) -> Decorated:
    add = option(
        "--language",
        type=click.Choice(i18n.LANGUAGES),
        is_eager=True,
        expose_value=False,
        callback=_speak,
        help=N_("Language of the messages."),
    )
    return add(function)


def _speak(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    if value:
        i18n.speak(value)
        context.meta["language"] = value
    return value


def _debug(function: Decorated) -> Decorated:
    add = option(
        "--debug", is_flag=True, expose_value=False, callback=_note_debug, help=N_("Show the details of an error.")
    )
    return add(function)


def _note_debug(context: click.Context, parameter: click.Parameter, value: bool) -> bool:
    context.meta["debug"] = value
    return value


def reading_options(function: Decorated) -> Decorated:
    """Add the argument FILE and every option that says how to read it."""
    for add in reversed(_READING):
        function = add(function)
    return function


_READING = (
    click.argument("file", type=AFile),
    option("--transactions", type=AFile, metavar="FILE", help=N_("A file of invoice or order lines.")),
    option("--locale", type=click.Choice(["de", "en"]), help=N_("Number style: de is 1.234,50, en is 1,234.50.")),
    option("--preset", metavar="NAME", help=N_("The CRM the file comes from.")),
    option("--map", "mapping", metavar="FIELD=HEADER", multiple=True, help=N_("Which column is which field.")),
    option("--sheet", metavar="NAME", help=N_("The sheet of a spreadsheet.")),
    option("--transactions-sheet", metavar="NAME", help=N_("The sheet of the transactions.")),
    option("--owner", metavar="NAME", help=N_("Only the accounts of this owner.")),
    option("--owner-column", metavar="HEADER", help=N_("The column that names the owner.")),
    option(
        "--fiscal-year-start",
        type=click.IntRange(1, 12),
        metavar="MONTH",
        help=N_("The month in which the fiscal year begins, 1 to 12."),
    ),
    option("--yes", is_flag=True, help=N_("Accept the reading that is shown.")),
    option("--json", "as_json", is_flag=True, help=N_("Print one JSON object and nothing else.")),
)


def read_options(file: Path, chosen: dict[str, Any]) -> "ReadOptions":
    """Return the reading options of a command line; where it says nothing, those of the cohort the file lies in.

    Raises `click.BadParameter` for a mapping that is none, `InputError` for settings that cannot be read.
    """
    from workbook.cli.cohort_answers import answers_of
    from workbook.portfolio import ReadOptions

    kept = answers_of(file)
    said = {name: chosen[name] for name in _READ_ALIKE if chosen[name] is not None}
    mapping = {**kept.pop("mapping", {}), **pairs(chosen["mapping"])}
    return ReadOptions(**{**kept, **said, "mapping": mapping, "owner": chosen["owner"], "yes": chosen["yes"]})


_READ_ALIKE = ("locale", "preset", "sheet", "transactions_sheet", "owner_column", "fiscal_year_start")


def pairs(texts: Iterable[str]) -> dict[str, str]:
    """Return what the option ``--map`` says, header by field; raises `click.BadParameter` for what is no pair."""
    return dict(_pair(text) for text in texts)


def _pair(text: str) -> tuple[str, str]:
    field, equals, header = text.partition("=")
    if not (field.strip() and equals and header.strip()):
        raise click.BadParameter(text, param_hint="--map")
    return field.strip(), header.strip()


def today() -> date:
    """Return today: ``WORKBOOK_TODAY`` (for demonstrations and tests), or the day it is on this machine."""
    from workbook.book.location import given_day

    return given_day(None) or date.today()
