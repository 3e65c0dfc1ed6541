"""The tables of a file: the rows under a recognised header, by the columns' own names."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from typing import Any

from data_access.importers.sheets import delimited, workbook
from data_access.importers.sheets.columns import FormColumn, letter, recognised
from data_access.importers.sheets.faults import FileRefused
from data_access.importers.sheets.guard import kind_of
from data_access.importers.sheets.workbook import Grid, Row
from data_access.records.forms import Fault

HEAD_ROWS = 40
REPEATED = 3
SHOWN = 60


@dataclass(frozen=True)
class Column:
    """A column of a sheet: its letter and its header as written."""

    letter: str
    header: str


@dataclass(frozen=True)
class TableRow:
    """A row: key → value (None where empty), and where it stands."""

    sheet: str
    number: int
    cells: Mapping[str, Any]
    columns: Mapping[str, Column]

    def fault(self, code: str, key: str = "", value: object = "", **values: object) -> Fault:
        """Return a fault of this row, or of one cell of it where `key` is given."""
        column = self.columns.get(key)
        return Fault(
            code,
            sheet=self.sheet,
            row=self.number,
            key=key,
            column=column.header if column else "",
            cell=f"{column.letter}{self.number}" if column else "",
            value=shortened(_plain(value)),
            values={name: str(one) for name, one in values.items()},
        )


def _plain(value: object) -> str:
    """Return a value as people write it: −5 for −5.0000, a decimal comma."""
    if isinstance(value, Decimal) and value.is_finite():
        return f"{value.normalize():f}".replace(".", ",")
    return str(value)


def shortened(text: str) -> str:
    """Return the text for a message."""
    text = " ".join(text.split())
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def read_rows(
    file_name: str, data: bytes, columns: Sequence[FormColumn], needed: set[str]
) -> list[TableRow]:
    """Return the rows of all sheets that have the form's header.

    Raises FileRefused for a file that cannot be read or has no such header (`needed` are the
    keys of the columns without which it is none).
    """
    is_csv = kind_of(file_name, data) == "csv"
    grids = [delimited.grid(data)] if is_csv else workbook.grids(data)
    found: list[list[TableRow]] = []
    lacking: list[set[str]] = []
    for grid in grids:
        head, places = _head(grid, columns)
        if head is not None and needed <= places.keys():
            found.append(_table(grid, columns, head, places))
        elif len(places) >= REPEATED:
            lacking.append(needed - places.keys())
    if not found:
        raise _formless(columns, lacking)
    return [row for rows in found for row in rows]


def _formless(columns: Sequence[FormColumn], lacking: Sequence[set[str]]) -> FileRefused:
    """Return why no sheet is the form: the columns that one lacks which is nearly it."""
    if not lacking:
        return FileRefused("no_form")
    fewest = min(lacking, key=len)
    names = ", ".join(f"«{one.spellings[0]}»" for one in columns if one.key in fewest)
    return FileRefused("column_missing", columns=names)


def _head(grid: Grid, columns: Sequence[FormColumn]) -> tuple[Row | None, dict[str, list[int]]]:
    """Return the row that has most of the headers, and where they stand in it."""
    places: dict[str, list[int]] = {}
    head: Row | None = None
    for row in islice(grid.rows, HEAD_ROWS):
        found = recognised(columns, row[1])
        if len(found) > len(places):
            places, head = found, row
    return head, places


def _table(
    grid: Grid, columns: Sequence[FormColumn], head: Row, places: Mapping[str, list[int]]
) -> list[TableRow]:
    for where in places.values():
        if len(where) > 1:
            raise FileRefused("column_twice", sheet=grid.name, column=head[1][where[1]])
    named = {key: where[0] for key, where in places.items()}
    return list(_rows(grid, columns, head, named))


def _rows(
    grid: Grid, columns: Sequence[FormColumn], head: Row, named: Mapping[str, int]
) -> Iterator[TableRow]:
    shown = {key: Column(letter(at), str(head[1][at]).strip()) for key, at in named.items()}
    for number, values in grid.rows:
        if number <= head[0] or len(recognised(columns, values)) >= REPEATED:
            continue
        cells = {key: values[at] if at < len(values) else None for key, at in named.items()}
        if not _is_numbering(cells.values()):
            yield TableRow(grid.name, number, cells, shown)


def _is_numbering(cells: Any) -> bool:
    """Tell whether a row is the "1 2 3 4" under a header."""
    numbers = [str(one).removesuffix(".0") for one in cells if one is not None]
    return len(numbers) > REPEATED and all(one.isascii() and one.isdigit() for one in numbers)
