"""Rows of measures: the one place where registers, lists and exports get them from."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from data_access.models import (
    Measure,
    MeasureSpan,
    Plan,
    Section,
    Territory,
)
from data_access.queries.base import (
    Condition,
    Moment,
    measure_conditions,
    stands,
)
from data_access.queries.bundles import MEASURE, PLAN, SECTION, SPAN, TERRITORY
from data_access.queries.delays import days_overdue
from data_access.queries.plans import plan_ref
from data_access.queries.row_parts import (
    LastReport,
    executors_of,
    last_reports,
    without_information,
)
from data_access.queries.totals import is_due_soon
from data_access.queries.wording import early_mark, early_section_mark, number_then
from data_access.records.common import Ref
from data_access.records.measures import ExecutorMark, MeasureRow
from data_access.records.status import Status
from data_access.records.view import View

PLAN_ORDER = (Plan.territory_id, Plan.id, Section.position, Measure.position)


def measure_rows(
    session: Session,
    view: View,
    moment: Moment,
    *conditions: Condition,
    order: Sequence[ColumnElement[Any] | Any] = PLAN_ORDER,
    limit: int | None = None,
) -> list[MeasureRow]:
    """Return the measures in view as rows, all filters honoured; at most `limit` of them."""
    query = _query(view, moment, conditions).order_by(*order)
    found = session.execute(query if limit is None else query.limit(limit)).all()
    return _rows(session, moment, found)


def _query(view: View, moment: Moment, conditions: Sequence[Condition]) -> Select[*tuple[Any, ...]]:
    query = (
        select(
            MEASURE,
            SPAN,
            SECTION,
            PLAN,
            TERRITORY,
            is_due_soon(MeasureSpan, moment).label("is_due_soon"),
            early_mark(moment),
            early_section_mark(moment),
        )
        .select_from(MeasureSpan)
        .join(Measure, Measure.id == MeasureSpan.measure_id)
        .join(Section, Section.id == Measure.section_id)
        .join(Plan, Plan.id == Measure.plan_id)
        .join(Territory, Territory.id == Plan.territory_id)
        .where(stands(MeasureSpan, moment.as_of), *measure_conditions(view), *conditions)
    )
    if view.filters.statuses:
        query = query.where(MeasureSpan.status.in_(view.filters.statuses))
    return query


def _rows(session: Session, moment: Moment, found: Sequence[Any]) -> list[MeasureRow]:
    ids = [row.Measure.id for row in found]
    executors = executors_of(session, moment, ids)
    reports = last_reports(session, moment, ids)
    silent = without_information(session, moment, ids)
    return [
        _row(
            row,
            moment,
            executors.get(row.Measure.id, ()),
            reports.get(row.Measure.id),
            row.Measure.id in silent,
        )
        for row in found
    ]


def _row(
    found: Any,
    moment: Moment,
    executors: tuple[ExecutorMark, ...],
    report: LastReport | None,
    no_information: bool,
) -> MeasureRow:
    measure, span = found.Measure, found.MeasureSpan
    plan = plan_ref(found.Plan, found.Territory, moment)
    status = Status(span.status)
    return MeasureRow(
        id=measure.id,
        plan=plan,
        section=Ref(found.Section.id, found.Section.title, found.Section.short_title),
        section_number=number_then(found.Section.number, found.is_section_early),
        number=number_then(measure.number, found.is_marked_early),
        title=measure.title,
        short_title=measure.short_title,
        executors=executors,
        deadline_text=measure.deadline_text,
        due_on=span.due_on,
        original_due_on=span.original_due_on,
        status=status,
        days_overdue=days_overdue(status, span.due_on, span.completed_on, plan.as_of),
        completed_on=span.completed_on,
        last_report_on=report.submitted_on if report else None,
        expected_result=measure.expected_result,
        as_of=plan.as_of,
        points_done=span.points_done,
        points_total=span.points_total,
        is_due_soon=bool(found.is_due_soon),
        no_information=no_information,
        reason=report.reason if report else "",
        proposed_due_on=report.proposed_due_on if report else None,
    )
