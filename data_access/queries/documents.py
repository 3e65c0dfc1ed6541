"""Measures in the order of the documents: of many plans the first ones are asked, then more of
them, until there are enough.
"""

from dataclasses import replace
from typing import Any

from sqlalchemy import bindparam, select, tuple_
from sqlalchemy.orm import Session

from data_access.models import Measure, MeasureSpan, Plan, Section
from data_access.queries.base import measure_conditions, plan_conditions
from data_access.queries.moments import Moment
from data_access.queries.opened import made, opened, values
from data_access.queries.picking import PLAN_ORDER, given, in_view
from data_access.queries.plain import plain_rows
from data_access.records.view import View

DOCUMENT_ORDER = (*PLAN_ORDER, Measure.id)
#: In so many plans rows are looked for first, then in eight times as many.
FIRST_PLANS = 8
LIMIT: Any = bindparam("limit")
AFTER: Any = bindparam("after")


def first_in_documents(session: Session, view: View, moment: Moment, limit: int) -> list[int]:
    """Return the first measures in view."""
    return _following(session, view, moment, limit, None)


def in_documents(
    session: Session, view: View, moment: Moment, limit: int, after: int | None
) -> list[int] | None:
    """Return the first measures in view, those after a measure where it is given.

    None where that measure is not in view (any more).
    """
    if after is None:
        return first_in_documents(session, view, moment, limit)
    values = {**given(view, moment), "after": after}
    last = session.execute(made(_place, opened(view)), values).one_or_none()
    return _following(session, view, moment, limit, last) if last else None


def _following(session: Session, view: View, moment: Moment, limit: int, last: Any) -> list[int]:
    plans = _plans(session, view, last)
    ids: list[int] = []
    number = FIRST_PLANS
    while plans and len(ids) < limit:
        some = replace(view, plans=tuple(plans[:number]))
        ids += _in_plans(session, some, moment, limit - len(ids), last)
        plans, number = plans[number:], number * 8
    return ids


def _in_plans(session: Session, view: View, moment: Moment, limit: int, last: Any) -> list[int]:
    query = made(_ids, opened(view), moment.opened(), last is not None)
    values = {**given(view, moment), **_named(last), "limit": limit}
    return [row[0] for row in plain_rows(session, query, values)]


def _ids(view: View, moment: Moment, is_later: bool) -> Any:
    query: Any = (
        select(Measure.id)
        .select_from(MeasureSpan)
        .join(Measure, Measure.id == MeasureSpan.measure_id)
        .join(Section, Section.id == Measure.section_id)
        .join(Plan, Plan.id == Measure.plan_id)
    )
    query = in_view(query, view, moment, ()).order_by(*DOCUMENT_ORDER).limit(LIMIT)
    return query.where(tuple_(*DOCUMENT_ORDER) > _last(*DOCUMENT_ORDER)) if is_later else query


def _place(view: View) -> Any:
    """Return the query for the place of one measure in view."""
    return (
        select(*DOCUMENT_ORDER)
        .select_from(Measure)
        .join(Section, Section.id == Measure.section_id)
        .join(Plan, Plan.id == Measure.plan_id)
        .where(Measure.id == AFTER, *measure_conditions(view))
    )


def _plans(session: Session, view: View, last: Any) -> list[int]:
    """Return the plans in view in their order, from that of the last row on."""
    query = made(_plan_ids, opened(view), last is not None)
    return [row[0] for row in plain_rows(session, query, {**values(view), **_named(last)})]


def _plan_ids(view: View, is_later: bool) -> Any:
    order = Plan.territory_id, Plan.id
    query = select(Plan.id).where(*plan_conditions(view)).order_by(*order)
    return query.where(tuple_(*order) >= _last(*order)) if is_later else query


def _last(*order: Any) -> Any:
    """Return the place of the last row, as far as these columns tell it, by its names."""
    return tuple_(*(bindparam(f"last_{n}", type_=one.type) for n, one in enumerate(order)))


def _named(last: Any) -> dict[str, Any]:
    return {f"last_{number}": value for number, value in enumerate(last or ())}
