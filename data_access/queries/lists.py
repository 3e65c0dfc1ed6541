"""Short lists that several pages show: missing reports, what comes next, what changed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby, takewhile
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session, aliased

from data_access.models import (
    Executor,
    Measure,
    MeasureSpan,
    Obligation,
    Plan,
    ReportingPeriod,
    Section,
    Territory,
)
from data_access.queries.base import Moment, measure_conditions, stands
from data_access.queries.plans import plan_ref
from data_access.queries.row_parts import executors_of
from data_access.queries.rows import PLAN_ORDER, measure_rows
from data_access.queries.totals import is_ahead, is_missing
from data_access.records.common import PlanRef, Ref
from data_access.records.measures import Change, ExecutorMark, MeasureRow, MissingReport
from data_access.records.status import Status
from data_access.records.view import View

UPCOMING_DAYS = 30
SINCE_DAYS = 30
LONGEST = 500


def any_status(view: View) -> View:
    """Return the view without its status filter, for lists that are about one status anyway."""
    return replace(view, filters=replace(view.filters, statuses=()))


def upcoming(session: Session, view: View, moment: Moment) -> list[MeasureRow]:
    """Return measures whose control date comes within thirty days, the nearest first."""
    last = moment.moved(lambda day: day + timedelta(days=UPCOMING_DAYS))
    return measure_rows(
        session,
        any_status(view),
        moment,
        is_ahead(MeasureSpan),
        MeasureSpan.due_on.between(moment.as_of, last),
        order=(MeasureSpan.due_on, *PLAN_ORDER),
        limit=LONGEST,
    )


def with_status(
    session: Session, view: View, moment: Moment, *statuses: Status
) -> list[MeasureRow]:
    """Return measures of these statuses, the longest delay first."""
    rows = measure_rows(
        session,
        any_status(view),
        moment,
        MeasureSpan.status.in_(statuses),
        order=(MeasureSpan.due_on, *PLAN_ORDER),
    )
    return sorted(rows, key=lambda row: -(row.days_overdue or 0))


def missing_reports(session: Session, view: View, moment: Moment) -> list[MissingReport]:
    """Return the obligations whose date passed without a report, the oldest first."""
    query = (
        select(Obligation, ReportingPeriod.label, Executor, Measure, Plan, Territory)
        .join(ReportingPeriod, ReportingPeriod.id == Obligation.reporting_period_id)
        .join(Executor, Executor.id == Obligation.executor_id)
        .join(Measure, Measure.id == Obligation.measure_id)
        .join(Section, Section.id == Measure.section_id)
        .join(Plan, Plan.id == Obligation.plan_id)
        .join(Territory, Territory.id == Plan.territory_id)
        .where(is_missing(moment), *measure_conditions(view))
        .order_by(Obligation.due_on, *PLAN_ORDER, Executor.id)
    )
    if view.filters.executor is not None:
        query = query.where(Obligation.executor_id == view.filters.executor)
    return [
        _missing(row, plan_ref(row.Plan, row.Territory, moment)) for row in session.execute(query)
    ]


def _missing(row: Any, plan: PlanRef) -> MissingReport:
    return MissingReport(
        executor=Ref(row.Executor.id, row.Executor.name, row.Executor.short_name),
        measure=Ref(row.Measure.id, row.Measure.title, row.Measure.short_title),
        measure_number=row.Measure.number,
        plan=plan,
        period_label=row.label,
        due_on=row.Obligation.due_on,
        days=(plan.as_of - row.Obligation.due_on).days,
    )


def changes(session: Session, view: View, moment: Moment) -> list[Change]:
    """Return measures whose status differs from the one on the `since` date, newest first.

    Without a date chosen it is thirty days before the as-of date.
    """
    before, after = aliased(MeasureSpan), aliased(MeasureSpan)
    since = _since(view, moment)
    query = (
        select(Measure, Plan, Territory, before.status.label("before"), after.status.label("after"))
        .select_from(after)
        .join(before, before.measure_id == after.measure_id)
        .join(Measure, Measure.id == after.measure_id)
        .join(Section, Section.id == Measure.section_id)
        .join(Plan, Plan.id == after.plan_id)
        .join(Territory, Territory.id == Plan.territory_id)
        .where(
            stands(after, moment.as_of),
            stands(before, since),
            before.status != after.status,
            *measure_conditions(view),
        )
        .order_by(after.valid_from.desc(), *PLAN_ORDER)
        .limit(LONGEST)
    )
    rows = session.execute(query).all()
    ids = [row.Measure.id for row in rows]
    dates, executors = _changed_on(session, moment, ids), executors_of(session, ids)
    found = [_change(row, moment, dates, executors) for row in rows]
    return sorted(found, key=lambda one: one.changed_on, reverse=True)


def since_of(view: View, plans: Sequence[PlanRef]) -> date | None:
    """Return the date that changes are counted from; None when it differs between plans."""
    if view.filters.since:
        return view.filters.since
    dates = {plan.as_of for plan in plans}
    return dates.pop() - timedelta(days=SINCE_DAYS) if len(dates) == 1 else None


def _since(view: View, moment: Moment) -> ColumnElement[date]:
    since = view.filters.since
    if since:  # a plan that is looked at on an earlier date has nothing to compare with later
        return moment.moved(lambda day: min(day, since))
    return moment.moved(lambda day: day - timedelta(days=SINCE_DAYS))


def _changed_on(session: Session, moment: Moment, ids: list[int]) -> dict[int, date]:
    """Return when each measure took on the status that it has on the as-of date."""
    rows = session.execute(
        select(MeasureSpan.measure_id, MeasureSpan.valid_from, MeasureSpan.status)
        .join(Plan, Plan.id == MeasureSpan.plan_id)
        .where(MeasureSpan.measure_id.in_(ids), MeasureSpan.valid_from <= moment.as_of)
        .order_by(MeasureSpan.measure_id, MeasureSpan.valid_from.desc())
    ).all()
    dates: dict[int, date] = {}
    for measure_id, group in groupby(rows, key=lambda row: row.measure_id):
        spans = list(group)
        same = takewhile(lambda one: one.status == spans[0].status, spans)  # noqa: B023
        dates[measure_id] = list(same)[-1].valid_from
    return dates


def _change(
    row: Any,
    moment: Moment,
    dates: dict[int, date],
    executors: dict[int, tuple[ExecutorMark, ...]],
) -> Change:
    measure: Measure = row.Measure
    lead = next((one for one in executors.get(measure.id, ()) if one.role == "lead"), None)
    return Change(
        measure=Ref(measure.id, measure.title, measure.short_title),
        measure_number=measure.number,
        plan=plan_ref(row.Plan, row.Territory, moment),
        before=Status(row.before),
        after=Status(row.after),
        changed_on=dates[measure.id],
        executor=Ref(lead.id, lead.name, lead.short_name) if lead else None,
    )
