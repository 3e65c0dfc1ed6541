"""The cells of a CSV file: UTF-8, UTF-16 or cp1251, between `;`, commas or tabs."""

import csv
from collections.abc import Iterator
from io import StringIO

from data_access.importers.sheets.faults import FileRefused
from data_access.importers.sheets.guard import MAX_COLUMNS, MAX_ROWS
from data_access.importers.sheets.workbook import Grid, Row, Wrong

DELIMITERS = (";", "\t", ",")
HEAD = 4_000


def grid(data: bytes) -> Grid:
    """Return the rows, numbered as a spreadsheet shows them; raises FileRefused."""
    text = decoded(data)
    reader = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        return Grid("", tuple(_rows(reader)))
    except csv.Error as error:
        raise FileRefused("broken_csv", line=reader.line_num) from error


def decoded(data: bytes) -> str:
    """Return the text; raises FileRefused where it is none."""
    encodings = ["utf-8-sig", "cp1251"]
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeError:
            continue
        if "\x00" not in text:
            return text
    raise FileRefused("not_text")


def _delimiter(text: str) -> str:
    """Return the sign that stands most often in the first lines."""
    head = text[:HEAD]
    return max(DELIMITERS, key=head.count)


def _rows(reader: Iterator[list[str]]) -> Iterator[Row]:
    left = MAX_ROWS
    for number, cells in enumerate(reader, start=1):
        values = [_value(one) for one in cells[:MAX_COLUMNS]]
        if any(value is not None for value in values):
            left -= 1
            if left < 0:
                raise FileRefused("too_many_rows", limit=MAX_ROWS)
            yield number, values


def _value(text: str) -> str | Wrong | None:
    stripped = text.strip()
    if stripped.startswith("="):
        return Wrong("formula")
    return stripped or None
