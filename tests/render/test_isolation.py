"""Nothing of one participant reaches another (S15), nothing of the machine any of them (S16): every file is opened."""

import base64
import getpass
import io
import re
import socket
import stat
import zipfile
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import nbformat
import pypdf
import pytest

from tests.render.fixtures import ACCOUNTS, COHORT, notebook, write_cohort
from workbook.book import open_workbook
from workbook.plan.action import Action
from workbook.plan.buying_center import BuyingCenter, BuyingCenterMember
from workbook.plan.draft import Draft
from workbook.plan.exercise import Answer
from workbook.plan.year_plan import YearPlan
from workbook.render.cohort import Cohort, read_cohort
from workbook.render.due import jobs_of
from workbook.render.job import FORMATS, Job
from workbook.render.manifest import Status
from workbook.render.options import RenderOptions
from workbook.render.pipeline import fill_store
from workbook.render.run import render_cohort
from workbook.terms import Layer

pytestmark = pytest.mark.slow
PEOPLE, WITH_ALL_CHAPTERS = 50, ("participant7",)
CANARY = re.compile(rb"anar(\d\d)")
# In a store the quarter follows the reference without a gap.
REF = re.compile(rb"participant\d+?(?=2026Q|\D|\Z)")
TODAY = date(2026, 11, 23)
SHOWS_ALL = "book = open_workbook(participant_ref)\nprint(book.drafts(), list(book.tiering.table['name']))"


def _canaries(out: Path) -> Cohort:
    """A cohort in which everybody's name, accounts, people and answers are marked with their number."""
    folder = write_cohort(out.parent / "cohort", *[f"Kanar{n:02}name" for n in range(PEOPLE)], settings=COHORT)
    for n in range(PEOPLE):
        marked = ACCOUNTS.replace(",Account ", f",Kanar{n:02}kunde ")
        (folder / "accounts" / f"{n}.csv").write_text(marked, encoding="utf-8")
    cohort = read_cohort(folder)
    out.mkdir(mode=0o700)
    for n, job in enumerate(jobs_of(cohort, RenderOptions(out, TODAY))):
        job.folder.mkdir(mode=0o700)
        _answer(job, f"Kanar{n:02}")
    return cohort


def _answer(job: Job, mark: str) -> None:
    fill_store(job, job.folder)
    book = open_workbook(job.rep.ref, folder=job.folder, today=TODAY)
    top, following = book.tiering.ids(Layer.TOP5)[0], book.tiering.ids(Layer.NEXT15)[0]
    person = BuyingCenterMember(id="aa", person=f"{mark}mensch", personal_win=f"{mark}grund")
    action = Action(id="a1", what=f"{mark}tat", due=date(2027, 2, 1), owner=f"{mark}helfer")
    book.keeper(BuyingCenter, account_id=top).save(Draft(BuyingCenter(members=(person,))))
    book.keeper(YearPlan, account_id=following).save(Draft(YearPlan(goal=f"{mark}ziel", actions=(action,))))
    book.keeper(Answer, chapter="start", name="reflection").save(Draft(Answer(text=f"{mark}antwort")))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Cohort]:
    """Fifty workbooks from a chapter that shows everything, and two of them again with all chapters and formats."""
    place = tmp_path_factory.mktemp("isolation")
    out, chapters = place / "build", place / "chapters"
    chapters.mkdir()
    nbformat.write(notebook("from workbook.book import open_workbook\n" + SHOWS_ALL), chapters / "00_all.ipynb")
    cohort = _canaries(out)
    small = RenderOptions(out, TODAY, notebooks=chapters, formats=("html", "xlsx", "ics", "zip"))
    assert render_cohort(cohort, small).count(Status.DONE) == PEOPLE
    everything = RenderOptions(out, TODAY, only=WITH_ALL_CHAPTERS, formats=FORMATS)
    assert render_cohort(cohort, everything).count(Status.DONE) == PEOPLE
    return out, cohort


def _opened(data: bytes) -> Iterator[bytes]:
    """Yield a file and whatever is packed into it: parts of archives, texts of PDF pages, pictures of pages."""
    yield data
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield name.encode()
                yield from _opened(archive.read(name))
    elif data.startswith(b"%PDF"):
        reader = pypdf.PdfReader(io.BytesIO(data))
        yield "".join([str(reader.metadata), *(page.extract_text() for page in reader.pages)]).encode()
    for picture in re.findall(rb";base64,([A-Za-z0-9+/=]+)", data):
        yield base64.b64decode(picture)


@cache
def _files(place: Path) -> dict[str, bytes]:
    """Everything that can be read in every file of a folder or in one file, by name."""
    files = [place] if place.is_file() else [path for path in place.rglob("*") if path.is_file()]
    return {str(path.relative_to(place.parent)): b"\n".join(_opened(path.read_bytes())) for path in files}


def test_no_file_holds_a_foreign_canary(built: tuple[Path, Cohort], record_property) -> None:
    """Of 50 times 50 marks only the own ones are there: own more than 0, foreign 0, in every opened file."""
    out, cohort = built
    searched = foreign = 0
    for number, rep in enumerate(cohort.reps):
        files = {**_files(out / rep.folder), **_files(out / f"{rep.folder}.zip")}
        seen = [{int(found) for found in CANARY.findall(content)} for content in files.values()]
        refs = {ref for content in files.values() for ref in REF.findall(content)}
        assert set.union(*seen) == {number}, rep.ref
        assert refs == {rep.ref.encode()}
        searched, foreign = searched + len(files), foreign + sum(bool(found - {number}) for found in seen)
    record_property(f"S15: files of {PEOPLE} participants searched", searched)
    record_property("S15: files with a foreign mark", foreign)


def test_every_kind_of_file_is_searched(built: tuple[Path, Cohort]) -> None:
    """The search can find: each kind of file of a full workbook holds a mark of its own participant."""
    out, cohort = built
    whole = _files(out / cohort.reps[7].folder)
    kinds = {Path(name).suffix for name, content in whole.items() if b"anar07" in content}
    assert kinds >= {".ipynb", ".html", ".pdf", ".xlsx", ".pptx", ".ics", ".db"}


def test_the_trainer_sees_no_answer(built: tuple[Path, Cohort]) -> None:
    """Index and manifest name participants; people and answers nobody shared are not there (S17)."""
    out, _cohort = built
    seen = b"".join(path.read_bytes() for path in out.iterdir() if path.suffix in (".html", ".json"))
    assert len(set(CANARY.findall(seen))) == PEOPLE
    assert not re.findall(rb"anar\d\d(?!name|kunde)\w+", seen)


def test_no_file_tells_of_the_machine(built: tuple[Path, Cohort]) -> None:
    """S16: neither the folders of this machine nor its name or user stand in any file."""
    out, cohort = built
    places = {str(out.parent), str(Path.home()), str(Path(__file__).parent.parent.parent), f"/{getpass.getuser()}/"}
    host = re.compile(rf"\b{re.escape(socket.gethostname())}\b".encode())
    for rep in cohort.reps:
        for name, content in _files(out / rep.folder).items():
            assert [place for place in places if place.encode() in content] == [], name
            # A short name stands by chance in what is compressed.
            assert Path(name).suffix not in (".html", ".ipynb", ".ics") or not host.search(content), name


def test_nobody_else_can_read_any_file(built: tuple[Path, Cohort]) -> None:
    """S12: after a run with every format no folder and no file is open to group or others."""
    out, _cohort = built
    modes = {stat.S_IMODE(path.stat().st_mode) for path in [out, *out.rglob("*")]}
    assert modes <= {0o600, 0o700}
