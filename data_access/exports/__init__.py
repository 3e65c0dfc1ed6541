"""Exports of every table by the page's own query, filters and rights: csv, xlsx, json."""

from collections.abc import Iterator

from data_access.db import Database
from data_access.exports import csv_file, json_file, xlsx_file
from data_access.exports.tables import records
from data_access.records.exports import TABLES, ExportTexts
from data_access.records.view import View

WRITERS = {"csv": csv_file.write, "json": json_file.write, "xlsx": xlsx_file.write}


def write(
    db: Database, table: str, file_format: str, view: View, texts: ExportTexts
) -> Iterator[bytes]:
    """Yield the file part by part, in constant memory.

    `table` is a key of `TABLES`, `file_format` one of "csv", "xlsx", "json"; KeyError otherwise.
    """
    writer, columns = WRITERS[file_format], TABLES[table]
    return writer(columns, records(db, table, view, texts), texts)
