"""A table with its meaning: the chosen columns of one file by field, ready for the values to be read."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from workbook.portfolio.header_parts import parts_of
from workbook.portfolio.headers import HeaderMap
from workbook.portfolio.table import Cells, Mask, Rows, Table, Texts, texts
from workbook.portfolio.units import Unit
from workbook.portfolio.vocabulary import stripped


@dataclass(frozen=True)
class Sheet:
    """The cells of each mapped field; ``rows`` are the rows that are left."""

    table: Table
    map: HeaderMap
    rows: Rows
    cells: Mapping[str, Cells]
    _stripped: dict[str, Texts] = field(default_factory=dict, repr=False, compare=False)
    _coded: dict[str, tuple[npt.NDArray[np.intp], list[str]]] = field(default_factory=dict, repr=False, compare=False)

    def __contains__(self, name: object) -> bool:
        return name in self.cells

    def text(self, field: str) -> Texts:
        """Return the stripped texts of a field, empty ones where the field is not mapped."""
        if field not in self.cells:
            return np.full(len(self.rows), "", dtype=object)
        if field not in self._stripped:
            self._stripped[field] = texts(stripped(self.cells[field].text.tolist()))
        return self._stripped[field]

    def coded(self, name: str) -> tuple[npt.NDArray[np.intp], list[str]]:
        """Return the code of each row's text and the stripped texts; ("", everywhere) where the field is not mapped."""
        if name not in self.cells:
            return np.zeros(len(self.rows), dtype=np.intp), [""]
        if name not in self._coded:
            codes, uniques = pd.factorize(self.cells[name].text)
            self._coded[name] = codes, stripped(uniques.tolist())
        return self._coded[name]

    def blank(self, name: str) -> Mask:
        """Return which rows have no text in a field."""
        codes, known = self.coded(name)
        chosen: Mask = np.array([not text for text in known], dtype=bool)[codes]
        return chosen

    def place(self, field: str) -> tuple[Rows, int]:
        """Return the rows and the column of a field, for problems."""
        return self.rows, self.map.columns[field]

    def unit(self, field: str) -> Unit:
        """Return the currency and scale that the header of a field names."""
        return parts_of(self.table.headers[self.map.columns[field]]).unit

    def only(self, chosen: Mask) -> "Sheet":
        """Return the sheet with the chosen rows."""
        if chosen.all():
            return self
        cells = {field: cell[chosen] for field, cell in self.cells.items()}
        return replace(self, rows=self.rows[chosen], cells=cells, _stripped={}, _coded={})


def sheet_of(table: Table, header_map: HeaderMap) -> Sheet:
    """Return the mapped columns of a table."""
    fields = list(header_map.columns)
    cells = table.read([header_map.columns[field] for field in fields]) if fields else []
    return Sheet(table, header_map, table.rows, dict(zip(fields, cells, strict=True)))
