"""``workbook status``: how far the workbooks of a cohort are, also while they are being made."""

import json
from typing import TYPE_CHECKING

import click

from workbook.cli.options import APlace, option, workbook_command
from workbook.i18n import N_, NP_, _, pgettext

if TYPE_CHECKING:
    from workbook.render.manifest import Manifest

STATES = {
    "pending": NP_("state of a run", "not started"),
    "running": NP_("state of a run", "running"),
    "done": NP_("state of a run", "finished"),
    "interrupted": NP_("state of a run", "interrupted"),
}


@workbook_command("status", N_("Show how far the workbooks of a cohort are, also while they are being made."))
@click.argument("folder", metavar="DIR", type=APlace)
@option("--json", "as_json", is_flag=True, help=N_("Print one JSON object and nothing else."))
def command(folder: str, as_json: bool) -> int:
    """Print the state of the last run."""
    from workbook.render.far import state_folder
    from workbook.render.state import read_state

    with state_folder(folder) as place:
        manifest = read_state(place)
    click.echo(json.dumps(manifest.as_dict(), ensure_ascii=False) if as_json else "\n".join(_in_words(manifest)))
    return 0


def _in_words(manifest: "Manifest") -> list[str]:
    from workbook.cli.progress import summary

    state = pgettext("state of a run", STATES[manifest.state])
    return [_("State: {state}").format(state=state), *summary(manifest)]
