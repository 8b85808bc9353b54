"""``workbook demo``: the workbooks of an invented cohort, or four quarters of one invented rep."""

import shutil
import sys
from pathlib import Path

import click

from workbook.cli.options import AFile, option, today, workbook_command
from workbook.i18n import N_, _


@workbook_command("demo", N_("Make the workbooks of an invented cohort of three and say what to open."))
@option("--out", type=AFile, metavar="DIR", help=N_("Where to; usually demo-workbooks, with --quarters demo-year."))
@option("--quarters", is_flag=True, help=N_("Show one invented rep over four quarters."))
@click.pass_context
def command(context: click.Context, out: Path | None, quarters: bool) -> int:
    """Render the invented cohort, or the invented year; exit codes as for `render`."""
    if quarters:
        from workbook.cli.demo_year import make_year

        out = out or Path("demo-year")
        code, folders = make_year(out, context.meta.get("language"))
    else:
        out = out or Path("demo-workbooks")
        code, folders = _make_cohort(out, context.meta.get("language"))
    click.echo("\n".join(_what_to_open(out / "build", folders)))
    return code


def _make_cohort(out: Path, language: str | None) -> tuple[int, list[str]]:
    from workbook.cli.progress import render_with_progress
    from workbook.render.cohort import read_cohort
    from workbook.render.demo import copy_demo_cohort
    from workbook.render.exports.registry import HTML, PDF
    from workbook.render.options import RenderOptions

    cohort = read_cohort(copy_demo_cohort(out, language=language))
    click.echo(_("Making three workbooks with invented customers; this takes about a minute."))
    code = render_with_progress(cohort, RenderOptions(out=out / "build", today=today(), formats=(HTML, PDF)))
    return code, [rep.folder for rep in cohort.reps]


def _what_to_open(build: Path, folders: list[str]) -> list[str]:
    made = [build / folder for folder in folders if (build / folder / "workbook.html").is_file()]
    if not made:
        return []
    pages = [f"  {folder / 'workbook.html'}" for folder in made]
    return ["", _("Open in a browser:"), *pages, "", _("To write in one:"), f"  {_this_command()} open {made[0]}"]


def _this_command() -> str:
    """Return what a reader types for this program: in a checkout it is not on the search path."""
    called = Path(sys.argv[0])
    return str(called) if called.name == "workbook" and not shutil.which("workbook") else "workbook"
