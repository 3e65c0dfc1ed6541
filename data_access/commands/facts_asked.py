"""What is asked of the database for the facts of measures: statements that are made once.

Rows come without objects and with those columns alone that the rules look at: they are read a
single time, and one report is not to cost a dozen mappings. `OF_MEASURES` ask for plans, points
and assignments of the measures of `IDS`, `HANGING` for what hangs on these: reports, decisions,
earlier leads and periods. They are found by the ids that were read before: planning joins took
longer.
"""

from typing import Any

from sqlalchemy import ColumnElement, Select, select
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
from data_access.numbers import among, among_found
from data_access.stacked import Stacked

IDS, PLAN_IDS, POINT_IDS, ASSIGNMENT_IDS = "ids", "plans", "points", "assigned"


def _rows_of(*columns: ColumnElement[Any] | InstrumentedAttribute[Any]) -> Select[Any]:
    return select(*columns)


_plans = (
    _rows_of(
        *(Measure.id.label("measure_id"), Measure.began_on),
        *(Plan.id, Plan.territory_id, Plan.starts_on),
        *(Plan.completion_rule, Plan.day_off_rule, Plan.requires_acceptance),
    )
    .join(Measure, Plan.id == Measure.plan_id)
    .where(among(Measure.id, IDS))
)
_points_of = _rows_of(
    *(ControlPoint.id, ControlPoint.measure_id, ControlPoint.starts_on, ControlPoint.due_on),
    ControlPoint.began_on,
).where(among(ControlPoint.measure_id, IDS))
_assignments = _rows_of(
    *(Assignment.id, Assignment.measure_id, Assignment.executor_id, Assignment.position),
    *(Assignment.role, Assignment.began_on, Assignment.ended_on, Assignment.led_until),
    *(Assignment.away_from, Assignment.back_on),
).where(among(Assignment.measure_id, IDS))
_earlier = _rows_of(EarlierLead.assignment_id, EarlierLead.led_until).where(
    among(EarlierLead.assignment_id, ASSIGNMENT_IDS)
)
_is_theirs = among(Report.assignment_id, ASSIGNMENT_IDS)
_reports = _rows_of(
    *(Report.id, Report.assignment_id, Report.control_point_id, Report.reporting_period_id),
    *(Report.outcome, Report.completed_on, Report.submitted_on, Report.recorded_at),
).where(_is_theirs)
_decided = _rows_of(
    *(Decision.id, Decision.kind, Decision.report_id, Decision.control_point_id),
    *(Decision.measure_id, Decision.decided_on, Decision.recorded_at, Decision.new_due_on),
)
_on_dates = _decided.where(
    among(Decision.measure_id, IDS) | among(Decision.control_point_id, POINT_IDS)
)
_on_reports = _decided.where(among_found(Decision.report_id, select(Report.id).where(_is_theirs)))
_periods = _rows_of(
    *(ReportingPeriod.id, ReportingPeriod.plan_id),
    *(ReportingPeriod.starts_on, ReportingPeriod.ends_on, ReportingPeriod.due_on),
).where(among(ReportingPeriod.plan_id, PLAN_IDS))
OF_MEASURES = (_plans, _points_of, _assignments)
MEASURES = Stacked(*OF_MEASURES)
HANGING = Stacked(_reports, _on_dates, _on_reports, _earlier, _periods)
