"""A base row of a measure, as the fact that the status rules take."""

from datetime import timedelta
from typing import Any

from sqlalchemy import Row

from data_access.models import Assignment
from data_access.rules.assigned import ALWAYS, Assigned, Stretch
from data_access.rules.days import shifted
from data_access.rules.facts import Decided, Period, Point, Reported


def assigned(
    row: Row[Any] | Assignment, led: dict[int, tuple[Stretch, ...]] | None = None
) -> Assigned:
    """Return an assignment; `led` says who led when, where the lead alone counts."""
    own = led.get(row.id, ()) if led is not None else ALWAYS
    days = row.began_on, row.ended_on
    away = row.away_from, row.back_on
    return Assigned(row.id, bool(own), *days, own or ALWAYS, *away)


def point(row: Row[Any], plan: Row[Any]) -> Point:
    """Return a control point, its date moved by the plan's rule for days off."""
    starts_on = row.starts_on or min(plan.starts_on, row.due_on)
    due_on = shifted(row.due_on, plan.day_off_rule, starts_on)
    return Point(row.id, starts_on, due_on, row.began_on)


def reported(row: Row[Any]) -> Reported:
    """Return a report."""
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


def decided(row: Row[Any], plan: Row[Any], point_of_report: dict[int, int | None]) -> Decided:
    """Return a decision; one on a report is about the control point of that report too."""
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


def period(row: Row[Any], plan: Row[Any]) -> Period:
    """Return a reporting period, its date moved by the plan's rule for days off."""
    # A report on a period is not due before the period is over.
    first = min(row.ends_on + timedelta(days=1), row.due_on)
    due_on = shifted(row.due_on, plan.day_off_rule, first)
    return Period(row.id, row.starts_on, row.ends_on, due_on)
