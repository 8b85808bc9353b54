"""Cohort and workbooks in an object store: a real S3 server on loopback, the same files as on disk, answers kept."""

import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import date
from multiprocessing import forkserver
from pathlib import Path

import pytest

from tests.render.dask import RunningCluster, first_match
from tests.render.fixtures import write_chapters, write_cohort
from workbook.book import open_workbook
from workbook.cli import run
from workbook.errors import InputError
from workbook.i18n import LANGUAGES
from workbook.plan.commitment import CHECK_IN_DAYS
from workbook.plan.draft import Draft
from workbook.plan.exercise import Answer
from workbook.render.cohort import read_cohort
from workbook.render.depot import Depot
from workbook.render.far import places, return_roster
from workbook.render.follow_up import NAME
from workbook.render.lock import FILE as LOCK
from workbook.render.lock import me
from workbook.render.manifest import Manifest
from workbook.render.options import RenderOptions
from workbook.render.run import render_cohort

pytestmark = pytest.mark.slow
SETTINGS = {
    "AWS_ACCESS_KEY_ID": "someone",
    "AWS_SECRET_ACCESS_KEY": "canary-secret",
    "AWS_DEFAULT_REGION": "us-east-1",
    "AWS_EC2_METADATA_DISABLED": "true",
}


@pytest.fixture(scope="module")
def store() -> Iterator[str]:
    """An S3 server; every process that is started from here finds it."""
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", "0"]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    address = first_match(server, re.compile(r"http://127\.0\.0\.1:\d+"))
    with pytest.MonkeyPatch.context() as patch:
        for name, value in {**SETTINGS, "AWS_ENDPOINT_URL": address}.items():
            patch.setenv(name, value)
        forkserver._forkserver._stop()  # one that other tests have started knows nothing of these settings
        yield address
    forkserver._forkserver._stop()
    server.kill()
    server.wait()


@pytest.fixture
def cohort(store: str, tmp_path: Path) -> str:
    """A cohort of three in a bucket of its own; its list of participants has no references yet."""
    import fsspec

    folder = write_cohort(tmp_path / "cohort", "Anna Groß", "Ben", "Cem")
    roster = folder / "roster.csv"
    roster.write_text(re.sub(r"participant\d", "", roster.read_text(encoding="utf-8")), encoding="utf-8")
    bucket = f"bucket-{hashlib.sha256(str(tmp_path).encode()).hexdigest()[:12]}"
    fsspec.filesystem("s3", use_listings_cache=False).mkdir(bucket)
    depot = Depot(f"s3://{bucket}/cohort")
    for path in filter(Path.is_file, folder.rglob("*")):
        depot.write(path.relative_to(folder).as_posix(), path.read_bytes())
    return depot.address


@pytest.fixture
def options(tmp_path: Path) -> RenderOptions:
    """One small chapter."""
    return RenderOptions(tmp_path, date(2026, 11, 23), notebooks=write_chapters(tmp_path / "chapters", "prints"))


def _render(cohort: str, out: str, options: RenderOptions) -> Manifest:
    with places(cohort, out) as place:
        read = read_cohort(place.cohort)
        return_roster(place)
        return render_cohort(read, replace(options, out=place.out, far=place.far))


def test_a_cohort_in_an_object_store(cohort: str, options: RenderOptions, tmp_path: Path) -> None:
    """From bucket to bucket: the workbooks of a local run, references written back, nothing else left."""
    out = f"{cohort}/build"
    manifest = _render(cohort, out, options)
    assert [entry.status for entry in manifest.participants] == ["done"] * 3
    refs = [entry.ref for entry in manifest.participants]
    assert all(ref in Depot(cohort).read("roster.csv").decode() for ref in refs)
    local = _render(cohort, str(tmp_path / "local"), options)
    assert [entry.ref for entry in local.participants] == refs
    for entry in local.participants:
        there, here = Depot(f"{out}/{entry.folder}"), tmp_path / "local" / entry.folder
        assert there.names("") == tuple(sorted(path.name for path in here.iterdir()))
        assert there.read("workbook.html") == (here / "workbook.html").read_bytes()
    beside = [name for name in Depot(out).names("") if "/" not in name]
    pages = {NAME.format(days=days, language=language) for days in CHECK_IN_DAYS for language in LANGUAGES}
    assert set(beside) == {"index.html", "manifest.json", *pages}


