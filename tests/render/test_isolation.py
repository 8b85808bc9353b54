"""Nothing of one participant reaches another, and a large cohort comes through its faulty participants."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.render.fixtures import ACCOUNTS, write_chapters, write_cohort
from workbook.render.cohort import read_cohort
from workbook.render.manifest import Status
from workbook.render.options import RenderOptions
from workbook.render.run import render_cohort

pytestmark = pytest.mark.slow
NAMES = ("Anna", "Ben", "Cem", "Dana")


def test_no_file_holds_a_foreign_canary(tmp_path: Path) -> None:
    """Every byte of every file of a participant, with all chapters: the own mark is there, no other one."""
    folder = write_cohort(tmp_path / "cohort", *NAMES)
    for number in range(len(NAMES)):
        marked = ACCOUNTS.replace("Account 30,", f"Canary{number}bird,").replace("K-030", f"K-canary{number}bird")
        (folder / "accounts" / f"{number}.csv").write_text(marked, encoding="utf-8")
    cohort = read_cohort(folder)
    render_cohort(cohort, RenderOptions(tmp_path / "build", date(2026, 11, 23)))
    for number, rep in enumerate(cohort.reps):
        whole = b"".join(path.read_bytes() for path in (tmp_path / "build" / rep.folder).rglob("*") if path.is_file())
        seen = [other for other in range(len(NAMES)) if f"anary{other}bird".encode() in whole]
        assert seen == [number]
        assert [other.ref for other in cohort.reps if other.ref.encode() in whole] == [rep.ref]


@pytest.mark.long
def test_three_hundred_with_five_per_cent_faulty(tmp_path: Path) -> None:
    """Exactly the faulty ones fail, the others equal a clean run."""
    folder = write_cohort(tmp_path / "cohort", *[f"Rep {number}" for number in range(300)])
    chapters = write_chapters(tmp_path / "chapters", "prints")
    faulty = {f"participant{number}" for number in range(7, 300, 20)}
    options = RenderOptions(tmp_path / "clean", date(2026, 11, 23), notebooks=chapters)
    clean = render_cohort(read_cohort(folder), options)
    for ref in faulty:
        (folder / "accounts" / f"{ref.removeprefix('participant')}.csv").write_text(
            "id,name\n1,A\n1,B\n", encoding="utf-8"
        )
    mixed = render_cohort(read_cohort(folder), replace(options, out=tmp_path / "mixed"))
    assert clean.count(Status.DONE) == 300
    assert {entry.ref for entry in mixed.participants if entry.status is Status.FAILED} == faulty
    for entry in mixed.participants:
        if entry.status is Status.DONE:
            pages = [(tmp_path / run / entry.folder / "workbook.html").read_bytes() for run in ("clean", "mixed")]
            assert pages[0] == pages[1]
