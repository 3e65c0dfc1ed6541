"""Parts of a long register: sorted by the database as a whole, each beginning after the last row
of the one before (keyset paging), so that the thousandth part costs what the first does.

A part is asked for by the measure that stood last: the database tells its key anew, within the
account's rights, so nothing that comes from outside is ever compared with.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import and_, or_, select, tuple_
from sqlalchemy.orm import Session

from data_access.db import Database
from data_access.models import Measure, MeasureSpan, Plan, Section
from data_access.queries.base import (
    Condition,
    Moment,
    begin,
    measure_conditions,
    narrows_measures,
    plan_conditions,
    stands,
)
from data_access.queries.register_keys import OF_MEASURE, Key, key
from data_access.queries.rows import PLAN_ORDER, measure_rows
from data_access.records.measures import MeasureRow
from data_access.records.register import MOST_ROWS, Part, Sorting
from data_access.records.view import View

#: What tells rows of one key apart, always in this direction.
TIES = (MeasureSpan.territory_id, MeasureSpan.plan_id, MeasureSpan.measure_id)
DOCUMENT_ORDER = (*PLAN_ORDER, Measure.id)
#: In so many plans rows are looked for first, then in eight times as many.
FIRST_PLANS = 8


def load(
    db: Database, view: View, sorting: Sorting, size: int, after: int | None = None
) -> Part | None:
    """Return at most `size` measures in view, those after a measure where it is given.

    None where that measure is not in view (any more). Raises KeyError for an unknown column.
    """
    size = max(1, min(size, MOST_ROWS))
    with db.read() as session:
        view, moment = begin(session, view)
        find = _in_documents if sorting.column == "place" else _by_key
        rows = find(session, view, moment, sorting, size + 1, after)
    return None if rows is None else Part(tuple(rows[:size]), len(rows) <= size)


def _by_key(
    session: Session, view: View, moment: Moment, sorting: Sorting, limit: int, after: int | None
) -> list[MeasureRow] | None:
    column = key(sorting, moment)
    query = _spans(view, moment, sorting, column)
    if after is not None:
        last = session.execute(query.where(MeasureSpan.measure_id == after)).one_or_none()
        if last is None:
            return None
        query = query.where(_follows(column, last, descending=sorting.descending))
    order = column.desc() if sorting.descending else column
    found = session.execute(query.order_by(order, *TIES).limit(limit)).all()
    return _in_order(session, view, moment, [row.measure_id for row in found])


def _spans(view: View, moment: Moment, sorting: Sorting, column: Key) -> Any:
    query: Any = (
        select(column.label("key"), *TIES)
        .join(Plan, Plan.id == MeasureSpan.plan_id)
        .where(stands(MeasureSpan, moment.as_of), *measure_conditions(view))
    )
    if sorting.column in OF_MEASURE or narrows_measures(view):
        query = query.join(Measure, Measure.id == MeasureSpan.measure_id)
    if view.filters.statuses:
        query = query.where(MeasureSpan.status.in_(view.filters.statuses))
    return query


def _follows(column: Key, last: Any, *, descending: bool) -> Condition:
    beyond = column < last.key if descending else column > last.key
    is_later = tuple_(*TIES) > tuple_(last.territory_id, last.plan_id, last.measure_id)
    return or_(beyond, and_(column == last.key, is_later))


def _in_order(session: Session, view: View, moment: Moment, ids: Sequence[int]) -> list[MeasureRow]:
    rows = measure_rows(session, view, moment, Measure.id.in_(ids))
    by_id = {row.id: row for row in rows}
    return [by_id[id_] for id_ in ids if id_ in by_id]


def _in_documents(
    session: Session, view: View, moment: Moment, _sorting: Sorting, limit: int, after: int | None
) -> list[MeasureRow] | None:
    """Return the rows in the order of the plans, from as many plans as it takes."""
    last = None if after is None else _place(session, view, after)
    if last is None and after is not None:
        return None
    following = [tuple_(*DOCUMENT_ORDER) > tuple_(*last)] if last else []
    plans = _plans(session, view, last)
    rows: list[MeasureRow] = []
    number = FIRST_PLANS
    while plans and len(rows) < limit:
        some = replace(view, plans=tuple(plans[:number]))
        rest = limit - len(rows)
        rows += measure_rows(session, some, moment, *following, order=DOCUMENT_ORDER, limit=rest)
        plans, number = plans[number:], number * 8
    return rows


def _place(session: Session, view: View, measure: int) -> Any:
    query = (
        select(*DOCUMENT_ORDER)
        .select_from(Measure)
        .join(Section, Section.id == Measure.section_id)
        .join(Plan, Plan.id == Measure.plan_id)
        .where(Measure.id == measure, *measure_conditions(view))
    )
    return session.execute(query).one_or_none()


def _plans(session: Session, view: View, last: Any) -> list[int]:
    """Return the plans in view in their order, from that of the last row on."""
    query = select(Plan.id).where(*plan_conditions(view))
    if last is not None:
        query = query.where(tuple_(Plan.territory_id, Plan.id) >= tuple_(*last[:2]))
    return list(session.scalars(query.order_by(Plan.territory_id, Plan.id)))
