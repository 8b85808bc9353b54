"""The state of a run in its file."""

import json
from pathlib import Path

from workbook.render.failures import Reason, Skipped
from workbook.render.manifest import Entry, Manifest, RunState, Status, read_manifest, write_manifest

MANIFEST = Manifest(
    RunState.RUNNING,
    (
        Entry(
            "aaaaaaaa",
            "Änne",
            "aenne-aaaaaaaa",
            Status.DONE,
            None,
            1.5,
            ("workbook.html",),
            (Skipped("workbook.pdf", "pdf_unavailable", "Install it."),),
        ),
        Entry("bbbbbbbb", "B", "b-bbbbbbbb", Status.FAILED, Reason("cell_failed", "No.", "02_tiering", 4), 0.2),
    ),
    "0.1.0",
)


def test_the_file_has_the_form_of_the_contract(tmp_path: Path) -> None:
    """Keys and values are those programs rely on."""
    write_manifest(tmp_path, MANIFEST)
    assert json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8")) == {
        "state": "running",
        "workbook_version": "0.1.0",
        "participants": [
            {
                "ref": "aaaaaaaa",
                "display_name": "Änne",
                "folder": "aenne-aaaaaaaa",
                "status": "done",
                "reason": None,
                "seconds": 1.5,
                "files": ["workbook.html"],
                "skipped": [{"file": "workbook.pdf", "code": "pdf_unavailable", "message": "Install it."}],
            },
            {
                "ref": "bbbbbbbb",
                "display_name": "B",
                "folder": "b-bbbbbbbb",
                "status": "failed",
                "reason": {"code": "cell_failed", "message": "No.", "chapter": "02_tiering", "cell": 4},
                "seconds": 0.2,
                "files": [],
            },
        ],
    }


def test_it_is_read_as_it_was_written(tmp_path: Path) -> None:
    """Writing and reading is the identity, and leaves no temporary file."""
    write_manifest(tmp_path, MANIFEST)
    assert read_manifest(tmp_path) == MANIFEST
    assert [path.name for path in tmp_path.iterdir()] == ["manifest.json"]


def test_a_file_of_an_older_program_is_read(tmp_path: Path) -> None:
    """Without the list of what was skipped, nothing was."""
    write_manifest(tmp_path, MANIFEST)
    data = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    older = {
        **data,
        "participants": [{key: each[key] for key in each if key != "skipped"} for each in data["participants"]],
    }
    (tmp_path / "manifest.json").write_text(json.dumps(older), encoding="utf-8")
    read = read_manifest(tmp_path)
    assert read is not None
    assert read.participants[0].skipped == ()


def test_a_damaged_file_is_none(tmp_path: Path) -> None:
    """What cannot be read counts as not there."""
    (tmp_path / "manifest.json").write_text('{"state": "running"', encoding="utf-8")
    assert read_manifest(tmp_path) is None
