"""Which measures a list holds or begins with: found before anything is looked up about them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Select, bindparam, func, literal_column, select, union_all
from sqlalchemy.orm import Session

from data_access.models import Measure, MeasureSpan, Plan, Section
from data_access.queries.base import Condition, measure_conditions, narrows_measures
from data_access.queries.moments import Moment, stands
from data_access.queries.opened import made, opened, values
from data_access.queries.plain import plain_rows
from data_access.records.status import Status
from data_access.records.view import View
from data_access.rules.days import working_days_ahead

#: What a list holds of the measures in view; equal ones make the same statement.
Wanted = Callable[[Moment], Condition]
Order = tuple[Any, ...]
PLAN_ORDER: Order = (Plan.territory_id, Plan.id, Section.position, Measure.position)
SOONEST = MeasureSpan.due_on
UPCOMING_DAYS = 30
#: So many rows of a list are shown where it is too long to be shown whole.
LISTED = 50
#: So many of each where several such lists stand below each other, or below a grid of all.
BRIEF = 20


@dataclass(frozen=True)
class Of:
    """That a measure has one of the statuses, written as the indexes have it."""

    statuses: tuple[Status, ...]

    def __call__(self, _moment: Moment) -> Condition:
        """Return it as a condition on the spans."""
        return MeasureSpan.status.in_([literal_column(f"'{one.value}'") for one in self.statuses])


def upcoming_end(day: date) -> date:
    """Return the last day that "what comes next" looks at."""
    return day + timedelta(days=UPCOMING_DAYS)


def given(view: View, moment: Moment) -> dict[str, Any]:
    """Return all values that a statement about measures in view may name."""
    return {**values(view), **moment.values(working_days_ahead, upcoming_end)}


def in_view(
    query: Select[*tuple[Any, ...]], view: View, moment: Moment, wanted: tuple[Wanted, ...]
) -> Select[*tuple[Any, ...]]:
    """Return a query of spans with the conditions of the view, statuses too, and of what else is
    wanted.
    """
    conditions = (one(moment) for one in wanted)
    query = query.where(stands(MeasureSpan, moment.as_of), *measure_conditions(view), *conditions)
    if view.filters.statuses:
        query = query.where(MeasureSpan.status.in_(view.filters.statuses))
    return query


def first_ids(
    session: Session, view: View, moment: Moment, parts: Sequence[Wanted], most: int, *by: Any
) -> list[int]:
    """Return the measures that lists of many begin with, by a column of their spans; `most` of
    each part.
    """
    query = made(_beginnings, opened(view), moment.opened(), tuple(parts), by)
    found = plain_rows(session, query, {**given(view, moment), "most": most})
    return [row[0] for row in found]


def count_rows(session: Session, view: View, moment: Moment, *wanted: Wanted) -> int:
    """Return how many measures are in view, all filters honoured."""
    query = made(_number, opened(view), moment.opened(), wanted)
    return session.scalar(query, given(view, moment)) or 0


def _beginnings(view: View, moment: Moment, parts: tuple[Wanted, ...], by: Order) -> Any:
    keys = (*by, MeasureSpan.territory_id, MeasureSpan.plan_id, MeasureSpan.measure_id)
    most: Any = bindparam("most")
    spans = [_spans(view, moment, (one,)).order_by(*keys).limit(most) for one in parts]
    return spans[0] if len(spans) == 1 else union_all(*(select(one.subquery()) for one in spans))


def _number(view: View, moment: Moment, wanted: tuple[Wanted, ...]) -> Select[*tuple[Any, ...]]:
    return _spans(view, moment, wanted).with_only_columns(func.count())


def _spans(view: View, moment: Moment, wanted: tuple[Wanted, ...]) -> Select[*tuple[Any, ...]]:
    """Return the query for measures in view by their spans, without the measures themselves."""
    query: Any = select(MeasureSpan.measure_id).join(Plan, Plan.id == MeasureSpan.plan_id)
    if narrows_measures(view):
        query = query.join(Measure, Measure.id == MeasureSpan.measure_id)
    return in_view(query, view, moment, wanted)
