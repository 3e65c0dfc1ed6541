"""The status of a measure, or of one assignment in it, on one date."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from data_access.records.status import FINISHED, Status
from data_access.rules.assigned import Assigned
from data_access.rules.combining import MeasureState, state_of
from data_access.rules.courses import BEGINNING, Course
from data_access.rules.facts import MeasureFacts, Point
from data_access.rules.points import PointState, point_course, point_over, point_state


def measure_state(facts: MeasureFacts, on: date) -> MeasureState:
    """Return the state of the measure over the assignments that count."""
    return state_over(facts, facts.counting, on)


def assigned_state(facts: MeasureFacts, assignment: Assigned, on: date) -> MeasureState:
    """Return the state of one executor's assignment.

    A co-executor whose assignment does not count shares the measure's state: only the lead owes
    the completing report. So does whoever led for a time: meanwhile its state is that one. Before
    an amended act names the executor nothing is due from it; once it is released it is as if
    removed, but for what it had done, until an act names it again.
    """
    if not assignment.turns:
        return state_over(facts, deciding(facts, assignment), on)
    assignment = assignment.during(on)
    state = state_of(facts, assigned_points(facts, assignment, on), on)
    counted = counted_points(facts, assignment, on)
    on_time = sum(one.status is Status.DONE for one in counted)
    state = state._replace(points_due=len(counted), points_on_time=on_time)
    if not facts.standing(on) and assignment.has_ended(on):
        return state._replace(status=Status.REMOVED)
    return state


def assigned_points(facts: MeasureFacts, assignment: Assigned, on: date) -> list[PointState]:
    """Return the states of all control points for one executor."""
    if assignment.turns:
        assignment = assignment.during(on)
        return [_own_state(facts, point, assignment, on) for point in facts.standing(on)]
    return point_states(facts, deciding(facts, assignment), on)


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


def deciding(facts: MeasureFacts, assignment: Assigned) -> tuple[Assigned, ...]:
    """Return the assignments that decide the state of one that is named all the time."""
    return (assignment,) if assignment.counts_always else facts.counting


def _own_state(facts: MeasureFacts, point: Point, assignment: Assigned, on: date) -> PointState:
    """Return the state of a point for an executor that was not named all the time."""
    by: tuple[Assigned, ...] = (replace(assignment, began_on=None, ended_on=None),)
    if not assignment.counts_always:
        by = facts.counting
    if assignment.began_on and assignment.began_on > on:
        state = point_state(facts, point, facts.counting, on)
        return state._replace(status=Status.NOT_DUE, completed_on=None)
    if assignment.began_on and _stood_done(facts, point, assignment.began_on):
        by = facts.counting
    if assignment.ended_on and assignment.has_ended(on):
        eve = assignment.ended_on - timedelta(days=1)
        before = point_state(facts, point, by, eve)
        done = before.status in FINISHED
        return before if done else before._replace(status=Status.REMOVED, completed_on=None)
    return point_state(facts, point, by, on)


def _stood_done(facts: MeasureFacts, point: Point, day: date) -> bool:
    """Tell whether the work stood done the day before."""
    return point_state(facts, point, facts.counting, day - timedelta(days=1)).status in FINISHED


def point_states(
    facts: MeasureFacts, assignments: tuple[Assigned, ...], on: date
) -> list[PointState]:
    """Return the states of all control points over the given assignments."""
    return [point_state(facts, point, assignments, on) for point in facts.standing(on)]


def state_over(facts: MeasureFacts, assignments: tuple[Assigned, ...], on: date) -> MeasureState:
    """Return the state over the given assignments, worked out once: executors share it."""
    return states_over(facts, assignments)(on)


def states_over(
    facts: MeasureFacts, assignments: tuple[Assigned, ...]
) -> Callable[[date], MeasureState]:
    """Return what tells that state on any date, found once for all who ask."""
    key = "states", assignments
    known: Callable[[date], MeasureState] | None = facts.known.get(key)
    if known is None:
        known = facts.known[key] = _states_over(facts, assignments)
    return known


def _states_over(
    facts: MeasureFacts, assignments: tuple[Assigned, ...]
) -> Callable[[date], MeasureState]:
    points = [(one, point_over(facts, one, assignments)) for one in facts.points]

    def state_on(on: date) -> MeasureState:
        return state_of(facts, [at(on) for one, at in points if one.stands(on)], on)

    return partial(_course(facts, assignments).at, state_on=state_on)


def turning_dates(facts: MeasureFacts, assignments: tuple[Assigned, ...]) -> Sequence[date]:
    """Return the dates on which the state over the given assignments may change.

    The beginning of time comes first. Interim information changes none.
    """
    return _course(facts, assignments).turns


def _course(facts: MeasureFacts, assignments: tuple[Assigned, ...]) -> Course[MeasureState]:
    course: Course[MeasureState] | None = facts.known.get(assignments)
    if course is None:
        courses = [point_course(facts, point, assignments) for point in facts.points]
        dates = {BEGINNING, *(one.decided_on for one in facts.decisions), *facts.executor_turns}
        course = Course(sorted(dates.union(*(one.turns for one in courses))))
        facts.known[assignments] = course
    return course
