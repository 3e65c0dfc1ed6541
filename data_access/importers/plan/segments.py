"""Tables cut at their headers: one table of a text may hold measures, then indicators."""

from collections.abc import Iterator

from data_access.importers.plan import numbering
from data_access.importers.plan.headers import Columns, recognise
from data_access.importers.plan.sources.model import Row, Table


def segments(table: Table) -> Iterator[tuple[Columns | None, tuple[Row, ...]]]:
    """Yield the columns and rows below each header; None for rows without a header above."""
    rows, start = table.rows, 0
    columns: Columns | None = None
    at = 0
    while at < len(rows):
        found = recognise(rows, at) if _may_be_header(rows[at]) else None
        if found is None:
            at += 1
            continue
        if rows[start:at]:
            yield columns, rows[start:at]
        columns, start = found
        at = start
    if rows[start:]:
        yield columns, rows[start:]


def _may_be_header(row: Row) -> bool:
    """Tell whether a row may be a header: nothing in it is numbered like a measure."""
    texts = [row.cells[column] for column in row.filled]
    return len(texts) > 1 and not any(
        numbering.bare(text) or numbering.split(text) for text in texts
    )
