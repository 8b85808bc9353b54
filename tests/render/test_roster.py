"""The list of participants."""

from pathlib import Path

import pytest

from workbook.errors import InputError
from workbook.render.names import is_ref
from workbook.render.roster import read_roster, with_refs, write_roster


def _written(folder: Path, content: bytes) -> Path:
    path = folder / "roster.csv"
    path.write_bytes(content)
    return path


def test_cells_stay_text(tmp_path: Path) -> None:
    """A reference of digits and a name "NA" are read as they stand there."""
    row = read_roster(_written(tmp_path, b"name,ref\nNA,0012345678\n")).rows[0]
    assert (row["name"], row["ref"]) == ("NA", "0012345678")


def test_refs_are_written_back_in_the_same_form(tmp_path: Path) -> None:
    """Delimiter, encoding, line ends, further columns and existing references stay as they are."""
    path = _written(tmp_path, 'Name;Notiz;ref\r\nJörg;a;\r\nÄnne;"b;c";k7m2q9xw\r\n'.encode("cp1252"))
    write_roster(with_refs(read_roster(path)))
    text = path.read_bytes().decode("cp1252")
    ref = read_roster(path).rows[0]["ref"]
    assert text == f'Name;Notiz;ref\r\nJörg;a;{ref}\r\nÄnne;"b;c";k7m2q9xw\r\n'
    assert is_ref(ref)


def test_byte_order_mark_stays(tmp_path: Path) -> None:
    """A file Excel wrote stays a file Excel reads."""
    path = _written(tmp_path, "\ufeffname,accounts\nJörg,a.csv\n".encode())
    write_roster(with_refs(read_roster(path)))
    assert path.read_bytes().startswith("\ufeffname,accounts,ref\nJörg,a.csv,".encode())


def test_refs_are_made_once(tmp_path: Path) -> None:
    """A list that has all references does not change."""
    once = with_refs(read_roster(_written(tmp_path, b"name\nA\n\nB\n")))
    assert with_refs(once) == once
    assert len({row["ref"] for row in once.rows}) == 2


def test_blank_rows_are_nobody(tmp_path: Path) -> None:
    """Rows without any text are skipped, the others keep their numbers."""
    roster = read_roster(_written(tmp_path, b"name,ref\n,\nA,\n"))
    assert [row.number for row in roster.rows] == [3]


def test_a_picture_is_no_roster(tmp_path: Path) -> None:
    """A file that is no text is refused in words."""
    with pytest.raises(InputError, match="cannot be read as text"):
        read_roster(_written(tmp_path, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"))
