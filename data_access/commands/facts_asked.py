"""What is asked of the database for the facts of measures: statements that are made once.

Rows come without objects: they are read a single time, and one report is not to cost a dozen
mappings. `IDS` are those of the measures, for `PERIODS` those of their plans.
"""

from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, select

from data_access.decided import decisions_about
from data_access.models import (
    Assignment,
    Base,
    ControlPoint,
    Decision,
    Measure,
    Plan,
    Report,
    ReportingPeriod,
)

IDS = "ids"


def _rows_of(table: type[Base], *also: ColumnElement[Any]) -> Select[Any]:
    return select(*also, *table.__table__.c)


_among: Any = bindparam(IDS, expanding=True)
PLANS = (
    _rows_of(Plan, Measure.id.label("measure_id"))
    .join(Measure, Plan.id == Measure.plan_id)
    .where(Measure.id.in_(_among))
    .order_by(Measure.id)
)
POINTS = _rows_of(ControlPoint).where(ControlPoint.measure_id.in_(_among))
ASSIGNMENTS = _rows_of(Assignment).where(Assignment.measure_id.in_(_among))
REPORTS = _rows_of(Report).where(
    Report.assignment_id.in_(select(Assignment.id).where(Assignment.measure_id.in_(_among)))
)
DECISIONS = _rows_of(Decision).where(Decision.id.in_(decisions_about(_among)))
PERIODS = _rows_of(ReportingPeriod).where(ReportingPeriod.plan_id.in_(_among))
