"""A participant who writes scripts, formulas and code into every field: all of it stays text (S1-S4, S13, S20)."""

import csv
import io
import re
import shutil
from datetime import date
from pathlib import Path

import nbformat
import openpyxl
import pytest
from playwright.sync_api import Browser

from tests.render.fixtures import COHORT, notebook, write_chapters, write_cohort
from tests.render.payloads import FORMULAS, SCRIPTS, Dangers
from workbook.book import open_workbook
from workbook.errors import Problem
from workbook.plan.action import Action
from workbook.plan.buying_center import BuyingCenter, BuyingCenterMember
from workbook.plan.draft import Draft
from workbook.plan.exercise import Answer
from workbook.plan.year_plan import YearPlan
from workbook.portfolio.report import write_problem_report
from workbook.render import kinds
from workbook.render.cohort import read_cohort
from workbook.render.due import jobs_of
from workbook.render.engine import Execution, carry_out
from workbook.render.html import Index
from workbook.render.index_page import compose_index
from workbook.render.job import FORMATS, FRESH_KERNEL, WARM_PROCESS, Job, Limits
from workbook.render.manifest import Status
from workbook.render.options import RenderOptions
from workbook.render.pipeline import fill_store
from workbook.render.run import render_cohort
from workbook.resources import resource
from workbook.store.store import Store
from workbook.terms import Layer

pytestmark = pytest.mark.slow
TODAY = date(2026, 11, 23)
HEADER = ("id", "name", "status", "incumbent_competitor", "currency", "revenue_2024", "revenue_2025")
SHOWN = ("text/html", "text/plain", "image/png", "image/svg+xml", "text/markdown")


def _code(marker: Path) -> tuple[str, ...]:
    touch = f"__import__('pathlib').Path({str(marker)!r}).touch()"
    return (touch, f"'\n{touch}\n'", f'"+{touch}+"', f"'''\n{touch}\n'''", f"{{{touch}}}", f"\\'); {touch} #")


def _write_accounts(path: Path, names: tuple[str, ...]) -> None:
    with path.open("w", encoding="utf-8", newline="") as target:
        rows = ((f"K-{n:03}", name, "customer", name, "EUR", 10 * n + 10, 11 * n + 10) for n, name in enumerate(names))
        csv.writer(target).writerows([HEADER, *rows])


