"""A1 to A16: what is no table, or not the one its name promises."""

import base64
import io
import zipfile
from pathlib import Path

from openpyxl import Workbook

from tests.faults.case import Case, amounts
from workbook.portfolio.files import MEGABYTE

_PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def workbook_bytes() -> bytes:
    """Return a good Excel workbook with two accounts."""
    book = Workbook()
    for row in (("id", "name", "revenue_2025"), ("A1", "Adler", 100.5), ("A2", "Bär", 200)):
        book.active.append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _folder(folder: Path) -> Path:
    (folder / "accounts.csv").mkdir()
    return folder / "accounts.csv"


def _too_large(folder: Path) -> Path:
    path = folder / "accounts.csv"
    with path.open("wb") as target:
        target.truncate(50 * MEGABYTE + 1)
    return path


def _archive() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("letter.txt", "hello")
    return target.getvalue()


CASES = (
    Case("A1", "0 bytes", b"", (("E", "file_empty", None, None),), says=("empty", "Export it again")),
    Case("A2", "header only", b"id;name;revenue_2025\n", (("E", "no_data_rows", None, None),)),
    Case("A3", "white space only", b" \t\r\n\n  ", (("E", "file_blank", None, None),)),
    Case("A4", "folder", _folder, (("E", "file_is_folder", None, None),)),
    Case("A5", "missing", lambda folder: folder / "none.csv", (("E", "file_missing", None, None),)),
    Case("A7", "too large", _too_large, (("E", "file_too_large", None, None),), says=("51 MB", "limit is 50 MB")),
    Case("A8", "PNG", _PNG, (("E", "binary_file", None, None),), says=("its content is",)),
    Case("A9", "JSON", b'[{"id": 1, "name": "Adler"}]', (("E", "json_file", None, None),)),
    Case(
        "A10",
        "HTML table named .xls",
        b"<html><body><table><tr><td>id</td></tr></table></body></html>",
        (("E", "html_file", None, None),),
        name="export.xls",
        says=("save it as an Excel workbook (.xlsx)",),
    ),
    Case(
        "A11",
        "login page",
        b'<!DOCTYPE html><html><form><input type="password" name="p"></form></html>',
        (("E", "login_page", None, None),),
        says=("login page",),
    ),
    Case(
        "A12",
        "Excel named .csv",
        workbook_bytes(),
        (("W", "excel_under_other_name", None, None),),
        accounts=2,
        revenue={"A1": 10050},
    ),
    Case(
        "A13",
        "CSV named .xlsx",
        amounts("100"),
        (("W", "text_under_excel_name", None, None),),
        accounts=1,
        name="accounts.xlsx",
    ),
    Case("A14", "old Excel", _OLD, (("E", "old_excel", None, None),), name="accounts.xls", says=("(.xls)", "(.xlsx)")),
    Case(
        "A15",
        "password",
        _OLD + "EncryptedPackage".encode("utf-16-le"),
        (("E", "password_protected", None, None),),
        name="accounts.xlsx",
        says=("remove the password",),
    ),
    Case("A16", "truncated", workbook_bytes()[:3000], (("E", "xlsx_damaged", None, None),), name="accounts.xlsx"),
    Case(
        "A16b",
        "another archive",
        _archive(),
        (("E", "other_archive", None, None), ("W", "excel_under_other_name", None, None)),
    ),
)
