"""What a run makes besides the page: PDF files, handouts, one file to hand over; and what cannot be made is told."""

import hashlib
import re
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import nbformat
import pytest
from pypdf import PdfReader

from tests.render.fixtures import notebook, write_cohort
from workbook.book import open_workbook
from workbook.errors import InputError
from workbook.plan.buying_center import BuyingCenter, BuyingCenterMember
from workbook.plan.draft import Draft
from workbook.render.cohort import read_cohort
from workbook.render.manifest import Entry, read_manifest
from workbook.render.options import RenderOptions
from workbook.render.run import render_cohort
from workbook.terms import Layer

pytestmark = pytest.mark.slow

WRITTEN = (
    "from workbook.book import open_workbook\n"
    "print('decisions saved:', len(open_workbook(participant_ref).sections('tiering')))"
)
_SAVED = re.compile(r"decisions saved: (\d)")
# What importing WeasyPrint does where Pango is missing.
NO_PANGO = """
import sys
class Missing:
    def find_spec(self, name, *_):
        if name == 'weasyprint':
            raise OSError("cannot load library 'libpango-1.0-0'")
sys.meta_path.insert(0, Missing())
"""
PDFS = ["decision-sheet.pdf", "workbook.pdf"]


@pytest.fixture
def options(tmp_path: Path) -> RenderOptions:
    """One chapter that says whether anything was decided."""
    chapters = tmp_path / "chapters"
    chapters.mkdir()
    nbformat.write(notebook(WRITTEN), chapters / "00_start.ipynb")
    return RenderOptions(tmp_path / "build", date(2026, 11, 23), notebooks=chapters)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A cohort of one."""
    return write_cohort(tmp_path / "cohort", "Ben")


def _render(folder: Path, options: RenderOptions, *formats: str, **changes: object) -> Entry:
    return render_cohort(read_cohort(folder), replace(options, formats=formats, **changes)).participants[0]


def _place(options: RenderOptions) -> Path:
    return options.out / "ben-participant0"


def _contents(folder: Path) -> dict[str, str]:
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def _decide(options: RenderOptions) -> None:
    book = open_workbook(folder=_place(options), today=options.today)
    book.decide(book.decisions)


def _without_pango(options: RenderOptions) -> None:
    nbformat.write(notebook(NO_PANGO), options.notebooks / "00_start.ipynb")


def test_a_workbook_with_pdf_files(folder: Path, options: RenderOptions) -> None:
    """Workbook and decision sheet are made for the participant, and the manifest names them."""
    entry = _render(folder, options, "pdf")
    assert [name for name in entry.files if name.endswith(".pdf") and "/" not in name] == PDFS
    assert not [name for name in entry.files if name.startswith("plans/")]
    assert "workbook.html" in entry.files
    metadata = [PdfReader(_place(options) / name).metadata for name in PDFS]
    assert [each.author for each in metadata if each] == ["Ben", "Ben"]


def test_a_plan_somebody_has_begun_is_made(folder: Path, options: RenderOptions) -> None:
    """One of the five has a person: their plan is a file of its own, the other four are not."""
    _render(folder, options, "pdf")
    book = open_workbook(folder=_place(options), today=options.today)
    member = BuyingCenterMember(person="Karsten")
    keeper = book.keeper(BuyingCenter, account_id=book.tiering.ids(Layer.TOP5)[0])
    keeper.save(Draft(BuyingCenter(members=(member,))))
    assert "plans/" in _render(folder, options, "pdf").files
    assert len(list(_place(options).glob("plans/*-plan.pdf"))) == 1


def test_without_pango_the_rest_is_made(folder: Path, options: RenderOptions) -> None:
    """F28: the page is there, no half PDF is, and manifest and index name the command that installs what is missing."""
    _without_pango(options)
    entry = _render(folder, options, "html", "pdf")
    assert (str(entry.status), entry.reason, entry.skipped[0].code) == ("done", None, "pdf_unavailable")
    assert "apt install libpango" in entry.skipped[0].message
    assert "apt install libpango" in (options.out / "index.html").read_text(encoding="utf-8")
    assert (_place(options) / "workbook.html").is_file()
    assert not list(options.out.rglob("*.pdf"))


def test_what_was_skipped_is_tried_again(folder: Path, options: RenderOptions) -> None:
    """The next run makes the PDF when Pango is there, without being forced; the manifest forgets the reason."""
    _without_pango(options)
    _render(folder, options, "pdf")
    first = read_manifest(options.out)
    nbformat.write(notebook(WRITTEN), options.notebooks / "00_start.ipynb")
    assert first is not None
    assert first.participants[0].skipped
    assert _render(folder, options, "pdf").skipped == ()
    assert (_place(options) / "workbook.pdf").is_file()


def test_a_format_no_longer_wanted_goes(folder: Path, options: RenderOptions) -> None:
    """An old PDF or archive beside a new page would tell an old story."""
    _render(folder, options, "pdf", "zip")
    assert _render(folder, options, "html").files
    assert not [*options.out.rglob("*.pdf"), *options.out.glob("*.zip")]


def test_one_file_to_hand_over(folder: Path, options: RenderOptions) -> None:
    """The archive holds what the folder holds, and nothing of anybody else."""
    _render(folder, options, "zip")
    with zipfile.ZipFile(options.out / "ben-participant0.zip") as archive:
        names = archive.namelist()
    inside = sorted(path.relative_to(options.out).as_posix() for path in _place(options).rglob("*") if path.is_file())
    assert names == inside


def test_a_lost_archive_is_made_again(folder: Path, options: RenderOptions) -> None:
    """A workbook without the archive that was asked for is not complete."""
    _render(folder, options, "zip")
    (options.out / "ben-participant0.zip").unlink()
    _render(folder, options, "zip")
    assert (options.out / "ben-participant0.zip").is_file()


def test_a_handout_is_as_if_nothing_had_been_typed(folder: Path, options: RenderOptions) -> None:
    """What was decided stands in the workbook and not in the handout; the workbook stays as it is."""
    _render(folder, options, "html")
    _decide(options)
    _render(folder, options, "html")
    before = _contents(options.out)
    handouts = replace(options, out=options.out.parent / "build-blank")
    _render(folder, handouts, "html", blank=True)
    pages = [_place(options) / "workbook.html", _place(handouts) / "handout.html"]
    assert [_SAVED.findall(page.read_text(encoding="utf-8")) for page in pages] == [["1"], ["0"]]
    assert _contents(options.out) == before


def test_a_handout_is_paper_only(folder: Path, options: RenderOptions) -> None:
    """Nobody can write into it: no store, no chapters, no start scripts; made again it is the same."""
    entry = _render(folder, options, "html", "pdf", blank=True)
    files = {path.name for path in _place(options).rglob("*") if path.is_file()}
    assert {name for name in files if not name.endswith(".pdf")} == {".render.json", "handout.html"}
    assert {"decision-sheet.pdf", "handout.pdf"} < files
    made = (_place(options) / "handout.html").stat().st_mtime_ns
    assert _render(folder, options, "html", "pdf", blank=True).files == entry.files
    assert (_place(options) / "handout.html").stat().st_mtime_ns == made


def test_handouts_never_take_the_place_of_answers(folder: Path, options: RenderOptions) -> None:
    """A folder with stores in it is refused, and nothing in it changes."""
    _render(folder, options, "html")
    before = _contents(options.out)
    with pytest.raises(InputError, match="--out"):
        _render(folder, options, "html", blank=True, force=True)
    assert _contents(options.out) == before


def test_an_unknown_format_is_refused(folder: Path, options: RenderOptions) -> None:
    """The message names those there are."""
    with pytest.raises(InputError, match=r"html, pdf, .*zip"):
        _render(folder, options, "docx")
