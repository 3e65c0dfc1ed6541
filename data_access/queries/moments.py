"""The as-of date of what is in view, and what every query finds out first."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    Select,
    and_,
    bindparam,
    case,
    literal,
    select,
    type_coerce,
)
from sqlalchemy.orm import Session

from data_access.models import Plan
from data_access.models.derived import PointSpan, SpanColumns
from data_access.queries.base import Condition, as_of, concerned, plan_conditions
from data_access.queries.opened import ANY_DAY, bound, made, opened, values
from data_access.queries.plain import plain_rows
from data_access.records.view import View
from data_access.results import kept

#: Makes another date of an as-of date; its name stands for it in opened statements.
Move = Callable[[date], date]
NAMELESS = "<lambda>"
#: Up to so many plans in view, lists are shown whole; beyond, their beginning.
MOST_WHOLE = 40
#: Up to so many plans in view are looked up first and then named in each query.
MOST_NAMED = 400


@dataclass(frozen=True)
class Moment:
    """The as-of date of the plans in view.

    It is one date for all when the viewer chose one; else each plan's own opening date (samples)
    or today. `own_dates` are the opening dates that occur.
    """

    chosen: date | None
    today: date
    own_dates: tuple[date, ...]
    is_open: bool = False

    @property
    def shared(self) -> date | None:
        """Return the as-of date where it is one for all plans in view."""
        return self.chosen or (None if self.own_dates else self.today)

    @property
    def as_of(self) -> ColumnElement[date]:
        """Return the as-of date of a row joined with `Plan` (of any row, where it is shared)."""
        return as_of(self.shared, self.today, is_open=self.is_open)

    def moved(self, move: Move) -> ColumnElement[date]:
        """Return the date that `move` makes of the as-of date, as SQL.

        In an opened moment the name of `move` stands for it; ValueError where it has none.
        """
        if self.is_open and move.__name__ == NAMELESS:
            raise ValueError("an opened moment is moved by functions with names")
        day = move(self.chosen or self.today)
        fallback = bound(move.__name__, day, Date, is_open=self.is_open)
        if not self.own_dates:
            return fallback
        whens = [(Plan.default_as_of == day, literal(move(day), Date)) for day in self.own_dates]
        return type_coerce(case(*whens, else_=fallback), Date)

    def opened(self) -> "Moment":
        """Return the moment that stands for all with dates of the same kind (`opened.py`).

        One date for all plans makes the same statements, whether it was chosen or is today.
        """
        chosen = self.shared and ANY_DAY
        return replace(self, chosen=chosen, today=ANY_DAY, is_open=True)

    def values(self, *moves: Move) -> dict[str, date]:
        """Return the dates by the names that an opened moment has for them."""
        day = self.chosen or self.today
        return {"as_of": day, **{move.__name__: move(day) for move in moves}}

    def of_plan(self, default_as_of: date | None) -> date:
        """Return the as-of date of a plan with this opening date."""
        return self.chosen or default_as_of or self.today


def begin(session: Session, view: View) -> tuple[View, Moment]:
    """Return the view with what every query needs to know of its plans, and its moment."""
    found = kept(session, depends_on(view), lambda: _found(session, view), is_cheap=True)
    chosen = view.filters.as_of
    moment = Moment(chosen, view.today, () if chosen else found.own_dates)
    if found.plans is None:
        return replace(view, is_wide=True), moment
    return replace(view, plans=found.plans, is_wide=len(found.plans) > MOST_WHOLE), moment


@dataclass(frozen=True)
class _Plans:
    """The plans in view, None where they are too many to be named, and their opening dates."""

    plans: tuple[int, ...] | None
    own_dates: tuple[date, ...]


def depends_on(view: View) -> tuple[Any, ...]:
    """Return what the plans in view depend on beside the data (and on the bound, which tests
    change): no date, status or word.
    """
    filters = view.filters
    chosen = filters.plan, filters.territory, filters.section, filters.executor
    return ("plans in view", view.scope, MOST_NAMED, *chosen)


def _found(session: Session, view: View) -> _Plans:
    named = {**values(view), "most": MOST_NAMED + 1}
    found = plain_rows(session, made(_in_view, opened(view)), named)
    if len(found) > MOST_NAMED:
        dates = plain_rows(session, made(_dates, opened(view)), values(view))
        return _Plans(None, _sorted(row[0] for row in dates))
    ids = tuple(sorted(row.id for row in found))
    return _Plans(ids, _sorted(row.default_as_of for row in found))


def _sorted(days: Iterable[date | None]) -> tuple[date, ...]:
    return tuple(sorted({day for day in days if day}))


def _in_view(view: View) -> Select[int, date | None]:
    query = select(Plan.id, Plan.default_as_of).where(*plan_conditions(view), *concerned(view))
    return query.limit(bindparam("most"))


def _dates(view: View) -> Select[date | None]:
    return select(Plan.default_as_of).where(*plan_conditions(view)).distinct()


def stands(span: type[SpanColumns | PointSpan], on: ColumnElement[date]) -> Condition:
    """Return the condition that a span holds on the date."""
    return and_(span.valid_from <= on, on < span.valid_to)
