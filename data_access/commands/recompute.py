"""Recomputation of spans and obligations when base rows change.

Triggers note each changed measure in `recompute_queue`, whoever writes. A batch is taken from
the queue and computed in one transaction, so no reader ever sees half of it.
"""

from collections.abc import Iterable, Sequence
from itertools import islice

from sqlalchemy import delete, exists, insert, select
from sqlalchemy.orm import Session

from data_access.commands.facts_of import MeasureBase, load_bases
from data_access.models import (
    AssignmentSpan,
    Measure,
    MeasureSpan,
    Obligation,
    PointSpan,
    RecomputeQueue,
)
from data_access.rules.measure import MeasureState
from data_access.rules.obligations import Owed, obligations
from data_access.rules.points import PointState
from data_access.rules.spans import Span, assignment_spans, measure_spans, point_spans

BATCH = 500
DERIVED = (MeasureSpan, PointSpan, AssignmentSpan, Obligation)


def has_waiting(session: Session) -> bool:
    """Tell whether a measure waits for recomputation."""
    return bool(session.scalar(select(exists().select_from(RecomputeQueue))))


def recompute_waiting(session: Session) -> int:
    """Recompute every measure in the queue and empty it; return how many there were."""
    taken = session.scalars(delete(RecomputeQueue).returning(RecomputeQueue.measure_id)).all()
    return recompute(session, sorted(set(taken)))


def rebuild(session: Session) -> int:
    """Recompute all measures from scratch; return how many there are."""
    session.execute(delete(RecomputeQueue))
    return recompute(session, session.scalars(select(Measure.id).order_by(Measure.id)).all())


def recompute(session: Session, measure_ids: Sequence[int]) -> int:
    """Replace the spans and obligations of these measures; return how many there are."""
    for batch in _batches(measure_ids):
        # Two processes may meet at one measure: the second waits here and then reads anew.
        session.execute(
            select(Measure.id).where(Measure.id.in_(batch)).order_by(Measure.id).with_for_update()
        )
        _replace(session, batch, load_bases(session, batch))
    return len(measure_ids)


def _batches(ids: Iterable[int]) -> Iterable[list[int]]:
    rest = iter(ids)
    while batch := list(islice(rest, BATCH)):
        yield batch


def _replace(session: Session, batch: list[int], bases: list[MeasureBase]) -> None:
    for table in DERIVED:
        session.execute(delete(table).where(table.measure_id.in_(batch)))
    _insert(session, MeasureSpan, [row for base in bases for row in _measure_rows(base)])
    _insert(session, PointSpan, [row for base in bases for row in _point_rows(base)])
    _insert(session, AssignmentSpan, [row for base in bases for row in _assignment_rows(base)])
    _insert(session, Obligation, [row for base in bases for row in _obligation_rows(base)])


def _insert(
    session: Session,
    table: type[MeasureSpan | PointSpan | AssignmentSpan | Obligation],
    rows: list[dict[str, object]],
) -> None:
    if rows:
        session.execute(insert(table), rows)


def _measure_rows(base: MeasureBase) -> Iterable[dict[str, object]]:
    return ({**base.keys, **_span_row(span)} for span in measure_spans(base.facts))


def _point_rows(base: MeasureBase) -> Iterable[dict[str, object]]:
    for point in base.facts.points:
        for span in point_spans(base.facts, point):
            yield {**base.keys, **_point_row(span)}


def _assignment_rows(base: MeasureBase) -> Iterable[dict[str, object]]:
    for one in base.facts.assignments:
        keys = {
            **base.keys,
            "assignment_id": one.id,
            "executor_id": base.executor_of[one.id],
            "counts": one.counts,
        }
        yield from ({**keys, **_span_row(span)} for span in assignment_spans(base.facts, one))


def _obligation_rows(base: MeasureBase) -> Iterable[dict[str, object]]:
    return (_obligation_row(base, owed) for owed in obligations(base.facts))


def _obligation_row(base: MeasureBase, owed: Owed) -> dict[str, object]:
    return {
        **base.keys,
        "assignment_id": owed.assignment_id,
        "executor_id": base.executor_of[owed.assignment_id],
        "reporting_period_id": owed.period_id,
        "due_on": owed.due_on,
        "reported_on": owed.reported_on,
    }


def _span_row(span: Span[MeasureState]) -> dict[str, object]:
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


def _point_row(span: Span[PointState]) -> dict[str, object]:
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
