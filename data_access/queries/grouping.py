"""By what totals are grouped: a column that spans and obligations share, or the region."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, func, literal

from data_access.models import AssignmentSpan, Measure, MeasureSpan, Obligation, Territory

Counted = type[MeasureSpan] | type[AssignmentSpan] | type[Obligation]
Column = ColumnElement[Any]


def _itself(query: Select[Any], _table: Counted) -> Select[Any]:
    return query


@dataclass(frozen=True)
class Grouping:
    """A key of the rows that are counted; `keys` leaves these groups alone.

    `column` gives it for a table of spans or for the obligations, `join` adds what it needs;
    `of_measure` says that this is `Measure`. No column: all rows are one group.
    """

    column: Callable[[Counted], Column] | None
    join: Callable[[Select[Any], Counted], Select[Any]] = _itself
    of_measure: bool = False
    keys: Collection[int] | None = None

    def key(self, table: Counted) -> Column:
        """Return the key as a column of the result."""
        column = literal(None, Integer) if self.column is None else self.column(table)
        return column.label("key")

    def by(self, table: Counted) -> list[Column]:
        """Return what to group by."""
        return [] if self.column is None else [self.column(table)]

    def only(self, table: Counted) -> list[ColumnElement[bool]]:
        """Return the condition that leaves the wanted groups."""
        if self.keys is None or self.column is None:
            return []
        return [self.column(table).in_(sorted(self.keys))]


def same(name: str) -> Callable[[Counted], Column]:
    """Return how the column of a name is found in each of the tables."""
    return lambda table: getattr(table, name)


def _with_territory(query: Select[Any], table: Counted) -> Select[Any]:
    return query.join(Territory, Territory.id == table.territory_id)


def _region(_table: Counted) -> Column:
    return func.coalesce(Territory.parent_id, Territory.id)


def _section(_table: Counted) -> Column:
    return Measure.section_id.expression


WHOLE = Grouping(None)
BY_SECTION = Grouping(_section, of_measure=True)
BY_EXECUTOR = Grouping(same("executor_id"))
BY_TERRITORY = Grouping(same("territory_id"))
BY_PLAN = Grouping(same("plan_id"))
#: A region with everything below it; a municipality without a region is its own.
BY_REGION = Grouping(_region, _with_territory)
