"""The rows of a form's table, and where each of their cells stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from data_access.records.forms import Fault

SHOWN = 60


@dataclass(frozen=True)
class Column:
    """A column of a sheet: its letter and its header as written."""

    letter: str
    header: str


@dataclass(frozen=True)
class TableRow:
    """A row: key → value (None where empty), and where it stands."""

    sheet: str
    number: int
    cells: Mapping[str, Any]
    columns: Mapping[str, Column]

    def fault(self, code: str, key: str = "", value: object = "", **values: object) -> Fault:
        """Return a fault of this row, or of one cell of it where `key` is given."""
        column = self.columns.get(key)
        return Fault(
            code,
            sheet=self.sheet,
            row=self.number,
            key=key,
            column=column.header if column else "",
            cell=f"{column.letter}{self.number}" if column else "",
            value=shortened(_plain(value)),
            values={name: str(one) for name, one in values.items()},
        )


@dataclass(frozen=True)
class Tables:
    """What the sheets of a form hold: their rows, and what is said of columns that aren't read."""

    rows: tuple[TableRow, ...]
    faults: tuple[Fault, ...] = ()
    warnings: tuple[Fault, ...] = ()


def _plain(value: object) -> str:
    """Return a value as people write it: −5 for −5.0000, a decimal comma."""
    if isinstance(value, Decimal) and value.is_finite():
        return f"{value.normalize():f}".replace(".", ",")
    return str(value)


def shortened(text: str) -> str:
    """Return the text for a message."""
    text = " ".join(text.split())
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
