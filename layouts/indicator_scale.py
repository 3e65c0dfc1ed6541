"""The values of one indicator: how they are written, where they stand on its line."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from data_access.records.indicators import IndicatorRow, IndicatorValue
from layouts.texts import NBSP, fmt_number

#: The labels at the outermost marks are written outwards: they need this much room.
FIRST, LAST = 26, 74


@dataclass(frozen=True)
class Stop:
    """Years that share one value, and its place; `side` is where its label is written."""

    years: tuple[int, ...]
    value: Decimal
    place: int
    side: str


def number(row: IndicatorRow, value: Decimal) -> str:
    """Return a value as it is published; a zero is a plain 0 whatever the decimals."""
    return fmt_number(value, row.decimals if value else 0)


def amount(row: IndicatorRow, value: Decimal) -> str:
    """Return a value with its unit: "0,67 %", "13 чел."."""
    return f"{number(row, value)}{NBSP}{row.unit}"


def place(row: IndicatorRow, value: Decimal) -> int:
    """Return where a value stands: the least of the indicator at FIRST, the greatest at LAST.

    Where all values are equal they stand in the middle, a zero at the left end.
    """
    low, high = bounds(row)
    if low == high:
        return (FIRST + LAST) // 2 if value else FIRST
    return round(FIRST + float((value - low) / (high - low)) * (LAST - FIRST))


def bounds(row: IndicatorRow) -> tuple[Decimal, Decimal]:
    """Return the least and the greatest value, (0, 0) where none is known."""
    values = [one.value for one in (*row.targets.values(), *row.actuals.values())] or [Decimal(0)]
    return min(values), max(values)


def stops(row: IndicatorRow, values: Mapping[int, IndicatorValue]) -> list[Stop]:
    """Return the marks of the targets or of the actuals from left to right, equals as one."""
    known = sorted({one.value for one in values.values()})
    return [
        Stop(
            tuple(sorted(year for year in values if values[year].value == value)),
            value,
            place(row, value),
            _side(index, len(known)),
        )
        for index, value in enumerate(known)
    ]


def _side(index: int, count: int) -> str:
    """Return where the label goes: outwards at both ends; those between have no room."""
    if count == 1:
        return "middle"
    if index == 0:
        return "left"
    return "right" if index == count - 1 else "none"
