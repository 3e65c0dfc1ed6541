"""Which groups have most overdue: found from what is overdue alone, however many there are."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Select, func, literal_column, select
from sqlalchemy.orm import Session

from data_access.models import AssignmentSpan, Measure, MeasureSpan, Obligation, Plan
from data_access.queries.base import Moment, measure_conditions, narrows_measures, stands
from data_access.queries.grouping import Grouping
from data_access.queries.totals import Spans, is_missing
from data_access.records.view import View

#: So many groups are shown where they are too many to be shown whole.
LISTED = 50
#: Written out, since the databases keep an index of what is overdue alone.
OVERDUE: ColumnElement[str] = literal_column("'overdue'")


def worst_keys(
    session: Session, view: View, moment: Moment, group: Grouping, *, spans: Spans = MeasureSpan
) -> tuple[list[int], int]:
    """Return the keys of the groups with most overdue, worst first, and how many have any.

    Groups with nothing overdue but reports missing follow where there is room.
    """
    rows = session.execute(_overdue(view, moment, group, spans)).all()
    keys = [row.key for row in rows]
    late = rows[0].groups if rows else 0
    if len(keys) < LISTED:
        silent = session.scalars(_silent(view, moment, group))
        keys += [key for key in silent if key not in set(keys)]
    return keys[:LISTED], late


def _overdue(view: View, moment: Moment, group: Grouping, spans: Spans) -> Select[Any]:
    number, first = func.count(), func.min(spans.due_on)
    query: Any = (
        select(group.key(spans), func.count().over().label("groups"))
        .select_from(spans)
        .join(Plan, Plan.id == spans.plan_id)
        .where(spans.status == OVERDUE, stands(spans, moment.as_of), *measure_conditions(view))
        .group_by(*group.by(spans))
        .order_by(number.desc(), first, *group.by(spans))
        .limit(LISTED)
    )
    if spans is AssignmentSpan and view.filters.executor is not None:
        query = query.where(AssignmentSpan.executor_id == view.filters.executor)
    if group.of_measure or narrows_measures(view):
        query = query.join(Measure, Measure.id == spans.measure_id)
    return group.join(query, spans)


def _silent(view: View, moment: Moment, group: Grouping) -> Select[Any]:
    query: Select[Any] = (
        select(group.key(Obligation))
        .select_from(Obligation)
        .join(Plan, Plan.id == Obligation.plan_id)
        .where(is_missing(moment), *measure_conditions(view))
        .group_by(*group.by(Obligation))
        .order_by(func.count().desc(), *group.by(Obligation))
        .limit(LISTED)
    )
    if group.of_measure or narrows_measures(view):
        query = query.join(Measure, Measure.id == Obligation.measure_id)
    return group.join(query, Obligation)


def narrowed(group: Grouping, keys: Sequence[int] | None) -> Grouping:
    """Return the grouping for these groups alone; for all of them where none are named."""
    return group if keys is None else replace(group, keys=tuple(keys))
