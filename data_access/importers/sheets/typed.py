"""The cells of a row as typed values, each wrong one named."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from data_access.importers.sheets.columns import FormColumn
from data_access.importers.sheets.faults import CellRefused
from data_access.importers.sheets.table_rows import TableRow, Tables
from data_access.importers.sheets.values import date_of, number_of, text_of
from data_access.records.forms import Fault

Reader = Callable[[Any], Any]
#: Kinds of columns whose empty cells hold None; those of the others hold "".
UNTOLD = ("date", "number", "year", "outcome")


def cells_of(
    row: TableRow, columns: Sequence[FormColumn], readers: Mapping[str, Reader] | None = None
) -> tuple[dict[str, Any], list[Fault]]:
    """Return key → value for every column, and the faults of cells that hold something else.

    `readers` turn the kinds of a form of its own, given as text, into values. A refused cell
    counts as an empty one, so that the others of its row can be looked at too.
    """
    cells: dict[str, Any] = {}
    faults = []
    for column in columns:
        cell = row.cells.get(column.key)
        try:
            cells[column.key] = _value(column, cell, readers or {})
        except CellRefused as refused:
            shown = cell if isinstance(cell, str | int | float) else ""
            faults.append(row.fault(refused.code, column.key, shown, **refused.values))
            cells[column.key] = None if column.kind in UNTOLD else ""
    return cells, faults


def _value(column: FormColumn, cell: Any, readers: Mapping[str, Reader]) -> Any:
    if column.kind == "date":
        return date_of(cell)
    if column.kind == "number":
        return number_of(cell)
    text = text_of(cell, column.limit)
    return readers[column.kind](text) if column.kind in readers else text


@dataclass(frozen=True)
class Filled:
    """A row that somebody filled in, with all its cells by the columns' keys.

    `wrong` are the keys of refused cells: they count as empty, and the row is never saved.
    """

    row: TableRow
    cells: Mapping[str, Any]
    wrong: frozenset[str] = frozenset()

    def besides(self, faults: Iterable[Fault]) -> list[Fault]:
        """Return the faults but for those that only follow from a refused cell."""
        return [one for one in faults if one.key not in self.wrong]


@dataclass(frozen=True)
class ReadFile:
    """What a file holds: filled-in rows, what is wrong, and how many rows nobody filled in.

    `broken` are rows with refused cells: looked at for what else is wrong in them.
    """

    rows: tuple[Filled, ...]
    faults: tuple[Fault, ...]
    blank: int
    warnings: tuple[Fault, ...] = ()
    broken: tuple[Filled, ...] = ()


def filled_rows(
    tables: Tables,
    columns: Sequence[FormColumn],
    own: Collection[str],
    readers: Mapping[str, Reader],
) -> ReadFile:
    """Return the rows as typed values; those without any of the `own` cells are blank."""
    filled, broken, faults, blank = [], [], list(tables.faults), 0
    for row in tables.rows:
        if all(row.cells.get(key) is None for key in own):
            blank += 1
            continue
        cells, wrong = cells_of(row, columns, readers)
        faults += wrong
        if wrong:
            broken.append(Filled(row, cells, frozenset(one.key for one in wrong)))
        else:
            filled.append(Filled(row, cells))
    return ReadFile(tuple(filled), tuple(faults), blank, tables.warnings, tuple(broken))
