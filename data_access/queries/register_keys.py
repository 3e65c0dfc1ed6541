"""By what a long register is sorted: a key for each column, with a value for every row."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Date, case, func, literal, select

from data_access.folding import folded
from data_access.models import Assignment, Executor, Measure, MeasureSpan, Plan
from data_access.queries.moments import Moment
from data_access.queries.named import is_named, shown_order
from data_access.records.register import Sorting
from data_access.records.status import RUNNING_LATE, SHOWN_ORDER, Status
from data_access.sql_days import days_between

Key = ColumnElement[Any]
#: Stand for "no value" at either end.
FIRST, LAST = date(1900, 1, 1), date(9999, 12, 31)
NO_DAYS = 10_000_000
#: These look at the measure itself; the others at its span alone.
OF_MEASURE = frozenset({"title", "lead", "deadline"})


def key(sorting: Sorting, moment: Moment) -> Key:
    """Return the key of a column other than "place"; raises KeyError for an unknown one."""
    return _KEYS[sorting.column](moment, sorting.descending)


def _due(_moment: Moment, descending: bool) -> Key:
    return func.coalesce(MeasureSpan.due_on, literal(FIRST if descending else LAST, Date))


def _days(moment: Moment, descending: bool) -> Key:
    """Return the days late as `delays.days_overdue` counts them."""
    until = case(
        (MeasureSpan.status.in_(RUNNING_LATE), moment.as_of),
        (MeasureSpan.status == Status.DONE_LATE, MeasureSpan.completed_on),
        else_=None,
    )
    days = days_between(MeasureSpan.due_on, until)
    is_none = (MeasureSpan.status == Status.DONE_LATE) & (days <= 0)
    none = literal(-NO_DAYS if descending else NO_DAYS)
    return func.coalesce(case((is_none, None), else_=days), none)


def _status(_moment: Moment, _descending: bool) -> Key:
    order = {status.value: place for place, status in enumerate(SHOWN_ORDER)}
    return case(order, value=MeasureSpan.status, else_=len(order))


def _title(_moment: Moment, _descending: bool) -> Key:
    return folded(Measure.short_title)


def _deadline(_moment: Moment, _descending: bool) -> Key:
    return folded(Measure.deadline_text)


def _lead(moment: Moment, _descending: bool) -> Key:
    """Return the name of the executor that the register shows first on the as-of date."""
    turns = [one.label(f"turn_{place}") for place, one in enumerate(shown_order(moment))]
    # Within, since SQLite does not find the plan's date from the order of a subquery.
    named = (
        select(folded(Executor.short_name).label("name"), *turns)
        .select_from(Assignment)
        .join(Executor, Executor.id == Assignment.executor_id)
        .where(Assignment.measure_id == Measure.id, is_named(moment))
        .correlate(Measure, Plan)
        .subquery()
    )
    order = (named.c[one.name] for one in turns)
    name = select(named.c.name).order_by(*order).limit(1).scalar_subquery()
    return func.coalesce(name, "")


_KEYS: Mapping[str, Callable[[Moment, bool], Key]] = {
    "title": _title,
    "lead": _lead,
    "deadline": _deadline,
    "due": _due,
    "status": _status,
    "days": _days,
}
