"""One executor's assignments with what is its own in them: status, dates, delay, reports."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_access.models import Assignment, AssignmentSpan
from data_access.queries.delays import days_overdue
from data_access.queries.measures import joined
from data_access.queries.moments import Moment
from data_access.queries.points import points_of
from data_access.records.executors import AssignmentRow
from data_access.records.measures import MeasureRow, ReportView, SpanView
from data_access.records.status import Status


def assignments_of(
    session: Session,
    moment: Moment,
    executor_id: int,
    measures: Sequence[MeasureRow],
    reports: Sequence[ReportView],
) -> tuple[AssignmentRow, ...]:
    """Return the executor's assignments to these measures, in their order.

    `reports` are the executor's own, the newest first.
    """
    ids = [one.id for one in measures]
    found = _assignments(session, executor_id, ids)
    spans = _spans(session, executor_id, ids)
    points = points_of(session, moment, ids)
    return tuple(
        AssignmentRow(
            id=found[one.id].id,
            role=_role(executor_id, one),
            by_agreement=found[one.id].by_agreement,
            measure=one,
            spans=_so_far(spans[one.id], one),
            points=points.get(one.id, ()),
            **_standing(spans[one.id], one),
            **_last_said([said for said in reports if said.measure and said.measure.id == one.id]),
        )
        for one in measures
    )


def _role(executor_id: int, measure: MeasureRow) -> str:
    """Return the role on the as-of date as the register has it; one not named leads nobody."""
    return next((one.role for one in measure.executors if one.id == executor_id), "co")


def _assignments(session: Session, executor_id: int, ids: list[int]) -> dict[int, Assignment]:
    query = select(Assignment).where(
        Assignment.executor_id == executor_id, Assignment.measure_id.in_(ids)
    )
    return {one.measure_id: one for one in session.scalars(query)}


def _spans(session: Session, executor_id: int, ids: list[int]) -> dict[int, list[AssignmentSpan]]:
    rows = session.scalars(
        select(AssignmentSpan)
        .where(AssignmentSpan.executor_id == executor_id, AssignmentSpan.measure_id.in_(ids))
        .order_by(AssignmentSpan.measure_id, AssignmentSpan.valid_from)
    )
    return {key: list(group) for key, group in groupby(rows, key=lambda row: row.measure_id)}


def _so_far(spans: Sequence[AssignmentSpan], measure: MeasureRow) -> tuple[SpanView, ...]:
    """Return the spans up to the as-of date, neighbours of one status joined."""
    past = [one for one in spans if one.valid_from <= measure.as_of]
    return joined([SpanView(one.valid_from, one.valid_to, Status(one.status)) for one in past])


def _standing(spans: Sequence[AssignmentSpan], measure: MeasureRow) -> dict[str, Any]:
    """Return the executor's own status on the as-of date with its dates and delay."""
    now = next(one for one in spans if one.valid_from <= measure.as_of < one.valid_to)
    status = Status(now.status)
    return {
        "status": status,
        "due_on": now.due_on,
        "original_due_on": now.original_due_on,
        "completed_on": now.completed_on,
        "days_overdue": days_overdue(status, now.due_on, now.completed_on, measure.as_of),
    }


def _last_said(reports: Sequence[ReportView]) -> dict[str, Any]:
    """Return when the executor reported last, and the last reason that it gave."""
    reason = next((one.reason for one in reports if one.reason), "")
    return {"last_report_on": reports[0].submitted_on if reports else None, "reason": reason}