def _answer(job: Job, texts: tuple[str, ...]) -> None:
    job.folder.mkdir(mode=0o700, parents=True)
    fill_store(job, job.folder)
    book = open_workbook(job.rep.ref, folder=job.folder, today=TODAY)
    people = tuple(
        BuyingCenterMember(id=f"p{n}", person=text, function=text, personal_win=text)
        for n, text in enumerate(texts[:25])
    )
    actions = tuple(Action(id=f"a{n}", what=text, owner=text, due=date(2027, 2, 1)) for n, text in enumerate(FORMULAS))
    book.keeper(BuyingCenter, account_id=book.tiering.ids(Layer.TOP5)[0]).save(Draft(BuyingCenter(members=people)))
    following = book.tiering.ids(Layer.NEXT15)[:2]
    book.keeper(YearPlan, account_id=following[0]).save(Draft(YearPlan(actions=actions[:9], goal=" ".join(texts))))
    book.keeper(YearPlan, account_id=following[1]).save(Draft(YearPlan(actions=actions[9:])))
    book.keeper(Answer, chapter="start", name="reflection").save(Draft(Answer(text="\n\n".join(texts))))


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cohort built from attacks only: its folder holds build, and would hold the marker of code that ran."""
    place = tmp_path_factory.mktemp("attacks")
    texts = (*SCRIPTS, *(" ".join(code.split()) for code in _code(place / "marker")))
    folder = write_cohort(place / "cohort", settings=COHORT)
    _write_accounts(folder / "accounts" / "0.csv", texts)
    with (folder / "roster.csv").open("a", encoding="utf-8", newline="") as roster:
        csv.writer(roster).writerow((SCRIPTS[5] + "../../" + texts[-1], "", "accounts/0.csv", "", "", "participant0"))
    cohort, options = read_cohort(folder), RenderOptions(place / "build", TODAY, formats=("html", "xlsx", "ics"))
    _answer(next(jobs_of(cohort, options)), texts)
    manifest = render_cohort(cohort, options)
    assert manifest.participants[0].reason is None
    return place


def _index(place: Path) -> str:
    entries = [
        {"ref": f"participant{n}", "display_name": text, "folder": text, "status": ("done", "failed")[n % 2],
         "reason": {"code": "x", "message": text, "chapter": text, "cell": n}}
        for n, text in enumerate(SCRIPTS)
    ]  # fmt: skip
    page = compose_index(Index("en", SCRIPTS[0], SCRIPTS[1], "done", entries))
    (place / "many.html").write_text(page, encoding="utf-8")
    return page


def test_code_in_data_never_runs(attacked: Path) -> None:
    """S1, S4: names, accounts and answers that are Python ran nowhere, and no name left the folder of the run."""
    assert not (attacked / "marker").exists()
    assert sorted(path.name for path in attacked.iterdir() if path.name != "many.html") == ["build", "cohort"]


@pytest.mark.parametrize("number", range(6))
def test_code_in_parameters_never_runs(tmp_path: Path, number: int) -> None:
    """S1: as text it stays text; as tuple, path, key or name of a parameter it is refused; the marker never appears."""
    code = _code(tmp_path / "marker")[number]
    execution = Execution(WARM_PROCESS, tmp_path, tmp_path, Limits())
    shown = carry_out("00_a", notebook("print(participant_ref)"), {"participant_ref": code}, execution)
    assert shown.cells[-1].outputs[0].text == code + "\n"
    hostile = (
        {"participant_ref": (code,)}, {"participant_ref": Path(code)}, {"participant_ref": {code: code}}, {code: "a"}
    )  # fmt: skip
    for parameters in hostile:
        with pytest.raises(ValueError, match="parameter"):
            carry_out("00_a", notebook("1"), parameters, execution)
    assert not (tmp_path / "marker").exists()


def test_no_script_reaches_a_page(attacked: Path, record_property) -> None:
    """S2: forty payloads in every field: no script but the index's own, no handler, no address outside the folder."""
    pages = {path.name: path.read_text(encoding="utf-8") for path in (attacked / "build").rglob("*.html")}
    pages["many"] = _index(attacked)
    read = {name: Dangers(page) for name, page in pages.items()}
    assert {name: dangers.found for name, dangers in read.items() if dangers.found} == {}
    assert {name for name, dangers in read.items() if dangers.scripts} == {"index.html", "many"}
    assert (read["index.html"].scripts, read["many"].scripts, read["workbook.html"].scripts) == (1, 1, 0)
    shown = [sum(text in dangers.text for text in SCRIPTS) for dangers in (read["workbook.html"], read["many"])]
    assert min(shown) >= 30
    record_property("S2: payloads shown as text in workbook.html and index.html", shown)


def test_no_script_reaches_a_notebook(attacked: Path) -> None:
    """S2, S20: outputs are of harmless kinds, hold neither script nor handler, and no cell is marked as trusted."""
    for path in (attacked / "build").rglob("*.ipynb"):
        for cell in nbformat.read(path, 4).cells:
            assert "trusted" not in cell.metadata
            for output in cell.get("outputs", []):
                assert set(output.get("data", {})) <= set(SHOWN), path.name
                dangers = Dangers(output.get("data", {}).get("text/html", ""))
                assert (dangers.scripts, dangers.found) == (0, []), path.name


