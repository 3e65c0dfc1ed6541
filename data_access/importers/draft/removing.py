"""Rows taken out of a draft: kept with their places, and put back at a word."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from data_access.importers.draft.keys import Keyed
from data_access.importers.draft.repeats import refuse_taken
from data_access.records.drafts import Edit, refused
from data_access.records.reading import PlanReading, RemovedRow
from data_access.records.removed import all_indicators, all_measures, all_sections

#: Kind of a row → the rows of that kind in their places.
IN_PLACE: dict[str, Any] = {
    "measure": all_measures,
    "section": all_sections,
    "indicator": all_indicators,
}


def noted(
    before: PlanReading, after: PlanReading, edit: Edit, answered: Sequence[int]
) -> PlanReading:
    """Return the reading `after` a row was taken out, with a note by which it can be put back."""
    rows = all_rows(before, edit.kind)
    at = next(at for at, one in enumerate(rows) if one.key == edit.key)
    row: dict[str, Any] = {edit.kind: rows[at]}
    note = RemovedRow(**row, after=rows[at - 1].key if at else "", answered=tuple(answered))
    return replace(after, removed=(*after.removed, note))


def put_back(reading: PlanReading, edit: Edit) -> tuple[PlanReading, tuple[int, ...]]:
    """Return the reading with a row in its place again, and the findings that ask again.

    The section of a measure comes back with it. Refused for a row that was not taken out.
    """
    note = next((one for one in reading.removed if _key(one, edit.kind) == edit.key), None)
    if note is None:
        raise refused("unknown_row", key=edit.key)
    answered = note.answered
    if note.measure:
        reading, more = _with_section(reading, note.measure.section)
        answered = (*answered, *more)
    if note.section:
        refuse_taken(reading.sections, edit.key, note.section.number)
    return _put(reading, edit.kind, edit.key), answered


def _with_section(reading: PlanReading, number: str) -> tuple[PlanReading, tuple[int, ...]]:
    """Return the reading with the section of a number, if it was taken out."""
    if number in {one.number for one in reading.sections}:
        return reading, ()
    notes = [one.section for one in reading.removed if one.section]
    key = next((one.key for one in reversed(notes) if one.number == number), None)
    return put_back(reading, Edit("restore", "section", key)) if key else (reading, ())


def _put(reading: PlanReading, kind: str, key: str) -> PlanReading:
    placed = IN_PLACE[kind](reading)
    rows = tuple(one.row for one in placed if not one.is_removed or one.row.key == key)
    removed = tuple(one for one in reading.removed if _key(one, kind) != key)
    changes: dict[str, Any] = {f"{kind}s": rows, "removed": removed}
    return replace(reading, **changes)


def _key(note: RemovedRow, kind: str) -> str | None:
    row: Keyed | None = getattr(note, kind, None)
    return row.key if row else None


def all_rows(reading: PlanReading, kind: str) -> list[Keyed]:
    """Return the rows of a kind in their places, those taken out too: they may come back."""
    return [one.row for one in IN_PLACE[kind](reading)]