def test_only_what_changed_is_made_again_and_answers_stay(cohort: str, options: RenderOptions, tmp_path: Path) -> None:
    """What a participant wrote outlives a forced rendering and a corrected name, byte for byte."""
    out = f"{cohort}/build"
    entry = _render(cohort, out, options).participants[0]
    _write_an_answer(Depot(f"{out}/{entry.folder}"), tmp_path / "laptop")
    answers = Depot(f"{out}/{entry.folder}").read("plan.db")
    roster = Depot(cohort).read("roster.csv").decode()
    Depot(cohort).write("roster.csv", roster.replace("Anna Groß", "Anna Klein").encode())
    again = _render(cohort, out, replace(options, force=True)).participants[0]
    assert again.folder.startswith("anna-klein-")
    assert Depot(f"{out}/{entry.folder}").names("") == ()
    kept = Depot(f"{out}/{again.folder}").read("plan.db")
    assert _answer(kept, tmp_path / "desk") == _answer(answers, tmp_path / "lap") == "Müller first"


def _write_an_answer(depot: Depot, laptop: Path) -> None:
    depot.fetch("plan.db", laptop / "plan.db")
    keeper = open_workbook(folder=laptop).keeper(Answer, chapter="start", name="reflection")
    keeper.save(Draft(Answer(text="Müller first")))
    depot.write("plan.db", (laptop / "plan.db").read_bytes())


def _answer(store: bytes, folder: Path) -> str | None:
    folder.mkdir()
    (folder / "plan.db").write_bytes(store)
    return open_workbook(folder=folder).read(Answer, chapter="start", name="reflection").values.text


def test_nothing_is_made_twice(cohort: str, options: RenderOptions) -> None:
    """A second run makes nothing; the state can be asked for."""
    out = f"{cohort}/build"
    first = _render(cohort, out, options)
    before = {entry.folder: Depot(f"{out}/{entry.folder}").read(".render.json") for entry in first.participants}
    again = _render(cohort, out, options)
    assert again.participants == first.participants
    assert {folder: Depot(f"{out}/{folder}").read(".render.json") for folder in before} == before


def test_two_trainers_on_one_address(cohort: str, options: RenderOptions) -> None:
    """The second is refused and told by whom; a note a killed run of this computer left is taken over."""
    out = f"{cohort}/build"
    note = asdict(me())
    Depot(out).write(LOCK, json.dumps(note).encode())
    with pytest.raises(InputError, match=f"process {os.getpid()} on "):
        _render(cohort, out, options)
    Depot(out).write(LOCK, json.dumps({**note, "started": 1.0}).encode())
    assert _render(cohort, out, options).state == "done"
    assert Depot(out).read(LOCK) is None


def test_a_cluster_takes_from_and_gives_to_the_store(cohort: str, options: RenderOptions) -> None:
    """Workers fetch what they need themselves; no secret travels in a job, a manifest or a workbook."""
    running = RunningCluster.start(workers=2)
    try:
        out = f"{cohort}/build"
        manifest = _render(cohort, out, replace(options, scheduler=running.address))
        assert [entry.reason for entry in manifest.participants] == [None] * 3
        everything = [Depot(out).read(name) for name in Depot(out).names("")]
        assert len(everything) >= 3 * 6
        assert not [content for content in everything if b"canary-secret" in content]
    finally:
        running.stop()


def test_the_commands_take_addresses(
    cohort: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`status` before a run, and a refusal in words for an address nobody answers at."""
    assert run(["status", cohort, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["state"] == "pending"
    assert run(["render", "s3://no-such-bucket/cohort"]) == 2
    assert "cohort.toml" in capsys.readouterr().err
    assert run(["render", "nonsense://somewhere/cohort"]) == 2
    assert "cannot be read or written" in capsys.readouterr().err
