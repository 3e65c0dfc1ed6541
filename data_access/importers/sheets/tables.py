"""The tables of a file: the rows under a recognised header, by the columns' own names."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from data_access.importers.sheets import delimited, workbook
from data_access.importers.sheets.columns import FormColumn, letter, recognised
from data_access.importers.sheets.faults import FileRefused
from data_access.importers.sheets.guard import kind_of
from data_access.importers.sheets.heads import head_of
from data_access.importers.sheets.table_rows import Column, TableRow, Tables
from data_access.importers.sheets.unread import fault_of, unread_columns
from data_access.importers.sheets.workbook import Grid, Row

REPEATED = 3


def read_rows(
    file_name: str, data: bytes, columns: Sequence[FormColumn], needed: set[str]
) -> Tables:
    """Return the rows of all sheets that have the form's header, and the columns not read.

    Raises FileRefused for a file that cannot be read or has no such header (`needed` are the
    keys of the columns without which it is none).
    """
    is_csv = kind_of(file_name, data) == "csv"
    grids = [delimited.grid(data, columns)] if is_csv else workbook.grids(data)
    found: list[Tables] = []
    lacking: list[set[str]] = []
    for grid in grids:
        head, places = head_of(columns, grid.rows)
        if head is not None and needed <= places.keys():
            found.append(_table(grid, columns, head, places))
        elif len(places) >= REPEATED:
            lacking.append(needed - places.keys())
    if not found:
        raise _formless(columns, lacking)
    return Tables(
        tuple(row for one in found for row in one.rows),
        tuple(fault for one in found for fault in one.faults),
        tuple(fault for one in found for fault in one.warnings),
    )


def _formless(columns: Sequence[FormColumn], lacking: Sequence[set[str]]) -> FileRefused:
    """Return why no sheet is the form: the columns that one lacks which is nearly it."""
    if not lacking:
        return FileRefused("no_form")
    fewest = min(lacking, key=len)
    names = ", ".join(f"«{one.spellings[0]}»" for one in columns if one.key in fewest)
    return FileRefused("column_missing", columns=names)


def _table(
    grid: Grid, columns: Sequence[FormColumn], head: Row, places: Mapping[str, list[int]]
) -> Tables:
    for where in places.values():
        if len(where) > 1:
            raise FileRefused("column_twice", sheet=grid.name, column=head[1][where[1]])
    named = {key: where[0] for key, where in places.items()}
    body = list(_body(grid, columns, head, named))
    unread = list(unread_columns(columns, head, named, body))
    return Tables(
        tuple(_rows(grid, head, named, body)),
        tuple(fault_of(grid.name, head, one) for one in unread if one.is_lost),
        tuple(fault_of(grid.name, head, one) for one in unread if not one.is_lost),
    )


def _body(
    grid: Grid, columns: Sequence[FormColumn], head: Row, named: Mapping[str, int]
) -> Iterator[Row]:
    """Yield the rows under the header but for repeated headers and the numbering of columns."""
    for number, values in grid.rows:
        if number <= head[0] or len(recognised(columns, values)) >= REPEATED:
            continue
        if not _is_numbering(_cells(values, named).values()):
            yield number, values


def _rows(
    grid: Grid, head: Row, named: Mapping[str, int], body: Sequence[Row]
) -> Iterator[TableRow]:
    shown = {key: Column(letter(at), str(head[1][at]).strip()) for key, at in named.items()}
    for number, values in body:
        yield TableRow(grid.name, number, _cells(values, named), shown)


def _cells(values: Sequence[Any], named: Mapping[str, int]) -> dict[str, Any]:
    return {key: values[at] if at < len(values) else None for key, at in named.items()}


def _is_numbering(cells: Any) -> bool:
    """Tell whether a row is the "1 2 3 4" under a header."""
    numbers = [str(one).removesuffix(".0") for one in cells if one is not None]
    return len(numbers) > REPEATED and all(one.isascii() and one.isdigit() for one in numbers)
