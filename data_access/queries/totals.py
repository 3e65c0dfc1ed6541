"""Totals of measures or assignments, whole or by group, from the spans alone."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Integer, Select, and_, case, cast, func, select
from sqlalchemy.orm import Session

from data_access.models import AssignmentSpan, Measure, MeasureSpan, Obligation, Plan
from data_access.queries.adding import Sum, nothing
from data_access.queries.base import Condition, measure_conditions, narrows_measures
from data_access.queries.grouping import WHOLE, Counted, Grouping
from data_access.queries.moments import Moment, stands
from data_access.queries.opened import made, once, opened
from data_access.queries.picking import given
from data_access.queries.plain import plain_rows
from data_access.records.common import Totals
from data_access.records.status import Status
from data_access.records.view import View
from data_access.results import kept
from data_access.rules.days import working_days_ahead

#: Statuses in which the next control date is still to be met.
AHEAD = (Status.IN_PROGRESS, Status.RETURNED, Status.NOT_DUE)
IS_DEMO = func.max(case((Plan.is_demo, 1), else_=0)).label("demo")
Spans = type[MeasureSpan] | type[AssignmentSpan]


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
    sums: dict[Any, Sum] = defaultdict(Sum)
    make = made if group.keys is None else once
    of, values = (opened(view), moment.opened(), group), given(view, moment)
    for row in plain_rows(session, make(_status_query, *of, spans), values):
        sums[row.key].add_status(row)
    for row in plain_rows(session, make(_report_query, *of), values):
        # Who was released stands in no span any more, but owes what it did not report before.
        if row.key not in sums and row.missing and (group is WHOLE or spans is AssignmentSpan):
            sums[row.key].has_duty = True
        if row.key in sums:
            sums[row.key].add_reports(row)
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
            IS_DEMO,
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


def _report_query(view: View, moment: Moment, group: Grouping) -> Select[Any]:
    due = Obligation.due_on < moment.as_of
    missing, on = is_missing(moment), moment.as_of
    first, last = (on, on) if moment.shared else (func.min(on), func.max(on))
    query = (
        select(
            group.key(Obligation),
            func.count().label("owed"),
            _count(Obligation.reported_on <= Obligation.due_on).label("handed_in"),
            _count(missing).label("missing"),
            func.count(case((missing, Obligation.executor_id)).distinct()).label("silent"),
            *(first.label("first_as_of"), last.label("last_as_of"), IS_DEMO),
        )
        .select_from(Obligation)
        .join(Plan, Plan.id == Obligation.plan_id)
        .where(due, *measure_conditions(view, Obligation.executor_id), *group.only(Obligation))
        .group_by(*group.by(Obligation))
    )
    return _joined(query, view, group, Obligation)
