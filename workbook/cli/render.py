"""``workbook render``: one personal workbook per participant."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbook.cli.options import APlace, option, today, workbook_command
from workbook.i18n import N_, _

if TYPE_CHECKING:
    from workbook.render.far import Places
    from workbook.render.options import RenderOptions


@workbook_command(
    "render", N_("Make one personal workbook per participant; only what changed or failed is made again.")
)
@click.argument("folder", metavar="DIR", type=APlace)
@option(
    "--out",
    type=APlace,
    metavar="DIR",
    help=N_("Where the workbooks go; usually DIR/build. Both may be addresses such as s3://bucket/cohort."),
)
@option("--jobs", type=click.IntRange(1, 256), metavar="N", help=N_("How many participants at a time."))
@option("--only", multiple=True, metavar="REF", help=N_("Only this participant; may be repeated."))
@option("--force", is_flag=True, help=N_("Make everything again."))
@option("--retry-failed", is_flag=True, help=N_("Only the participants whose workbook failed or was interrupted."))
@option(
    "--formats",
    default="html,pdf",
    show_default=True,
    metavar="LIST",
    help=N_("Kinds of files, with commas between: html (always made), pdf, pptx, xlsx, ics, zip."),
)
@option(
    "--blank",
    is_flag=True,
    help=N_("Handouts to fill in by hand, as if nothing had been typed; they go to DIR/build-blank."),
)
@option(
    "--scheduler",
    default="",
    metavar="ADDRESS",
    help=N_("A running Dask cluster whose workers make the workbooks, such as tcp://host:8786."),
)
@option(
    "--installer",
    is_flag=True,
    help=N_("Make a folder beside the workbooks that installs the program, for laptops without a network."),
)
@option("--quiet", is_flag=True, help=N_("Say nothing but what went wrong."))
@option("--json", "as_json", is_flag=True, help=N_("Print one JSON object and nothing else."))
def command(folder: str, out: str | None, formats: str, **chosen: Any) -> int:
    """Render a cohort; exit 1 when participants failed, 2 when nothing could be started, 130 when interrupted."""
    from workbook.cli.progress import render_with_progress
    from workbook.render.cohort import read_cohort
    from workbook.render.far import places, return_roster

    usual = "build-blank" if chosen["blank"] else "build"
    with places(folder, out or f"{folder.rstrip('/')}/{usual}") as place:
        cohort = read_cohort(place.cohort)
        return_roster(place)
        options = _options(place, formats, chosen)
        code = render_with_progress(cohort, options, quiet=chosen["quiet"], as_json=chosen["as_json"])
        if not chosen["as_json"]:
            _say_what_was_skipped(options.out)
        if chosen["installer"]:
            _make_installer(options)
    return code


def _options(place: "Places", formats: str, chosen: dict[str, Any]) -> "RenderOptions":
    from workbook.render.options import RenderOptions, usual_workers

    return RenderOptions(
        out=place.out,
        today=today(),
        workers=chosen["jobs"] or usual_workers(),
        only=chosen["only"],
        force=chosen["force"],
        retry_failed=chosen["retry_failed"],
        formats=tuple(name.strip() for name in formats.split(",") if name.strip()),
        blank=chosen["blank"],
        far=place.far,
        scheduler=chosen["scheduler"],
    )


def _make_installer(options: "RenderOptions") -> None:
    from workbook.render.installer import make_installer

    click.echo(_("The installer is being made; this takes about a minute."), err=True)
    folder = make_installer(options.out)
    if options.far and options.far.out:
        options.far.send(options.out, (path for path in sorted(folder.rglob("*")) if path.is_file()))
    click.echo(_("Hand it over together with the workbooks: {folder}").format(folder=folder), err=True)


def _say_what_was_skipped(out: Path) -> None:
    """Say once on stderr what cannot be made on this machine; it is the same for every participant."""
    from workbook.render.manifest import read_manifest

    manifest = read_manifest(out)
    entries = manifest.participants if manifest else ()
    for message in sorted({skipped.message for entry in entries for skipped in entry.skipped}):
        click.echo(message, err=True)
