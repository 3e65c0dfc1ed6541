"""The cells of an .xlsx workbook, row by row, by openpyxl.

The rows come from openpyxl's parser itself rather than from its worksheet: the worksheet believes
the size that the file states for itself, fills gaps between rows, and works formulas out.
"""

import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet._reader import WorkSheetParser

from data_access.importers.sheets.faults import FileRefused
from data_access.importers.sheets.guard import MAX_COLUMNS, MAX_ROWS, MAX_SHEETS, check_archive

Row = tuple[int, list[Any]]


@dataclass(frozen=True)
class Wrong:
    """A cell that holds no value of its own: "formula" or "error"."""

    kind: str


@dataclass(frozen=True)
class Grid:
    """A sheet: its name ("" for a CSV) and its rows that hold anything, each with its number."""

    name: str
    rows: tuple[Row, ...]


class _Parser(WorkSheetParser):  # type: ignore[misc]
    """The parser, without working out formulas: translating a shared one can take for ever."""

    def parse_formula(self, element: Any) -> str:
        """Return a placeholder; the cell's type "f" says what it is."""
        return "="


def grids(data: bytes) -> list[Grid]:
    """Return the visible sheets; raises FileRefused for what is broken, dangerous or too big."""
    check_archive(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl tells what formatting it leaves out
            return list(_sheets(data))
    except FileRefused:
        raise
    except Exception as error:  # openpyxl meets broken files with whatever it stumbles over
        raise FileRefused("broken_file") from error


def _sheets(data: bytes) -> Iterator[Grid]:
    book = load_workbook(BytesIO(data), read_only=True, keep_links=False)
    try:
        shown = [one for one in book.worksheets if one.sheet_state == "visible"]
        if len(shown) > MAX_SHEETS:
            raise FileRefused("too_many_sheets", limit=MAX_SHEETS)
        left = MAX_ROWS
        for sheet in shown:
            rows = tuple(_rows(book, sheet, left))
            left -= len(rows)
            yield Grid(sheet.title, rows)
    finally:
        book.close()


def _rows(book: Any, sheet: Any, limit: int) -> Iterator[Row]:
    with sheet._get_source() as source:
        parser = _Parser(
            source,
            sheet._shared_strings,
            data_only=False,
            epoch=book.epoch,
            date_formats=book._date_formats,
            timedelta_formats=book._timedelta_formats,
        )
        for number, cells in parser.parse():
            values = _values(cells)
            if any(value is not None for value in values):
                limit -= 1
                if limit < 0:
                    raise FileRefused("too_many_rows", limit=MAX_ROWS)
                yield number, values


def _values(cells: list[dict[str, Any]]) -> list[Any]:
    last = max((one["column"] for one in cells if one["column"] <= MAX_COLUMNS), default=0)
    values: list[Any] = [None] * last
    for one in cells:
        if 1 <= one["column"] <= MAX_COLUMNS:
            values[one["column"] - 1] = _value(one)
    return values


def _value(cell: dict[str, Any]) -> Any:
    kinds = {"f": "formula", "e": "error"}
    if cell["data_type"] in kinds and cell["value"] is not None:
        return Wrong(kinds[cell["data_type"]])
    value = cell["value"]
    return None if isinstance(value, str) and not value.strip() else value
