"""Errors of the command line as sentences in the language in use."""

import click

from workbook.i18n import _


def in_words(error: Exception) -> str:
    """Return what is wrong and what to do, as sentences."""
    if isinstance(error, click.ClickException):
        return f"{_usage_error(error)} {_('Help: {command} --help').format(command=_command(error))}"
    if isinstance(error, OSError):
        return f"{error.filename or ''}: {error.strerror or type(error).__name__}"
    return str(error)


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
        case _:
            return error.format_message()


def _bad_value(parameter: click.Parameter | None) -> str:
    sentence = _("The value of {name} does not fit.").format(name=_name(parameter))
    possible = _possible(parameter)
    return f"{sentence} {_('Possible: {values}.').format(values=possible)}" if possible else sentence


def _possible(parameter: click.Parameter | None) -> str:
    match parameter.type if parameter else None:
        case click.Choice() as choice:
            return ", ".join(choice.choices)
        case click.IntRange() as numbers:
            return f"{numbers.min}–{numbers.max}"
        case None:
            return _("a field and a header, such as name=Company")
        case _:
            return ""


def _name(parameter: click.Parameter | None) -> str:
    if parameter is None:
        return "--map"
    return parameter.opts[0] if isinstance(parameter, click.Option) else parameter.human_readable_name
