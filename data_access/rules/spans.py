"""Spans: the status over all time, the future included, so that nothing runs at midnight."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, TypeVar

from data_access.rules.facts import Assigned, MeasureFacts, Point
from data_access.rules.measure import MeasureState, assigned_state, measure_state
from data_access.rules.points import PointState, point_state

BEGINNING = date.min
END = date.max


State = TypeVar("State")


@dataclass(frozen=True)
class Span(Generic[State]):
    """A state that holds from `valid_from` up to, not including, `valid_to`."""

    valid_from: date
    valid_to: date
    state: State


def measure_spans(facts: MeasureFacts) -> list[Span[MeasureState]]:
    """Return the measure's spans: they cover all time without gaps or overlaps."""
    return _spans(facts, lambda on: measure_state(facts, on))


def assignment_spans(facts: MeasureFacts, assignment: Assigned) -> list[Span[MeasureState]]:
    """Return the spans of one assignment, likewise without gaps or overlaps."""
    return _spans(facts, lambda on: assigned_state(facts, assignment, on))


def point_spans(facts: MeasureFacts, point: Point) -> list[Span[PointState]]:
    """Return the spans of one control point over the assignments that count."""
    return _spans(facts, lambda on: point_state(facts, point, facts.counting, on))


def turning_dates(facts: MeasureFacts) -> list[date]:
    """Return the dates on which the status may change, the beginning of time first.

    A term is over on the day after its due date.
    """
    dues = [point.due_on for point in facts.points]
    dues += [one.new_due_on for one in facts.decisions if one.new_due_on]
    dates = {BEGINNING}
    dates.update(due + timedelta(days=1) for due in dues if due < END)
    dates.update(point.starts_on for point in facts.points)
    dates.update(report.submitted_on for report in facts.reports)
    dates.update(decision.decided_on for decision in facts.decisions)
    dates.update(day for one in facts.assignments for day in one.turns)
    return sorted(dates)


def _spans(facts: MeasureFacts, state_on: Callable[[date], State]) -> list[Span[State]]:
    spans: list[Span[State]] = []
    for on in turning_dates(facts):
        state = state_on(on)
        if spans and spans[-1].state == state:
            continue
        if spans:
            spans[-1] = Span(spans[-1].valid_from, on, spans[-1].state)
        spans.append(Span(on, END, state))
    return spans
