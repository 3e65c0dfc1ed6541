"""The header row of a form, wherever it stands among the first rows of a sheet."""

from collections.abc import Iterable, Sequence
from itertools import islice

from data_access.importers.sheets.columns import FormColumn, recognised
from data_access.importers.sheets.workbook import Row

HEAD_ROWS = 40


def head_of(
    columns: Sequence[FormColumn], rows: Iterable[Row]
) -> tuple[Row | None, dict[str, list[int]]]:
    """Return the row that has most of the headers, and where they stand in it."""
    places: dict[str, list[int]] = {}
    head: Row | None = None
    for row in islice(rows, HEAD_ROWS):
        found = recognised(columns, row[1])
        if len(found) > len(places):
            places, head = found, row
    return head, places
