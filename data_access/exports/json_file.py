"""JSON for other programs: one list of objects, ISO dates, identifiers."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from data_access.exports.cells import json_value
from data_access.records.exports import Column, ExportTexts


def write(
    columns: tuple[Column, ...], records: Iterable[Mapping[str, Any]], texts: ExportTexts
) -> Iterator[bytes]:
    """Yield the file row by row; keys are the columns' keys, in their order."""
    before = "[\n"
    for record in records:
        row = {column.key: json_value(record.get(column.key)) for column in columns}
        yield f"{before}{json.dumps(row, ensure_ascii=False)}".encode()
        before = ",\n"
    yield b"[]\n" if before == "[\n" else b"\n]\n"
