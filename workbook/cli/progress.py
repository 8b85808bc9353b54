"""How a run is shown in a terminal: a bar while it runs, then what was made and what was not."""

import sys
from typing import TYPE_CHECKING, Any

import click

from workbook.cli.table import plain
from workbook.i18n import _, ngettext
from workbook.render.board import INDEX
from workbook.render.cohort import Cohort
from workbook.render.guide import write_guides
from workbook.render.job import PDF, Outcome
from workbook.render.manifest import Manifest, Status
from workbook.render.processes import ending_is_an_interrupt
from workbook.render.run import RenderOptions, render_cohort

if TYPE_CHECKING:
    from tqdm import tqdm


class Bar:
    """A progress bar on stderr; silent when stderr is no terminal."""

    def __init__(self) -> None:
        self._bar: tqdm[Any] | None = None

    def begin(self, total: int) -> None:
        """Show an empty bar."""
        from tqdm import tqdm

        tqdm.monitor_interval = 0  # no thread beside a process that starts others
        self._bar = tqdm(total=total, desc=_("Workbooks"), unit="", disable=not sys.stderr.isatty() or not total)

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


def render_with_progress(cohort: Cohort, options: RenderOptions) -> int:
    """Render a cohort in the sight of a trainer; return the exit code 0 or 1."""
    bar = Bar()
    try:
        with ending_is_an_interrupt():
            manifest = render_cohort(cohort, options, bar)
    finally:
        bar.close()
    write_guides(cohort.settings, options.notebooks, options.out, pdf=PDF in options.formats)
    click.echo("\n".join(summary(manifest)))
    click.echo(_("Overview for the trainer: {file}").format(file=options.out / INDEX))
    failed = manifest.count(Status.FAILED) + manifest.count(Status.INTERRUPTED)
    return 1 if failed else 0


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
