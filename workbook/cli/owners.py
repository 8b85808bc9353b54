"""One export for several reps: who in it is in the list of participants, and who is not."""

from pathlib import Path
from typing import TYPE_CHECKING

from workbook.cli.cohort_answers import cohort_of
from workbook.cli.table import plain
from workbook.errors import InputError
from workbook.i18n import _

if TYPE_CHECKING:
    from workbook.portfolio import Reading


def beside_roster(file: Path, reading: "Reading") -> list[str]:
    """Return which owners the roster and the shared export of a cohort do not have in common, as lines."""
    from workbook.portfolio.vocabulary import folded

    named = _roster_owners(file)
    if not named or not reading.owners:
        return []
    known = set(map(folded, named))
    strangers = [f"{owner} ({count})" for owner, count in reading.owners.items() if folded(owner) not in known]
    there = set(map(folded, reading.owners))
    missing = [owner for owner in named if folded(owner) not in there]
    lines = []
    if strangers:
        lines.append(_("Owners that are not in roster.csv: {owners}").format(owners=plain(", ".join(strangers))))
    if missing:
        lines.append(_("In roster.csv, but without accounts: {owners}").format(owners=plain(", ".join(missing))))
    return lines or [_("Every owner is in roster.csv.")]


def _roster_owners(file: Path) -> list[str]:
    """Return the owners of the roster when the file is the shared export of a cohort, none otherwise."""
    folder = cohort_of(file)
    if folder is None:
        return []
    from workbook.render.cohort import peek_cohort

    try:
        cohort = peek_cohort(folder)
    except InputError:
        return []
    return [rep.owner for rep in cohort.reps if rep.owner and rep.accounts == file.resolve()]
