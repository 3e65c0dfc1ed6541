"""Rows of the exports behind the execution discipline: the control points that it counts."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy.orm import Session

from data_access.exports.assignments import plan_text
from data_access.queries.discipline import stream_due_points
from data_access.queries.moments import Moment
from data_access.queries.own_points import stream_own_points
from data_access.records.executors import DuePoint
from data_access.records.exports import ExportTexts
from data_access.records.status import FINISHED
from data_access.records.view import View


def discipline(
    session: Session, view: View, moment: Moment, texts: ExportTexts
) -> Iterator[dict[str, Any]]:
    """Yield each control point that counts, as it ended over all who had to do it."""
    for point in stream_due_points(session, view, moment):
        yield _record(point, texts)


def own_discipline(
    session: Session, view: View, moment: Moment, texts: ExportTexts
) -> Iterator[dict[str, Any]]:
    """Yield each executor's control points that count, as it ended them itself."""
    for executor, point in stream_own_points(session, view, moment):
        yield {**_record(point, texts), "executor": executor.name}


def _record(point: DuePoint, texts: ExportTexts) -> dict[str, Any]:
    return {
        "territory": point.plan.territory.name,
        "plan": plan_text(point.plan, texts),
        "number": point.measure_number,
        "title": point.measure.name,
        "control_point": point.label,
        "due_on": point.due_on,
        "status": point.status.value,
        "completed_on": point.completed_on if point.status in FINISHED else None,
        "as_of": point.plan.as_of,
    }
