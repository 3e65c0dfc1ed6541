"""An Excel workbook with real dates and numbers; texts are never taken for formulas."""

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, BinaryIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from data_access.exports.cells import plain_text
from data_access.records.exports import Column, ExportTexts

BLOCK = 65_536
WIDTHS = {"date": 13, "moment": 17, "integer": 12, "number": 12, "percent": 12, "status": 24}
WIDE = ("title", "executors", "executor", "section", "narrative", "expected_result", "indicator")


def write(
    columns: tuple[Column, ...], records: Iterable[Mapping[str, Any]], texts: ExportTexts
) -> Iterator[bytes]:
    """Yield the file in blocks; it is laid down in a temporary file, row by row."""
    with tempfile.TemporaryFile() as file:
        _fill(file, columns, records, texts)
        file.seek(0)
        while block := file.read(BLOCK):
            yield block


def _fill(
    file: BinaryIO,
    columns: tuple[Column, ...],
    records: Iterable[Mapping[str, Any]],
    texts: ExportTexts,
) -> None:
    with Workbook(file, {"constant_memory": True, "in_memory": False}) as book:
        sheet = book.add_worksheet(texts.title)
        formats = _formats(book)
        _head(sheet, columns, texts, formats["head"])
        for row, record in enumerate(records, start=1):
            for place, column in enumerate(columns):
                _put(sheet, row, place, column, record.get(column.key), texts, formats)


def _formats(book: Workbook) -> dict[str, Format]:
    return {
        "head": book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}),
        "date": book.add_format({"num_format": "dd.mm.yyyy", "valign": "top"}),
        "moment": book.add_format({"num_format": "dd.mm.yyyy hh:mm", "valign": "top"}),
        "percent": book.add_format({"num_format": "0.0%", "valign": "top"}),
        "text": book.add_format({"text_wrap": True, "valign": "top"}),
        "number": book.add_format({"valign": "top"}),
    }


def _head(sheet: Worksheet, columns: tuple[Column, ...], texts: ExportTexts, bold: Format) -> None:
    for place, column in enumerate(columns):
        width = 48 if column.key in WIDE else WIDTHS.get(column.kind, 22)
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, texts.header(column.key), bold)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.repeat_rows(0)


def _put(
    sheet: Worksheet,
    row: int,
    place: int,
    column: Column,
    value: Any,
    texts: ExportTexts,
    formats: Mapping[str, Format],
) -> None:
    if value is None:
        return
    if column.kind in ("date", "moment"):
        naive = value.replace(tzinfo=None) if column.kind == "moment" else value
        sheet.write_datetime(row, place, naive, formats[column.kind])
    elif column.kind in ("integer", "number", "percent"):
        sheet.write_number(row, place, value, formats.get(column.kind, formats["number"]))
    else:
        sheet.write_string(row, place, plain_text(column, value, texts), formats["text"])
