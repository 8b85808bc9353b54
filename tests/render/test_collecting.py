"""Files of shared answers are gathered, everything else is refused, and the index shows what was shared (S17)."""

import io
import json
import re
import warnings
import zipfile
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import fsspec
import pytest

from tests.render.fixtures import write_cohort
from workbook.cli import run
from workbook.render.shared_zip import read_shared

REFS = [f"participant{number}" for number in range(8)]
NAMES = ["Anna Groß", "Bert Alm", "Cleo Fuchs", "Dora Lind", "Emil Sand", "Fritz Au", "Gerd Ohm", "Hanna Lee"]


def section(text: str, key: str = "exercise/start/reflection") -> dict[str, Any]:
    return {"key": key, "account": "", "text": {"schema": 1, "values": {"text": text}, "typed": {}}}


def holding(key: str = "exercise/start/reflection", **parts: dict[str, Any]) -> dict[str, Any]:
    return {"key": key, "account": "", "text": {"schema": 1, "values": {}, "typed": {}, **parts}}


def document(ref: str = REFS[0], **parts: Any) -> dict[str, Any]:
    head = {"format": "focus-workbook-shared", "version": 1, "participant": ref, "quarter": "2026Q4", "currency": "EUR"}
    return {**head, "with_names": False, "sections": [], "figures": {}, **parts}


def packed(text: str | bytes, name: str = "shared.json") -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, text)
    return content.getvalue()


@pytest.fixture
def cohort(tmp_path: Path) -> Path:
    return write_cohort(tmp_path / "cohort", *NAMES)


@pytest.fixture
def hand_in(tmp_path: Path) -> Callable[..., Path]:
    """Write a shared file of one participant."""

    def write(ref: str = REFS[0], **parts: Any) -> Path:
        file = tmp_path / f"shared-{ref}.zip"
        file.write_bytes(packed(json.dumps(document(ref, **parts))))
        return file

    return write


def index_of(cohort: Path) -> str:
    return (cohort / "build" / "index.html").read_text(encoding="utf-8")


def test_shared_texts_stand_in_the_index(cohort: Path, hand_in, capsys: pytest.CaptureFixture[str]) -> None:
    """The text stands there under the participant's name; a customer's name only as it was handed in."""
    file = hand_in(sections=[section("Ich verteile <b>nach Lautstärke</b>")])
    assert run(["collect", str(cohort), str(file)]) == 0
    assert "Anna Groß: 1 text" in capsys.readouterr().out
    index = index_of(cohort)
    assert "Ich verteile &lt;b&gt;nach Lautstärke&lt;/b&gt;" in index
    assert 'id="shared-participant0"' in index


def test_a_newer_file_takes_the_place(cohort: Path, hand_in) -> None:
    """What is handed in last counts; a file that shares nothing takes everything back."""
    for sections, there in (([section("eins")], "eins"), ([section("zwei")], "zwei"), ([], "")):
        run(["collect", str(cohort), str(hand_in(sections=sections))])
        assert [text for text in ("eins", "zwei") if text in index_of(cohort)] == ([there] if there else [])
    assert list((cohort / "shared").iterdir()) == []


def test_who_leaves_the_list_is_forgotten(cohort: Path, hand_in) -> None:
    """With the line of a participant what they shared goes as well, at the next collecting or rendering."""
    files = [hand_in(ref, sections=[section("x")]) for ref in REFS[:2]]
    run(["collect", str(cohort), *map(str, files)])
    roster = cohort / "roster.csv"
    lines = roster.read_text(encoding="utf-8").splitlines(keepends=True)
    roster.write_text("".join(line for line in lines if "participant0" not in line), encoding="utf-8")
    assert run(["collect", str(cohort), str(files[1])]) == 0
    assert [path.name for path in (cohort / "shared").iterdir()] == ["participant1.json"]


