"""What a row means beside what was recorded before: both forms keep every earlier statement."""

from collections.abc import Iterator
from datetime import date

from data_access.importers.sheets.table_rows import TableRow
from data_access.records.forms import Fault


def shown(day: date) -> str:
    """Return a day as people write it."""
    return f"{day:%d.%m.%Y}"


def older(row: TableRow, code: str, key: str, day: date, newest: date) -> Iterator[Fault]:
    """Yield, as `code` at the cell of `key`, that a row of this day does not count any more.

    `newest` is the day of what was recorded last and stays in force.
    """
    if day < newest:
        yield row.fault(code, key, shown(day), newest=shown(newest))
