"""A form as a workbook or a CSV: given columns locked, lists to choose from, instructions."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from data_access.exports.cells import harmless
from data_access.importers.sheets.cell_rules import format_of, formats_of, rule_of
from data_access.importers.sheets.columns import FormColumn
from data_access.records.forms import FormTexts

HEAD = 4
LINE, TALLEST = 15, 150
#: Texts are never taken for formulas, links or numbers.
PLAIN = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


@dataclass(frozen=True)
class Sheet:
    """A form to write: the lines above its header (at most four) and its rows by column keys.

    `name` is the key of the sheet's name among the texts.
    """

    name: str

    columns: Sequence[FormColumn]
    lines: Sequence[str]
    rows: Sequence[Mapping[str, Any]]
    choices: Mapping[str, Sequence[str]]


def workbook(sheet: Sheet, texts: FormTexts) -> bytes:
    """Return the form as an .xlsx file."""
    file = BytesIO()
    with Workbook(file, PLAIN) as book:
        formats = formats_of(book)
        page = book.add_worksheet(texts.text(sheet.name))
        _head(page, sheet, texts, formats)
        for at, row in enumerate(sheet.rows, start=HEAD + 1):
            page.set_row(at, _height(sheet.columns, row))
            for place, column in enumerate(sheet.columns):
                _put(page, at, place, row.get(column.key), format_of(column, formats))
        _validate(page, sheet, texts)
        _lay_out(page, sheet)
        _instructions(book.add_worksheet(texts.text("instructions_sheet")), texts, formats)
    return file.getvalue()


def csv_file(sheet: Sheet, texts: FormTexts) -> bytes:
    """Return the same columns as CSV: UTF-8 with a byte order mark, `;`, CRLF."""
    buffer = io.StringIO()
    buffer.write("\ufeff")
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    writer.writerow([texts.header(column.key) for column in sheet.columns])
    for row in sheet.rows:
        writer.writerow([_csv_cell(row.get(column.key)) for column in sheet.columns])
    return buffer.getvalue().encode()


def _csv_cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    return harmless(value) if isinstance(value, str) else str(value).replace(".", ",")


def _head(page: Worksheet, sheet: Sheet, texts: FormTexts, formats: Mapping[str, Format]) -> None:
    for at, line in enumerate(sheet.lines[:HEAD]):
        # Column A is hidden, so the lines begin in B.
        page.write_string(at, 1, line, formats["line" if at else "title"])
    for place, column in enumerate(sheet.columns):
        bold = formats["head" if column.is_given else "head_free"]
        page.write_string(HEAD, place, texts.header(column.key), bold)


def _put(page: Worksheet, at: int, place: int, value: Any, style: Format) -> None:
    if value is None or value == "":
        page.write_blank(at, place, None, style)
    elif isinstance(value, str):
        page.write_string(at, place, value, style)
    elif isinstance(value, date):
        page.write_datetime(at, place, value, style)
    else:
        page.write_number(at, place, value, style)


def _height(columns: Sequence[FormColumn], row: Mapping[str, Any]) -> int:
    """Return the height that shows the given texts: not every program finds it by itself."""
    lines = 1
    for column in columns:
        text = row.get(column.key)
        if isinstance(text, str) and column.kind != "code":
            lines = max(lines, sum(1 + len(one) // column.width for one in text.split("\n")))
    return min(LINE * lines, TALLEST)


def _validate(page: Worksheet, sheet: Sheet, texts: FormTexts) -> None:
    last = HEAD + max(1, len(sheet.rows))
    for place, column in enumerate(sheet.columns):
        rule = None if column.is_given else rule_of(column, sheet.choices, texts)
        if rule:
            page.data_validation(HEAD + 1, place, last, place, rule)


def _lay_out(page: Worksheet, sheet: Sheet) -> None:
    for place, column in enumerate(sheet.columns):
        hidden = {"hidden": True} if column.kind == "code" else {}
        page.set_column(place, place, column.width, None, hidden)
    given = sum(column.is_given for column in sheet.columns)
    page.set_row(HEAD, 48)
    page.freeze_panes(HEAD + 1, min(given, 3))
    page.protect("", {"format_columns": True, "format_rows": True, "autofilter": True})
    page.autofilter(HEAD, 0, HEAD + max(1, len(sheet.rows)), len(sheet.columns) - 1)
    page.set_landscape()
    page.set_paper(8)
    page.fit_to_pages(1, 0)
    page.repeat_rows(HEAD)


def _instructions(page: Worksheet, texts: FormTexts, formats: Mapping[str, Format]) -> None:
    page.set_column(0, 0, 110)
    page.write_string(0, 0, texts.text("instructions_title"), formats["title"])
    for at, line in enumerate(texts.instructions, start=2):
        page.write_string(at, 0, line, formats["wrapped"])
    page.protect()
