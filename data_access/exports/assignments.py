"""Rows of the exports about executors: their assignments, and the reports that are missing."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from data_access.models import (
    Assignment,
    AssignmentSpan,
    Executor,
    Measure,
    MeasureSpan,
    Plan,
    Section,
    Territory,
)
from data_access.queries.base import measure_conditions
from data_access.queries.delays import days_overdue
from data_access.queries.lists import stream_missing
from data_access.queries.moments import Moment, stands
from data_access.queries.named import role_on
from data_access.queries.picking import PLAN_ORDER
from data_access.queries.plans import plan_ref
from data_access.queries.wording import early_mark, number_then
from data_access.records.common import PlanRef
from data_access.records.exports import ExportTexts
from data_access.records.status import Status
from data_access.records.view import View
from data_access.streams import streamed


def plan_text(plan: PlanRef, texts: ExportTexts) -> str:
    """Return the plan's title, marked where its data are a demonstration."""
    return f"{plan.title} ({texts.demo})" if plan.is_demo else plan.title


def assignments(
    session: Session, view: View, moment: Moment, texts: ExportTexts
) -> Iterator[dict[str, Any]]:
    """Yield each assignment in view with its own status beside the measure's.

    The executor filter leaves its assignments alone; the status filter means the own status.
    """
    for row in streamed(session, _query(view, moment)):
        yield _assignment(row, plan_ref(row.Plan, row.Territory, moment), texts)


def _query(view: View, moment: Moment) -> Select[*tuple[Any, ...]]:
    query = (
        select(
            *(AssignmentSpan, Assignment, Executor, Measure, Plan, Territory, MeasureSpan.status),
            role_on(moment).label("role"),
            early_mark(moment),
        )
        .join(Assignment, Assignment.id == AssignmentSpan.assignment_id)
        .join(Executor, Executor.id == Assignment.executor_id)
        .join(Measure, Measure.id == Assignment.measure_id)
        .join(MeasureSpan, MeasureSpan.measure_id == Measure.id)
        .join(Section, Section.id == Measure.section_id)
        .join(Plan, Plan.id == Measure.plan_id)
        .join(Territory, Territory.id == Plan.territory_id)
        .where(
            stands(AssignmentSpan, moment.as_of),
            stands(MeasureSpan, moment.as_of),
            *measure_conditions(view, Assignment.executor_id),
        )
        .order_by(*PLAN_ORDER, Assignment.position)
    )
    if view.filters.statuses:
        query = query.where(AssignmentSpan.status.in_(view.filters.statuses))
    return query


def _assignment(row: Any, plan: PlanRef, texts: ExportTexts) -> dict[str, Any]:
    span, status = row.AssignmentSpan, Status(row.AssignmentSpan.status)
    return {
        "territory": plan.territory.name,
        "plan": plan_text(plan, texts),
        "number": number_then(row.Measure.number, row.is_marked_early),
        "title": row.Measure.title,
        "executor": row.Executor.name,
        "role": row.role,
        "by_agreement_mark": "yes" if row.Assignment.by_agreement else None,
        "deadline_text": row.Measure.deadline_text,
        "due_on": span.due_on,
        "original_due_on": span.original_due_on,
        "status": status.value,
        "days_overdue": days_overdue(status, span.due_on, span.completed_on, plan.as_of),
        "completed_on": span.completed_on,
        "measure_status": row.status,
        "as_of": plan.as_of,
    }


def missing(
    session: Session, view: View, moment: Moment, texts: ExportTexts
) -> Iterator[dict[str, Any]]:
    """Yield each report whose date passed without it, the oldest first."""
    for one in stream_missing(session, view, moment):
        yield {
            "territory": one.plan.territory.name,
            "plan": plan_text(one.plan, texts),
            "executor": one.executor.name,
            "number": one.measure_number,
            "title": one.measure.name,
            "period": one.period_label,
            "report_due_on": one.due_on,
            "report_days": one.days,
            "as_of": one.plan.as_of,
        }
