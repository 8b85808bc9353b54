"""Asking before something cannot be taken back."""

import sys

import click

from workbook.i18n import N_, _

YES = N_("yes")


def agreed(question: str) -> bool:
    """Return whether the person at the keyboard typed yes, in either language; nobody there is a no."""
    click.echo(question, err=True)
    click.echo(_("Type {word} to go on:").format(word=_(YES)), err=True)
    answer = sys.stdin.readline()
    return answer.strip().casefold() in {_(YES), "yes", "ja"}


def not_agreed() -> int:
    """Say that nothing was done; return exit code 2."""
    click.echo(_("Nothing was changed. With --yes the command does not ask."), err=True)
    return 2
