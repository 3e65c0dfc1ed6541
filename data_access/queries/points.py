"""Control points on the as-of date, and the curve of what was due and what was done."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import accumulate
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from data_access.models import ControlPoint, Measure, MeasureSpan, Plan, PointSpan
from data_access.queries.base import measure_conditions, narrows_measures
from data_access.queries.moments import Moment, stands
from data_access.records.common import PlanRef
from data_access.records.measures import ControlPointView
from data_access.records.pages import CurvePoint
from data_access.records.status import Status
from data_access.records.view import View


def points_of(
    session: Session, moment: Moment, measure_ids: list[int]
) -> Mapping[int, tuple[ControlPointView, ...]]:
    """Return the control points of these measures on the as-of date, by measure, in order."""
    rows = session.execute(
        select(PointSpan, ControlPoint.label)
        .join(ControlPoint, ControlPoint.id == PointSpan.control_point_id)
        .join(Plan, Plan.id == PointSpan.plan_id)
        .where(PointSpan.measure_id.in_(measure_ids), stands(PointSpan, moment.as_of))
        .order_by(PointSpan.measure_id, PointSpan.due_on, PointSpan.control_point_id)
    )
    found: dict[int, list[ControlPointView]] = defaultdict(list)
    for span, label in rows:
        found[span.measure_id].append(_view(span, label))
    return {measure_id: tuple(points) for measure_id, points in found.items()}


def _view(span: PointSpan, label: str) -> ControlPointView:
    return ControlPointView(
        id=span.control_point_id,
        label=label,
        starts_on=span.starts_on,
        due_on=span.due_on,
        original_due_on=span.original_due_on,
        status=Status(span.status),
        completed_on=span.completed_on,
    )


def curve(
    session: Session, view: View, moment: Moment, plans: Sequence[PlanRef]
) -> tuple[CurvePoint, ...]:
    """Return the days on which the curve steps: control points due, and done by the record.

    Due dates are those in force on the as-of date, without removed points. Empty where the
    plans in view are looked at on different dates, as one curve would then say nothing.
    """
    if len({plan.as_of for plan in plans}) != 1:
        return ()
    as_of = plans[0].as_of
    due = _due_steps(session, view, moment)
    done = _done_steps(session, view)
    edges = {min(plan.starts_on for plan in plans), max(plan.ends_on for plan in plans), as_of}
    days = sorted(edges | due.keys() | {day for day in done if day <= as_of})
    due_sums = accumulate(due[day] for day in days)
    done_sums = accumulate(done[day] for day in days)
    return tuple(
        CurvePoint(day, due_sum, done_sum if day <= as_of else None)
        for day, due_sum, done_sum in zip(days, due_sums, done_sums, strict=True)
    )


def _due_steps(session: Session, view: View, moment: Moment) -> Counter[date]:
    rows = session.execute(
        _joined(select(PointSpan.due_on, func.count().label("number")), view, PointSpan)
        .where(stands(PointSpan, moment.as_of), PointSpan.status != Status.REMOVED)
        .group_by(PointSpan.due_on)
    )
    return Counter({row.due_on: row.number for row in rows})


def _done_steps(session: Session, view: View) -> Counter[date]:
    """Return by how much the number of done control points changes on each day."""
    steps: Counter[date] = Counter()
    for day, sign in ((MeasureSpan.valid_from, 1), (MeasureSpan.valid_to, -1)):
        query = _joined(select(day, func.sum(MeasureSpan.points_done)), view, MeasureSpan)
        for on, number in session.execute(query.where(MeasureSpan.points_done > 0).group_by(day)):
            steps[on] += sign * number
    return steps


def _joined(
    query: Select[*tuple[Any, ...]], view: View, spans: type[MeasureSpan | PointSpan]
) -> Select[*tuple[Any, ...]]:
    """Return the query with the rights and filters of the view, and no table beyond."""
    query = query.join(Plan, Plan.id == spans.plan_id)
    if narrows_measures(view):
        query = query.join(Measure, Measure.id == spans.measure_id)
    return query.where(*measure_conditions(view))
