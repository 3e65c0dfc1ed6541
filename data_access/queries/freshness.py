"""How fresh the data are: the last report and decision, and what waits for recomputation."""

from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from data_access.models import (
    Assignment,
    ControlPoint,
    Decision,
    Measure,
    Plan,
    RecomputeQueue,
    Report,
)
from data_access.queries.base import Condition, in_scope, measure_conditions, narrows_measures
from data_access.queries.moments import Moment
from data_access.records.common import Freshness
from data_access.records.view import View


def freshness(session: Session, view: View, moment: Moment) -> Freshness:
    """Return the last day of a report and of a decision up to the as-of date."""
    is_country = view.plans is None and moment.shared is not None
    of = _of_territories if is_country and not _is_narrow(view) else _of_measures
    reported, decided = of(view, moment)
    return Freshness(
        last_report_on=session.scalar(reported),
        last_decision_on=session.scalar(decided),
        waiting=session.scalar(select(func.count()).select_from(RecomputeQueue)) or 0,
    )


def _is_narrow(view: View) -> bool:
    return narrows_measures(view) or view.filters.territory is not None


def _of_territories(view: View, moment: Moment) -> tuple[Select[Any], Select[Any]]:
    """Return the queries that look at the newest rows of all plans, without their measures."""
    return (
        select(func.max(Report.submitted_on)).where(
            Report.submitted_on <= moment.as_of, in_scope(view, Report.territory_id)
        ),
        select(func.max(Decision.decided_on)).where(
            Decision.decided_on <= moment.as_of, in_scope(view, Decision.territory_id)
        ),
    )


def _of_measures(view: View, moment: Moment) -> tuple[Select[Any], Select[Any]]:
    reported = (
        select(func.max(Report.submitted_on))
        .join(Assignment, Assignment.id == Report.assignment_id)
        .join(Measure, Measure.id == Assignment.measure_id)
        .join(Plan, Plan.id == Measure.plan_id)
        .where(
            Report.submitted_on <= moment.as_of,
            *measure_conditions(view, Assignment.executor_id),
            *_near(view, Report.territory_id),
        )
    )
    concerned = func.coalesce(Decision.measure_id, ControlPoint.measure_id, Assignment.measure_id)
    decided = (
        select(func.max(Decision.decided_on))
        .outerjoin(ControlPoint, ControlPoint.id == Decision.control_point_id)
        .outerjoin(Report, Report.id == Decision.report_id)
        .outerjoin(Assignment, Assignment.id == Report.assignment_id)
        .join(Measure, Measure.id == concerned)
        .join(Plan, Plan.id == Measure.plan_id)
        .where(
            Decision.decided_on <= moment.as_of,
            *measure_conditions(view),
            *_near(view, Decision.territory_id),
        )
    )
    return reported, decided


def _near(view: View, column: Any) -> list[Condition]:
    """Return the condition that leads straight to the rows of the few plans in view."""
    if view.plans is None:
        return []
    return [column.in_(select(Plan.territory_id).where(Plan.id.in_(view.plans)))]
