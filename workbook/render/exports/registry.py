"""What can be exported from a workbook: one table of formats, and one way to write what they ask for.

A module of the table has a function ``files(book) -> Iterable[ExportFile]``. The table holds names of modules, so
that the command line knows the formats without loading what makes them.

>>> sorted(EXPORTS)
['html', 'ics', 'pdf', 'pptx', 'xlsx']
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from workbook.errors import Place, Problem, RenderError
from workbook.i18n import language, speaking
from workbook.render import kinds
from workbook.render.failures import Skipped
from workbook.render.files import write_whole

if TYPE_CHECKING:
    from workbook.book import Workbook

HTML, PDF, PPTX, XLSX, ICS = "html", "pdf", "pptx", "xlsx", "ics"
EXPORTS: Mapping[str, tuple[str, ...]] = {
    HTML: ("plan_html", "sheets_html", "talk_html"),
    PDF: ("decision_sheet", "plan_pdf", "sheets_pdf", "talk_pdf"),
    PPTX: ("plan_pptx", "talk_pptx"),
    XLSX: ("actions",),
    ICS: ("calendar",),
}
# What a handout without answers can be.
PAPER = frozenset({PDF})


@dataclass(frozen=True, slots=True)
class ExportFile:
    """One file to be written: its name below the folder, with "/", and what makes its content when its turn comes.

    ``begun`` says whether the rep has written what it shows; one that is not is lines to write on. ``about`` is the
    account it is about, or "talk"; ``held``: it must not leave the folder of the workbook.
    """

    name: str
    make: Callable[[], bytes]
    begun: bool = True
    about: str = ""
    held: bool = False


@dataclass(frozen=True, slots=True)
class Exported:
    """What became of an export: the files that were written, those that could not be, with why, and those held back."""

    written: tuple[str, ...]
    skipped: tuple[Skipped, ...]
    held: tuple[str, ...] = ()


def export_files(book: "Workbook", kind: str) -> Iterator[ExportFile]:
    """Yield the files of one format; their content is made when it is asked for."""
    for module in EXPORTS[kind]:
        yield from import_module(f"workbook.render.exports.{module}").files(book)


def write_exports(
    book: "Workbook",
    folder: Path,
    formats: Iterable[str],
    tell: Callable[[str], object] = lambda name: None,
    *,
    wanted: Callable[[ExportFile], bool] = lambda file: True,
) -> Exported:
    """Write a workbook's files of these formats below ``folder`` (0700, files 0600), in the language of the workbook.

    Only files that are ``wanted`` are written; what the rep has not released is held back where ``folder`` is not in
    the workbook's own. ``tell`` hears the name of each file before it is made. A file that is open elsewhere is
    skipped with the reason in the language in use (F29), and so is a format for which something is missing on this
    machine (F28); all others are written.
    """
    desk = _Desk(folder, language(), tell)
    leaves = not folder.resolve().is_relative_to(book.folder.resolve())
    with speaking(book.language):
        for kind in dict.fromkeys(formats):
            files = filter(wanted, export_files(book, kind))
            desk.write_all(desk.without_held(files) if leaves else files)
    return Exported(tuple(desk.written), tuple(desk.skipped), tuple(desk.held))


class _Desk:
    """Writes files one after the other and notes what became of them."""

    def __init__(self, folder: Path, messages: str, tell: Callable[[str], object]) -> None:
        self.folder, self.messages, self.tell = folder, messages, tell
        self.written: list[str] = []
        self.skipped: list[Skipped] = []
        self.held: list[str] = []

    def without_held(self, files: Iterable[ExportFile]) -> Iterator[ExportFile]:
        """Yield the files that may leave the folder of the workbook, and note the others."""
        for file in files:
            if file.held:
                self.held.append(file.name)
            else:
                yield file

    def write_all(self, files: Iterable[ExportFile]) -> None:
        """Write the files of one format, up to the first that cannot be made on this machine."""
        try:
            for file in files:
                self.tell(file.name)
                self.write(file)
        except RenderError as missing:
            self.skip(file, missing.problems[0])

    def write(self, file: ExportFile) -> None:
        """Write one file whole, or leave the old one as it is."""
        target = self.folder.joinpath(*PurePosixPath(file.name).parts)
        content = file.make()
        try:
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_whole(target, content)
            self.written.append(file.name)
        except PermissionError:
            self.skip(file, Problem(kinds.FILE_HELD, Place(file=file.name)))

    def skip(self, file: ExportFile, problem: Problem) -> None:
        with speaking(self.messages):
            self.skipped.append(Skipped(file.name, problem.code, str(problem)))
