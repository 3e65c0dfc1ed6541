"""What changes in the control points and the executors of one measure."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from data_access.importers.draft.pairing import pair_points
from data_access.importers.draft.saved import SavedAssignment, SavedMeasure, SavedPoint
from data_access.plan_rows.texts import AssignedText, ExecutorText, PointText
from data_access.records.difference import FieldChange, NameChange, PointChange


def point_changes(
    new: Sequence[PointText],
    old: Sequence[SavedPoint],
    on: date,
    adds_from: date | None = None,
    still_named: Collection[date] = (),
    plan_start: date | None = None,
) -> tuple[PointChange, ...]:
    """Return the changes of control points, those that go last; `on` is the day they count from.

    `adds_from` is the day from which an amending act adds anything: a date before it becomes no
    new point ("past"). `still_named` are dates that the act names, but a reading leaves out since
    they lie before the act: saved ones stay as they are. What was due before an amending act that
    leaves it out stays too ("owed" unless settled). A point that begins with the plan, on
    `plan_start`, has no start of its own.
    """
    old = [replace(one, starts_on=_own_start(one.starts_on, plan_start)) for one in old]
    new = [replace(one, starts_on=_own_start(one.starts_on, plan_start)) for one in new]
    dates = {one.due_on for one in new}
    old = [one for one in old if one.named not in still_named or dates & {one.named, one.due_on}]
    pairs = pair_points(new, old)
    kept = [_point(one, pairs.get(at), on, adds_from) for at, one in enumerate(new)]
    moved = [
        _left(pairs[at], on, adds_from, one.new)
        for at, one in enumerate(kept)
        if one.fate == "added" and at in pairs
    ]
    paired = {one.id for one in pairs.values()}
    rest = [one for one in old if one.id not in paired and not one.is_removed]
    left = [one for one in rest if adds_from is None or one.in_force >= adds_from]
    gone = [_left(one, on, adds_from) for one in left]
    return (*kept, *moved, *gone, *_owed(rest, adds_from))


def _owed(rest: Sequence[SavedPoint], adds_from: date | None) -> Iterator[PointChange]:
    """Yield what was due before an amending act that leaves it out, and is not settled."""
    for one in rest:
        if adds_from is not None and one.in_force < adds_from and not one.is_settled:
            yield PointChange("owed", one.label, one.in_force, None, one.id, one.has_reports, True)


def _own_start(day: date | None, plan_start: date | None) -> date | None:
    return None if day == plan_start else day


def _point(new: PointText, old: SavedPoint | None, on: date, adds_from: date | None) -> PointChange:
    """Return what becomes of a pair: an earlier date than the original one is a new point."""
    if old is None or new.due_on < old.due_on:
        return _added(new, old, on, adds_from)
    changes = tuple(_details(new, old, on))
    if old.is_taken_out:
        fate = "restored"
    elif new.due_on != old.named:
        fate = "extended"
    else:
        fate = "changed" if changes else "unchanged"
    start = next((one.new for one in changes if one.field == "starts_on"), old.starts_on)
    return PointChange(
        fate,
        new.label or old.label,
        old.named,
        new.due_on,
        old.id,
        old.has_reports,
        starts_on=start if isinstance(start, date) else None,
        changes=changes,
    )


def _details(new: PointText, old: SavedPoint, on: date) -> Iterator[FieldChange]:
    """Return the changes of label and start: an act that gives no label leaves the one there is.

    The start of a point never goes back behind the day on which the act counts.
    """
    if new.label and new.label != old.label:
        yield FieldChange("label", old.label, new.label)
    if new.due_on != old.due_on or new.starts_on == old.starts_on:
        return
    goes_back = old.starts_on is not None and (new.starts_on or date.min) < old.starts_on
    if not goes_back or (old.starts_on and old.starts_on > on):
        yield FieldChange("starts_on", old.starts_on, new.starts_on)


def _added(new: PointText, old: SavedPoint | None, on: date, adds_from: date | None) -> PointChange:
    """Return a new point, which may take the place of an old one; none for what is over."""
    before = old.named if old else None
    if adds_from is not None and new.due_on < adds_from:
        return PointChange("past", new.label, before, new.due_on, old.id if old else None)
    start = new.starts_on
    if adds_from is not None and (old is None or _stays(old, on)):
        start = max(start or adds_from, adds_from)
    return PointChange("added", new.label, before, new.due_on, starts_on=start)


def _left(
    old: SavedPoint, on: date, adds_from: date | None, moved_to: date | None = None
) -> PointChange:
    """Return the removal of a point: its row stays where something hangs on it or it was due.

    What an amending act takes out stood in the plan until then, so it stays too.
    """
    stays = adds_from is not None or _stays(old, on)
    return PointChange("removed", old.label, old.named, moved_to, old.id, old.has_reports, stays)


def _stays(old: SavedPoint, on: date) -> bool:
    return old.has_history or old.in_force < on


def executor_changes(
    new: Sequence[AssignedText],
    old: SavedMeasure | None,
    executors: Mapping[str, ExecutorText],
    begun: bool,
) -> tuple[NameChange, ...]:
    """Return the changes of executors, those that are released last.

    Once it has `begun` to count whom the saved plan names, nobody of them is deleted.
    """
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
