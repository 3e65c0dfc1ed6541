"""Reports and decisions as they are shown: up to the as-of date, the newest first."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from data_access.decided import decisions_about
from data_access.models import (
    Assignment,
    ControlPoint,
    Decision,
    Executor,
    Measure,
    Plan,
    Report,
    ReportingPeriod,
    Territory,
)
from data_access.queries.moments import Moment
from data_access.queries.plans import plan_ref
from data_access.queries.wording import early_mark, number_then
from data_access.records.common import PlanRef, Ref
from data_access.records.measures import DecisionView, ReportView
from data_access.streams import streamed

#: A row entered more than so many days after its date is marked as entered late.
ENTERED_LATE_DAYS = 7


def entered_late(happened_on: date, recorded_at: datetime) -> bool:
    """Tell whether a row was entered much later than its date says."""
    return (recorded_at.date() - happened_on).days > ENTERED_LATE_DAYS


def reports_where(
    session: Session, moment: Moment, *conditions: ColumnElement[bool]
) -> tuple[ReportView, ...]:
    """Return reports handed in by the as-of date, the newest first.

    `conditions` concern Report, Assignment, Measure or Plan.
    """
    return tuple(_report(row) for row in session.execute(_query(moment, conditions)))


def stream_reports(
    session: Session, moment: Moment, *conditions: ColumnElement[bool]
) -> Iterator[tuple[ReportView, Ref, PlanRef]]:
    """Yield the same reports, each with its measure (`short_name` is its number) and plan."""
    query = (
        _query(moment, conditions)
        .join(Territory, Territory.id == Plan.territory_id)
        .add_columns(Plan, Territory)
    )
    for row in streamed(session, query):
        number = number_then(row.Measure.number, row.is_marked_early)
        measure = Ref(row.Measure.id, row.Measure.title, number)
        yield _report(row), measure, plan_ref(row.Plan, row.Territory, moment)


def _query(moment: Moment, conditions: tuple[ColumnElement[bool], ...]) -> Select[*tuple[Any, ...]]:
    return (
        select(
            Report,
            Executor,
            Measure,
            ControlPoint.label.label("point"),
            ReportingPeriod.label.label("period"),
            early_mark(moment),
        )
        .join(Assignment, Assignment.id == Report.assignment_id)
        .join(Executor, Executor.id == Assignment.executor_id)
        .join(Measure, Measure.id == Assignment.measure_id)
        .join(Plan, Plan.id == Measure.plan_id)
        .outerjoin(ControlPoint, ControlPoint.id == Report.control_point_id)
        .outerjoin(ReportingPeriod, ReportingPeriod.id == Report.reporting_period_id)
        .where(Report.submitted_on <= moment.as_of, *conditions)
        .order_by(Report.submitted_on.desc(), Report.recorded_at.desc(), Report.id.desc())
    )


def _report(row: Any) -> ReportView:
    report, executor, measure = row.Report, row.Executor, row.Measure
    return ReportView(
        id=report.id,
        executor=Ref(executor.id, executor.name, executor.short_name),
        point_label=row.point or "",
        point_id=report.control_point_id,
        period_label=row.period or "",
        outcome=report.outcome,
        completed_on=report.completed_on,
        submitted_on=report.submitted_on,
        recorded_at=report.recorded_at,
        narrative=report.narrative,
        quantity=report.quantity,
        unit=report.unit,
        evidence=report.evidence,
        reason=report.reason,
        proposed_due_on=report.proposed_due_on,
        author_post=report.author_post,
        entered_late=entered_late(report.submitted_on, report.recorded_at),
        measure=Ref(measure.id, measure.title, measure.short_title),
        measure_number=number_then(measure.number, row.is_marked_early),
    )


def decisions_on(session: Session, measure_id: int, as_of: date) -> tuple[DecisionView, ...]:
    """Return the decisions about a measure, its control points and reports, the newest first."""
    rows = session.execute(
        select(Decision, Report.submitted_on, Executor)
        .outerjoin(Report, Report.id == Decision.report_id)
        .outerjoin(Assignment, Assignment.id == Report.assignment_id)
        .outerjoin(Executor, Executor.id == Assignment.executor_id)
        .where(
            Decision.decided_on <= as_of,
            Decision.id.in_(decisions_about([measure_id])),
        )
        .order_by(Decision.decided_on.desc(), Decision.recorded_at.desc(), Decision.id.desc())
    )
    return tuple(_decision(*one) for one in rows)


def _decision(row: Decision, reported: date | None, reporter: Executor | None) -> DecisionView:
    target = "measure"
    if row.report_id is not None:
        target = "report"
    elif row.control_point_id is not None:
        target = "control_point"
    return DecisionView(
        id=row.id,
        kind=row.kind,
        target=target,
        decided_on=row.decided_on,
        recorded_at=row.recorded_at,
        basis=row.basis,
        reason=row.reason,
        new_due_on=row.new_due_on,
        entered_late=entered_late(row.decided_on, row.recorded_at),
        report_by=Ref(reporter.id, reporter.name, reporter.short_name) if reporter else None,
        report_on=reported,
    )
