"""Tiny notebooks named after the fault they carry, and small cohorts to render them for."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from workbook.render.cohort import Rep
from workbook.render.follow_up import PAGES
from workbook.render.job import FRESH_KERNEL, Job
from workbook.render.settings import CohortSettings

PARAMETERS = 'participant_ref = ""'
FAULTS = {
    "prints": "print('Hello', participant_ref)",
    "raises": "{}['missing']",
    "dies": "import os\nos._exit(9)",
    "loops": "while True:\n    pass",
    "swallows_interrupts": "while True:\n    try:\n        while True:\n            pass\n"
    "    except KeyboardInterrupt:\n        pass",
    "holds_the_interpreter": "import re\nre.match('(a+)+$', 'a' * 60 + 'b')",
    "eats_memory": "hungry = bytearray(20 * 2**30)",
}


def notebook(*sources: str) -> NotebookNode:
    """A chapter with a heading, the parameters, and the given code cells."""
    cells = [new_markdown_cell("# A chapter"), new_code_cell(PARAMETERS, metadata={"tags": ["parameters"]})]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return new_notebook(cells=cells + [new_code_cell(source) for source in sources], metadata={"kernelspec": kernel})


def apart_from_mails(out: Path) -> list[str]:
    """What lies in the folder of a run but for the mails of the follow-up, sorted."""
    return sorted({path.name for path in out.iterdir()} - {path.name for path in out.glob(PAGES)})


def write_chapters(folder: Path, *faults: str) -> Path:
    """A folder of chapters, one per fault, in this order."""
    folder.mkdir(exist_ok=True)
    for number, fault in enumerate(faults):
        nbformat.write(notebook(FAULTS[fault]), folder / f"{number:02}_{fault}.ipynb")
    return folder


COHORT = 'id = "autumn"\ntitle = "Autumn seminar"\ntrainer = "T. Rainer"\ndate = 2026-11-02\nlanguage = "en"\n'
ACCOUNTS = "id,name,status,revenue_2024,revenue_2025\n" + "".join(
    f"K-{number:03},Account {number},customer,{1000 * number},{1100 * number}\n" for number in range(1, 31)
)


def write_cohort(folder: Path, *names: str, settings: str = COHORT) -> Path:
    """A cohort folder with one account file for each name."""
    (folder / "accounts").mkdir(parents=True)
    (folder / "cohort.toml").write_text(settings, encoding="utf-8")
    lines = ["name,language,accounts,transactions,owner,ref"]
    for number, name in enumerate(names):
        (folder / "accounts" / f"{number}.csv").write_text(ACCOUNTS, encoding="utf-8")
        lines.append(f"{name},,accounts/{number}.csv,,,participant{number}")
    (folder / "roster.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def job(folder: Path, name: str = "A", **changes: object) -> Job:
    """A job that needs no files."""
    ref = f"ref{len(name):05}{name.lower().replace('_', '')}"[:32]
    plain = Job(
        rep=Rep(ref, name, "en", folder / "accounts.csv"),
        settings=CohortSettings(id="autumn", date=date(2026, 11, 2)),
        out=folder,
        notebooks=folder,
        runtime=folder / "runtime" / ref,
        today=date(2026, 11, 23),
        message_language="en",
        engine=FRESH_KERNEL,
    )
    return replace(plain, **changes)
