"""E5 and E6 in Excel, G5, H1 to H12: what only workbooks can do."""

import io
import zipfile
from collections.abc import Callable
from datetime import date

from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tests.faults.case import Case

HEADER = ("id", "name", "revenue_2025")
ROWS = (("A1", "Adler", 100.5), ("A2", "Bär", 200))


def book(*rows: tuple[object, ...], change: Callable[[Workbook], None] | None = None) -> bytes:
    """Return a workbook with these rows, changed by a function before it is saved."""
    workbook = Workbook()
    for row in rows or (HEADER, *ROWS):
        workbook.active.append(row)
    if change:
        change(workbook)
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()


def with_parts(content: bytes, parts: dict[str, bytes]) -> bytes:
    """Return a workbook in which some parts are replaced or added."""
    source, target = zipfile.ZipFile(io.BytesIO(content)), io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in {*source.namelist(), *parts}:
            archive.writestr(name, parts[name] if name in parts else source.read(name))
    return target.getvalue()


def _hidden_first(workbook: Workbook) -> None:
    workbook.active.sheet_state = "hidden"
    second = workbook.create_sheet("Liste")
    workbook.active = 1
    for row in (HEADER, *ROWS):
        second.append(row)


def _second_sheet(workbook: Workbook) -> None:
    second = workbook.create_sheet("Notizen")
    second.append(("a", "b"))


def _hidden_row(workbook: Workbook) -> None:
    workbook.active.row_dimensions[3].hidden = True


def _mac(workbook: Workbook) -> None:
    workbook.epoch = CALENDAR_MAC_1904
    sheet = workbook.active
    sheet.append(("id", "name", "revenue_2025", "contract_end"))
    sheet.append(("A1", "Adler", 1, date(2027, 3, 1)))
    sheet.delete_rows(1, 3)


def _errors(workbook: Workbook) -> None:
    for cell, text in (("C2", "#REF!"), ("C3", "#N/A")):
        workbook.active[cell] = text
        workbook.active[cell].data_type = "e"


def _stray_row(workbook: Workbook) -> None:
    workbook.active.cell(1_048_576, 1, " ")


def _stray_column(workbook: Workbook) -> None:
    workbook.active["XFD2"] = " "


def _bomb() -> bytes:
    return with_parts(book(), {"xl/media/image1.bin": bytes(60 * 1024 * 1024)})


_ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;">]>'
    b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>&lol2;</t></si></sst>'
)
_EXTERNAL = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>&e;</t></si></sst>'
)
_NUMBERS = ("W", "ids_are_numbers", 2, "A")


def _case(
    number: str, title: str, content: bytes, *problems: tuple[str, str, int | None, str | None], **more: object
) -> Case:
    return Case(number, title, content, problems, name="accounts.xlsx", **more)  # type: ignore[arg-type]


CASES = (
    _case("E5b", "1E5 as a number", book(HEADER, (1e5, "Adler", 1)), _NUMBERS, accounts=1, revenue={"100000": 100}),
    _case(
        "E6b",
        "23 digits as a number",
        book(HEADER, (12345678901234567890123, "Adler", 1)),
        _NUMBERS,
        ("W", "id_precision", 2, "A"),
        accounts=1,
    ),
    _case("G5", "1904 date system", book(change=_mac), accounts=1, facts={"A1": {"contract_end": "2027-03-01"}}),
    _case(
        "H1",
        "merged title",
        book(("Umsatzliste",), (), HEADER, *ROWS, change=lambda workbook: workbook.active.merge_cells("A1:C1")),
        ("Q", "header_row_asked", 3, None),
        accounts=2,
        says=("row 3", "id, name, revenue_2025"),
    ),
    _case(
        "H2",
        "hidden first sheet",
        book(("x",), change=_hidden_first),
        ("W", "hidden_sheets", None, None),
        accounts=2,
        says=("Sheet",),
        facts={"A1": {"name": "Adler"}},
    ),
    _case(
        "H3",
        "several sheets",
        book(change=_second_sheet),
        ("Q", "sheet_asked", None, None),
        accounts=2,
        says=("Sheet, Notizen", "Sheet was read", "--sheet"),
    ),
    _case("H3b", "the named sheet", book(change=_second_sheet), accounts=2, options={"sheet": "Sheet"}),
    _case(
        "H4",
        "hidden row",
        book(change=_hidden_row),
        ("W", "hidden_rows", None, None),
        accounts=2,
        says=("read like all others: 1",),
    ),
    _case(
        "H5",
        "formula without value",
        book(HEADER, ("A1", "Adler", "=1+1"), ("A2", "Bär", 1)),
        ("E", "formula_without_value", 2, "C"),
        says=("Open the workbook in Excel and save it",),
    ),
    _case(
        "H6",
        "errors",
        book(change=_errors),
        ("E", "cell_error", 2, "C"),
        ("E", "cell_error", 3, "C"),
        says=("#REF!", "#N/A"),
    ),
    _case(
        "H7",
        "totals row",
        book(HEADER, *ROWS, ("", "Summe", 300.5)),
        ("Q", "totals_row", 4, None),
        accounts=2,
        says=("Summe",),
    ),
    _case(
        "H7b",
        "totals row without a word",
        book(HEADER, *ROWS, ("", "", 300.5)),
        ("Q", "totals_row", 4, None),
        accounts=2,
    ),
    _case("H8", "stray cell in the last row", book(change=_stray_row), accounts=2),
    _case("H9", "stray cell in the last column", book(change=_stray_column), accounts=2),
    _case("H10", "zip bomb", _bomb(), ("E", "xlsx_too_large", None, None)),
    _case(
        "H11",
        "billion laughs",
        with_parts(book(), {"xl/sharedStrings.xml": _ENTITIES}),
        ("E", "xlsx_unsafe", None, None),
    ),
    _case(
        "H11b",
        "external entity",
        with_parts(book(), {"xl/sharedStrings.xml": _EXTERNAL}),
        ("E", "xlsx_unsafe", None, None),
    ),
    _case(
        "H12",
        "macros",
        with_parts(book(), {"xl/vbaProject.bin": b"x"}),
        ("W", "macros_ignored", None, None),
        accounts=2,
    ),
    _case(
        "H12b",
        "external links",
        with_parts(book(), {"xl/externalLinks/externalLink1.xml": b"<externalLink/>"}),
        ("W", "external_links_ignored", None, None),
        accounts=2,
    ),
)
