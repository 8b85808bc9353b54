"""How a run is shown in a terminal: a bar while it runs, then what was made and what was not."""

import json
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from workbook.cli.table import plain
from workbook.i18n import _, ngettext
from workbook.render.board import INDEX
from workbook.render.cohort import Cohort
from workbook.render.exports.registry import PDF
from workbook.render.guide import write_guides
from workbook.render.job import Outcome
from workbook.render.manifest import Manifest, Status
from workbook.render.options import RenderOptions
from workbook.render.processes import ending_is_an_interrupt
from workbook.render.run import render_cohort

if TYPE_CHECKING:
    from tqdm import tqdm


class Bar:
    """A progress bar on stderr; silent when stderr is no terminal."""

    def __init__(self, *, silent: bool = False) -> None:
        self._silent = silent
        self._bar: tqdm[Any] | None = None

    def begin(self, total: int) -> None:
        """Show an empty bar."""
        from tqdm import tqdm

        tqdm.monitor_interval = 0  # no thread beside a process that starts others
        hidden = self._silent or not sys.stderr.isatty() or not total
        self._bar = tqdm(total=total, desc=_("Workbooks"), unit="", disable=hidden)

    def done(self, outcome: Outcome) -> None:
        """Move the bar on; show the details of a failure if they are asked for."""
        if self._bar is not None:
            self._bar.update()
        if outcome.trace and _wants_details():
            click.echo(outcome.trace, err=True)

    def close(self) -> None:
        """Leave the bar as it is."""
        if self._bar is not None:
            self._bar.close()


def _wants_details() -> bool:
    context = click.get_current_context(silent=True)
    return bool(context and context.meta.get("debug"))


def render_with_progress(cohort: Cohort, options: RenderOptions, *, quiet: bool = False, as_json: bool = False) -> int:
    """Render a cohort in the sight of a trainer; return the exit code 0, or 1 when workbooks asked for failed.

    ``quiet``: only what failed is said, on stderr; ``as_json``: the manifest is printed and nothing else.
    """
    bar = Bar(silent=quiet or as_json)
    try:
        with ending_is_an_interrupt():
            manifest = render_cohort(cohort, options, bar)
    finally:
        bar.close()
    _write_guides(cohort, options)
    asked = _asked_for(manifest, options)
    _tell(manifest, asked, options, quiet=quiet, as_json=as_json)
    return 1 if asked.count(Status.FAILED) + asked.count(Status.INTERRUPTED) else 0


def _asked_for(manifest: Manifest, options: RenderOptions) -> Manifest:
    """Return what the run was asked for: with ``--only``, failures of earlier runs are none of its business."""
    asked = [entry for entry in manifest.participants if not options.only or entry.ref in options.only]
    return replace(manifest, participants=tuple(asked))


def _tell(manifest: Manifest, asked: Manifest, options: RenderOptions, *, quiet: bool, as_json: bool) -> None:
    said = summary(asked)
    if as_json:
        click.echo(json.dumps(manifest.as_dict(), ensure_ascii=False))
    elif quiet:
        click.echo("\n".join(said[1:]), err=True, nl=len(said) > 1)
    else:
        out = f"{options.far.out}/{INDEX}" if options.far and options.far.out else options.out / INDEX
        click.echo("\n".join([*said, _("Overview for the trainer: {file}").format(file=out)]))


def _write_guides(cohort: Cohort, options: RenderOptions) -> None:
    guides = write_guides(cohort.settings, options.notebooks, options.out, pdf=PDF in options.formats)
    if options.far and options.far.out:
        options.far.send(options.out, guides)


def summary(manifest: Manifest) -> list[str]:
    """Return how many workbooks are ready, and a line for each that is not, with the reason."""
    ready, total = manifest.count(Status.DONE), len(manifest.participants)
    first = ngettext("{ready} of {total} workbook is ready.", "{ready} of {total} workbooks are ready.", total)
    reasons = [
        f"  {plain(entry.display_name)} ({entry.ref}): {plain(entry.reason.message)}"
        for entry in manifest.participants
        if entry.reason is not None
    ]
    return [first.format(ready=ready, total=total), *reasons]
