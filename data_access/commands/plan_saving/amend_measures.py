"""Measures of a saved plan brought in line with an act."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import delete, update

from data_access.commands.plan_saving.amend_people import amend_people
from data_access.commands.plan_saving.amend_points import amend_points
from data_access.commands.plan_saving.terms import Amending
from data_access.importers.draft.saved import SavedMeasure
from data_access.models import Assignment, ControlPoint, ImportFinding, Measure
from data_access.plan_rows.measures import insert_assignments, insert_measures, insert_points
from data_access.plan_rows.texts import MeasureText, PointText
from data_access.records.difference import MeasureChange
from data_access.rules.taken_out import taken_out

KEPT = ("changed", "unchanged", "restored")
FIELDS = {"deadline_text", "schedule_kind", "expected_result", "title", "short_title"}


def amend_measures(work: Amending, sections: Mapping[str, int]) -> dict[str, int]:
    """Make the changes of measures; return the ids of the order's measures by key."""
    saved = {one.id: one for one in work.saved.measures}
    texts = {one.key: one for one in work.order.measures}
    for one in work.changes.measures:
        if one.fate == "removed":
            _remove(work, one, saved)
    _free_numbers(work)
    for one in work.changes.measures:
        if one.fate in KEPT and one.measure_id:
            _keep(work, one, texts[one.key], saved[one.measure_id], sections)
    fresh = [texts[one.key] for one in work.changes.measures if one.fate == "added"]
    ids = _insert(work, fresh, sections)
    ids |= {one.key: one.measure_id for one in work.changes.measures if one.key and one.measure_id}
    for position, text in enumerate(work.order.measures, start=1):
        _set(work, ids[text.key], {"position": position}, unless=saved.get(ids[text.key]))
    return ids


def _remove(work: Amending, change: MeasureChange, saved: Mapping[int, SavedMeasure]) -> None:
    """Take a measure from control; delete it where nothing hangs on it yet."""
    id_ = change.measure_id or 0
    if change.stays:
        work.decide("remove", measure=id_, last=saved[id_].decided_on)
        return
    about = ImportFinding.measure_id == id_
    work.session.execute(update(ImportFinding).where(about).values(measure_id=None))
    for table in (Assignment, ControlPoint):
        work.session.execute(delete(table).where(table.measure_id == id_))
    work.session.execute(delete(Measure).where(Measure.id == id_))


def _free_numbers(work: Amending) -> None:
    """Move numbers out of the way: those that change, and those of measures taken out."""
    kept = {one.measure_id for one in work.changes.measures if one.key}
    gone = [one for one in work.changes.measures if one.fate == "removed"]
    deleted = {one.measure_id for one in gone if not one.stays}
    wanted = {one.number for one in work.order.measures}
    taken = wanted | {one.number for one in work.saved.measures}
    for one in work.saved.measures:
        if one.id not in kept | deleted and one.number in wanted:
            number = taken_out(one.number, taken)
            taken.add(number)
            _set(work, one.id, {"number": number})
    for change in work.changes.measures:
        if change.fate in KEPT and change.number != change.old_number:
            _set(work, change.measure_id or 0, {"number": f"~{change.measure_id}"})


def _keep(
    work: Amending,
    change: MeasureChange,
    text: MeasureText,
    old: SavedMeasure,
    sections: Mapping[str, int],
) -> None:
    if change.fate == "restored":
        work.decide("reopen", measure=old.id, last=old.decided_on)
    columns: dict[str, Any] = {one.field: one.new for one in change.changes if one.field in FIELDS}
    if any(one.field == "extra" for one in change.changes):
        columns["extra"] = dict(text.extra) if text.extra else None
    # Another section may stand under the same number now.
    if _section_before(work, old) != sections[text.section]:
        columns["section_id"] = sections[text.section]
    if text.number != old.number:
        columns["number"] = text.number
    _set(work, old.id, columns)
    amend_points(work, old, change.points)
    amend_people(work, old, change.executors)


def _section_before(work: Amending, measure: SavedMeasure) -> int:
    return next(one.id for one in work.saved.sections if one.number == measure.section)


def _insert(
    work: Amending, fresh: list[MeasureText], sections: Mapping[str, int]
) -> dict[str, int]:
    """Insert what the act adds: it counts from the day of an amending act on."""
    fresh = [replace(one, points=_points(work, one)) for one in fresh]
    first = work.adds_from
    by_number = insert_measures(work.session, fresh, work.saved.id, sections, first)
    insert_points(work.session, fresh, by_number)
    insert_assignments(work.session, fresh, by_number, work.executors, first)
    return {one.key: by_number[one.number] for one in fresh}


def _points(work: Amending, text: MeasureText) -> tuple[PointText, ...]:
    changes = next(one.points for one in work.changes.measures if one.key == text.key)
    made = [one for one in changes if one.fate == "added" and one.new]
    return tuple(PointText(one.starts_on, one.new, one.label) for one in made if one.new)


def _set(
    work: Amending,
    measure_id: int,
    columns: dict[str, Any],
    unless: SavedMeasure | None = None,
) -> None:
    """Update a measure; with `unless`, only where its place in the order is another one."""
    if unless is not None and columns.get("position") == unless.position:
        return
    if columns:
        query = update(Measure).where(Measure.id == measure_id).values(columns)
        work.session.execute(query)
