"""Base rows of measures, gathered into the facts that the status rules take."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_access.commands.leads import leading
from data_access.decided import decisions_about
from data_access.models import (
    Assignment,
    ControlPoint,
    Decision,
    Measure,
    Plan,
    Report,
    ReportingPeriod,
)
from data_access.rules.days import shifted
from data_access.rules.facts import (
    ALWAYS,
    Assigned,
    Decided,
    MeasureFacts,
    Period,
    Point,
    Reported,
    Stretch,
)

Row = TypeVar("Row")


@dataclass(frozen=True)
class MeasureBase:
    """A measure's facts with the keys that its derived rows carry."""

    keys: dict[str, object]
    executor_of: dict[int, int]
    facts: MeasureFacts


@dataclass(frozen=True)
class _Rows:
    """Base rows by measure (periods by plan); `point_of_report` serves decisions on reports."""

    points: dict[int, list[ControlPoint]]
    assignments: dict[int, list[Assignment]]
    reports: dict[int, list[Report]]
    decisions: dict[int, list[Decision]]
    periods: dict[int, list[ReportingPeriod]]
    point_of_report: dict[int, int | None]


def load_bases(session: Session, measure_ids: list[int]) -> list[MeasureBase]:
    """Return the facts of these measures; the number of queries does not grow with them."""
    pairs = session.execute(
        select(Measure, Plan)
        .join(Plan, Plan.id == Measure.plan_id)
        .where(Measure.id.in_(measure_ids))
        .order_by(Measure.id)
        .execution_options(populate_existing=True)
    ).all()
    rows = _load_rows(session, measure_ids, {plan.id for _, plan in pairs})
    return [_base(measure, plan, rows) for measure, plan in pairs]


def _load_rows(session: Session, ids: list[int], plan_ids: set[int]) -> _Rows:
    points = _all(session, ControlPoint, ControlPoint.measure_id.in_(ids))
    assignments = _all(session, Assignment, Assignment.measure_id.in_(ids))
    measure_of = {one.id: one.measure_id for one in assignments}
    measure_of_point = {one.id: one.measure_id for one in points}
    of_measures = select(Assignment.id).where(Assignment.measure_id.in_(ids))
    reports = _all(session, Report, Report.assignment_id.in_(of_measures))
    measure_of_report = {one.id: measure_of.get(one.assignment_id) for one in reports}
    decisions = _all(session, Decision, Decision.id.in_(decisions_about(ids)))
    periods = _all(session, ReportingPeriod, ReportingPeriod.plan_id.in_(plan_ids))
    return _Rows(
        points=_grouped((one.measure_id, one) for one in points),
        assignments=_grouped((one.measure_id, one) for one in assignments),
        reports=_grouped((measure_of_report.get(one.id), one) for one in reports),
        decisions=_grouped(
            (
                one.measure_id
                or measure_of_point.get(one.control_point_id or 0)
                or measure_of_report.get(one.report_id or 0),
                one,
            )
            for one in decisions
        ),
        periods=_grouped((one.plan_id, one) for one in periods),
        point_of_report={one.id: one.control_point_id for one in reports},
    )


def _all(session: Session, table: type[Row], condition: object) -> list[Row]:
    query = select(table).where(condition)  # type: ignore[arg-type]
    return list(session.scalars(query.execution_options(populate_existing=True)))


def _grouped(pairs: Iterable[tuple[int | None, Row]]) -> dict[int, list[Row]]:
    """Gather the rows by measure.

    A row whose parent is unknown was committed by another writer between two of our queries; it
    left a note in the queue, so the next recomputation takes it in.
    """
    groups: dict[int, list[Row]] = defaultdict(list)
    for key, row in pairs:
        if key is not None:
            groups[key].append(row)
    return groups


def _base(measure: Measure, plan: Plan, rows: _Rows) -> MeasureBase:
    assignments = sorted(rows.assignments.get(measure.id, []), key=lambda one: one.position)
    led = leading(assignments) if plan.completion_rule == "lead" else None
    points = [_point(one, plan) for one in rows.points.get(measure.id, [])]
    facts = MeasureFacts(
        requires_acceptance=plan.requires_acceptance,
        points=tuple(sorted(points, key=lambda one: (one.due_on, one.id))),
        assignments=tuple(_assigned(one, led) for one in assignments),
        reports=tuple(_reported(one) for one in rows.reports.get(measure.id, [])),
        decisions=tuple(
            _decided(one, plan, rows.point_of_report)
            for one in rows.decisions.get(measure.id, [])
            if one.report_id is None or rows.point_of_report[one.report_id] is not None
        ),
        periods=tuple(_period(one, plan) for one in rows.periods.get(plan.id, [])),
    )
    keys: dict[str, object] = {
        "measure_id": measure.id,
        "plan_id": plan.id,
        "territory_id": plan.territory_id,
    }
    return MeasureBase(keys, {one.id: one.executor_id for one in assignments}, facts)


def _assigned(row: Assignment, led: dict[int, tuple[Stretch, ...]] | None) -> Assigned:
    """Return an assignment; `led` says who led when, where the lead alone counts."""
    own = led.get(row.id, ()) if led is not None else ALWAYS
    return Assigned(row.id, bool(own), row.began_on, row.ended_on, own or ALWAYS)


def _point(row: ControlPoint, plan: Plan) -> Point:
    starts_on = row.starts_on or min(plan.starts_on, row.due_on)
    return Point(row.id, starts_on, shifted(row.due_on, plan.day_off_rule, starts_on))


def _reported(row: Report) -> Reported:
    return Reported(
        id=row.id,
        assignment_id=row.assignment_id,
        point_id=row.control_point_id,
        period_id=row.reporting_period_id,
        outcome=row.outcome,
        completed_on=row.completed_on,
        submitted_on=row.submitted_on,
        recorded_at=row.recorded_at,
    )


def _decided(row: Decision, plan: Plan, point_of_report: dict[int, int | None]) -> Decided:
    point_id = row.control_point_id
    if row.report_id is not None:
        point_id = point_of_report[row.report_id]
    new_due_on = row.new_due_on
    if new_due_on is not None:
        new_due_on = shifted(new_due_on, plan.day_off_rule, plan.starts_on)
    return Decided(
        id=row.id,
        kind=row.kind,
        report_id=row.report_id,
        point_id=point_id,
        decided_on=row.decided_on,
        recorded_at=row.recorded_at,
        new_due_on=new_due_on,
    )


def _period(row: ReportingPeriod, plan: Plan) -> Period:
    # A report on a period is not due before the period is over.
    first = min(row.ends_on + timedelta(days=1), row.due_on)
    due_on = shifted(row.due_on, plan.day_off_rule, first)
    return Period(row.id, row.starts_on, row.ends_on, due_on)
