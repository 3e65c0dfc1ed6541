"""The page of executors and of one executor."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_access.db import Database
from data_access.models import (
    Assignment,
    AssignmentSpan,
    Executor,
    ExecutorAlias,
    Measure,
    Obligation,
    Plan,
    ReportingPeriod,
    Territory,
)
from data_access.queries.adding import nothing
from data_access.queries.ahead import executor_ahead
from data_access.queries.assignments import assignments_of
from data_access.queries.base import measure_conditions
from data_access.queries.discipline import due_points
from data_access.queries.former import former_assignments
from data_access.queries.grouping import BY_EXECUTOR
from data_access.queries.lists import missing_reports
from data_access.queries.moments import Moment, begin
from data_access.queries.named import has_begun
from data_access.queries.naming import has_come
from data_access.queries.own_points import own_due_points
from data_access.queries.plans import plans, territory_ref
from data_access.queries.reports import reports_where
from data_access.queries.rows import measure_rows
from data_access.queries.shown_groups import executors_worst
from data_access.queries.totals import totals, totals_by
from data_access.queries.worst import narrowed
from data_access.records.common import PlanRef, Ref
from data_access.records.executors import (
    ExecutorDetail,
    ExecutorsPage,
    FormerAssignment,
    Period,
    ReportCell,
)
from data_access.records.measures import MeasureRow
from data_access.records.pages import Ahead
from data_access.records.view import View


def load(db: Database, view: View) -> ExecutorsPage:
    """Return the executors in view with their totals and the matrix of their reports."""
    return db.remembered(("executors", view), lambda session: _load(session, *begin(session, view)))


def _load(session: Session, view: View, moment: Moment) -> ExecutorsPage:
    in_view = plans(session, view, moment)
    periods = () if view.is_wide else _periods(session, in_view)
    summed = totals(session, view, moment)
    return ExecutorsPage(
        plans=in_view,
        totals=summed,
        rows=executors_worst(session, view, moment),
        periods=periods,
        matrix={} if view.is_wide else _matrix(session, view, moment, periods),
        due_points=due_points(session, view, moment, summed.discipline.whole),
    )


def detail(db: Database, view: View, executor_id: int) -> ExecutorDetail | Ahead | None:
    """Return all that is assigned to one executor; None when it is not in the account's rights.

    One to whom an act assigned something only later is only named.
    """
    within = replace(view, filters=replace(view.filters, executor=executor_id))
    with db.read() as session:
        within, moment = begin(session, within)
        measures = measure_rows(session, within, moment)
        known = select(Executor, Territory).join(Territory, Territory.id == Executor.territory_id)
        found = session.execute(known.where(Executor.id == executor_id)).first()
        if found is None:
            return None
        former = former_assignments(session, within, moment)
        if not measures and not former:
            return executor_ahead(session, within, moment, executor_id)
        return _detail(session, within, moment, *found, measures, former)


def _detail(
    session: Session,
    view: View,
    moment: Moment,
    executor: Executor,
    territory: Territory,
    measures: list[MeasureRow],
    former: tuple[FormerAssignment, ...],
) -> ExecutorDetail:
    in_view = _plans_of([*measures, *former])
    periods = _periods(session, in_view)
    matrix = _matrix(session, view, moment, periods)
    own = totals_by(
        session, view, moment, narrowed(BY_EXECUTOR, [executor.id]), spans=AssignmentSpan
    )
    reports = reports_where(session, moment, *measure_conditions(view, Assignment.executor_id))
    assigned = assignments_of(session, moment, executor.id, measures, reports)
    aliases = select(ExecutorAlias.alias).where(ExecutorAlias.executor_id == executor.id)
    return ExecutorDetail(
        plans=in_view,
        executor=Ref(executor.id, executor.name, executor.short_name),
        is_group=executor.is_group,
        territory=territory_ref(territory),
        aliases=tuple(session.scalars(aliases.order_by(ExecutorAlias.id))),
        totals=own.get(executor.id) or nothing(),
        assignments=assigned,
        reports=reports,
        missing=tuple(missing_reports(session, view, moment)),
        periods=periods,
        cells=matrix.get(executor.id, ()),
        due_points=own_due_points(session, assigned),
        former=former,
    )


def _plans_of(measures: Sequence[MeasureRow | FormerAssignment]) -> tuple[PlanRef, ...]:
    return tuple({one.plan.id: one.plan for one in measures}.values())


def _periods(session: Session, in_view: Sequence[PlanRef]) -> tuple[Period, ...]:
    plan_of = {plan.id: plan for plan in in_view}
    rows = session.scalars(
        select(ReportingPeriod)
        .where(ReportingPeriod.plan_id.in_(plan_of))
        .order_by(ReportingPeriod.plan_id, ReportingPeriod.starts_on)
    )
    return tuple(Period(one.id, one.label, one.due_on, plan_of[one.plan_id]) for one in rows)


def _matrix(
    session: Session, view: View, moment: Moment, periods: tuple[Period, ...]
) -> Mapping[int, tuple[ReportCell, ...]]:
    rows = session.execute(
        select(Obligation)
        .join(Assignment, Assignment.id == Obligation.assignment_id)
        .join(Measure, Measure.id == Obligation.measure_id)
        .join(Plan, Plan.id == Obligation.plan_id)
        .where(
            has_begun(moment, Obligation.measure_id),
            has_come(moment.as_of),
            *measure_conditions(view, Obligation.executor_id),
        )
    ).scalars()
    owed: dict[int, dict[int, list[Obligation]]] = defaultdict(lambda: defaultdict(list))
    for one in rows:
        owed[one.executor_id][one.reporting_period_id].append(one)
    return {
        executor_id: tuple(_cell(period, by_period.get(period.id, [])) for period in periods)
        for executor_id, by_period in owed.items()
    }


#: The worst state of an executor's obligations of a period stands for all of them.
STATES = ("missing", "late", "not_due", "on_time")


def _cell(period: Period, owed: list[Obligation]) -> ReportCell:
    as_of = period.plan.as_of
    states = [obligation_state(one, as_of) for one in owed]
    handed_in = sum(one.reported_on is not None and one.reported_on <= as_of for one in owed)
    worst = min(states, key=STATES.index, default="none")
    return ReportCell(period.id, worst, handed_in, len(owed), states.count("late"))


def obligation_state(owed: Any, as_of: Any) -> str:
    """Return "on_time", "late", "missing" or "not_due" for an obligation on the date."""
    if owed.reported_on is not None and owed.reported_on <= as_of:
        return "on_time" if owed.reported_on <= owed.due_on else "late"
    return "missing" if owed.due_on < as_of else "not_due"