def test_what_is_kept_is_private(cohort: Path, hand_in) -> None:
    """Folder 0700, files 0600."""
    run(["collect", str(cohort), str(hand_in(sections=[section("x")]))])
    kept = cohort / "shared" / "participant0.json"
    assert [path.stat().st_mode & 0o777 for path in (kept.parent, kept, cohort / "build" / "index.html")] == [
        0o700, 0o600, 0o600,
    ]  # fmt: skip


def two_entries() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("shared.json", json.dumps(document()))
        archive.writestr("../../etc/passwd", "x")
    return content.getvalue()


def twice() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for _ in range(2):
            archive.writestr("shared.json", json.dumps(document()))
    return content.getvalue()


def with_document(**parts: Any) -> bytes:
    return packed(json.dumps(document(**parts)))


def changed(old: bytes, new: bytes) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("shared.json", json.dumps(document(sections=[section("ehrlich")])))
    return content.getvalue().replace(old, new)


NOT_OURS, DAMAGED = "no file of shared answers", "damaged, or somebody changed it"
BAD = {
    "empty": (b"", NOT_OURS),
    "text": (b"shared", NOT_OURS),
    "other zip": (packed("x", "readme.txt"), NOT_OURS),
    "whole workbook": (packed("x", "anna/plan.db"), NOT_OURS),
    "path": (packed("x", "../shared.json"), NOT_OURS),
    "two entries": (two_entries(), NOT_OURS),
    "twice": (twice(), NOT_OURS),
    "no JSON": (packed("{"), NOT_OURS),
    "other JSON": (packed('{"format": "x", "version": 1}'), NOT_OURS),
    "deep JSON": (packed("[" * 100_000), NOT_OURS),
    "truncated": (with_document()[:-30], DAMAGED),
    "changed": (changed(b"ehrlich", b"erlogen"), DAMAGED),
    "newer": (with_document(version=2), "newer version"),
    "foreign": (with_document(ref="somebodyelse"), "Nobody in the list of participants"),
    "traversal": (with_document(ref="../../../etc"), DAMAGED),
    "extra field": (with_document(extra=1), DAMAGED),
    "accounts": (with_document(sections=[section("x", "portfolio")]), DAMAGED),
    "time": (with_document(sections=[holding("time_budget")]), DAMAGED),
    "unknown section": (with_document(sections=[section("x", "secrets")]), DAMAGED),
    "unknown field": (with_document(sections=[holding(values={"no": 1})]), DAMAGED),
    "unknown typed": (with_document(sections=[holding(typed={"no": "x"})]), DAMAGED),
    "endless text": (with_document(sections=[section("x" * 20_001)]), DAMAGED),
    "many sections": (with_document(sections=[section("x", f"exercise/start/{n}") for n in range(401)]), DAMAGED),
    "number": (with_document(figures={"time": {"top5": 7, "next15": 0, "rest": 0}}), DAMAGED),
    "not a number": (packed(json.dumps(document(figures={"quality": [float("nan")]}))), DAMAGED),
    "no exercise": (with_document(figures={"progress": {"<script>": "done"}}), DAMAGED),
    "bomb": (packed(b" " * 30_000_000 + b"{}"), "larger than shared answers"),
    "huge": (b"PK\x03\x04" + b"x" * 6_000_000, "larger than shared answers"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "sentence"), BAD.values(), ids=BAD)
def test_everything_else_is_refused(cohort: Path, tmp_path: Path, content: bytes, sentence: str, capsys) -> None:
    """Hostile, foreign and damaged files are refused in one sentence that names the file; nothing is kept."""
    (tmp_path / "bad.zip").write_bytes(content)
    assert run(["collect", str(cohort), str(tmp_path / "bad.zip")]) == 2
    told = capsys.readouterr()
    assert (told.err.startswith("bad.zip: "), sentence in told.err, told.err.count("\n"), told.out) == (
        True,
        True,
        1,
        "",
    )
    assert not (cohort / "shared").exists()


def test_a_password_is_refused(tmp_path: Path) -> None:
    """An encrypted file is not asked for its password."""
    content = bytearray(with_document())
    for marker, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(marker) + place] |= 1
    (tmp_path / "locked.zip").write_bytes(content)
    with pytest.raises(Exception, match=NOT_OURS):
        read_shared(tmp_path / "locked.zip")


