"""What all queries share: the rights, the filters and the as-of date as SQL.

Every query starts from `plan_conditions` and, where it reads measures, `measure_conditions`.
"""

from datetime import date
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Date,
    Integer,
    Select,
    String,
    and_,
    func,
    or_,
    select,
    true,
)
from sqlalchemy.orm import InstrumentedAttribute

from data_access.folding import folded
from data_access.models import Executor, Measure, Plan, Section, Territory
from data_access.queries.naming import AnyAssignment, assigned_to
from data_access.queries.opened import bound
from data_access.queries.searching import LIKE_ESCAPE, pattern, words
from data_access.records.view import View

Condition = ColumnElement[bool]


def in_scope(view: View, column: ColumnElement[Any] | InstrumentedAttribute[Any]) -> Condition:
    """Return the condition that `column` is a territory which the account may see."""
    if view.scope.territory_ids is None:
        return true()
    seen = sorted(view.scope.territory_ids)
    return column.in_(bound("scope", seen, Integer, is_open=view.is_open, expanding=True))


def plan_conditions(view: View) -> list[Condition]:
    """Return the conditions on `Plan`: rights, chosen plan, chosen territory.

    A chosen region stands for its municipalities too. Plans known by name lead straight to
    what hangs on them, however many others there are.
    """
    conditions = [in_scope(view, Plan.territory_id)]
    if view.filters.plan is not None:
        conditions.append(Plan.id == _plan(view))
    if view.plans is not None:
        conditions.append(Plan.id.in_(_plans(view)))
    elif view.filters.territory is not None:
        chosen = bound("territory", view.filters.territory, Integer, is_open=view.is_open)
        conditions.append(Plan.territory_id.in_(_with_below(chosen)))
    return conditions


def _with_below(territory: ColumnElement[int]) -> Select[int]:
    return select(Territory.id).where(
        or_(Territory.id == territory, Territory.parent_id == territory)
    )


def concerned(view: View) -> list[Condition]:
    """Return the conditions on `Plan` that a chosen section or executor stands in it."""
    conditions: list[Condition] = []
    if view.filters.section is not None:
        of_section = select(Section.plan_id).where(Section.id == _section(view))
        conditions.append(Plan.id.in_(of_section))
    if view.filters.executor is not None:
        of_executor = (
            select(Measure.plan_id)
            .join(AnyAssignment, AnyAssignment.measure_id == Measure.id)
            .where(AnyAssignment.executor_id == _executor(view))
        )
        conditions.append(Plan.id.in_(of_executor))
    return conditions


def _plan(view: View) -> BindParameter[int]:
    return bound("plan", view.filters.plan, Integer, is_open=view.is_open)


def _plans(view: View) -> Any:
    """Return the known plans, their numbers written into the statement: a bound value for each
    would cost more than its row.
    """
    in_text = {"expanding": True, "literal_execute": True}
    return bound("plans", view.plans, Integer, is_open=view.is_open, **in_text)


def _section(view: View) -> BindParameter[int]:
    return bound("section", view.filters.section, Integer, is_open=view.is_open)


def _executor(view: View) -> BindParameter[int]:
    return bound("executor", view.filters.executor, Integer, is_open=view.is_open)


def narrows_measures(view: View) -> bool:
    """Tell whether a filter looks at the measures themselves, beyond their plans."""
    filters = view.filters
    return any((filters.section, filters.executor, filters.q.strip()))


def measure_conditions(view: View, executor: Any = None) -> list[Condition]:
    """Return the conditions on `Measure` joined with `Plan`: all filters but the status.

    A chosen executor leaves the measures for which it is named then; with its column, its rows.
    """
    filters = view.filters
    on = as_of(filters.as_of, view.today, is_open=view.is_open)
    conditions = plan_conditions(view)
    if filters.section is not None:
        conditions.append(Measure.section_id == _section(view))
    if filters.executor is not None and executor is not None:
        conditions.append(executor == _executor(view))
    elif filters.executor is not None:
        conditions.append(assigned_to([_executor(view)], on))
    if filters.q.strip():
        conditions.append(_found(view, on))
    return conditions


def _found(view: View, on: ColumnElement[date]) -> Condition:
    """Return the condition that each word stands in the number, title or an executor's name."""
    patterns = enumerate(map(pattern, words(view.filters.q)))
    texts = [bound(f"word_{place}", text, String, is_open=view.is_open) for place, text in patterns]
    return and_(true(), *(_has_word(text, on) for text in texts))


def _has_word(text: BindParameter[str], on: ColumnElement[date]) -> Condition:
    executors = select(Executor.id).where(
        or_(
            folded(Executor.name).like(text, escape=LIKE_ESCAPE),
            folded(Executor.short_name).like(text, escape=LIKE_ESCAPE),
        )
    )
    return or_(
        Measure.number.like(text, escape=LIKE_ESCAPE),
        folded(Measure.title).like(text, escape=LIKE_ESCAPE),
        folded(Measure.short_title).like(text, escape=LIKE_ESCAPE),
        assigned_to(executors, on),
    )


def as_of(shared: date | None, today: date, *, is_open: bool) -> ColumnElement[date]:
    """Return the as-of date of a row joined with `Plan`: the one for all, where there is one."""
    day = bound("as_of", shared or today, Date, is_open=is_open)
    return day if shared else func.coalesce(Plan.default_as_of, day)
