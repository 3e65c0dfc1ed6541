"""Parts of a long register: sorted by the database as a whole, each beginning after the last row
of the one before (keyset paging), so that the thousandth part costs what the first does.

A part is asked for by the measure that stood last: the database tells its key anew, within the
account's rights, so nothing that comes from outside is ever compared with.
"""

from typing import Any

from sqlalchemy import and_, bindparam, or_, select, tuple_
from sqlalchemy.orm import Session

from data_access.db import Database
from data_access.models import Measure, MeasureSpan, Plan
from data_access.queries.base import Condition, narrows_measures
from data_access.queries.documents import in_documents
from data_access.queries.moments import Moment, begin
from data_access.queries.opened import made, opened
from data_access.queries.picking import given, in_view
from data_access.queries.plain import plain_rows
from data_access.queries.register_keys import OF_MEASURE, Key, key
from data_access.queries.rows import rows_of
from data_access.records.register import MOST_ROWS, Part, Sorting
from data_access.records.view import View

#: What tells rows of one key apart, always in this direction.
TIES = (MeasureSpan.territory_id, MeasureSpan.plan_id, MeasureSpan.measure_id)


def load(
    db: Database, view: View, sorting: Sorting, size: int, after: int | None = None
) -> Part | None:
    """Return at most `size` measures in view, those after a measure where it is given.

    None where that measure is not in view (any more). Raises KeyError for an unknown column.
    """
    size = max(1, min(size, MOST_ROWS))
    with db.read() as session:
        view, moment = begin(session, view)
        if sorting.column == "place":
            ids = in_documents(session, view, moment, size + 1, after)
        else:
            ids = _by_key(session, view, moment, sorting, size + 1, after)
        if ids is None:
            return None
        return Part(tuple(rows_of(session, moment, ids[:size])), len(ids) <= size)


def _by_key(
    session: Session, view: View, moment: Moment, sorting: Sorting, limit: int, after: int | None
) -> list[int] | None:
    of = opened(view), moment.opened(), sorting
    asked = {**given(view, moment), "limit": limit, "after": after}
    if after is not None:
        last = session.execute(made(_one, *of), asked).one_or_none()
        if last is None:
            return None
        asked |= {f"last_{name}": value for name, value in last._mapping.items()}
    found = plain_rows(session, made(_part, *of, after is not None), asked)
    return [row.measure_id for row in found]


def _one(view: View, moment: Moment, sorting: Sorting) -> Any:
    """Return the query for the key of one measure in view."""
    query = _spans(view, moment, sorting, key(sorting, moment))
    return query.where(MeasureSpan.measure_id == bindparam("after"))


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
    """Return the condition that a row comes after the one whose key and ids are given."""
    last = bindparam("last_key", type_=column.type)
    beyond = column < last if descending else column > last
    ids = tuple_(*(bindparam(f"last_{one.key}", type_=one.type) for one in TIES))
    return or_(beyond, and_(column == last, tuple_(*TIES) > ids))
