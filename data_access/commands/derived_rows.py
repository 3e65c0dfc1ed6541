"""What is computed from the facts of measures, as rows of the tables that keep it."""

from collections.abc import Iterable
from typing import Any

from data_access.commands.facts_of import Keys, MeasureBase
from data_access.models import AssignmentSpan, MeasureSpan, Obligation, PointSpan
from data_access.rules.combining import MeasureState
from data_access.rules.obligations import Owed, obligations
from data_access.rules.points import PointState
from data_access.rules.spans import assignment_spans, measure_spans, point_spans

Derived = type[MeasureSpan | PointSpan | AssignmentSpan | Obligation]
Row = tuple[Any, ...]

#: What the tables call otherwise than the rules do.
_CALLED = {"point_id": "control_point_id", "period_id": "reporting_period_id"}


def _columns(*names: str) -> tuple[str, ...]:
    return (*Keys._fields, *(_CALLED.get(name, name) for name in names))


_HELD = ("valid_from", "valid_to")
#: The columns of a row, in the order in which it holds them.
COLUMNS: dict[Derived, tuple[str, ...]] = {
    MeasureSpan: _columns(*_HELD, *MeasureState._fields),
    PointSpan: _columns(*_HELD, *PointState._fields),
    AssignmentSpan: _columns(
        *("assignment_id", "executor_id", "counts"), *_HELD, *MeasureState._fields
    ),
    Obligation: _columns("executor_id", *Owed._fields),
}


def rows_of(bases: list[MeasureBase]) -> dict[Derived, list[Row]]:
    """Return the rows of these measures by table; raises whatever a measure's facts provoke."""
    return {
        MeasureSpan: [row for base in bases for row in _measure_rows(base)],
        PointSpan: [row for base in bases for row in _point_rows(base)],
        AssignmentSpan: [row for base in bases for row in _assignment_rows(base)],
        Obligation: [row for base in bases for row in _obligation_rows(base)],
    }


def _measure_rows(base: MeasureBase) -> Iterable[Row]:
    keys = base.keys
    return [(*keys, first, end, *state) for first, end, state in measure_spans(base.facts)]


def _point_rows(base: MeasureBase) -> Iterable[Row]:
    keys = base.keys
    for point in base.facts.points:
        for first, end, state in point_spans(base.facts, point):
            yield (*keys, first, end, *state)


def _assignment_rows(base: MeasureBase) -> Iterable[Row]:
    for one in base.facts.assignments:
        keys = (*base.keys, one.id, base.executor_of[one.id], one.counts)
        for first, end, state in assignment_spans(base.facts, one):
            yield (*keys, first, end, *state)


def _obligation_rows(base: MeasureBase) -> Iterable[Row]:
    for owed in obligations(base.facts):
        yield (*base.keys, base.executor_of[owed.assignment_id], *owed)
