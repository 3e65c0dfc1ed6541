"""The status of a measure, or of one assignment in it, on one date."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from data_access.records.status import FINISHED, Status, worst
from data_access.rules.facts import Assigned, MeasureFacts, Point
from data_access.rules.points import CLOSING, PointState, point_state


@dataclass(frozen=True)
class MeasureState:
    """A measure on a date; the dates are those of the control point that decides the status.

    The counters are control points without removed ones: all; done; those whose term is over
    or that were settled early; and of these the ones done on time.
    """

    status: Status
    point_id: int | None
    due_on: date | None
    original_due_on: date | None
    completed_on: date | None
    points_total: int
    points_done: int
    points_due: int
    points_on_time: int


def measure_state(facts: MeasureFacts, on: date) -> MeasureState:
    """Return the state of the measure over the assignments that count."""
    return _state(facts, facts.counting, on)


def assigned_state(facts: MeasureFacts, assignment: Assigned, on: date) -> MeasureState:
    """Return the state of one executor's assignment.

    A co-executor whose assignment does not count shares the measure's state: only the lead owes
    the completing report. So does whoever led for a time: meanwhile its state is that one. Before
    an amended act names the executor nothing is due from it; once it is released it is as if
    removed, but for what it had done, until an act names it again.
    """
    if not assignment.turns:
        return _state(facts, _deciding(facts, assignment), on)
    assignment = assignment.during(on)
    state = _state_of(facts, assigned_points(facts, assignment, on), on)
    counted = counted_points(facts, assignment, on)
    on_time = sum(one.status is Status.DONE for one in counted)
    state = replace(state, points_due=len(counted), points_on_time=on_time)
    if not facts.standing(on) and assignment.has_ended(on):
        return replace(state, status=Status.REMOVED)
    return state


def assigned_points(facts: MeasureFacts, assignment: Assigned, on: date) -> list[PointState]:
    """Return the states of all control points for one executor."""
    if assignment.turns:
        assignment = assignment.during(on)
        return [_own_state(facts, point, assignment, on) for point in facts.standing(on)]
    return point_states(facts, _deciding(facts, assignment), on)


def counted_points(facts: MeasureFacts, assignment: Assigned, on: date) -> list[PointState]:
    """Return the control points that one executor's discipline counts: term over, not removed.

    What others had done before an act named the executor is neither its merit nor its debt.
    """
    began_on = assignment.during(on).began_on
    before = {
        point.id for point in facts.standing(on) if began_on and _stood_done(facts, point, began_on)
    }
    return [
        one
        for one in assigned_points(facts, assignment, on)
        if one.status is not Status.REMOVED
        and one.term_is_over(on)
        and not (one.point_id in before and one.status in FINISHED)
    ]


def _deciding(facts: MeasureFacts, assignment: Assigned) -> tuple[Assigned, ...]:
    return (assignment,) if assignment.counts_always else facts.counting


def _own_state(facts: MeasureFacts, point: Point, assignment: Assigned, on: date) -> PointState:
    """Return the state of a point for an executor that was not named all the time."""
    deciding: tuple[Assigned, ...] = (replace(assignment, began_on=None, ended_on=None),)
    if not assignment.counts_always:
        deciding = facts.counting
    if assignment.began_on and assignment.began_on > on:
        state = point_state(facts, point, facts.counting, on)
        return replace(state, status=Status.NOT_DUE, completed_on=None)
    if assignment.began_on and _stood_done(facts, point, assignment.began_on):
        deciding = facts.counting
    if assignment.ended_on and assignment.has_ended(on):
        eve = assignment.ended_on - timedelta(days=1)
        before = point_state(facts, point, deciding, eve)
        done = before.status in FINISHED
        return before if done else replace(before, status=Status.REMOVED, completed_on=None)
    return point_state(facts, point, deciding, on)


def _stood_done(facts: MeasureFacts, point: Point, day: date) -> bool:
    """Tell whether the work stood done the day before."""
    return point_state(facts, point, facts.counting, day - timedelta(days=1)).status in FINISHED


def point_states(
    facts: MeasureFacts, assignments: tuple[Assigned, ...], on: date
) -> list[PointState]:
    """Return the states of all control points over the given assignments."""
    return [point_state(facts, point, assignments, on) for point in facts.standing(on)]


def _state(facts: MeasureFacts, assignments: tuple[Assigned, ...], on: date) -> MeasureState:
    """Return the state over the given assignments, worked out once: executors share it."""
    key = (assignments, on)
    if key not in facts.known:
        facts.known[key] = _state_of(facts, point_states(facts, assignments, on), on)
    state: MeasureState = facts.known[key]
    return state


def _state_of(facts: MeasureFacts, states: list[PointState], on: date) -> MeasureState:
    live = [one for one in states if one.status is not Status.REMOVED]
    status = _status(facts, live, states, on)
    deciding = deciding_point(status, live or states)
    return MeasureState(
        status=status,
        point_id=deciding.point_id if deciding else None,
        due_on=deciding.due_on if deciding else None,
        original_due_on=deciding.original_due_on if deciding else None,
        completed_on=_completed_on(status, live),
        points_total=len(live),
        points_done=sum(one.status in FINISHED for one in live),
        points_due=sum(one.term_is_over(on) for one in live),
        points_on_time=sum(one.status is Status.DONE for one in live),
    )


def _status(
    facts: MeasureFacts, live: list[PointState], states: list[PointState], on: date
) -> Status:
    if not states:
        return _without_points(facts, on)
    if not live:
        return Status.REMOVED
    started = [one.status for one in live if one.status is not Status.NOT_DUE]
    if not started:
        return Status.NOT_DUE
    status = worst(started)
    is_between = status in FINISHED and len(started) < len(live)
    return Status.IN_PROGRESS if is_between else status


def _without_points(facts: MeasureFacts, on: date) -> Status:
    made = [
        one
        for one in facts.decisions
        if one.kind in CLOSING and one.report_id is None and one.decided_on <= on
    ]
    latest = max(made, key=lambda one: one.order, default=None)
    closed = {"remove": Status.REMOVED, "not_done": Status.NOT_DONE}
    return closed.get(latest.kind, Status.UNDATED) if latest else Status.UNDATED


def deciding_point(status: Status, points: list[PointState]) -> PointState | None:
    """Return the control point that the status rests on: the oldest debt, else the next date.

    Between two points of a recurring measure it is the next one; when all is done, the last.
    """
    if not points:
        return None
    same = [one for one in points if one.status is status]
    if status in FINISHED or status is Status.REMOVED:
        return max(same or points, key=lambda one: one.due_on)
    waiting = [one for one in points if one.status is Status.NOT_DUE]
    return min(same or waiting or points, key=lambda one: one.due_on)


def _completed_on(status: Status, live: list[PointState]) -> date | None:
    if status not in FINISHED:
        return None
    return max((one.completed_on for one in live if one.completed_on), default=None)
