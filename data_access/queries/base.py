"""What all queries share: the rights, the filters and the as-of date as SQL.

Every query starts from `plan_conditions` and, where it reads measures, `measure_conditions`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    Select,
    and_,
    case,
    func,
    literal,
    or_,
    select,
    true,
    type_coerce,
)
from sqlalchemy.orm import InstrumentedAttribute, Session

from data_access.folding import fold, folded
from data_access.models import Executor, Measure, Plan, Section, Territory
from data_access.models.derived import PointSpan, SpanColumns
from data_access.queries.ids import among
from data_access.queries.naming import AnyAssignment, assigned_to
from data_access.records.view import View

Condition = ColumnElement[bool]
LIKE_ESCAPE = "\\"
#: Up to so many plans in view, lists are shown whole; beyond, their beginning.
MOST_WHOLE = 40
#: Up to so many plans in view are looked up first and then named in each query.
MOST_NAMED = 400


def in_scope(view: View, column: ColumnElement[Any] | InstrumentedAttribute[Any]) -> Condition:
    """Return the condition that `column` is a territory which the account may see."""
    if view.scope.territory_ids is None:
        return true()
    return column.in_(sorted(view.scope.territory_ids))


def plan_conditions(view: View) -> list[Condition]:
    """Return the conditions on `Plan`: rights, chosen plan, chosen territory.

    A chosen region stands for its municipalities too. Plans known by name lead straight to
    what hangs on them, however many others there are.
    """
    conditions = [in_scope(view, Plan.territory_id)]
    if view.filters.plan is not None:
        conditions.append(Plan.id == view.filters.plan)
    if view.plans is not None:
        conditions.append(among(Plan.id, view.plans))
    elif view.filters.territory is not None:
        conditions.append(Plan.territory_id.in_(_with_below(view.filters.territory)))
    return conditions


def _with_below(territory: int) -> Select[int]:
    return select(Territory.id).where(
        or_(Territory.id == territory, Territory.parent_id == territory)
    )


def concerned(view: View) -> list[Condition]:
    """Return the conditions on `Plan` that a chosen section or executor stands in it."""
    conditions: list[Condition] = []
    if view.filters.section is not None:
        of_section = select(Section.plan_id).where(Section.id == view.filters.section)
        conditions.append(Plan.id.in_(of_section))
    if view.filters.executor is not None:
        of_executor = (
            select(Measure.plan_id)
            .join(AnyAssignment, AnyAssignment.measure_id == Measure.id)
            .where(AnyAssignment.executor_id == view.filters.executor)
        )
        conditions.append(Plan.id.in_(of_executor))
    return conditions


def narrows_measures(view: View) -> bool:
    """Tell whether a filter looks at the measures themselves, beyond their plans."""
    filters = view.filters
    return any((filters.section, filters.executor, filters.q.strip()))


def measure_conditions(view: View, executor: Any = None) -> list[Condition]:
    """Return the conditions on `Measure` joined with `Plan`: all filters but the status.

    A chosen executor leaves the measures for which it is named then; with its column, its rows.
    """
    filters, on = view.filters, _as_of(view.filters.as_of, view.today)
    conditions = plan_conditions(view)
    if filters.section is not None:
        conditions.append(Measure.section_id == filters.section)
    if filters.executor is not None and executor is not None:
        conditions.append(executor == filters.executor)
    elif filters.executor is not None:
        conditions.append(assigned_to([filters.executor], on))
    if filters.q.strip():
        conditions.append(_found(filters.q, on))
    return conditions


def _as_of(shared: date | None, today: date) -> ColumnElement[date]:
    """Return the as-of date of a row joined with `Plan` (of any row, where it is shared)."""
    if shared:
        return literal(shared, Date)
    return func.coalesce(Plan.default_as_of, literal(today, Date))


def _found(words: str, on: ColumnElement[date]) -> Condition:
    """Return the condition that each word stands in the number, title or an executor's name."""
    found = []
    for word in (fold(words) or "").split():
        pattern = f"%{escaped(word)}%"
        executors = select(Executor.id).where(
            or_(
                folded(Executor.name).like(pattern, escape=LIKE_ESCAPE),
                folded(Executor.short_name).like(pattern, escape=LIKE_ESCAPE),
            )
        )
        found.append(
            or_(
                Measure.number.like(pattern, escape=LIKE_ESCAPE),
                folded(Measure.title).like(pattern, escape=LIKE_ESCAPE),
                folded(Measure.short_title).like(pattern, escape=LIKE_ESCAPE),
                assigned_to(executors, on),
            )
        )
    return and_(true(), *found)


def escaped(word: str) -> str:
    """Return a word for LIKE, its wild cards taken as letters."""
    return "".join(LIKE_ESCAPE + sign if sign in (LIKE_ESCAPE, "%", "_") else sign for sign in word)


@dataclass(frozen=True)
class Moment:
    """The as-of date of the plans in view.

    It is one date for all when the viewer chose one; else each plan's own opening date (samples)
    or today. `own_dates` are the opening dates that occur.
    """

    chosen: date | None
    today: date
    own_dates: tuple[date, ...]

    @property
    def shared(self) -> date | None:
        """Return the as-of date where it is one for all plans in view."""
        return self.chosen or (None if self.own_dates else self.today)

    @property
    def as_of(self) -> ColumnElement[date]:
        """Return the as-of date of a row joined with `Plan` (of any row, where it is shared)."""
        return _as_of(self.shared, self.today)

    def moved(self, move: Callable[[date], date]) -> ColumnElement[date]:
        """Return the date that `move` makes of the as-of date, as SQL."""
        fallback = literal(move(self.chosen or self.today), Date)
        if not self.own_dates:
            return fallback
        whens = [(Plan.default_as_of == day, literal(move(day), Date)) for day in self.own_dates]
        return type_coerce(case(*whens, else_=fallback), Date)

    def of_plan(self, default_as_of: date | None) -> date:
        """Return the as-of date of a plan with this opening date."""
        return self.chosen or default_as_of or self.today


def begin(session: Session, view: View) -> tuple[View, Moment]:
    """Return the view with what every query needs to know of its plans, and its moment."""
    query = select(Plan.id, Plan.default_as_of).where(*plan_conditions(view), *concerned(view))
    found = session.execute(query.limit(MOST_NAMED + 1)).all()
    if len(found) > MOST_NAMED:
        dates = select(Plan.default_as_of).where(*plan_conditions(view)).distinct()
        own = () if view.filters.as_of else session.scalars(dates)
        return replace(view, is_wide=True), _moment(view, own)
    ids = tuple(sorted(row.id for row in found))
    known = replace(view, plans=ids, is_wide=len(ids) > MOST_WHOLE)
    return known, _moment(view, (row.default_as_of for row in found))


def _moment(view: View, own: Iterable[date | None]) -> Moment:
    chosen = view.filters.as_of
    return Moment(chosen, view.today, () if chosen else tuple(sorted({day for day in own if day})))


def stands(span: type[SpanColumns | PointSpan], on: ColumnElement[date]) -> Condition:
    """Return the condition that a span holds on the date."""
    return and_(span.valid_from <= on, on < span.valid_to)
