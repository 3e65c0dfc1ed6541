"""The cells of a CSV file: UTF-8, UTF-16 or cp1251, between `;`, commas or tabs."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from typing import Any

from data_access.importers.sheets.columns import FormColumn
from data_access.importers.sheets.faults import FileRefused
from data_access.importers.sheets.guard import MAX_COLUMNS, MAX_ROWS
from data_access.importers.sheets.heads import head_of
from data_access.importers.sheets.workbook import Grid, Row, Wrong

DELIMITERS = (";", "\t", ",")
HEAD = 4_000


def grid(data: bytes, columns: Sequence[FormColumn]) -> Grid:
    """Return the rows, numbered as a spreadsheet shows them; raises FileRefused.

    The form's `columns` tell which sign stands between the cells.
    """
    text = decoded(data)
    reader = _reader(text, _delimiter(text, columns))
    try:
        return Grid("", tuple(_rows(reader)))
    except csv.Error as error:
        raise FileRefused("broken_csv", line=reader.line_num) from error


def _reader(text: str, delimiter: str) -> Any:
    return csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)


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


def _delimiter(text: str, columns: Sequence[FormColumn]) -> str:
    """Return the sign between which most of the form's headers stand.

    Where there are none, the most frequent sign of the first lines: a long text has many commas.
    """
    head = text[:HEAD]
    return max(DELIMITERS, key=lambda sign: (_headers(text, sign, columns), head.count(sign)))


def _headers(text: str, delimiter: str, columns: Sequence[FormColumn]) -> int:
    """Return how many headers are found between such signs; 0 where it cannot be read so."""
    try:
        return len(head_of(columns, _rows(_reader(text, delimiter)))[1])
    except (csv.Error, FileRefused):
        return 0


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
