"""What all queries share: the rights, the filters and the as-of date as SQL.

Every query starts from `plan_conditions` and, where it reads measures, `measure_conditions`:
so rights and filters are honoured in one place.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

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
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from data_access.folding import fold, folded
from data_access.models import Assignment, Executor, Measure, Plan, Territory
from data_access.models.derived import PointSpan, SpanColumns
from data_access.records.view import View

Condition = ColumnElement[bool]
LIKE_ESCAPE = "\\"
#: Apart from an assignment that the query itself may be joined with.
AnyAssignment = aliased(Assignment)


def in_scope(view: View, column: InstrumentedAttribute[int]) -> Condition:
    """Return the condition that `column` is a territory which the account may see."""
    if view.scope.territory_ids is None:
        return true()
    return column.in_(sorted(view.scope.territory_ids))


def plan_conditions(view: View) -> list[Condition]:
    """Return the conditions on `Plan`: rights, chosen plan, chosen territory.

    A chosen region stands for its municipalities too.
    """
    conditions = [in_scope(view, Plan.territory_id)]
    if view.filters.plan is not None:
        conditions.append(Plan.id == view.filters.plan)
    if view.filters.territory is not None:
        below = select(Territory.id).where(Territory.parent_id == view.filters.territory)
        conditions.append(
            or_(Plan.territory_id == view.filters.territory, Plan.territory_id.in_(below))
        )
    return conditions


def measure_conditions(view: View) -> list[Condition]:
    """Return the conditions on `Measure` joined with `Plan`: all filters but the status."""
    filters = view.filters
    conditions = plan_conditions(view)
    if filters.section is not None:
        conditions.append(Measure.section_id == filters.section)
    if filters.executor is not None:
        conditions.append(_assigned_to([filters.executor]))
    if filters.q.strip():
        conditions.append(_found(filters.q))
    return conditions


def _assigned_to(executors: Sequence[int] | Select[int]) -> Condition:
    assigned = select(AnyAssignment.id).where(
        AnyAssignment.measure_id == Measure.id, AnyAssignment.executor_id.in_(executors)
    )
    return assigned.correlate(Measure).exists()


def _found(words: str) -> Condition:
    """Return the condition that each word stands in the number, title or an executor's name."""
    found = []
    for word in (fold(words) or "").split():
        pattern = f"%{_escaped(word)}%"
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
                _assigned_to(executors),
            )
        )
    return and_(true(), *found)


def _escaped(word: str) -> str:
    for sign in (LIKE_ESCAPE, "%", "_"):
        word = word.replace(sign, LIKE_ESCAPE + sign)
    return word


@dataclass(frozen=True)
class Moment:
    """The as-of date of the plans in view.

    It is one date for all when the viewer chose one; else each plan's own opening date (samples)
    or today. `own_dates` are the opening dates that occur.
    """

    chosen: date | None
    today: date
    own_dates: tuple[date, ...]

    @classmethod
    def of(cls, session: Session, view: View) -> "Moment":
        """Return the moment of a view; one small query where no date was chosen."""
        own: tuple[date, ...] = ()
        if view.filters.as_of is None:
            query = select(Plan.default_as_of).where(*plan_conditions(view)).distinct()
            own = tuple(sorted(day for day in session.scalars(query) if day))
        return cls(view.filters.as_of, view.today, own)

    @property
    def as_of(self) -> ColumnElement[date]:
        """Return the as-of date of a row joined with `Plan`."""
        if self.chosen:
            return literal(self.chosen, Date)
        return func.coalesce(Plan.default_as_of, literal(self.today, Date))

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


def stands(span: type[SpanColumns | PointSpan], on: ColumnElement[date]) -> Condition:
    """Return the condition that a span holds on the date."""
    return and_(span.valid_from <= on, on < span.valid_to)
