"""Exact bytes of the three formats, and what a spreadsheet library reads back."""

import io
import json
from datetime import date
from decimal import Decimal

import openpyxl

from data_access.exports import csv_file, json_file, xlsx_file
from data_access.records.exports import Column, ExportTexts

TEXTS = ExportTexts(
    header=lambda key: {"number": "№ пункта"}.get(key, key), word=str.upper, demo="DEMO"
)
COLUMNS = (
    Column("number"),
    Column("title"),
    Column("due_on", "date"),
    Column("value", "number"),
    Column("status", "status"),
    Column("executors", "texts"),
)
ROWS: list[dict[str, object]] = [
    {
        "number": "1.10",
        "title": 'Школа «Семья»; "родители"',
        "due_on": date(2021, 12, 31),
        "value": Decimal("0.6600"),
        "status": "done",
        "executors": ["ООиП УО", "КДН и ЗП"],
    },
    {"number": "2.1", "title": "=HYPERLINK(1)\nвторая строка", "due_on": None, "executors": []},
]


def test_csv_to_the_byte() -> None:
    expected = (
        "\ufeff№ пункта;title;due_on;value;status;executors\r\n"
        '1.10;"Школа «Семья»; ""родители""";31.12.2021;0,66;DONE;ООиП УО; КДН и ЗП\r\n'
        '2.1;"\'=HYPERLINK(1)\nвторая строка";;;;\r\n'
    ).replace("ООиП УО; КДН и ЗП", '"ООиП УО; КДН и ЗП"')
    assert b"".join(csv_file.write(COLUMNS, ROWS, TEXTS)) == expected.encode()


def test_csv_without_rows_has_its_header() -> None:
    content = b"".join(csv_file.write(COLUMNS, [], TEXTS))
    assert content == "\ufeff№ пункта;title;due_on;value;status;executors\r\n".encode()


def test_csv_comes_in_parts() -> None:
    parts = list(csv_file.write(COLUMNS, (ROWS[0] for _ in range(1000)), TEXTS))
    assert len(parts) == 6
    assert max(map(len, parts)) < 60_000


def test_json_to_the_byte() -> None:
    expected = (
        '[\n{"number": "1.10", "title": "Школа «Семья»; \\"родители\\"", "due_on": "2021-12-31",'
        ' "value": 0.66, "status": "done", "executors": ["ООиП УО", "КДН и ЗП"]},\n'
        '{"number": "2.1", "title": "=HYPERLINK(1)\\nвторая строка", "due_on": null,'
        ' "value": null, "status": null, "executors": []}\n]\n'
    )
    content = b"".join(json_file.write(COLUMNS, ROWS, TEXTS))
    assert content == expected.encode()
    assert len(json.loads(content)) == 2


def test_json_without_rows_is_an_empty_list() -> None:
    assert json.loads(b"".join(json_file.write(COLUMNS, [], TEXTS))) == []


def test_xlsx_has_real_dates_numbers_and_no_formulas() -> None:
    content = b"".join(xlsx_file.write(COLUMNS, ROWS, TEXTS))
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert sheet is not None
    head, first, second = sheet.iter_rows(values_only=True)
    assert head == ("№ пункта", "title", "due_on", "value", "status", "executors")
    assert first[0] == "1.10"
    assert getattr(first[2], "date", lambda: None)() == date(2021, 12, 31)
    assert first[3] == 0.66
    assert first[4:] == ("DONE", "ООиП УО; КДН и ЗП")
    assert second[1] == "=HYPERLINK(1)\nвторая строка"
    assert sheet["B3"].data_type != "f"
