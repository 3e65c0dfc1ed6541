"""Control points of a measure brought in line with an act; their due dates never change."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import delete, insert, update

from data_access.commands.plan_saving.terms import Amending
from data_access.importers.draft.saved import SavedMeasure, SavedPoint
from data_access.models import ControlPoint
from data_access.records.difference import PointChange

#: Dates that become no point, and points that stay as they are.
UNTOUCHED = ("past", "owed")


def amend_points(work: Amending, measure: SavedMeasure, changes: Sequence[PointChange]) -> None:
    """Make the changes of one measure's points."""
    saved = {one.id: one for one in measure.points}
    changes = [one for one in changes if one.fate not in UNTOUCHED]
    for one in changes:
        if one.fate == "removed":
            _remove(work, one, saved[one.point_id or 0])
    for position, one in enumerate(changes, start=1):
        old = saved.get(one.point_id or 0)
        if one.fate == "added":
            _add(work, measure.id, position, one)
        elif old is not None and one.fate != "removed":
            _keep(work, measure, old, position, one)


def _remove(work: Amending, change: PointChange, old: SavedPoint) -> None:
    if change.stays:
        work.decide("remove", point=old.id, last=old.decided_on)
    else:
        work.session.execute(delete(ControlPoint).where(ControlPoint.id == old.id))


def _add(work: Amending, measure_id: int, position: int, change: PointChange) -> None:
    work.session.execute(
        insert(ControlPoint).values(
            measure_id=measure_id,
            position=position,
            starts_on=change.starts_on,
            due_on=change.new,
            label=change.label,
            began_on=work.adds_from,
        )
    )


def _keep(
    work: Amending, measure: SavedMeasure, old: SavedPoint, position: int, change: PointChange
) -> None:
    if change.fate == "restored":
        work.decide("reopen", point=old.id, last=old.decided_on)
    if change.new != old.named:
        work.decide("extend", point=old.id, last=old.decided_on, new_due_on=change.new)
    columns: dict[str, Any] = {"position": position} if position != old.position else {}
    columns |= {one.field: one.new for one in change.changes}
    if columns:
        query = update(ControlPoint).where(ControlPoint.id == old.id).values(columns)
        work.session.execute(query)
