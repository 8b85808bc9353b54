"""``workbook demo --quarters``: one invented rep over four quarters, through the functions of `workbook review`."""

import shutil
from pathlib import Path

import click

from workbook.book import Participant
from workbook.book.demo_year import Played, demo_story, play_year
from workbook.i18n import _, day, language, ngettext, speak, speaking
from workbook.render.cohort import Cohort, read_cohort
from workbook.render.demo import copy_demo_cohort
from workbook.store.database import FILE_NAME


def make_year(out: Path, wanted: str | None) -> tuple[int, list[str]]:
    """Make the workbook of the demo year below ``out``; return the exit code of `render` and the rep's folder.

    ``wanted`` is the language of the workbook, None for the rep's own.
    A year that was played before stays as it is, with whatever was written into it.
    """
    from workbook.cli.progress import render_with_progress
    from workbook.render.options import RenderOptions

    cohort = read_cohort(copy_demo_cohort(out, language=wanted, name="year"))
    rep = cohort.reps[0]
    folder = out / "build" / rep.folder
    click.echo(_("Four quarters of an invented rep; this takes about half a minute."))
    if not (folder / FILE_NAME).exists():
        _play(cohort, folder)
    code = render_with_progress(cohort, RenderOptions(out=out / "build", today=demo_story()[-1]["day"]))
    return code, [rep.folder]


def _play(cohort: Cohort, folder: Path) -> None:
    """Play the year beside its place, so that a year that was broken off leaves nothing behind."""
    unfinished = folder.parent / f".{folder.name}.part"
    shutil.rmtree(unfinished, ignore_errors=True)
    said = language()
    with speaking(said):
        for played in play_year(unfinished, _participant(cohort)):
            speak(said)  # a workbook that is opened speaks its own language
            click.echo(_in_words(played))
    unfinished.replace(folder)


def _participant(cohort: Cohort) -> Participant:
    rep, settings = cohort.reps[0], cohort.settings
    return Participant(
        ref=rep.ref,
        display_name=rep.display_name,
        language=rep.language,
        cohort_title=settings.title,
        cohort_date=settings.date,
        trainer=settings.trainer,
        fiscal_year_start=settings.fiscal_year_start,
    )


def _in_words(played: Played) -> str:
    matching = played.matching
    counts = (
        (len(matching.new), ngettext("{count} new account", "{count} new accounts", len(matching.new))),
        (len(matching.renamed), ngettext("{count} renamed", "{count} renamed", len(matching.renamed))),
        (len(matching.vanished), ngettext("{count} gone", "{count} gone", len(matching.vanished))),
        (played.moves, ngettext("{count} move confirmed", "{count} moves confirmed", played.moves)),
    )
    told = ", ".join(text.format(count=count) for count, text in counts if count)
    return f"  {played.quarter}  {day(played.day)}  {told or _('the first layers, the first plans')}"
