"""What is computed from the facts of measures, as rows of the tables that keep it."""

from collections.abc import Iterable

from data_access.commands.facts_of import MeasureBase
from data_access.models import AssignmentSpan, MeasureSpan, Obligation, PointSpan
from data_access.rules.combining import MeasureState
from data_access.rules.obligations import Owed, obligations
from data_access.rules.points import PointState
from data_access.rules.spans import Span, assignment_spans, measure_spans, point_spans

Derived = type[MeasureSpan | PointSpan | AssignmentSpan | Obligation]
DERIVED: tuple[Derived, ...] = (MeasureSpan, PointSpan, AssignmentSpan, Obligation)
Row = dict[str, object]


def rows_of(bases: list[MeasureBase]) -> dict[Derived, list[Row]]:
    """Return the rows of these measures by table; raises whatever a measure's facts provoke."""
    return {
        MeasureSpan: [row for base in bases for row in _measure_rows(base)],
        PointSpan: [row for base in bases for row in _point_rows(base)],
        AssignmentSpan: [row for base in bases for row in _assignment_rows(base)],
        Obligation: [row for base in bases for row in _obligation_rows(base)],
    }


def _measure_rows(base: MeasureBase) -> Iterable[Row]:
    return ({**base.keys, **_span_row(span)} for span in measure_spans(base.facts))


def _point_rows(base: MeasureBase) -> Iterable[Row]:
    for point in base.facts.points:
        for span in point_spans(base.facts, point):
            yield {**base.keys, **_point_row(span)}


def _assignment_rows(base: MeasureBase) -> Iterable[Row]:
    for one in base.facts.assignments:
        keys = {
            **base.keys,
            "assignment_id": one.id,
            "executor_id": base.executor_of[one.id],
            "counts": one.counts,
        }
        yield from ({**keys, **_span_row(span)} for span in assignment_spans(base.facts, one))


def _obligation_rows(base: MeasureBase) -> Iterable[Row]:
    return (_obligation_row(base, owed) for owed in obligations(base.facts))


def _obligation_row(base: MeasureBase, owed: Owed) -> Row:
    return {
        **base.keys,
        "assignment_id": owed.assignment_id,
        "executor_id": base.executor_of[owed.assignment_id],
        "reporting_period_id": owed.period_id,
        "due_on": owed.due_on,
        "reported_on": owed.reported_on,
    }


def _span_row(span: Span[MeasureState]) -> Row:
    state = span.state
    return {
        "valid_from": span.valid_from,
        "valid_to": span.valid_to,
        "status": state.status.value,
        "control_point_id": state.point_id,
        "due_on": state.due_on,
        "original_due_on": state.original_due_on,
        "completed_on": state.completed_on,
        "points_total": state.points_total,
        "points_done": state.points_done,
        "points_due": state.points_due,
        "points_on_time": state.points_on_time,
    }


def _point_row(span: Span[PointState]) -> Row:
    state = span.state
    return {
        "valid_from": span.valid_from,
        "valid_to": span.valid_to,
        "status": state.status.value,
        "control_point_id": state.point_id,
        "starts_on": state.starts_on,
        "due_on": state.due_on,
        "original_due_on": state.original_due_on,
        "completed_on": state.completed_on,
    }
