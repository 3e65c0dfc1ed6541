"""What changes in the control points and the executors of one measure."""

from collections.abc import Mapping, Sequence
from datetime import date

from data_access.importers.draft.pairing import pair_points
from data_access.importers.draft.saved import SavedAssignment, SavedMeasure, SavedPoint
from data_access.plan_rows.texts import AssignedText, ExecutorText, PointText
from data_access.records.difference import FieldChange, NameChange, PointChange


def point_changes(
    new: Sequence[PointText],
    old: Sequence[SavedPoint],
    on: date,
    earliest: date | None = None,
) -> tuple[PointChange, ...]:
    """Return the changes of control points, those that go last; `on` is the day they count from.

    A reading leaves out dates before the act can have been signed (`earliest`): saved ones stay.
    """
    dates = {one.due_on for one in new}
    old = [
        one
        for one in old
        if earliest is None or one.named >= earliest or dates & {one.named, one.due_on}
    ]
    pairs = pair_points(new, old)
    kept = [_point(one, pairs.get(at)) for at, one in enumerate(new)]
    moved = [
        _left(pairs[at], on) for at, one in enumerate(kept) if one.fate == "added" and at in pairs
    ]
    paired = {one.id for one in pairs.values()}
    gone = [_left(one, on) for one in old if one.id not in paired and not one.is_removed]
    return (*kept, *moved, *gone)


def _point(new: PointText, old: SavedPoint | None) -> PointChange:
    """Return what becomes of a pair: an earlier date than the original one is a new point."""
    if old is None or new.due_on < old.due_on:
        return PointChange("added", new.label, None, new.due_on, starts_on=new.starts_on)
    if old.is_taken_out:
        fate = "restored"
    elif new.due_on != old.named:
        fate = "extended"
    elif new.label != old.label or (new.due_on == old.due_on and new.starts_on != old.starts_on):
        fate = "changed"
    else:
        fate = "unchanged"
    return PointChange(
        fate, new.label, old.in_force, new.due_on, old.id, old.has_reports, starts_on=new.starts_on
    )


def _left(old: SavedPoint, on: date) -> PointChange:
    """Return the removal of a point: its row stays where something hangs on it or it was due."""
    stays = old.has_history or old.in_force < on
    return PointChange("removed", old.label, old.in_force, None, old.id, old.has_reports, stays)


def executor_changes(
    new: Sequence[AssignedText],
    old: SavedMeasure | None,
    executors: Mapping[str, ExecutorText],
    begun: bool,
) -> tuple[NameChange, ...]:
    """Return the changes of executors, those that are released last."""
    saved = {one.executor_id: one for one in old.assignments} if old else {}
    changes = [
        _named(position, one, executors[one.key], saved.pop(executors[one.key].id or 0, None))
        for position, one in enumerate(new, start=1)
    ]
    released = [
        NameChange("removed", one.name, one.id, one.has_reports, one.has_reports or begun)
        for one in saved.values()
        if one.ended_on is None
    ]
    return (*changes, *released)


def _named(
    position: int, new: AssignedText, executor: ExecutorText, old: SavedAssignment | None
) -> NameChange:
    if old is None:
        return NameChange("added", executor.name, key=new.key, by_agreement=new.by_agreement)
    role = "lead" if position == 1 else "co"
    pairs = (("by_agreement", old.by_agreement, new.by_agreement), ("role", old.role, role))
    changes = tuple(FieldChange(*pair) for pair in pairs if pair[1] != pair[2])
    fate = "restored" if old.ended_on else ("changed" if changes else "unchanged")
    return NameChange(
        fate, executor.name, old.id, old.has_reports, False, new.key, new.by_agreement, changes
    )
