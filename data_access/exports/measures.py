"""Rows of the exports of measures: one statement tells all of each row, read as it is written.

The databases join executors and last reports; no object is made of what is only written down.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, func, literal, select
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlalchemy.orm import Session

from data_access.models import (
    Assignment,
    Executor,
    Measure,
    MeasureSpan,
    Plan,
    Report,
    Section,
    Territory,
)
from data_access.queries.base import measure_conditions
from data_access.queries.delays import days_overdue
from data_access.queries.moments import Moment, stands
from data_access.queries.named import is_named, shown_order
from data_access.queries.picking import PLAN_ORDER
from data_access.queries.wording import early_mark, early_section_mark, number_then
from data_access.records.exports import ExportTexts
from data_access.records.status import Status
from data_access.records.view import View
from data_access.streams import streamed_ahead

#: Between names that are told as one text; no name has it.
BETWEEN = "\x1f"
PART = 1000
STATUSES = {one.value: one for one in Status}
WORST_FIRST = (MeasureSpan.due_on, *PLAN_ORDER)


def measures(
    session: Session, view: View, moment: Moment, texts: ExportTexts
) -> Iterator[dict[str, Any]]:
    """Yield each measure in view in the plans' order."""
    query = _query(session, view, moment, PLAN_ORDER)
    if view.filters.statuses:
        query = query.where(MeasureSpan.status.in_(view.filters.statuses))
    for row in streamed_ahead(session, query, PART):
        yield _record(row, moment, texts)


def overdue(
    session: Session, view: View, moment: Moment, texts: ExportTexts
) -> Iterator[dict[str, Any]]:
    """Yield each overdue measure, the longest delay first, with the last reason given."""
    query = _query(session, view, moment, WORST_FIRST).where(MeasureSpan.status == Status.OVERDUE)
    said = query.add_columns(
        _last_said(moment, Report.reason, Report.reason != ""),
        _last_said(moment, Report.proposed_due_on, Report.proposed_due_on.is_not(None)),
    )
    rows = streamed_ahead(session, said, PART)
    found = ({**_record(row, moment, texts), **_reason(row)} for row in rows)
    if moment.shared is not None:
        return found
    # The order of the dates is not that of the delays.
    return iter(sorted(found, key=lambda one: -(one["days_overdue"] or 0)))


def _query(session: Session, view: View, moment: Moment, order: Sequence[Any]) -> Select[Any]:
    query: Any = (
        select(
            Territory.name,
            Plan.title,
            Plan.is_demo,
            Plan.default_as_of,
            Section.number,
            Section.title,
            Measure.number,
            Measure.title,
            _executors(session, moment),
            Measure.deadline_text,
            MeasureSpan.due_on,
            MeasureSpan.original_due_on,
            MeasureSpan.status,
            MeasureSpan.completed_on,
            _last_report(moment),
            Measure.expected_result,
            early_mark(moment),
            early_section_mark(moment),
        )
        .select_from(MeasureSpan)
        .join(Measure, Measure.id == MeasureSpan.measure_id)
        .join(Section, Section.id == Measure.section_id)
        .join(Plan, Plan.id == Measure.plan_id)
        .join(Territory, Territory.id == Plan.territory_id)
        .where(stands(MeasureSpan, moment.as_of), *measure_conditions(view))
        .order_by(*order)
    )
    return query  # type: ignore[no-any-return]


def _executors(session: Session, moment: Moment) -> ColumnElement[str | None]:
    """Return the names of the executors named on the date in the register's order, joined."""
    joined: Any
    of_measure = (Assignment.measure_id == Measure.id, is_named(moment))
    if session.get_bind().dialect.name == "postgresql":
        joined = func.string_agg(
            Executor.name, aggregate_order_by(literal(BETWEEN), *shown_order(moment))
        )
        source = select(joined).join(Assignment, Assignment.executor_id == Executor.id)
        return source.where(*of_measure).correlate(Measure, Plan).scalar_subquery()
    first, *others = shown_order(moment)
    ordered = (
        select(Executor.name.label("name"), first.label("first"))
        .join(Assignment, Assignment.executor_id == Executor.id)
        .where(*of_measure)
        .order_by("first", *others)  # by a column: SQLite does not find the plan from there
        .correlate(Measure, Plan)
        .subquery()
    )
    return select(func.group_concat(ordered.c.name, BETWEEN)).scalar_subquery()


def _last_report(moment: Moment) -> ColumnElement[date]:
    return (
        select(func.max(Report.submitted_on))
        .join(Assignment, Assignment.id == Report.assignment_id)
        .where(Assignment.measure_id == Measure.id, Report.submitted_on <= moment.as_of)
        .correlate(Measure, Plan)
        .scalar_subquery()
    )


def _last_said(moment: Moment, column: Any, is_said: ColumnElement[bool]) -> ColumnElement[Any]:
    """Return what the newest report that says it says in a column."""
    return (
        select(column)
        .join(Assignment, Assignment.id == Report.assignment_id)
        .where(Assignment.measure_id == Measure.id, Report.submitted_on <= moment.as_of, is_said)
        .order_by(Report.submitted_on.desc(), Report.recorded_at.desc(), Report.id.desc())
        .limit(1)
        .correlate(Measure, Plan)
        .scalar_subquery()
    )


def _record(row: Any, moment: Moment, texts: ExportTexts) -> dict[str, Any]:
    territory, plan, is_demo, own, number, section, *rest = row[:16]
    measure, title, executors, deadline, due, original, status, completed, last, result = rest
    as_of = moment.of_plan(own)
    return {
        "territory": territory,
        "plan": f"{plan} ({texts.demo})" if is_demo else plan,
        "section": f"{number_then(number, row.is_section_early)}. {section}",
        "number": number_then(measure, row.is_marked_early),
        "title": title,
        "executors": executors.split(BETWEEN) if executors else [],
        "deadline_text": deadline,
        "due_on": due,
        "original_due_on": original,
        "status": status,
        "days_overdue": days_overdue(STATUSES[status], due, completed, as_of),
        "completed_on": completed,
        "last_report_on": last,
        "expected_result": result,
        "as_of": as_of,
    }


def _reason(row: Any) -> dict[str, Any]:
    return {"reason": row[18] or "", "proposed_due_on": row[19]}
