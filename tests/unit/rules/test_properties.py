"""Properties that hold for any measure, whatever was reported and decided."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from random import Random
from typing import TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from data_access.records.status import CLOSED, FINISHED, Status
from data_access.rules.assigned import Assigned
from data_access.rules.courses import BEGINNING, END
from data_access.rules.explain import RULES, explain
from data_access.rules.facts import MeasureFacts, Point
from data_access.rules.measure import assigned_state, measure_state
from data_access.rules.obligations import obligations
from data_access.rules.points import PointState, point_state
from data_access.rules.spans import (
    Span,
    assignment_spans,
    measure_spans,
    point_spans,
)
from tests.unit.rules.oracle import measure_status, point_status
from tests.unit.rules.strategies import DAYS, FIRST_DAY, measures, moments

State = TypeVar("State")
MANY = settings(max_examples=100)
EVERY_DAY = [FIRST_DAY + timedelta(days=n) for n in range(-2, DAYS + 4)]


def first_of(facts: MeasureFacts, point: Point | None = None) -> date:
    """Return the day from which on a measure, or a point of it, stands in the plan."""
    added_on = point.began_on if point else None
    return max(facts.began_on or BEGINNING, added_on or BEGINNING)


def standing(facts: MeasureFacts, days: list[date], point: Point | None = None) -> list[date]:
    """Return those of the days on which the measure, or a point of it, stands in the plan."""
    return [day for day in days if day >= first_of(facts, point)]


def covers(facts: MeasureFacts, spans: list[Span[State]], point: Point | None = None) -> bool:
    """Tell whether the spans cover all time, from the own first day on."""
    ends = [first_of(facts, point), *(span.valid_to for span in spans)]
    starts = [*(span.valid_from for span in spans), END]
    return ends == starts and all(span.valid_from < span.valid_to for span in spans)


def covers_naming(facts: MeasureFacts, spans: list[Span[State]], one: Assigned) -> bool:
    """Tell whether the spans cover the time in which the executor is named, and no other."""
    days = [on for on in EVERY_DAY if any(it.valid_from <= on < it.valid_to for it in spans)]
    return days == named_days(facts, one) and all(
        it.valid_to <= following.valid_from for it, following in pairwise(spans)
    )


def named_days(facts: MeasureFacts, one: Assigned) -> list[date]:
    """Return the days on which the executor is named for the measure."""
    away = (one.away_from or END, one.back_on or END)
    days = [on for on in standing(facts, EVERY_DAY) if one.is_named(on)]
    return [on for on in days if not away[0] <= on < away[1]]


def state_at(spans: list[Span[State]], on: date) -> State:
    (found,) = [one.state for one in spans if one.valid_from <= on < one.valid_to]
    return found


@MANY
@given(measures())
def test_spans_neither_overlap_nor_leave_gaps(facts: MeasureFacts) -> None:
    assert covers(facts, measure_spans(facts))
    assert all(covers_naming(facts, assignment_spans(facts, one), one) for one in facts.assignments)
    assert all(covers(facts, point_spans(facts, one), one) for one in facts.points)


@MANY
@given(measures())
def test_neighbouring_spans_differ(facts: MeasureFacts) -> None:
    states = [span.state for span in measure_spans(facts)]
    assert all(one != other for one, other in pairwise(states))


@MANY
@given(measures(), moments)
def test_spans_equal_the_evaluation_of_each_day(facts: MeasureFacts, moment: date) -> None:
    spans = measure_spans(facts)
    for on in standing(facts, [*EVERY_DAY, moment]):
        if on != END:
            assert state_at(spans, on) == measure_state(facts, on)


@MANY
@given(measures())
def test_the_spans_of_points_and_assignments_equal_each_day(facts: MeasureFacts) -> None:
    for point in facts.points:
        spans = point_spans(facts, point)
        for on in standing(facts, EVERY_DAY, point):
            assert state_at(spans, on) == point_state(facts, point, facts.counting, on)
    for one in facts.assignments:
        states = assignment_spans(facts, one)
        for on in named_days(facts, one):
            assert state_at(states, on) == assigned_state(facts, one, on)


@MANY
@given(measures(), moments)
def test_the_status_equals_a_replay_of_the_record(facts: MeasureFacts, moment: date) -> None:
    for on in [*EVERY_DAY, moment]:
        assert measure_state(facts, on).status == measure_status(facts, on)
    counting = [one.id for one in facts.counting]
    for point in facts.points:
        for on in EVERY_DAY[::7]:
            state = point_state(facts, point, facts.counting, on)
            assert state.status == point_status(facts, point, counting, on)


@MANY
@given(measures(), st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_matter(facts: MeasureFacts, dice: Random) -> None:
    reports, decisions = list(facts.reports), list(facts.decisions)
    dice.shuffle(reports)
    dice.shuffle(decisions)
    mixed = replace(facts, reports=tuple(reports), decisions=tuple(decisions))
    assert measure_spans(mixed) == measure_spans(facts)
    assert obligations(mixed) == obligations(facts)


@MANY
@given(measures())
def test_done_never_stands_before_its_report_and_acceptance(facts: MeasureFacts) -> None:
    for point in facts.points:
        for span in point_spans(facts, point):
            if span.state.status in FINISHED:
                assert all(_is_proven(facts, point, who, span) for who in facts.counting)


def _is_proven(facts: MeasureFacts, point: Point, who: Assigned, span: Span[PointState]) -> bool:
    """Tell whether a report of completion, accepted where required, was there from the start."""
    accepted = {
        one.report_id
        for one in facts.decisions
        if one.kind == "accept" and one.decided_on <= span.valid_from
    }
    return any(
        one.assignment_id == who.id
        and one.point_id == point.id
        and one.outcome == "done"
        and one.submitted_on <= span.valid_from
        and (one.id in accepted or not facts.requires_acceptance)
        for one in facts.reports
    )


@MANY
@given(measures())
def test_counters_fit_together(facts: MeasureFacts) -> None:
    for on in EVERY_DAY:
        state = measure_state(facts, on)
        assert 0 <= state.points_on_time <= state.points_done <= state.points_due
        assert state.points_due <= state.points_total <= len(facts.points)
        assert (state.completed_on is not None) == (state.status in FINISHED)
        if state.status in FINISHED:
            assert state.points_done == state.points_total > 0
        if state.status is Status.REMOVED:
            assert state.points_total == 0


@MANY
@given(measures())
def test_each_owed_report_is_owed_once(facts: MeasureFacts) -> None:
    owed = obligations(facts)
    assert len({(one.assignment_id, one.period_id) for one in owed}) == len(owed)
    served = [one for one in owed if one.reported_on]
    assert len(served) <= len(facts.reports)
    starts = {one.id: one.starts_on for one in facts.periods}
    by_id = {one.id: one for one in facts.counting}
    for one in owed:
        state = assigned_state(facts, by_id[one.assignment_id], starts[one.period_id])
        assert state.status not in CLOSED


@MANY
@given(measures(), moments)
def test_every_status_has_its_explanation(facts: MeasureFacts, on: date) -> None:
    status = measure_state(facts, on).status
    told = explain(facts, on)
    assert told.rule in RULES
    assert told.rule.split(".")[0] == status
    known = {one.id: one for one in facts.reports}
    assert all(known[one].submitted_on <= on for one in told.report_ids)
