"""Errors of the command line as sentences in the language in use."""

import click

from workbook.cli.options import Share
from workbook.cli.table import plain
from workbook.errors import WorkbookError, system_words
from workbook.i18n import _

# How click begins its sentence about arguments that are too many.
_EXTRA = "Got unexpected extra argument"


def in_words(error: Exception) -> str:
    """Return what is wrong and what to do, as sentences."""
    if isinstance(error, click.ClickException):
        help_ = _("Help: {command} --help").format(command=_command(error))
        return f"{_usage_error(error)} {help_}"
    if isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        return f"{where}{system_words(error)}."
    return "\n".join(_problems(error)) if isinstance(error, WorkbookError) else _unforeseen(error)


def _unforeseen(error: Exception) -> str:
    sentence = _("This should not have happened ({kind}: {words}); it is a mistake of the program, not yours.")
    hint = _("The same command with --debug shows what the people who look after the program need.")
    return f"{sentence.format(kind=type(error).__name__, words=plain(error))} {hint}"


def _problems(error: WorkbookError) -> list[str]:
    """A few problems are sentences; many are grouped, and the first ones stand for the rest."""
    from workbook.cli.reading_words import SHOWN, problems_in_words

    if len(error.problems) <= SHOWN:
        return [plain(problem) for problem in error.problems]
    return [*problems_in_words(error.problems), "", _("The command “workbook check FILE” lists all of them.")]


def _command(error: click.ClickException) -> str:
    context = error.ctx if isinstance(error, click.UsageError) else None
    return context.command_path if context else "workbook"


def _usage_error(error: click.ClickException) -> str:
    match error:
        case click.NoSuchOption():
            return _("There is no option {name}.").format(name=error.option_name)
        case click.MissingParameter():
            return _("Something is missing: {name}.").format(name=_name(error.param))
        case click.BadParameter():
            return _bad_value(error.param)
        case click.BadOptionUsage():
            return _("The option {name} needs a value.").format(name=error.option_name)
        case click.UsageError() if error.message.startswith(_EXTRA):
            return _("There is more than the command expects: {words}.").format(words=_words(error.message))
        case _:
            return error.format_message()


def _words(message: str) -> str:
    return message.partition("(")[2].rstrip(")")


def _bad_value(parameter: click.Parameter | None) -> str:
    sentence = _("The value of {name} does not fit.").format(name=_name(parameter))
    possible = _possible(parameter)
    choice = _("Possible: {values}.").format(values=possible)
    return f"{sentence} {choice}" if possible else sentence


def _possible(parameter: click.Parameter | None) -> str:
    match parameter.type if parameter else None:
        case click.Choice() as choice:
            return ", ".join(choice.choices)
        case click.IntRange() as numbers:
            return f"{numbers.min}–{numbers.max}"
        case Share():
            return "0–1"
        case None:
            return _("a field and a header, such as name=Company")
        case _:
            return ""


def _name(parameter: click.Parameter | None) -> str:
    if parameter is None:
        return "--map"
    return parameter.opts[0] if isinstance(parameter, click.Option) else parameter.human_readable_name
