"""Forms as people fill them in: a real spreadsheet library writes into the file handed out."""

import csv
import io
import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook

from layouts.form_texts import HEADERS
from layouts.texts import _

HEADER_ROW = 5
Changes = Mapping[int, Mapping[str, Any]]


def fill(data: bytes, changes: Changes) -> bytes:
    """Return the workbook with cells written: number of the form's row (from 0) → key → value."""
    book = load_workbook(BytesIO(data))
    sheet = book.worksheets[0]
    places = {str(cell.value): cell.column for cell in sheet[HEADER_ROW]}
    for row, cells in changes.items():
        for key, value in cells.items():
            sheet.cell(HEADER_ROW + 1 + row, places[_(HEADERS[key])]).value = value
    return saved(book)


def table(data: bytes) -> list[list[Any]]:
    """Return the header and the rows of the form."""
    sheet = load_workbook(BytesIO(data)).worksheets[0]
    return [list(row) for row in sheet.iter_rows(min_row=HEADER_ROW, values_only=True)]


def saved(book: Workbook) -> bytes:
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def as_csv(data: bytes, encoding: str = "utf-8-sig", delimiter: str = ";") -> bytes:
    """Return the form as a spreadsheet saves it: everything above the header included."""
    sheet = load_workbook(BytesIO(data)).worksheets[0]
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter)
    for row in sheet.iter_rows(values_only=True):
        writer.writerow([_shown(value) for value in row])
    return text.getvalue().encode(encoding, "replace")


def _shown(value: Any) -> str:
    if value is None:
        return ""
    return f"{value:%d.%m.%Y}" if hasattr(value, "year") else str(value)


def with_part(data: bytes, name: str, change: Any, *, named: str = "") -> bytes:
    """Return the workbook with one part of its archive rewritten by `change(bytes) -> bytes`.

    Where it is `named`, it gets another name.
    """
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(target, "w", 8) as new:
        for part in old.namelist():
            content = old.read(part)
            if part == name:
                new.writestr(named or part, change(content))
            else:
                new.writestr(part, content)
    return target.getvalue()


def as_workbook(data: bytes) -> bytes:
    """Return our own CSV as a spreadsheet saves it that took every cell for a text."""
    book = Workbook()
    for row in csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"):
        book.active.append([one or None for one in row])
    return saved(book)
