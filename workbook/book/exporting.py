"""Everything a rep wrote, as a file to take along."""

import json
from pathlib import Path

from workbook.book.opening import open_workbook
from workbook.book.outputs import EXPORT_NAME, REDACTED_NAME
from workbook.store.backuplist import write_privately


def export_everything(folder: Path, out: Path, *, redact: bool) -> Path:
    """Write everything of a workbook as JSON (0600) into the folder ``out``, and return the file.

    ``redact`` puts codes in place of people, companies and account ids; a workbook has the same codes each time.
    """
    document = open_workbook(folder=folder).portable(redact=redact)
    out.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = out / (REDACTED_NAME if redact else EXPORT_NAME)
    write_privately(file, json.dumps(document, ensure_ascii=False, indent=1) + "\n")
    return file
