"""Tables cut at their headers: one table of a text may hold measures, then indicators."""

from collections.abc import Iterator

from data_access.importers.plan import numbering
from data_access.importers.plan.headers import Columns, recognise, role_of
from data_access.importers.plan.likeness import looks_due
from data_access.importers.plan.rows import DUE
from data_access.importers.plan.sources.model import Row, Table


def segments(
    table: Table, above: Columns | None = None
) -> Iterator[tuple[Columns | None, tuple[Row, ...]]]:
    """Yield the columns and rows below each header; None for rows without a header above.

    `above` are the columns of the table above, which this one may go on with. A header without
    rows is told too: the next table may go on below it.
    """
    rows, start = table.rows, 0
    columns: Columns | None = None
    at = 0
    while at < len(rows):
        found = recognise(rows, at) if _may_be_header(rows[at]) else None
        if found is None or _is_no_header(rows[at], columns, above, found[0]):
            at += 1
            continue
        if rows[start:at] or columns:
            yield columns, rows[start:at]
        columns, start = found
        at = start
    if rows[start:] or columns:
        yield columns, rows[start:]


def _may_be_header(row: Row) -> bool:
    """Tell whether a row may be a header: nothing in it is numbered like a measure."""
    texts = [row.cells[column] for column in row.filled]
    return len(texts) > 1 and not any(
        numbering.bare(text) or numbering.split(text) for text in texts
    )


def _is_no_header(row: Row, columns: Columns | None, above: Columns | None, found: Columns) -> bool:
    """Tell whether a row only seems to be a header: below one here, or in the table above."""
    if columns is not None or above is None:
        return columns is not None and _is_measure(row, columns, found)
    titles = zip(found.roles, found.titles, strict=True)
    named = any(title and role in ("indicator", "unit", "measure") for role, title in titles)
    return not named and len(found.roles) == len(above.roles) and _is_measure(row, above, found)


def _is_measure(row: Row, columns: Columns, found: Columns) -> bool:
    """Tell whether a "header" below a plan's header is a measure whose number is missing.

    Such a row has a deadline where the plan has its deadlines; "2025 г." alone makes no table
    of indicators, which has a year in another column as well.
    """
    if not columns.is_plan:
        return False
    pairs = list(zip(columns.roles, found.roles, row.cells, strict=False))
    dues = [text for role, _, text in pairs if role in DUE and text.strip()]
    years = any(now.startswith("year") for role, now, _ in pairs if role not in DUE)
    whole = all(text.strip() for role, _, text in pairs if role in ("measure", "executor"))
    dated = any(_is_due(text) for text in dues)
    return dated and (found.is_plan or not years or (whole and "unit" not in found.roles))


def _is_due(text: str) -> bool:
    return looks_due(text) and role_of(text) not in DUE
