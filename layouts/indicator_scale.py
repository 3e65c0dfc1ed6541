"""The values of one indicator: how they are written, where they stand on its line, what is met."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dash.development.base_component import Component

from data_access.records.indicators import IndicatorRow, IndicatorValue, is_met
from layouts.components import icon
from layouts.texts import NBSP, NONE, _, fmt_number

#: The labels at the outermost marks are written outwards: they need this much room.
FIRST, LAST = 26, 74
#: Met or missed → icon and colour, for every place that says so.
_VERDICTS = {
    True: ("check-circle-fill", "st-done", "good"),
    False: ("exclamation-circle-fill", "st-overdue", "bad"),
}


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


def amount(row: IndicatorRow, one: IndicatorValue | None) -> str:
    """Return a value with its unit: "0,67 %", "13 чел."; a dash for none."""
    return NONE if one is None else f"{number(row, one.value)}{NBSP}{row.unit}"


def met_in(row: IndicatorRow, year: int) -> bool | None:
    """Tell whether a year's actual meets its target; None where one of them is unknown."""
    target, actual = row.targets.get(year), row.actuals.get(year)
    if target is None or actual is None:
        return None
    return is_met(row.direction, actual.value - target.value)


def verdict_icon(met: bool) -> Component:
    """Return the icon for a target that is met or missed, in its colour."""
    sign, css, _tone = _VERDICTS[met]
    return icon(sign, css)


def verdict_tone(met: bool | None) -> str:
    """Return "good" or "bad" for the classes of a mark; "free" where nothing can be told."""
    return "free" if met is None else _VERDICTS[met][2]


def verdict_word(met: bool) -> str:
    """Return whether the target is met, in words."""
    return _("Target met") if met else _("Target missed")


def place(row: IndicatorRow, value: Decimal, first: int = FIRST, last: int = LAST) -> int:
    """Return where a value stands in percent: the least of the indicator at `first`, the greatest
    at `last`.

    Where all values are equal they stand in the middle, a zero at the left end.
    """
    low, high = bounds(row)
    if low == high:
        return (first + last) // 2 if value else first
    return round(first + float((value - low) / (high - low)) * (last - first))


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


def worst_first(rows: Sequence[IndicatorRow]) -> list[IndicatorRow]:
    """Return missed targets first, then what can't be told, then those that are met."""
    return sorted(rows, key=lambda row: {False: 0, None: 1, True: 2}[row.met])
