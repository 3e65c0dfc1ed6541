"""Spans: the status over all time, the future included, so that nothing runs at midnight."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Generic, NamedTuple, TypeVar

from data_access.rules.assigned import Assigned
from data_access.rules.combining import MeasureState
from data_access.rules.courses import BEGINNING, END
from data_access.rules.facts import MeasureFacts, Point
from data_access.rules.measure import (
    assigned_state,
    deciding,
    states_over,
    turning_dates,
)
from data_access.rules.points import PointState, point_course, point_over

State = TypeVar("State")


class Span(NamedTuple, Generic[State]):
    """A state that holds from `valid_from` up to, not including, `valid_to`."""

    valid_from: date
    valid_to: date
    state: State


def measure_spans(facts: MeasureFacts) -> list[Span[MeasureState]]:
    """Return the measure's spans, without gaps or overlaps.

    They cover all time; where an amended act added the measure, the time from that day on.
    """
    return _spans_over(facts, facts.counting)


def assignment_spans(facts: MeasureFacts, assignment: Assigned) -> list[Span[MeasureState]]:
    """Return the spans of one assignment: of the time in which acts name the executor.

    So whatever joins them by a date finds on it nobody who was not named yet or was released.
    """
    if not assignment.turns:
        return _spans_over(facts, deciding(facts, assignment))
    return [span for piece in assignment.pieces for span in _own_spans(facts, assignment, piece)]


def _spans_over(facts: MeasureFacts, assignments: tuple[Assigned, ...]) -> list[Span[MeasureState]]:
    """Return the spans over the given assignments, worked out once: executors share them."""
    key = ("spans", assignments)
    spans: list[Span[MeasureState]] | None = facts.known.get(key)
    if spans is None:
        dates = _since(facts.began_on, turning_dates(facts, assignments))
        spans = _spans(dates, states_over(facts, assignments))
        facts.known[key] = spans
    return spans


def _own_spans(
    facts: MeasureFacts, assignment: Assigned, named: Assigned
) -> list[Span[MeasureState]]:
    """Return the spans of one stretch in which an executor is `named` that is not always."""
    first = max((day for day in (facts.began_on, named.began_on) if day), default=None)
    end = named.ended_on or END
    dates = [on for on in _since(first, turning_dates(facts, facts.counting)) if on < end]
    return _spans(dates, lambda on: assigned_state(facts, assignment, on), end)


def point_spans(facts: MeasureFacts, point: Point) -> list[Span[PointState]]:
    """Return the spans of one control point over the assignments that count."""
    first = max(facts.began_on or BEGINNING, point.began_on or BEGINNING)
    dates = _since(first, [BEGINNING, *point_course(facts, point, facts.counting).turns])
    return _spans(dates, point_over(facts, point, facts.counting))


def _since(first: date | None, dates: Sequence[date]) -> Sequence[date]:
    """Return the dates without those before the first day of what an act added."""
    return dates if first is None else [first, *(day for day in dates if day > first)]


def _spans(
    dates: Iterable[date], state_on: Callable[[date], State], end: date = END
) -> list[Span[State]]:
    found: list[tuple[date, State]] = []
    for on in dates:
        state = state_on(on)
        if not found or found[-1][1] != state:
            found.append((on, state))
    ends = [*(on for on, _ in found[1:]), end]
    return [Span(on, until, state) for (on, state), until in zip(found, ends, strict=False)]
