"""Spans: the status over all time, the future included, so that nothing runs at midnight."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from data_access.rules.facts import Assigned, MeasureFacts, Point
from data_access.rules.measure import MeasureState, assigned_state, measure_state
from data_access.rules.points import PointState, point_state, point_turns

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
    """Return the measure's spans, without gaps or overlaps.

    They cover all time; where an amended act added the measure, the time from that day on.
    """
    return _spans(_since(facts.began_on, turning_dates(facts)), lambda on: measure_state(facts, on))


def assignment_spans(facts: MeasureFacts, assignment: Assigned) -> list[Span[MeasureState]]:
    """Return the spans of one assignment: of the time in which acts name the executor.

    So whatever joins them by a date finds on it nobody who was not named yet or was released.
    """
    return [span for piece in assignment.pieces for span in _own_spans(facts, assignment, piece)]


def _own_spans(
    facts: MeasureFacts, assignment: Assigned, named: Assigned
) -> list[Span[MeasureState]]:
    """Return the spans of one stretch in which the executor is `named`."""
    first = max((day for day in (facts.began_on, named.began_on) if day), default=None)
    end = named.ended_on or END
    dates = [on for on in _since(first, turning_dates(facts)) if on < end]
    return _spans(dates, lambda on: assigned_state(facts, assignment, on), end)


def point_spans(facts: MeasureFacts, point: Point) -> list[Span[PointState]]:
    """Return the spans of one control point over the assignments that count."""
    first = max(facts.began_on or BEGINNING, point.began_on or BEGINNING)
    dates = _since(first, [BEGINNING, *point_turns(facts, point)])
    return _spans(dates, lambda on: point_state(facts, point, facts.counting, on))


def turning_dates(facts: MeasureFacts) -> list[date]:
    """Return the dates on which the status may change, the beginning of time first.

    Interim information changes none.
    """
    if "turns" not in facts.known:
        dates = {BEGINNING, *(one.decided_on for one in facts.decisions)}
        dates.update(day for point in facts.points for day in point_turns(facts, point))
        dates.update(day for one in facts.assignments for day in one.turns)
        dates.update(day for one in facts.counting for day in one.turns)
        facts.known["turns"] = sorted(dates)
    turns: list[date] = facts.known["turns"]
    return turns


def _since(first: date | None, dates: list[date]) -> list[date]:
    """Return the dates without those before the first day of what an act added."""
    return dates if first is None else [first, *(day for day in dates if day > first)]


def _spans(
    dates: Iterable[date], state_on: Callable[[date], State], end: date = END
) -> list[Span[State]]:
    spans: list[Span[State]] = []
    for on in dates:
        state = state_on(on)
        if spans and spans[-1].state == state:
            continue
        if spans:
            spans[-1] = Span(spans[-1].valid_from, on, spans[-1].state)
        spans.append(Span(on, end, state))
    return spans
