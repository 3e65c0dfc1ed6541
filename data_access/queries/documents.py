"""Measures in the order of the documents: of many plans the first ones are asked, then more of
them, until there are enough.
"""

from dataclasses import replace
from typing import Any

from sqlalchemy import bindparam, select, tuple_
from sqlalchemy.orm import Session

from data_access.models import Measure, MeasureSpan, Plan, Section
from data_access.queries.base import plan_conditions
from data_access.queries.moments import Moment
from data_access.queries.opened import made, opened, values
from data_access.queries.picking import PLAN_ORDER, given, in_view
from data_access.queries.plain import plain_rows
from data_access.records.register import Place, Sorting
from data_access.records.view import View

DOCUMENT_ORDER = (*PLAN_ORDER, Measure.id)
#: In so many plans rows are looked for first, then in eight times as many.
FIRST_PLANS = 8
LIMIT: Any = bindparam("limit")


def first_in_documents(session: Session, view: View, moment: Moment, limit: int) -> list[int]:
    """Return the first measures in view."""
    places = in_documents(session, view, moment, Sorting(), limit, None)
    return [place[-1] for place in places]


def in_documents(
    session: Session, view: View, moment: Moment, _sorting: Sorting, limit: int, after: Place | None
) -> list[Place]:
    """Return the places of the first measures in view, those after a place where it is given.

    The id of the measure comes last in each.
    """
    plans = _plans(session, view, after)
    found: list[Place] = []
    number = FIRST_PLANS
    while plans and len(found) < limit:
        some = replace(view, plans=tuple(plans[:number]))
        found += _in_plans(session, some, moment, limit - len(found), after)
        plans, number = plans[number:], number * 8
    return found


def _in_plans(
    session: Session, view: View, moment: Moment, limit: int, after: Place | None
) -> list[Place]:
    query = made(_in_order, opened(view), moment.opened(), after is not None)
    asked = {**given(view, moment), **place_values(after), "limit": limit}
    return [tuple(row) for row in plain_rows(session, query, asked)]


def _in_order(view: View, moment: Moment, is_later: bool) -> Any:
    query: Any = (
        select(*DOCUMENT_ORDER)
        .select_from(MeasureSpan)
        .join(Measure, Measure.id == MeasureSpan.measure_id)
        .join(Section, Section.id == Measure.section_id)
        .join(Plan, Plan.id == Measure.plan_id)
    )
    query = in_view(query, view, moment, ()).order_by(*DOCUMENT_ORDER).limit(LIMIT)
    return (
        query.where(tuple_(*DOCUMENT_ORDER) > tuple_(*bound_place(*DOCUMENT_ORDER)))
        if is_later
        else query
    )


def _plans(session: Session, view: View, after: Place | None) -> list[int]:
    """Return the plans in view in their order, from that of a place on."""
    query = made(_plan_ids, opened(view), after is not None)
    return [row[0] for row in plain_rows(session, query, {**values(view), **place_values(after)})]


def _plan_ids(view: View, is_later: bool) -> Any:
    order = Plan.territory_id, Plan.id
    query = select(Plan.id).where(*plan_conditions(view)).order_by(*order)
    return query.where(tuple_(*order) >= tuple_(*bound_place(*order))) if is_later else query


def bound_place(*order: Any) -> list[Any]:
    """Return a place in a statement, as far as these columns tell it, by its names."""
    return [bindparam(f"last_{number}", type_=one.type) for number, one in enumerate(order)]


def place_values(place: Place | None) -> dict[str, Any]:
    """Return the values of a place by these names."""
    return {f"last_{number}": value for number, value in enumerate(place or ())}
