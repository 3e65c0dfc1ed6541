"""Whom the act names on a date, and who is released: amended acts name executors later.

`is_named_on`, and `released_on` for those that have come by the date, are each other's opposite.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, or_, select
from sqlalchemy.orm import aliased

from data_access.models import Assignment, Measure, Plan

#: Apart from an assignment that the query itself may be joined with.
AnyAssignment = aliased(Assignment)


def is_named_on(on: ColumnElement[Any], of: Any = Assignment) -> ColumnElement[bool]:
    """Return the condition that an assignment stands on a date."""
    return and_(
        has_come(on, of),
        or_(of.ended_on.is_(None), of.ended_on > on),
        or_(of.back_on.is_(None), of.back_on <= on, of.away_from > on),
    )


def has_come(on: ColumnElement[Any], of: Any = Assignment) -> ColumnElement[bool]:
    """Return the condition that an assignment was made by a date, be it released since."""
    return or_(of.began_on.is_(None), of.began_on <= on)


def released_on(on: ColumnElement[Any], of: Any = Assignment) -> ColumnElement[date | None]:
    """Return the day from which on an executor is released on a date; None where it is not."""
    is_away = and_(of.away_from <= on, of.back_on > on)
    return case((of.ended_on <= on, of.ended_on), (is_away, of.away_from))


def is_changed(of: Any = Assignment) -> ColumnElement[bool]:
    """Return the condition that an act changed an assignment: few, and with an index of their own.

    Only where it stands so in a query do the databases see that the index serves.
    """
    return or_(of.began_on.is_not(None), of.ended_on.is_not(None), of.back_on.is_not(None))


def assigned_to(
    executors: Sequence[ColumnElement[int]] | Select[int], on: ColumnElement[Any]
) -> ColumnElement[bool]:
    """Return the condition on `Measure` that it is assigned to one of the executors on a date."""
    executor: ColumnElement[int] = AnyAssignment.executor_id.expression
    if isinstance(executors, Select):
        # A search may find thousands. The sum keeps SQLite from trying each of them for each
        # measure by the index of executors: the few of a measure are looked up among them.
        executor = executor + 0
    assigned = select(AnyAssignment.id).where(
        AnyAssignment.measure_id == Measure.id,
        executor.in_(executors),
        is_named_on(on, AnyAssignment),
    )
    return assigned.correlate(Measure, Plan).exists()
