"""What is asked of the database for the facts of measures: statements that are made once.

Rows come without objects and with those columns alone that the rules look at: they are read a
single time, and one report is not to cost a dozen mappings. `MEASURES` gives plans, points,
assignments, earlier leads and periods of the measures of `IDS`, `PEOPLE` reports and decisions.
These are found by the ids of assignments and points, which were read before: planning joins took
longer.
"""

from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, select
from sqlalchemy.orm import InstrumentedAttribute

from data_access.models import (
    Assignment,
    ControlPoint,
    Decision,
    EarlierLead,
    Measure,
    Plan,
    Report,
    ReportingPeriod,
)
from data_access.stacked import Stacked

IDS, POINT_IDS, ASSIGNMENT_IDS = "ids", "points", "assigned"


def _rows_of(*columns: ColumnElement[Any] | InstrumentedAttribute[Any]) -> Select[Any]:
    return select(*columns)


_among: Any = bindparam(IDS, expanding=True)
_points: Any = bindparam(POINT_IDS, expanding=True)
_assigned: Any = bindparam(ASSIGNMENT_IDS, expanding=True)
_plans = (
    _rows_of(
        *(Measure.id.label("measure_id"), Measure.began_on),
        *(Plan.id, Plan.territory_id, Plan.starts_on),
        *(Plan.completion_rule, Plan.day_off_rule, Plan.requires_acceptance),
    )
    .join(Measure, Plan.id == Measure.plan_id)
    .where(Measure.id.in_(_among))
)
_points_of = _rows_of(
    *(ControlPoint.id, ControlPoint.measure_id, ControlPoint.starts_on, ControlPoint.due_on),
    ControlPoint.began_on,
).where(ControlPoint.measure_id.in_(_among))
_assignments = _rows_of(
    *(Assignment.id, Assignment.measure_id, Assignment.executor_id, Assignment.position),
    *(Assignment.role, Assignment.began_on, Assignment.ended_on, Assignment.led_until),
    *(Assignment.away_from, Assignment.back_on),
).where(Assignment.measure_id.in_(_among))
_earlier = (
    _rows_of(EarlierLead.assignment_id, EarlierLead.led_until, Assignment.measure_id)
    .join(Assignment, Assignment.id == EarlierLead.assignment_id)
    .where(Assignment.measure_id.in_(_among))
)
_reports = _rows_of(
    *(Report.id, Report.assignment_id, Report.control_point_id, Report.reporting_period_id),
    *(Report.outcome, Report.completed_on, Report.submitted_on, Report.recorded_at),
).where(Report.assignment_id.in_(_assigned))
_decided = _rows_of(
    *(Decision.id, Decision.kind, Decision.report_id, Decision.control_point_id),
    *(Decision.measure_id, Decision.decided_on, Decision.recorded_at, Decision.new_due_on),
)
_on_dates = _decided.where(Decision.measure_id.in_(_among) | Decision.control_point_id.in_(_points))
_on_reports = _decided.join(Report, Report.id == Decision.report_id).where(
    Report.assignment_id.in_(_assigned)
)
_periods = _rows_of(
    *(ReportingPeriod.id, ReportingPeriod.plan_id),
    *(ReportingPeriod.starts_on, ReportingPeriod.ends_on, ReportingPeriod.due_on),
).where(ReportingPeriod.plan_id.in_(select(Measure.plan_id).where(Measure.id.in_(_among))))
MEASURES = Stacked(_plans, _points_of, _assignments, _earlier, _periods)
PEOPLE = Stacked(_reports, _on_dates, _on_reports)
