"""The command ``workbook``: thin commands that load what they need when they run."""

import io
import os
import sys
from collections.abc import Sequence
from typing import TextIO

import click

from workbook import __version__, i18n
from workbook.cli.lazy import LazyGroup
from workbook.cli.refusals import in_words
from workbook.i18n import N_, _
from workbook.lean import leave_out_grammar

DONE, SOME_FAILED, BAD_INPUT, INTERRUPTED = 0, 1, 2, 130

COMMANDS = {
    "demo": ("workbook.cli.demo", N_("Make the workbooks of an invented cohort and say what to open.")),
    "check": ("workbook.cli.check", N_("Read an export and show every problem and how each column was read.")),
    "tier": ("workbook.cli.tier", N_("Show the layers 5-15-Rest of an export, and why.")),
    "new": ("workbook.cli.new", N_("Make a cohort folder to fill in.")),
    "render": ("workbook.cli.render", N_("Make one personal workbook per participant of a cohort.")),
    "status": ("workbook.cli.status", N_("Show how far the workbooks of a cohort are.")),
    "open": ("workbook.cli.open", N_("Open a participant's workbook in JupyterLab.")),
    "review": ("workbook.cli.review", N_("Begin a new quarter with a new export.")),
    "doctor": ("workbook.cli.doctor", N_("Look whether this computer has everything a workbook needs.")),
    "export": ("workbook.cli.export", N_("Write files to take along, or list what is said about a person.")),
    "erase": ("workbook.cli.erase", N_("Take a person out of a workbook, or delete the whole workbook.")),
    "backup": ("workbook.cli.backup", N_("Write everything of a workbook into one file.")),
    "share": ("workbook.cli.share", N_("Write what you chose to share into one file for your trainer.")),
    "collect": ("workbook.cli.collect", N_("Gather what participants shared into the index of a cohort.")),
    "restore": ("workbook.cli.restore", N_("Put a workbook back from a backup.")),
}


ABOUT = N_("Focus Workbook: strategic account management with the 5-15-Rest formula.")


@click.group(
    cls=LazyGroup, commands_table=COMMANDS, help=ABOUT, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, prog_name="workbook")
def cli() -> None:
    """Group of all commands."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave: 0 done, 1 some participants failed, 2 bad input or usage, 130 interrupted."""
    leave_out_grammar()
    for stream in (sys.stdout, sys.stderr):
        _accept_every_sign(stream)
    sys.exit(run(arguments))


def _accept_every_sign(stream: TextIO) -> None:
    """Windows writes redirected output in its own code page, which has no arrows, lines and many names."""
    if isinstance(stream, io.TextIOWrapper):
        named = stream.isatty() or "PYTHONIOENCODING" in os.environ
        stream.reconfigure(encoding=None if named else "utf-8", errors="replace")


def run(arguments: Sequence[str] | None = None) -> int:
    """Carry out a command line; return its exit code. Errors are sentences on stderr."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    i18n.speak(_language_asked_for(words) or i18n.preferred_language())
    try:
        return cli.main(words, prog_name="workbook", standalone_mode=False) or DONE
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help() if error.ctx else "", err=True)
        return BAD_INPUT
    except click.ClickException as error:
        click.echo(in_words(error), err=True)
        return BAD_INPUT
    except (KeyboardInterrupt, click.Abort):
        click.echo(_("Interrupted. What was finished is kept; the same command goes on from there."), err=True)
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001  the last door: what nobody thought of is a sentence too
        return _refused(error, debug="--debug" in words)


def _language_asked_for(words: Sequence[str]) -> str | None:
    """The language of ``--language``, also for a command line that click refuses before it looks at options."""
    pairs = zip([*words, ""], [*words[1:], "", ""], strict=True)
    said = [word.partition("=")[2] or after for word, after in pairs if word.partition("=")[0] == "--language"]
    return said[-1] if said and said[-1] in i18n.LANGUAGES else None


def _refused(error: Exception, *, debug: bool) -> int:
    if debug:
        raise error
    click.echo(in_words(error), err=True)
    return BAD_INPUT
