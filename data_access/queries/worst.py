"""Which groups have most overdue: found from what is overdue alone, however many there are."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, literal_column, select
from sqlalchemy.orm import Session

from data_access.models import Measure, MeasureSpan, Obligation, Plan
from data_access.queries.base import measure_conditions, narrows_measures
from data_access.queries.grouping import Counted, Grouping
from data_access.queries.moments import Moment, stands
from data_access.queries.totals import Spans, conditions_of, is_missing
from data_access.records.status import Status
from data_access.records.view import View

#: So many groups are shown where they are too many to be shown whole.
LISTED = 50
#: Written out, since the databases keep an index of what is overdue alone.
OVERDUE: ColumnElement[str] = literal_column("'overdue'")


def worst_keys(
    session: Session, view: View, moment: Moment, group: Grouping, *, spans: Spans = MeasureSpan
) -> tuple[list[int], int]:
    """Return the keys of the groups with most overdue, worst first, and how many have any.

    Groups with nothing overdue but reports missing follow where there is room, then any others.
    """
    rows = session.execute(_overdue(view, moment, group, spans)).all()
    return _filled(session, view, moment, group, rows, spans)


def highest_rates(
    session: Session, view: View, moment: Moment, group: Grouping
) -> tuple[list[int], int]:
    """Return the same for the groups with the highest rate of overdue measures."""
    rows = session.execute(_rates(view, moment, group)).all()
    return _filled(session, view, moment, group, rows, MeasureSpan)


def _filled(
    session: Session, view: View, moment: Moment, group: Grouping, rows: Sequence[Any], spans: Spans
) -> tuple[list[int], int]:
    keys = [row.key for row in rows]
    for more in (_silent(view, moment, group), _others(view, moment, group, spans)):
        if len(keys) < LISTED:
            keys += [key for key in session.scalars(more) if key not in set(keys)]
    return keys[:LISTED], rows[0].groups if rows else 0


def _rates(view: View, moment: Moment, group: Grouping) -> Select[Any]:
    is_late, is_removed = MeasureSpan.status == OVERDUE, MeasureSpan.status == Status.REMOVED
    late = func.sum(case((is_late, 1), else_=0))
    whole = func.sum(case((is_removed, 0), else_=1))
    query: Any = (
        select(group.key(MeasureSpan), func.count().over().label("groups"))
        .select_from(MeasureSpan)
        .join(Plan, Plan.id == MeasureSpan.plan_id)
        .where(stands(MeasureSpan, moment.as_of), *measure_conditions(view))
        .group_by(*group.by(MeasureSpan))
        .having(late > 0)
        .order_by(
            (late * 1.0 / whole).desc(),
            func.min(case((is_late, MeasureSpan.due_on))),
            late.desc(),
            *group.by(MeasureSpan),
        )
        .limit(LISTED)
    )
    return _joined(query, view, group, MeasureSpan)


def _overdue(view: View, moment: Moment, group: Grouping, spans: Spans) -> Select[Any]:
    number, first = func.count(), func.min(spans.due_on)
    query: Any = (
        select(group.key(spans), func.count().over().label("groups"))
        .select_from(spans)
        .join(Plan, Plan.id == spans.plan_id)
        .where(spans.status == OVERDUE, stands(spans, moment.as_of), *conditions_of(view, spans))
        .group_by(*group.by(spans))
        .order_by(number.desc(), first, *group.by(spans))
        .limit(LISTED)
    )
    return _joined(query, view, group, spans)


def _joined(query: Any, view: View, group: Grouping, table: Counted) -> Select[Any]:
    if group.of_measure or narrows_measures(view):
        query = query.join(Measure, Measure.id == table.measure_id)
    return group.join(query, table)


def _silent(view: View, moment: Moment, group: Grouping) -> Select[Any]:
    query: Select[Any] = (
        select(group.key(Obligation))
        .select_from(Obligation)
        .join(Plan, Plan.id == Obligation.plan_id)
        .where(is_missing(moment), *measure_conditions(view, Obligation.executor_id))
        .group_by(*group.by(Obligation))
        .order_by(func.count().desc(), *group.by(Obligation))
        .limit(LISTED)
    )
    return _joined(query, view, group, Obligation)


def _others(view: View, moment: Moment, group: Grouping, spans: Spans) -> Select[Any]:
    query: Any = (
        select(group.key(spans))
        .select_from(spans)
        .join(Plan, Plan.id == spans.plan_id)
        .where(stands(spans, moment.as_of), *conditions_of(view, spans))
        .group_by(*group.by(spans))
        .order_by(*group.by(spans))
        .limit(LISTED)
    )
    return _joined(query, view, group, spans)


def narrowed(group: Grouping, keys: Sequence[int] | None) -> Grouping:
    """Return the grouping for these groups alone; for all of them where none are named."""
    return group if keys is None else replace(group, keys=tuple(keys))
