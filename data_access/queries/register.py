"""Parts of a long register: sorted by the database as a whole, each beginning after the last row
of the one before (keyset paging), so that the thousandth part costs what the first does.

A part is asked for by the place where that row stood, not by the row: it may have moved since, and
whoever went on from where it stands now would pass over all between.
"""

from typing import Any

from sqlalchemy import and_, bindparam, or_, select, tuple_
from sqlalchemy.orm import Session

from data_access.db import Database
from data_access.models import Measure, MeasureSpan, Plan
from data_access.queries.base import Condition, narrows_measures
from data_access.queries.documents import bound_place, in_documents, place_values
from data_access.queries.moments import Moment, begin
from data_access.queries.opened import made, opened
from data_access.queries.picking import given, in_view
from data_access.queries.plain import plain_rows
from data_access.queries.register_keys import OF_MEASURE, Key, key
from data_access.queries.rows import rows_of
from data_access.records.register import MOST_ROWS, Part, Place, Sorting
from data_access.records.view import View

#: What tells rows of one key apart, always in this direction.
TIES = (MeasureSpan.territory_id, MeasureSpan.plan_id, MeasureSpan.measure_id)


def load(db: Database, view: View, sorting: Sorting, size: int, after: Place | None = None) -> Part:
    """Return at most `size` measures in view, those after a place where it is given.

    Raises KeyError for an unknown column.
    """
    size = max(1, min(size, MOST_ROWS))
    with db.read() as session:
        view, moment = begin(session, view)
        find = in_documents if sorting.column == "place" else _by_key
        places = find(session, view, moment, sorting, size + 1, after)
        rows = rows_of(session, moment, [place[-1] for place in places[:size]])
    last = places[len(rows) - 1] if rows else None
    return Part(tuple(rows), len(places) <= size, last)


def _by_key(
    session: Session, view: View, moment: Moment, sorting: Sorting, limit: int, after: Place | None
) -> list[Place]:
    """Return the places of the rows; the id of the measure comes last in each."""
    query = made(_part, opened(view), moment.opened(), sorting, after is not None)
    asked = {**given(view, moment), **place_values(after), "limit": limit}
    return [tuple(row) for row in plain_rows(session, query, asked)]


def _part(view: View, moment: Moment, sorting: Sorting, is_later: bool) -> Any:
    column = key(sorting, moment)
    order = column.desc() if sorting.descending else column
    query = _spans(view, moment, sorting, column).order_by(order, *TIES).limit(bindparam("limit"))
    return query.where(_follows(column, descending=sorting.descending)) if is_later else query


def _spans(view: View, moment: Moment, sorting: Sorting, column: Key) -> Any:
    query: Any = (
        select(column.label("key"), *TIES)
        .select_from(MeasureSpan)
        .join(Plan, Plan.id == MeasureSpan.plan_id)
    )
    if sorting.column in OF_MEASURE or narrows_measures(view):
        query = query.join(Measure, Measure.id == MeasureSpan.measure_id)
    return in_view(query, view, moment, ())


def _follows(column: Key, *, descending: bool) -> Condition:
    """Return the condition that a row comes after the place that is given."""
    last, *ids = bound_place(column, *TIES)
    beyond = column < last if descending else column > last
    return or_(beyond, and_(column == last, tuple_(*TIES) > tuple_(*ids)))
