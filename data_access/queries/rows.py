"""Rows of measures: the one place where registers, lists and exports get them from."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from data_access.models import (
    Measure,
    MeasureSpan,
    Plan,
    Section,
    Territory,
)
from data_access.numbers import among
from data_access.queries.bundles import MEASURE, PLAN, SECTION, SPAN, TERRITORY, Parted
from data_access.queries.delays import days_overdue
from data_access.queries.moments import Moment, stands
from data_access.queries.opened import made, opened
from data_access.queries.picking import PLAN_ORDER, Order, Wanted, given, in_view
from data_access.queries.plain import plain_rows
from data_access.queries.plans import plan_ref
from data_access.queries.row_parts import (
    LastReport,
    executors_of,
    last_reports,
    no_information,
)
from data_access.queries.totals import is_due_soon
from data_access.queries.wording import early_mark, early_section_mark, number_then
from data_access.records.common import PlanRef, Ref
from data_access.records.measures import ExecutorMark, MeasureRow
from data_access.records.status import Status
from data_access.records.view import View
from data_access.rules.days import working_days_ahead

#: What is read of each table for a row; the measure's id comes first.
SHOWN = Parted(MEASURE, SPAN, SECTION, PLAN, TERRITORY)


def measure_rows(
    session: Session,
    view: View,
    moment: Moment,
    *wanted: Wanted,
    order: Order = PLAN_ORDER,
    limit: int | None = None,
) -> list[MeasureRow]:
    """Return the measures in view as rows, all filters honoured; at most `limit` of them."""
    query = made(_in_view, opened(view), moment.opened(), wanted, order, limit)
    return _rows(session, moment, plain_rows(session, query, given(view, moment)))


def rows_of(
    session: Session, moment: Moment, ids: Sequence[int], order: Order = ()
) -> list[MeasureRow]:
    """Return measures that are known to be in view as rows, in the given order; in that of the
    ids where none is given.
    """
    values = {"ids": ids, **moment.values(working_days_ahead)}
    found = plain_rows(session, made(_of_ids, moment.opened(), order), values)
    if not order:
        place = {id_: place for place, id_ in enumerate(ids)}
        found = sorted(found, key=lambda row: place[row[0]])
    return _rows(session, moment, found)


def _in_view(
    view: View, moment: Moment, wanted: tuple[Wanted, ...], order: Order, limit: int | None
) -> Select[*tuple[Any, ...]]:
    query = in_view(_shown(moment), view, moment, wanted).order_by(*order)
    return query if limit is None else query.limit(limit)


def _of_ids(moment: Moment, order: Order) -> Select[*tuple[Any, ...]]:
    here = among(MeasureSpan.measure_id, "ids"), stands(MeasureSpan, moment.as_of)
    return _shown(moment).where(*here).order_by(*order)


def _shown(moment: Moment) -> Select[*tuple[Any, ...]]:
    """Return the query of what a row shows of all measures."""
    return (
        select(
            *SHOWN.columns,
            is_due_soon(MeasureSpan, moment).label("is_due_soon"),
            no_information(moment),
            early_mark(moment),
            early_section_mark(moment),
        )
        .select_from(MeasureSpan)
        .join(Measure, Measure.id == MeasureSpan.measure_id)
        .join(Section, Section.id == Measure.section_id)
        .join(Plan, Plan.id == Measure.plan_id)
        .join(Territory, Territory.id == Plan.territory_id)
    )


def _rows(session: Session, moment: Moment, found: Sequence[Any]) -> list[MeasureRow]:
    if not found:
        return []
    ids = [row[0] for row in found]
    executors = executors_of(session, moment, ids)
    reports = last_reports(session, moment, ids)
    plans: dict[int, PlanRef] = {}
    return [
        _row(row, moment, plans, executors.get(id_, ()), reports.get(id_))
        for id_, row in zip(ids, found, strict=True)
    ]


def _row(
    found: Any,
    moment: Moment,
    plans: dict[int, PlanRef],
    executors: tuple[ExecutorMark, ...],
    report: LastReport | None,
) -> MeasureRow:
    measure, span, section, of_plan, territory = SHOWN.split(found)
    if of_plan.id not in plans:
        plans[of_plan.id] = plan_ref(of_plan, territory, moment)
    plan = plans[of_plan.id]
    status = Status(span.status)
    return MeasureRow(
        id=measure.id,
        plan=plan,
        section=Ref(section.id, section.title, section.short_title),
        section_number=number_then(section.number, found.is_section_early),
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
        no_information=bool(found.no_information),
        reason=report.reason if report else "",
        proposed_due_on=report.proposed_due_on if report else None,
    )
