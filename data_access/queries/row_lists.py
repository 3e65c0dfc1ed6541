"""Rows of lists: whole where they are few, else their beginning and how many there are."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from data_access.queries.documents import first_in_documents
from data_access.queries.moments import Moment
from data_access.queries.picking import (
    BRIEF,
    LISTED,
    PLAN_ORDER,
    SOONEST,
    Of,
    Wanted,
    count_rows,
    first_ids,
)
from data_access.queries.rows import measure_rows, rows_of
from data_access.records.cut import Cut
from data_access.records.measures import MeasureRow
from data_access.records.status import Status
from data_access.records.view import View


def first_rows(
    session: Session,
    view: View,
    moment: Moment,
    wanted: Wanted,
    order: Any = None,
    number: int | None = None,
) -> Sequence[MeasureRow]:
    """Return the measures in view by `order`, a column of their spans, then in the plans' order;
    of many the beginning. `number` is how many there are, where that is known.
    """
    by = () if order is None else (order,)
    if not view.is_wide:
        return tuple(measure_rows(session, view, moment, wanted, order=(*by, *PLAN_ORDER)))
    if number is None:
        number = count_rows(session, view, moment, wanted)
    ids = first_ids(session, view, moment, [wanted], LISTED, *by)
    return Cut(tuple(rows_of(session, moment, ids, (*by, *PLAN_ORDER))), number)


def first_of_each(
    session: Session, view: View, moment: Moment, numbers: Mapping[Status, int]
) -> dict[Status, Sequence[MeasureRow]]:
    """Return the measures of each of these statuses by their due dates; of many the beginning.

    `numbers` says how many there are. What is told of a measure is looked up for all at once.
    """
    order = (SOONEST, *PLAN_ORDER)
    if view.is_wide:
        parts = [Of((one,)) for one in numbers]
        ids = first_ids(session, view, moment, parts, BRIEF, SOONEST)
        rows = rows_of(session, moment, ids, order)
    else:
        rows = measure_rows(session, view, moment, Of(tuple(numbers)), order=order)
    found = {one: tuple(row for row in rows if row.status is one) for one in numbers}
    if not view.is_wide:
        return dict(found)
    return {one: Cut(found[one], number) for one, number in numbers.items()}


def in_plan_order(session: Session, view: View, moment: Moment, limit: int) -> Sequence[MeasureRow]:
    """Return the first measures in view in the plans' order."""
    if not view.is_wide:
        return measure_rows(session, view, moment, limit=limit)
    return rows_of(session, moment, first_in_documents(session, view, moment, limit))
