"""``workbook doctor``: what is wrong on this computer, and what to do."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbook.cli.options import AFile, option, workbook_command
from workbook.i18n import N_, NP_, _, pgettext

if TYPE_CHECKING:
    from workbook.launch.doctor import Finding

STATES = {
    "ok": NP_("state of a computer", "fine"),
    "warning": NP_("state of a computer", "look"),
    "error": NP_("state of a computer", "WRONG"),
}


@workbook_command("doctor", N_("Look whether this computer has everything a workbook needs, and say what to do."))
@click.argument("folder", metavar="[DIR]", type=AFile, required=False)
@option("--json", "as_json", is_flag=True, help=N_("Print one JSON object and nothing else."))
def command(folder: Path | None, as_json: bool) -> int:
    """Print what was looked at; exit 2 when a workbook cannot be opened here."""
    from workbook.launch.doctor import examine, is_healthy

    findings = examine(folder)
    healthy = is_healthy(findings)
    checks = [each.as_dict() for each in findings]
    told = json.dumps({"ok": healthy, "checks": checks}, ensure_ascii=False) if as_json else "\n".join(_told(findings))
    click.echo(told)
    return 0 if healthy else 2


def _told(findings: "list[Finding]") -> Iterator[str]:
    for each in findings:
        state = pgettext("state of a computer", STATES[each.state])
        yield f"{state:<8} {each.title}" + (f": {each.found}" if each.found else "")
        if each.problem:
            yield f"         {each.problem.message}"
            yield f"         {each.problem.what_to_do}"
    wrong = any(each.state == "error" for each in findings)
    yield _("A workbook cannot be opened here yet.") if wrong else _("A workbook can be opened here.")
