"""The cohort folder `workbook new` makes."""

from datetime import date
from pathlib import Path
from string import Template

from workbook.errors import InputError, Place, Problem, system_words
from workbook.render import kinds
from workbook.render.texts import TEXT_FILES
from workbook.resources import resource

GUIDES = {"de": "LIESMICH.txt", "en": "README.txt"}
_TEXT_FILES = {".toml", ".txt"}


def make_cohort_folder(folder: Path, *, language: str, today: date) -> Path:
    """Make a cohort folder with settings, roster, an example export and instructions; return the instructions.

    Raises `InputError` when there is something in the folder already, or it cannot be written.
    """
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise InputError(Problem(kinds.FOLDER_NOT_EMPTY, Place(file=str(folder))))
        _copy(resource("templates", "cohort", language), folder, {"date": today.isoformat()})
        _copy(resource("templates", "account-import", language), folder / "accounts", {})
        for name, text_file in ((name, each) for each in TEXT_FILES for name in each.names()):
            (folder / name).write_bytes(resource(*text_file.source, name).read_bytes())
    except OSError as error:
        details = {"error": system_words(error)}
        raise InputError(Problem(kinds.NOT_WRITABLE, Place(file=str(folder)), details=details)) from error
    return folder / GUIDES[language]


def _copy(source: Path, target: Path, words: dict[str, str]) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for path in sorted(source.iterdir()):
        content = path.read_bytes()
        if path.suffix in _TEXT_FILES:
            content = Template(content.decode("utf-8")).substitute(words).encode("utf-8")
        (target / path.name).write_bytes(content)
