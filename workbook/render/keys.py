"""What a workbook depends on, as one hash: the same key means the same workbook."""

import hashlib
import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import workbook
from workbook.render.exports.registry import HTML
from workbook.render.files import sha256
from workbook.render.job import Job
from workbook.resources import resource


def job_key(job: Job) -> str:
    """Return the hash of everything a job's workbook is made from; the day it is made does not count."""
    inputs = [path for path in (job.rep.accounts, job.rep.transactions) if path is not None]
    parts = {
        "version": workbook.__version__,
        "program": program_hash(job.notebooks),
        "participant": [job.rep.ref, job.rep.display_name, job.rep.language, job.rep.owner],
        "settings": job.settings.model_dump(mode="json"),
        "inputs": [_file_hash(path, path.stat().st_mtime_ns) for path in inputs],
        "formats": sorted({HTML, *job.formats}),
        "blank": job.blank,
        "texts": job.texts,
    }
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


@cache
def _file_hash(path: Path, changed: int) -> str:
    """Return the hash of a file; a shared export is read once for all participants."""
    return sha256(path)


@cache
def program_hash(notebooks: Path) -> str:
    """Return the hash of the program a workbook is made with: code, templates, texts and chapters."""
    package = Path(workbook.__file__).parent
    texts = [*notebooks.glob("*.ipynb"), *resource("templates").rglob("*"), *package.rglob("*.po")]
    return _tree_hash([*texts, *package.rglob("*.py")])


def _tree_hash(paths: Iterable[Path]) -> str:
    digests = [f"{path.name} {sha256(path)}" for path in sorted(paths) if path.is_file()]
    return hashlib.sha256("\n".join(digests).encode()).hexdigest()
