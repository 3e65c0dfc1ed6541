"""CSV that opens by double click in a spreadsheet with a Russian locale.

UTF-8 with a byte order mark, `;` between cells, CRLF, no `sep=` line.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from data_access.exports.cells import harmless, writer_of
from data_access.records.exports import Column, ExportTexts

PART = 200


def write(
    columns: tuple[Column, ...], records: Iterable[Mapping[str, Any]], texts: ExportTexts
) -> Iterator[bytes]:
    """Yield the file a few hundred rows at a time."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    buffer.write("\ufeff")
    writer.writerow([harmless(texts.header(column.key)) for column in columns])
    cells = [(one.key, writer_of(one, texts)) for one in columns]
    rest = iter(records)
    while part := [
        [write_cell(record.get(key)) for key, write_cell in cells] for record in islice(rest, PART)
    ]:
        writer.writerows(part)
        yield _taken(buffer)
    yield _taken(buffer)


def _taken(buffer: io.StringIO) -> bytes:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text.encode()