def test_one_bad_file_does_not_stop_the_others(cohort: Path, hand_in, tmp_path: Path, capsys) -> None:
    """The good one is taken over; exit code 1 and a sentence for the other ones."""
    good = hand_in(sections=[section("gut")])
    assert run(["collect", str(cohort), str(tmp_path / "none.zip"), str(good), str(tmp_path)]) == 1
    assert capsys.readouterr().err.count("There is no file of this name.") == 2
    assert "gut" in index_of(cohort)


def test_a_pattern_stands_for_many_files(cohort: Path, hand_in, tmp_path: Path, capsys) -> None:
    """Where the shell does not, the command finds the files; a pattern that finds none is a file that is missing."""
    for ref in REFS[:3]:
        hand_in(ref, sections=[section("x")])
    assert run(["collect", str(cohort), str(tmp_path / "shared-*.zip")]) == 0
    assert run(["collect", str(cohort), str(tmp_path / "none-*.zip")]) == 2
    told = capsys.readouterr()
    assert (told.out.count(": 1 text"), "There is no file of this name." in told.err) == (3, True)


def test_a_cohort_may_lie_at_an_address(cohort: Path, hand_in) -> None:
    """What is collected and the index go where the cohort and its workbooks lie; what is taken back goes there too."""
    store = fsspec.filesystem("memory")
    for path in (path for path in cohort.rglob("*") if path.is_file()):
        store.pipe_file(f"/far/{path.relative_to(cohort).as_posix()}", path.read_bytes())
    for sections, there in (([section("weit weg")], True), ([], False)):
        assert run(["collect", "memory://far", str(hand_in(sections=sections))]) == 0
        assert (b"weit weg" in store.cat_file("/far/build/index.html")) == there
        assert store.exists("/far/shared/participant0.json") == there
    store.rm("/far", recursive=True)


def test_a_folder_that_is_no_cohort_is_refused(tmp_path: Path, hand_in, capsys) -> None:
    """Without a roster nobody can hand in anything."""
    assert run(["collect", str(tmp_path), str(hand_in())]) == 2
    assert "cohort.toml" in capsys.readouterr().err


def test_only_shared_words_reach_the_trainer(cohort: Path, tmp_path: Path) -> None:
    """Of two secrets in a workbook the shared one is in the index, the other one nowhere in the cohort folder."""
    from tests.launch.conftest import make_folder
    from workbook.book import open_workbook
    from workbook.plan.draft import Draft
    from workbook.plan.exercise import Answer

    folder = make_folder(tmp_path, "en")
    roster = cohort / "roster.csv"
    roster.write_text(roster.read_text().replace("participant0", "anna2026"))
    book = open_workbook(folder=folder)
    for chapter, text in (("start", "canary-shared"), ("tiering", "canary-private")):
        book.keeper(Answer, chapter=chapter, name="reflection").save(Draft(Answer(text=text)))
    book.share("exercise/start/reflection")
    assert run(["share", str(folder)]) == 0
    assert run(["collect", str(cohort), str(folder / "shared-anna2026.zip")]) == 0
    everything = b"".join(path.read_bytes() for path in cohort.rglob("*") if path.is_file())
    assert b"canary-shared" in (cohort / "build" / "index.html").read_bytes()
    assert b"canary-private" not in everything


def figures(number: int, **changes: Any) -> dict[str, Any]:
    progress = {"start/reflection": "done", "key_accounts/BuyingCenter": "begun" if number else "done"}
    whole = {"top5": 0.5, "next15": 0.3, "rest": 0.2}
    return {"progress": progress, "quality": [0.1, 0.9], "concentration": whole, "time": whole, **changes}


def mirror_of(cohort: Path, hand_in, people: int) -> str:
    files = [hand_in(ref, figures=figures(number)) for number, ref in enumerate(REFS[:people])]
    assert run(["collect", str(cohort), *map(str, files)]) == 0
    return index_of(cohort).split("Mirror of the group", 1)[1].split("What participants shared", 1)[0]


