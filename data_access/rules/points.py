"""The status of one control point on one date.

Rules: table "Status" of the design; terms are inclusive ("до 10 числа" includes the 10th).
"""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import partial
from typing import NamedTuple

from data_access.records.status import FINISHED, Status
from data_access.rules.assigned import Assigned
from data_access.rules.assignments import Found, due_in_force, judged, named
from data_access.rules.courses import Course
from data_access.rules.facts import Decided, MeasureFacts, Point

CLOSING = ("remove", "not_done", "reopen")
SETTLED = FINISHED | {Status.NOT_DONE}


class PointState(NamedTuple):
    """A control point on a date: its status, and when the work was completed if it was.

    `due_on` is the date in force, `original_due_on` the one before any extension.
    """

    point_id: int
    status: Status
    starts_on: date
    due_on: date
    original_due_on: date
    completed_on: date | None

    def term_is_over(self, on: date) -> bool:
        """Tell whether the point counts as due on the date: term over, or settled early."""
        return on > self.due_on or self.status in SETTLED


def point_state(
    facts: MeasureFacts, point: Point, assignments: Iterable[Assigned], on: date
) -> PointState:
    """Return the state of `point` on the date, over the given assignments.

    It is the one since the last date on which anything about the point turned, and worked out once.
    """
    return point_over(facts, point, tuple(assignments))(on)


def point_over(
    facts: MeasureFacts, point: Point, assignments: tuple[Assigned, ...]
) -> Callable[[date], PointState]:
    """Return what tells the state of `point` on any date: who asks for many finds it once."""
    course = point_course(facts, point, assignments)
    return partial(course.at, state_on=partial(_point_state, facts, point, assignments))


def point_course(
    facts: MeasureFacts, point: Point, assignments: tuple[Assigned, ...]
) -> Course[PointState]:
    """Return what is known of the state of a point over the given assignments."""
    key = (point.id, assignments)
    course: Course[PointState] | None = facts.known.get(key)
    if course is None:
        course = facts.known[key] = Course(_turns(facts, point, assignments))
    return course


def _turns(facts: MeasureFacts, point: Point, assignments: tuple[Assigned, ...]) -> list[date]:
    """Return the dates on which the state may change: a term is over the day after."""
    reports = [one for each in assignments for one in facts.reports_on.get((each.id, point.id), ())]
    decided = [one for one in facts.decisions if one.concerns(point)]
    dues = [point.due_on, *(one.new_due_on for one in decided if one.new_due_on)]
    return sorted(
        {
            point.starts_on,
            *([point.began_on] if point.began_on else []),
            *(due + timedelta(days=1) for due in dues if due < date.max),
            *(one.submitted_on for one in reports),
            *(one.decided_on for one in decided),
            *facts.executor_turns,
        }
    )


def _point_state(
    facts: MeasureFacts, point: Point, counted: tuple[Assigned, ...], on: date
) -> PointState:
    due_on = due_in_force(facts, point, on)
    closing = last_decision(facts, point, CLOSING, on)
    if closing and closing.kind == "not_done":
        found: Found = (Status.NOT_DONE, None)
    elif closing and closing.kind == "remove":
        found = _removed_state(facts, point, counted, closing.decided_on)
    else:
        found = _open_state(facts, point, counted, on, due_on)
    return PointState(point.id, found[0], point.starts_on, due_on, point.due_on, found[1])


def _removed_state(
    facts: MeasureFacts, point: Point, assignments: tuple[Assigned, ...], removed_on: date
) -> Found:
    """Return "removed", or what stood on the day of the removal if the work was done already.

    Control ended on that day, so nothing that comes later makes a debt of it again.
    """
    due_on = due_in_force(facts, point, removed_on)
    before = _open_state(facts, point, assignments, removed_on, due_on)
    return before if before[0] in FINISHED else (Status.REMOVED, None)


def last_decision(
    facts: MeasureFacts, point: Point, kinds: tuple[str, ...], on: date
) -> Decided | None:
    """Return the decision of these kinds that stands for `point` on the date.

    Decisions on a single report are left aside: they say nothing about the point as a whole.
    """
    for one in facts.made(kinds):
        if one.report_id is None and one.decided_on <= on and one.concerns(point):
            return one
    return None


def _open_state(
    facts: MeasureFacts, point: Point, assignments: tuple[Assigned, ...], on: date, due_on: date
) -> Found:
    """Return status and completion of the point as good as its worst assignment."""
    return judged(facts, point, named(facts, point, assignments, on), on, due_on)
