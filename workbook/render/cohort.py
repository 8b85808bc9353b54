"""A cohort folder: settings and participants, checked completely before anything is started."""

from dataclasses import dataclass
from pathlib import Path

from workbook.errors import InputError, Place, Problem, raise_for, system_words
from workbook.i18n import LANGUAGES
from workbook.render import kinds
from workbook.render.lock import run_lock
from workbook.render.names import folder_name, is_ref
from workbook.render.roster import Roster, RosterRow, read_roster, structure_problems, with_refs, write_roster
from workbook.render.settings import FILE as SETTINGS
from workbook.render.settings import CohortSettings, read_settings
from workbook.render.texts import Texts, read_texts

ROSTER = "roster.csv"
# What participants have shared, one file each.
SHARED = "shared"


@dataclass(frozen=True, slots=True)
class Rep:
    """One participant as the roster describes them; paths are complete."""

    ref: str
    display_name: str
    language: str
    accounts: Path
    transactions: Path | None = None
    owner: str | None = None

    @property
    def folder(self) -> str:
        """The name of the participant's folder, empty while there is no reference."""
        return folder_name(self.display_name, self.ref) if self.ref else ""


@dataclass(frozen=True, slots=True)
class Cohort:
    """A cohort folder that passed every check."""

    folder: Path
    settings: CohortSettings
    reps: tuple[Rep, ...]
    texts: Texts


def read_cohort(folder: Path) -> Cohort:
    """Return the cohort in ``folder``; writes missing references into its roster.

    Raises `InputError` with every problem of settings and roster at once; then nothing was written.
    """
    settings, roster = _checked(folder)
    if with_refs(roster) != roster:
        roster = _completed(folder, roster.path.name)
    return _cohort(folder, settings, roster)


def _completed(folder: Path, name: str) -> Roster:
    """Give references to those who have none, one trainer at a time: nobody may get two, in two trainers' runs."""
    try:
        with run_lock(folder):
            _settings, roster = _checked(folder)  # somebody else may have completed it by now
            complete = with_refs(roster)
            if complete != roster:
                write_roster(complete)
            return complete
    except OSError as error:
        details = {"error": system_words(error)}
        raise InputError(Problem(kinds.ROSTER_LOCKED, Place(file=name), details=details)) from error


def peek_cohort(folder: Path) -> Cohort:
    """Return the cohort in ``folder`` without writing anything; who has no reference yet has an empty one."""
    settings, roster = _checked(folder)
    return _cohort(folder, settings, roster)


def named_files(folder: Path) -> frozenset[str]:
    """Return the names of the exports and of the shared answers a cohort may have, whether they exist or not."""
    try:
        settings, roster = _settings_and_roster(folder)
    except InputError:
        return frozenset()  # what is wrong is told when the cohort is read
    shared = (settings.accounts, settings.transactions)
    own = (row[column] for row in roster.rows for column in ("accounts", "transactions"))
    answers = (f"{SHARED}/{row['ref']}.json" for row in roster.rows if is_ref(row["ref"]))
    return frozenset(name for name in (*shared, *own, *answers) if name)


def _cohort(folder: Path, settings: CohortSettings, roster: Roster) -> Cohort:
    reps = tuple(_rep(row, folder, settings) for row in roster.rows)
    return Cohort(folder, settings, reps, read_texts(folder)[0])


def _checked(folder: Path) -> tuple[CohortSettings, Roster]:
    if not folder.is_dir():
        raise InputError(Problem(kinds.COHORT_FOLDER_MISSING, Place(file=str(folder))))
    settings, roster = _settings_and_roster(folder)
    raise_for(roster_problems(roster, settings) + read_texts(folder)[1])
    return settings, roster


def _settings_and_roster(folder: Path) -> tuple[CohortSettings, Roster]:
    problems: list[Problem] = []
    try:
        settings = read_settings(folder)
    except InputError as error:
        problems += error.problems
    try:
        roster = read_roster(folder / ROSTER)
    except InputError as error:
        problems += error.problems
    raise_for(problems)
    return settings, roster


def roster_problems(roster: Roster, settings: CohortSettings) -> list[Problem]:
    """Return everything that is wrong with the list of participants."""
    problems = structure_problems(roster) + _shared_file_problems(roster, settings)
    seen: dict[str, int] = {}
    for row in roster.rows:
        problems += _row_problems(row, settings) + _file_problems(row, roster) + _ref_problems(row, seen)
    return problems


def _place(row: RosterRow, column: str) -> Place:
    return Place(file=ROSTER, row=row.number, column=column)


def _row_problems(row: RosterRow, settings: CohortSettings) -> list[Problem]:
    problems = []
    if not row["name"]:
        problems.append(Problem(kinds.NAME_MISSING, _place(row, "name")))
    if row["language"] and row["language"].lower() not in LANGUAGES:
        problems.append(Problem(kinds.LANGUAGE_UNKNOWN, _place(row, "language"), value=row["language"]))
    if not row["accounts"] and not settings.accounts:
        problems.append(Problem(kinds.ACCOUNTS_MISSING, _place(row, "accounts")))
    if not row["accounts"] and settings.accounts and not row["owner"]:
        problems.append(Problem(kinds.OWNER_MISSING, _place(row, "owner")))
    return problems


def _file_problems(row: RosterRow, roster: Roster) -> list[Problem]:
    return [
        Problem(kinds.FILE_MISSING, _place(row, column), value=row[column])
        for column in ("accounts", "transactions")
        if row[column] and not (roster.path.parent / row[column]).is_file()
    ]


def _shared_file_problems(roster: Roster, settings: CohortSettings) -> list[Problem]:
    shared = {"accounts": settings.accounts, "transactions": settings.transactions}
    return [
        Problem(kinds.FILE_MISSING, Place(file=SETTINGS, column=key), value=name)
        for key, name in shared.items()
        if name and not (roster.path.parent / name).is_file()
    ]


def _ref_problems(row: RosterRow, seen: dict[str, int]) -> list[Problem]:
    ref = row["ref"]
    if not ref:
        return []
    if not is_ref(ref):
        return [Problem(kinds.REF_PATTERN, _place(row, "ref"), value=ref)]
    other = seen.setdefault(ref, row.number)
    return [] if other == row.number else [Problem(kinds.REF_TWICE, _place(row, "ref"), ref, {"other": other})]


def _rep(row: RosterRow, folder: Path, settings: CohortSettings) -> Rep:
    accounts = row["accounts"] or settings.accounts or ""
    # A shared list of transactions belongs to the shared list of accounts.
    transactions = row["transactions"] or ("" if row["accounts"] else settings.transactions or "")
    return Rep(
        ref=row["ref"],
        display_name=row["name"],
        language=row["language"].lower() or settings.language,
        accounts=(folder / accounts).resolve(),
        transactions=(folder / transactions).resolve() if transactions else None,
        owner=row["owner"] or None,
    )