def cells(html: str, row: str) -> list[str]:
    """The numbers of one row of a table."""
    found = re.search(rf'<th scope="row">{re.escape(row)}</th>(.*?)</tr>', html, flags=re.S)
    assert found, row
    return re.findall(r"<td[^>]*>(\d*)</td>", found[1])


def test_the_mirror_counts(cohort: Path, hand_in) -> None:
    """Of six people one has finished the buying center and five are at it; shares are counted in ranges."""
    mirror = mirror_of(cohort, hand_in, 6)
    assert cells(mirror, "Buying center") == ["1", "5", "0"]
    assert cells(mirror, "Account plans: core answers that are there") == ["6", "6", "0", "0", "0", "6"]
    assert cells(mirror, "Share of time: Top 5") == ["6", "0", "0", "6", "0", "0"]
    assert re.findall(r"\d+–\d+%", mirror) == ["0–20%", "20–40%", "40–60%", "60–80%", "80–100%"]
    assert "finished: 3 The five and their account plans, Buying center (5 people)." in mirror


def test_the_mirror_needs_five(cohort: Path, hand_in) -> None:
    """With four people there is nothing to see, and a figure that four share is missing among five people."""
    assert "appears when five people" in mirror_of(cohort, hand_in, 4)
    files = [hand_in(ref, figures=figures(1, time=None)) for ref in REFS[4:5]]
    run(["collect", str(cohort), *map(str, files)])
    mirror = index_of(cohort)
    assert "Share of revenue: Top 5" in mirror
    assert "Share of time: Top 5" not in mirror


def test_the_mirror_names_nobody(cohort: Path, hand_in) -> None:
    """No name, no reference, no rank, no time."""
    mirror = mirror_of(cohort, hand_in, 6)
    assert [name for name in (*NAMES, *REFS) if name in mirror] == []
    assert not re.search(r"\d\d:\d\d|2026|rank|last active", mirror, flags=re.I)


def test_people_stand_in_the_order_of_the_roster(cohort: Path, hand_in) -> None:
    """Who has written more does not stand higher."""
    files = [hand_in(ref, sections=[section("x" * n)]) for ref, n in ((REFS[2], 900), (REFS[0], 1))]
    run(["collect", str(cohort), *map(str, files)])
    assert re.findall(r'id="shared-(\w+)"', index_of(cohort)) == ["participant0", "participant2"]


class Tags(HTMLParser):
    """Collects tags with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


PAYLOADS = [
    "<script>alert(1)</script>", "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>', "javascript:alert(1)", "{{ 7*7 }}", "</details></main>", "'-alert(1)-'",
]  # fmt: skip


def test_shared_texts_run_nothing(cohort: Path, hand_in) -> None:
    """Whatever was written and whatever the customer is called: one script, ours, and no handler."""
    texts = [{**section(payload, f"exercise/start/{n}"), "account": payload} for n, payload in enumerate(PAYLOADS)]
    run(["collect", str(cohort), str(hand_in(sections=texts))])
    tags = Tags(index_of(cohort)).found
    assert [tag for tag, _ in tags].count("script") == 1
    assert not [name for _, attributes in tags for name in attributes if name.startswith("on")]
    assert not [tag for tag, _ in tags if tag in ("img", "svg", "iframe", "object")]


def test_a_kept_file_that_was_changed_is_not_shown(cohort: Path, hand_in) -> None:
    """What lies in the folder is read as strictly as what is handed in."""
    run(["collect", str(cohort), str(hand_in(sections=[section("x")]))])
    (cohort / "shared" / "participant1.json").write_text(json.dumps(document(REFS[2])))
    (cohort / "shared" / "participant3.json").write_text("{")
    run(["collect", str(cohort), str(hand_in(sections=[section("y")]))])
    assert re.findall(r'id="shared-(\w+)"', index_of(cohort)) == ["participant0"]