@pytest.mark.browser
def test_nothing_runs_in_a_browser(attacked: Path, chromium: Browser) -> None:
    """S2: even without the content security policy no page opens a dialog or asks for anything from elsewhere."""
    _index(attacked)
    [workbook] = (attacked / "build").glob("*/workbook.html")
    page, noises = chromium.new_page(bypass_csp=True), list[str]()
    page.on("dialog", lambda dialog: (noises.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: noises.append(request.url) if request.url.startswith("http") else None)
    for file in (workbook, attacked / "build" / "index.html", attacked / "many.html"):
        page.goto(file.as_uri(), wait_until="load")
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        page.mouse.move(200, 200)
        page.wait_for_timeout(200)
    page.close()
    assert noises == []


def test_no_text_is_a_formula_in_excel(attacked: Path) -> None:
    """S3: seventeen texts that Excel would calculate or link are in the list of actions, word for word, as strings."""
    [file] = (attacked / "build").rglob("*.xlsx")
    book = openpyxl.load_workbook(io.BytesIO(file.read_bytes()))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert not [cell.value for cell in cells if cell.data_type == "f" or cell.hyperlink]
    assert set(FORMULAS) <= {cell.value for cell in cells}


def test_no_text_is_a_formula_in_a_csv_file(tmp_path: Path) -> None:
    """S3: a value that Excel would calculate begins with an apostrophe in the list of problems."""
    write_problem_report([Problem(kinds.REF_UNKNOWN, value=text) for text in FORMULAS], tmp_path / "p.csv")
    written = (tmp_path / "p.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(written), delimiter=";"))
    assert len(rows) == 1 + len(FORMULAS) == 18
    assert not [cell for row in rows for cell in row if re.match(r"[=+\-@\t\r]", cell)]
    kept = [{cell.removeprefix("'") for cell in row} for row in rows[1:]]
    assert [text for text, cells in zip(FORMULAS, kept, strict=True) if text not in cells] == []


def _write_past_the_forms(job: Job, key: str, values: dict[str, object]) -> None:
    Store.open(job.folder).save(key, "2026Q4", {"schema": 1, "values": values, "typed": {}}, based_on=0)


@pytest.fixture(scope="module")
def huge(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Workbooks of two who wrote into their stores past the forms: ten million characters, and what is no character."""
    tmp_path = tmp_path_factory.mktemp("huge")
    cohort = read_cohort(write_cohort(tmp_path / "cohort", "Anna", "Ben"))
    (tmp_path / "chapters").mkdir()
    shutil.copy(resource("notebooks", "00_start.ipynb"), tmp_path / "chapters")
    options = RenderOptions(tmp_path / "build", TODAY, notebooks=tmp_path / "chapters", formats=FORMATS)
    anna, ben = jobs_of(cohort, options)
    for job in (anna, ben):
        job.folder.mkdir(parents=True)
        fill_store(job, job.folder)
    broken = "a\x00\x0b\ud83dATTENDEE:mailto:x@y\r\nATTENDEE:mailto:x@y"
    action = {"id": "a1", "what": broken, "owner": broken, "due": "2027-02-01"}
    _write_past_the_forms(anna, "exercise/start/reflection", {"text": "xyz, " * 2_000_000})
    _write_past_the_forms(ben, "exercise/start/reflection", {"text": broken})
    _write_past_the_forms(ben, "year_plan/K-020", {"goal": broken, "actions": [action]})
    _write_past_the_forms(ben, "key_account/K-030/buying_center", {"members": [{"id": "m1", "person": broken}]})
    manifest = render_cohort(cohort, options)
    assert [(entry.status, entry.reason) for entry in manifest.participants] == [(Status.DONE, None)] * 2
    return options.out


def test_a_huge_answer_harms_nobody(huge: Path) -> None:
    """S6: ten million characters in an answer: the workbook is made, and shows what fits."""
    folder = huge / "anna-participant0"
    assert max(path.stat().st_size for path in folder.iterdir() if path.name != "plan.db") < 1_000_000
    page = (folder / "workbook.html").read_text("utf-8")
    assert "9,980,000 more characters are not shown" in page


def test_characters_of_no_text_break_no_file(huge: Path) -> None:
    """S7: control characters, half an emoji and lines of a calendar in another one's store: every file is whole."""
    folder = huge / "ben-participant1"
    assert "aATTENDEE" in (page := (folder / "workbook.html").read_text("utf-8"))
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", page)
    assert b"\nATTENDEE" not in (folder / "calendar.ics").read_bytes()
    cells = openpyxl.load_workbook(io.BytesIO((folder / "actions.xlsx").read_bytes()))
    assert any("aATTENDEE" in str(cell.value) for sheet in cells for row in sheet.iter_rows() for cell in row)
    assert list(folder.rglob("*.pptx"))


def test_links_lead_nowhere(tmp_path: Path) -> None:
    """S4: links that wait for folder, unfinished folder, index and manifest: what they point to stays as it was."""
    foreign, out = tmp_path / "foreign", tmp_path / "build"
    for folder in (foreign, out):
        folder.mkdir()
    (foreign / "mine.txt").write_text("mine", encoding="utf-8")
    (out / "anna-participant0").symlink_to(foreign)
    (out / ".ben-participant1.part").symlink_to(foreign)
    for name in ("index.html", "manifest.json"):
        (out / name).symlink_to(foreign / "mine.txt")
    cohort = read_cohort(write_cohort(tmp_path / "cohort", "Anna", "Ben"))
    options = RenderOptions(out, TODAY, notebooks=write_chapters(tmp_path / "chapters", "prints"))
    manifest = render_cohort(cohort, options)
    assert [entry.status for entry in manifest.participants] == [Status.FAILED, Status.DONE]
    assert [(path.name, path.read_text(encoding="utf-8")) for path in foreign.iterdir()] == [("mine.txt", "mine")]


# What the system itself says: the numbers of the network's sockets, and those this process holds.
LOOKS_AROUND = (
    "import os, re\nfrom pathlib import Path\n"
    "lines = ' '.join(Path(f'/proc/self/net/{kind}').read_text() for kind in ('tcp', 'tcp6', 'udp', 'udp6'))\n"
    "held = ' '.join(os.path.realpath(f'/proc/self/fd/{n}') for n in os.listdir('/proc/self/fd'))\n"
    "print([number for number in re.findall(r'socket:.(\\d+)', held) if number in lines.split()])"
)
LOOKS_AT_ITS_FILE = (
    "import os, stat, json\nfrom pathlib import Path\nfrom ipykernel.connect import get_connection_file\n"
    "file = Path(get_connection_file())\n"
    "modes = [oct(stat.S_IMODE(path.stat().st_mode) & 0o777) for path in (file.parent, file)]\n"
    "print(json.loads(file.read_text())['transport'], *modes, file.is_relative_to(os.environ['TMPDIR']))"
)


@pytest.mark.parametrize(
    ("engine", "source", "said"),
    [
        (WARM_PROCESS, LOOKS_AROUND, "[]\n"),
        (FRESH_KERNEL, LOOKS_AROUND, "[]\n"),
        (FRESH_KERNEL, LOOKS_AT_ITS_FILE, "ipc 0o700 0o600 True\n"),
    ],
    ids=["warm", "kernel", "file"],
)
def test_a_kernel_talks_to_nobody_else(tmp_path: Path, engine: str, source: str, said: str) -> None:
    """S13: neither a warm process nor a kernel has a socket of the network; its channels are files of its owner."""
    (tmp_path / "chapters").mkdir()
    nbformat.write(notebook(source), tmp_path / "chapters" / "00_look.ipynb")
    cohort = read_cohort(write_cohort(tmp_path / "cohort", "Anna"))
    options = RenderOptions(tmp_path / "build", TODAY, notebooks=tmp_path / "chapters", engine=engine)
    render_cohort(cohort, options)
    made = nbformat.read(tmp_path / "build" / "anna-participant0" / "00_look.ipynb", 4)
    assert made.cells[-1].outputs[0].text == said


def test_only_the_launcher_signs() -> None:
    """S20: nothing but the launcher, which has just built the notebook from our sources, makes Jupyter trust it."""
    package = Path(__file__).parent.parent.parent / "workbook"
    signs = re.compile(r"Notary|mark_cells|\.sign\(")
    assert [path.name for path in package.rglob("*.py") if signs.search(path.read_text("utf-8"))] == ["warm.py"]
