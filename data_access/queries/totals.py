"""Totals of measures or assignments, whole or by group, from the spans alone."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from sqlalchemy import Integer, Select, and_, case, cast, func, select
from sqlalchemy.orm import Session

from data_access.models import AssignmentSpan, Measure, MeasureSpan, Obligation, Plan
from data_access.queries.base import (
    Condition,
    Moment,
    measure_conditions,
    narrows_measures,
    stands,
)
from data_access.queries.grouping import WHOLE, Counted, Grouping
from data_access.records.common import Ratio, Totals
from data_access.records.status import Status
from data_access.records.view import View
from data_access.results import kept
from data_access.rules.days import working_days_ahead

#: Statuses in which the next control date is still to be met.
AHEAD = (Status.IN_PROGRESS, Status.RETURNED, Status.NOT_DUE)
Spans = type[MeasureSpan] | type[AssignmentSpan]


@dataclass
class _Sum:
    """What is added up for one group."""

    by_status: Counter[Status] = field(default_factory=Counter)
    due: int = 0
    on_time: int = 0
    soon: int = 0
    worst_days: int | None = None
    has_duty: bool = False
    as_of: set[date] = field(default_factory=set)
    is_demo: bool = False
    owed: int = 0
    handed_in: int = 0
    missing: int = 0
    silent: int = 0

    def totals(self) -> Totals:
        return Totals(
            by_status={status: self.by_status[status] for status in Status},
            discipline=Ratio(self.on_time, self.due),
            reports=Ratio(self.handed_in, self.owed) if self.has_duty else None,
            worst_days=self.worst_days,
            missing_reports=self.missing,
            silent_executors=self.silent,
            due_soon=self.soon,
            as_of=min(self.as_of) if len(self.as_of) == 1 else None,
            is_demo=self.is_demo,
        )


def totals(session: Session, view: View, moment: Moment) -> Totals:
    """Return the totals of the measures in view; the status filter is left aside.

    They are kept: pages of one view and date begin with the same ones.
    """
    view = replace(view, filters=replace(view.filters, statuses=(), since=None))

    def make() -> Totals:
        return totals_by(session, view, moment, WHOLE).get(None) or nothing()

    return kept(session, ("totals", view, moment), make)


def totals_by(
    session: Session, view: View, moment: Moment, group: Grouping, *, spans: Spans = MeasureSpan
) -> Mapping[Any, Totals]:
    """Return totals by the keys of `group`.

    With `spans=AssignmentSpan` each assignment counts with its own status.
    """
    sums: dict[Any, _Sum] = defaultdict(_Sum)
    for row in session.execute(_status_query(view, moment, group, spans)):
        _add_status(sums[row.key], row)
    for row in session.execute(_report_query(view, moment, group)):
        # Who was released stands in no span any more, but owes what it did not report before.
        if row.key not in sums and spans is AssignmentSpan and row.missing:
            sums[row.key].has_duty = True
        if row.key in sums:
            _add_reports(sums[row.key], row)
    return {key: one.totals() for key, one in sums.items()}


def is_due_soon(spans: Spans, moment: Moment) -> Condition:
    """Return the condition that the control date comes within ten working days."""
    return is_ahead(spans) & spans.due_on.between(moment.as_of, moment.moved(working_days_ahead))


def is_ahead(spans: Spans) -> Condition:
    """Return the condition that the control date is still to be met."""
    return spans.status.in_(AHEAD)


def is_missing(moment: Moment) -> Condition:
    """Return the condition that an obligation's date passed without a report by the date."""
    return and_(
        Obligation.due_on < moment.as_of,
        Obligation.reported_on.is_(None) | (Obligation.reported_on > moment.as_of),
    )


def _count(condition: Condition) -> Any:
    return func.coalesce(func.sum(cast(case((condition, 1), else_=0), Integer)), 0)


def _status_query(view: View, moment: Moment, group: Grouping, spans: Spans) -> Select[Any]:
    query = (
        select(
            group.key(spans),
            spans.status,
            moment.as_of.label("as_of"),
            func.count().label("number"),
            func.sum(spans.points_due).label("due"),
            func.sum(spans.points_on_time).label("on_time"),
            _count(is_due_soon(spans, moment)).label("soon"),
            func.min(spans.due_on).label("first_due"),
            func.max(case((Plan.reporting_frequency != "none", 1), else_=0)).label("duty"),
            func.max(case((Plan.is_demo, 1), else_=0)).label("demo"),
        )
        .select_from(spans)
        .join(Plan, Plan.id == spans.plan_id)
        .where(stands(spans, moment.as_of), *conditions_of(view, spans), *group.only(spans))
        .group_by(*group.by(spans), spans.status, *([] if moment.shared else [Plan.default_as_of]))
    )
    return _joined(query, view, group, spans)


def conditions_of(view: View, spans: Spans) -> list[Condition]:
    """Return the filters of the view for spans: of an executor's own ones by their column."""
    return measure_conditions(view, getattr(spans, "executor_id", None))


def _joined(query: Select[Any], view: View, group: Grouping, table: Counted) -> Select[Any]:
    """Return the query with the tables that group and filters look at, and no others."""
    if group.of_measure or narrows_measures(view):
        query = query.join(Measure, Measure.id == table.measure_id)
    return group.join(query, table)


def _add_status(total: _Sum, row: Any) -> None:
    status = Status(row.status)
    total.by_status[status] += row.number
    total.due += row.due
    total.on_time += row.on_time
    total.soon += row.soon
    total.has_duty = total.has_duty or bool(row.duty)
    total.is_demo = total.is_demo or bool(row.demo)
    as_of = _as_date(row.as_of)
    total.as_of.add(as_of)
    if status is Status.OVERDUE:
        days = (as_of - row.first_due).days
        total.worst_days = max(days, total.worst_days or 0)


def _as_date(value: date | str) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)


def _report_query(view: View, moment: Moment, group: Grouping) -> Select[Any]:
    due = Obligation.due_on < moment.as_of
    missing = is_missing(moment)
    query = (
        select(
            group.key(Obligation),
            func.count().label("owed"),
            _count(Obligation.reported_on <= Obligation.due_on).label("handed_in"),
            _count(missing).label("missing"),
            func.count(case((missing, Obligation.executor_id)).distinct()).label("silent"),
        )
        .select_from(Obligation)
        .join(Plan, Plan.id == Obligation.plan_id)
        .where(due, *measure_conditions(view, Obligation.executor_id), *group.only(Obligation))
        .group_by(*group.by(Obligation))
    )
    return _joined(query, view, group, Obligation)


def _add_reports(total: _Sum, row: Any) -> None:
    total.owed += row.owed
    total.handed_in += row.handed_in
    total.missing += row.missing
    total.silent += row.silent


def nothing() -> Totals:
    """Return the totals of nothing at all."""
    return _Sum().totals()
