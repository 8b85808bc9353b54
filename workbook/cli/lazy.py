"""Commands that are loaded when they are called, and help texts in the language in use."""

from importlib import import_module
from typing import Any

import click

from workbook.i18n import _


class Spoken(click.Command):
    """A command whose help speaks the language in use."""

    def format_usage(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the one line that shows how the command is called."""
        formatter.write_usage(context.command_path, " ".join(self.collect_usage_pieces(context)), _("Usage:") + " ")

    def format_help_text(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the description."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(_(self.help or ""))

    def format_options(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        options = (parameter for parameter in self.get_params(context) if isinstance(parameter, click.Option))
        records = [parameter.get_help_record(context) for parameter in options]
        with formatter.section(_("Options")):
            formatter.write_dl([record for record in records if record is not None])

    def get_help_option(self, context: click.Context) -> click.Option | None:
        """Return the option that shows this help."""
        found = super().get_help_option(context)
        if found is not None:
            found.help = _("Show this help and stop.")
        return found


class LazyGroup(Spoken, click.Group):
    """A group whose commands are named in a table: name -> (module, one line of help)."""

    def __init__(self, *arguments: Any, commands_table: dict[str, tuple[str, str]], **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self._table = commands_table

    def list_commands(self, context: click.Context) -> list[str]:
        """Return the names in the order of the table."""
        return list(self._table)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """Load a command; its module has an object ``command``."""
        if name not in self._table:
            return None
        module, _help = self._table[name]
        command: click.Command = import_module(module).command
        return command

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is meant; raises `click.UsageError` when there is none of this name."""
        if args[0] not in self._table:
            raise click.UsageError(_("There is no command {name}.").format(name=args[0]), context)
        return super().resolve_command(context, args)

    def format_options(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options and the commands."""
        super().format_options(context, formatter)
        self.format_commands(context, formatter)

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands without loading them."""
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, _(text)) for name, (_module, text) in self._table.items()])


class Option(click.Option):
    """An option whose help text is a message."""

    def get_help_record(self, context: click.Context) -> tuple[str, str] | None:
        """Return name and text in the language in use."""
        record = super().get_help_record(context)
        return (record[0], record[1].replace(self.help or "", _(self.help or ""))) if record else None
