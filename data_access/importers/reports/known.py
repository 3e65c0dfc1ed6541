"""What the database knows of the rows of an upload: assignments, points, periods, reports."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from data_access.models import (
    Assignment,
    ControlPoint,
    Executor,
    ExecutorAlias,
    Measure,
    Plan,
    Report,
    ReportingPeriod,
)
from data_access.records.view import Scope

BATCH = 500


@dataclass(frozen=True)
class Assigned:
    """An assignment with the rows around it; `points` and `periods` by their ids."""

    assignment: Assignment
    measure: Measure
    executor: Executor
    plan: Plan
    names: frozenset[str]
    points: dict[int, ControlPoint] = field(default_factory=dict)
    periods: dict[int, ReportingPeriod] = field(default_factory=dict)
    reports: list[Report] = field(default_factory=list)


def began_after(one: Assigned, period: ReportingPeriod | None) -> date | None:
    """Return the day from which the executor has the measure, if the period was over by then.

    One who was away for the whole of a period has it again from the day of coming back.
    """
    if period is None:
        return None
    named = one.assignment
    begun = [day for day in (one.measure.began_on, named.began_on) if day is not None]
    if named.away_from is not None and named.away_from <= period.starts_on:
        begun += [named.back_on] if named.back_on else []
    return max((day for day in begun if day > period.ends_on), default=None)


def by_ids(session: Session, scope: Scope, ids: Iterable[int]) -> dict[int, Assigned]:
    """Return the assignments with these ids that lie in the scope."""
    found: dict[int, Assigned] = {}
    for batch in _batches(sorted(set(ids))):
        found |= _load(session, scope, Assignment.id.in_(batch))
    return found


def of_plan(session: Session, scope: Scope, plan_id: int) -> dict[int, Assigned]:
    """Return all assignments of a plan, none where it lies outside of the scope."""
    return _load(session, scope, Measure.plan_id == plan_id)


def _batches(ids: Iterable[int]) -> Iterator[list[int]]:
    rest = iter(ids)
    while batch := list(islice(rest, BATCH)):
        yield batch


def _load(session: Session, scope: Scope, condition: ColumnElement[bool]) -> dict[int, Assigned]:
    query = (
        select(Assignment, Measure, Executor, Plan)
        .join(Measure, Measure.id == Assignment.measure_id)
        .join(Executor, Executor.id == Assignment.executor_id)
        .join(Plan, Plan.id == Measure.plan_id)
        .where(condition)
    )
    if scope.territory_ids is not None:
        query = query.where(Plan.territory_id.in_(sorted(scope.territory_ids)))
    rows = session.execute(query).all()
    aliases = _aliases(session, {row.Executor.id for row in rows})
    found = {
        row.Assignment.id: Assigned(
            row.Assignment,
            row.Measure,
            row.Executor,
            row.Plan,
            frozenset({row.Executor.name, row.Executor.short_name, *aliases[row.Executor.id]}),
        )
        for row in rows
    }
    _add_points(session, found)
    _add_periods(session, found)
    _add_reports(session, found)
    return found


def _aliases(session: Session, ids: set[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for batch in _batches(sorted(ids)):
        query = select(ExecutorAlias).where(ExecutorAlias.executor_id.in_(batch))
        for one in session.scalars(query):
            found[one.executor_id].append(one.alias)
    return found


def _add_points(session: Session, found: dict[int, Assigned]) -> None:
    of_measure: dict[int, list[Assigned]] = defaultdict(list)
    for one in found.values():
        of_measure[one.measure.id].append(one)
    for batch in _batches(sorted(of_measure)):
        query = select(ControlPoint).where(ControlPoint.measure_id.in_(batch))
        for point in session.scalars(query.order_by(ControlPoint.due_on, ControlPoint.id)):
            for one in of_measure[point.measure_id]:
                one.points[point.id] = point


def _add_periods(session: Session, found: dict[int, Assigned]) -> None:
    of_plan: dict[int, list[Assigned]] = defaultdict(list)
    for one in found.values():
        of_plan[one.plan.id].append(one)
    for batch in _batches(sorted(of_plan)):
        query = select(ReportingPeriod).where(ReportingPeriod.plan_id.in_(batch))
        for period in session.scalars(query.order_by(ReportingPeriod.starts_on)):
            for one in of_plan[period.plan_id]:
                one.periods[period.id] = period


def _add_reports(session: Session, found: dict[int, Assigned]) -> None:
    for batch in _batches(sorted(found)):
        query = select(Report).where(Report.assignment_id.in_(batch))
        order = Report.submitted_on, Report.recorded_at, Report.id
        for report in session.scalars(query.order_by(*order)):
            found[report.assignment_id].reports.append(report)
