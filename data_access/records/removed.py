"""Rows of a reading in their places, those that a person took out among them."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from data_access.records.reading import (
    IndicatorReading,
    MeasureReading,
    PlanReading,
    RemovedRow,
    SectionReading,
)

Row = TypeVar("Row", MeasureReading, SectionReading, IndicatorReading)


@dataclass(frozen=True)
class Placed(Generic[Row]):
    """A row with whether it was taken out."""

    row: Row
    is_removed: bool = False


def all_measures(reading: PlanReading) -> list[Placed[MeasureReading]]:
    """Return the measures, those taken out in the places where they stood."""
    out = [(one.measure, one) for one in reading.removed if one.measure]
    return _in_place(reading.measures, out)


def all_sections(reading: PlanReading) -> list[Placed[SectionReading]]:
    """Return the sections, those taken out in the places where they stood."""
    out = [(one.section, one) for one in reading.removed if one.section]
    return _in_place(reading.sections, out)


def all_indicators(reading: PlanReading) -> list[Placed[IndicatorReading]]:
    """Return the indicators, those taken out in the places where they stood."""
    out = [(one.indicator, one) for one in reading.removed if one.indicator]
    return _in_place(reading.indicators, out)


def _in_place(rows: tuple[Row, ...], out: list[tuple[Row, RemovedRow]]) -> list[Placed[Row]]:
    """Put what was taken out after the row that stood before it, be that taken out or not."""
    found: list[Placed[Row]] = [Placed(one) for one in rows]
    waiting = list(out)
    while waiting:
        keys = ["", *(one.row.key for one in found)]
        ready = [one for one in waiting if one[1].after in keys] or waiting
        row, note = ready[0]
        at = keys.index(note.after) if note.after in keys else len(found)
        found.insert(at, Placed(row, is_removed=True))
        waiting.remove(ready[0])
    return found
