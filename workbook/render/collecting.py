"""Gathering what participants shared: kept beside the roster, shown in the trainer's index."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from workbook.errors import InputError, Place, Problem, system_words
from workbook.plan.sharing import SharedFile, read_shared_text
from workbook.render import shared_kinds as kinds
from workbook.render.cohort import SHARED, Cohort, peek_cohort
from workbook.render.depot import Depot
from workbook.render.far import Places, places
from workbook.render.files import write_whole
from workbook.render.follow_up import PAGES
from workbook.render.shared_zip import read_shared


@dataclass(frozen=True, slots=True)
class Collected:
    """Whose files were accepted and what they hold, why others were refused, and where the index is."""

    accepted: tuple[tuple[str, SharedFile], ...]
    refused: tuple[str, ...]
    index: Path


def collect_into(cohort: str, files: Sequence[Path], out: str) -> Collected:
    """Do as `collect` does for a cohort and workbooks that may lie at addresses."""
    with places(cohort, out) as place:
        done = collect(place.cohort, files, place.out)
        if place.far:
            _return(place, done)
    return done


def _return(place: Places, done: Collected) -> None:
    """Put what was collected where the cohort lies, and the index where the workbooks lie."""
    if place.far and place.far.cohort:
        depot = Depot(place.far.cohort)
        kept = {f"{SHARED}/{file.name}": file.read_bytes() for file in (place.cohort / SHARED).glob("*.json")}
        for name, content in kept.items():
            depot.write(name, content)
        depot.remove({f"{SHARED}/{name}" for name in depot.names(SHARED)} - set(kept))
    if place.far and place.far.out:
        for page in (done.index, *done.index.parent.glob(PAGES)):
            Depot(place.far.out).write(page.name, page.read_bytes())


def collect(folder: Path, files: Sequence[Path], out: Path) -> Collected:
    """Take over the files of participants of a cohort and renew its index in ``out``.

    A newer file of a participant replaces the older one; a file that shares nothing takes the older one away. Raises
    `InputError` for a cohort that cannot be read; a file that is refused does not stop the others.
    """
    from workbook.render.board import renew_index

    cohort = peek_cohort(folder)
    names = {rep.ref: rep.display_name for rep in cohort.reps if rep.ref}
    accepted: dict[str, SharedFile] = {}
    refused = []
    for file in files:
        try:
            content = _checked(file, names)
        except (InputError, OSError) as error:
            refused.append(_why(error, file))
        else:
            accepted[content.participant] = content
            _keep(folder, content)
    told = tuple((names[ref], content) for ref, content in accepted.items())
    return Collected(told, tuple(refused), renew_index(cohort, out))


def _checked(file: Path, names: Mapping[str, str]) -> SharedFile:
    content = read_shared(file)
    if content.participant not in names:
        raise InputError(Problem(kinds.FOREIGN, Place(file=file.name), value=content.participant))
    return content


def _why(error: InputError | OSError, file: Path) -> str:
    return str(error) if isinstance(error, InputError) else f"{file.name}: {system_words(error)}"


def _keep(folder: Path, content: SharedFile) -> None:
    place = folder / SHARED / f"{content.participant}.json"
    if content.empty:
        place.unlink(missing_ok=True)
        return
    place.parent.mkdir(mode=0o700, exist_ok=True)
    write_whole(place, content.to_text())


def forget_those_who_left(cohort: Cohort) -> None:
    """Delete what people shared who are no longer in the list of participants."""
    refs = {rep.ref for rep in cohort.reps}
    for file in (cohort.folder / SHARED).glob("*.json"):
        if file.stem not in refs:
            file.unlink()


def gathered(cohort: Cohort) -> dict[str, SharedFile]:
    """Return what the participants of a cohort shared, by their reference, in the order of the roster."""
    found = {rep.ref: _kept(cohort.folder / SHARED / f"{rep.ref}.json") for rep in cohort.reps if rep.ref}
    return {ref: content for ref, content in found.items() if content is not None and content.participant == ref}


def _kept(file: Path) -> SharedFile | None:
    try:
        return read_shared_text(file.read_bytes())
    except (OSError, ValidationError):
        # Not there, or somebody changed it by hand: it is handed in again.
        return None
