"""Which rows a list begins with: found before anything is looked up about their measures."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Select, func, literal_column, select, union_all
from sqlalchemy.orm import Session

from data_access.models import Measure, MeasureSpan, Plan
from data_access.queries.base import (
    Condition,
    Moment,
    measure_conditions,
    narrows_measures,
    plan_conditions,
    stands,
)
from data_access.queries.rows import PLAN_ORDER, measure_rows
from data_access.records.cut import Cut
from data_access.records.measures import MeasureRow
from data_access.records.status import Status
from data_access.records.view import View

SOONEST = MeasureSpan.due_on
#: So many rows of a list are shown where it is too long to be shown whole.
LISTED = 50
#: In so many plans the first rows are looked for, then in eight times as many.
FIRST_PLANS = 8


def first_rows(
    session: Session,
    view: View,
    moment: Moment,
    *conditions: Condition,
    order: ColumnElement[Any] | Any = None,
    number: int | None = None,
) -> Sequence[MeasureRow]:
    """Return the measures in view by `order`, a column of their spans, then in the plans' order;
    of many the beginning. `number` is how many there are, where that is known.
    """
    by = () if order is None else (order,)
    if not view.is_wide:
        return tuple(measure_rows(session, view, moment, *conditions, order=(*by, *PLAN_ORDER)))
    if number is None:
        spans = _spans(view, moment, conditions)
        number = session.scalar(spans.with_only_columns(func.count())) or 0
    is_first = MeasureSpan.id.in_(_beginning(view, moment, conditions, by))
    rows = measure_rows(session, view, moment, is_first, order=(*by, *PLAN_ORDER))
    return Cut(tuple(rows), number)


def first_of_each(
    session: Session, view: View, moment: Moment, numbers: Mapping[Status, int]
) -> dict[Status, Sequence[MeasureRow]]:
    """Return the measures of each of these statuses by their due dates, of many the beginning.

    `numbers` says how many there are. What is told of a measure is looked up for all at once.
    """
    order = (SOONEST, *PLAN_ORDER)
    condition = is_of(*numbers)
    if view.is_wide:
        parts = (_beginning(view, moment, [is_of(one)], [SOONEST]) for one in numbers)
        condition = MeasureSpan.id.in_(union_all(*parts))
    rows = measure_rows(session, view, moment, condition, order=order)
    found = {one: tuple(row for row in rows if row.status is one) for one in numbers}
    if not view.is_wide:
        return dict(found)
    return {one: Cut(found[one], number) for one, number in numbers.items()}


def is_of(*statuses: Status) -> Condition:
    """Return the condition that a span has one of the statuses, as the indexes have it."""
    return MeasureSpan.status.in_([literal_column(f"'{one.value}'") for one in statuses])


def _beginning(
    view: View, moment: Moment, conditions: Sequence[Condition], by: Sequence[Any]
) -> Select[int]:
    """Return the query for the spans that a list of many begins with."""
    keys = (*by, MeasureSpan.territory_id, MeasureSpan.plan_id, MeasureSpan.measure_id)
    first = _spans(view, moment, conditions).order_by(*keys).limit(LISTED)
    return select(first.subquery())


def in_plan_order(session: Session, view: View, moment: Moment, limit: int) -> Sequence[MeasureRow]:
    """Return the first measures in view in the plans' order.

    Of many plans the first ones are asked, then more of them, until there are enough rows.
    """
    if not view.is_wide:
        return measure_rows(session, view, moment, limit=limit)
    rows: list[MeasureRow] = []
    for plans in _plans(session, view):
        some = replace(view, plans=plans)
        rows += measure_rows(session, some, moment, limit=limit - len(rows))
        if len(rows) >= limit:
            break
    return rows


def _plans(session: Session, view: View) -> Iterator[tuple[int, ...]]:
    """Yield the plans in view in their order: the first ones, then more of them each time."""
    query = select(Plan.id).where(*plan_conditions(view)).order_by(Plan.territory_id, Plan.id)
    begin, number = 0, FIRST_PLANS
    while plans := tuple(session.scalars(query.offset(begin).limit(number))):
        yield plans
        begin, number = begin + number, number * 8


def _spans(view: View, moment: Moment, conditions: Sequence[Condition]) -> Select[int]:
    """Return the query for the spans of the measures in view, without the measures themselves."""
    query = (
        select(MeasureSpan.id)
        .join(Plan, Plan.id == MeasureSpan.plan_id)
        .where(stands(MeasureSpan, moment.as_of), *measure_conditions(view), *conditions)
    )
    if narrows_measures(view):
        query = query.join(Measure, Measure.id == MeasureSpan.measure_id)
    if view.filters.statuses:
        query = query.where(MeasureSpan.status.in_(view.filters.statuses))
    return query


def count_rows(session: Session, view: View, moment: Moment) -> int:
    """Return how many measures are in view, all filters honoured."""
    return session.scalar(_spans(view, moment, ()).with_only_columns(func.count())) or 0
