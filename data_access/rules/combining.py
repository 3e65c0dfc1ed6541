"""The state of a measure from the states of its control points."""

from datetime import date
from typing import NamedTuple

from data_access.records.status import FINISHED, Status, worst
from data_access.rules.facts import MeasureFacts
from data_access.rules.points import CLOSING, PointState


class MeasureState(NamedTuple):
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


def state_of(facts: MeasureFacts, states: list[PointState], on: date) -> MeasureState:
    """Return the state of the measure whose points are in these states on the date."""
    live = [one for one in states if one.status is not Status.REMOVED]
    status = _status(facts, live, states, on)
    point = deciding_point(status, live or states)
    return MeasureState(
        status, *_of(point), _completed_on(status, live), len(live), *_counts(live, on)
    )


def _of(point: PointState | None) -> tuple[int | None, date | None, date | None]:
    return (point.point_id, point.due_on, point.original_due_on) if point else (None, None, None)


def _counts(live: list[PointState], on: date) -> tuple[int, int, int]:
    """Return how many are done, how many are due, and how many of these were done on time."""
    done = due = on_time = 0
    for one in live:
        if one.status in FINISHED:
            done += 1
            on_time += one.status is Status.DONE
        due += one.term_is_over(on)
    return done, due, on_time


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


_CLOSED = {"remove": Status.REMOVED, "not_done": Status.NOT_DONE}


def _without_points(facts: MeasureFacts, on: date) -> Status:
    for one in facts.made(CLOSING):
        if one.report_id is None and one.decided_on <= on:
            return _CLOSED.get(one.kind, Status.UNDATED)
    return Status.UNDATED


def deciding_point(status: Status, points: list[PointState]) -> PointState | None:
    """Return the control point that the status rests on: the oldest debt, else the next date.

    Between two points of a recurring measure it is the next one; when all is done, the last.
    """
    if len(points) < 2:
        return points[0] if points else None
    same = [one for one in points if one.status is status]
    if status in FINISHED or status is Status.REMOVED:
        return max(same or points, key=lambda one: one.due_on)
    waiting = [one for one in points if one.status is Status.NOT_DUE]
    return min(same or waiting or points, key=lambda one: one.due_on)


def _completed_on(status: Status, live: list[PointState]) -> date | None:
    if status not in FINISHED:
        return None
    return max((one.completed_on for one in live if one.completed_on), default=None)
