"""What the execution discipline of executors counts: control points as each of them ended them.

They are computed by the rules: stored are only their numbers, in the assignments' spans.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import Any

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import Session

from data_access.commands.facts_of import MeasureBase, load_bases
from data_access.models import Assignment, ControlPoint, Executor, Measure, Plan, Section, Territory
from data_access.queries.base import measure_conditions
from data_access.queries.bundles import EXECUTOR, MEASURE, PLAN, TERRITORY
from data_access.queries.moments import Moment
from data_access.queries.named import has_begun, is_named
from data_access.queries.picking import PLAN_ORDER
from data_access.queries.plans import plan_ref
from data_access.queries.wording import early_mark, number_then
from data_access.records.common import PlanRef, Ref
from data_access.records.executors import AssignmentRow, DuePoint
from data_access.records.measures import MeasureRow
from data_access.records.view import View
from data_access.rules.measure import counted_points
from data_access.rules.points import PointState
from data_access.streams import PART, streamed


def own_due_points(session: Session, rows: Sequence[AssignmentRow]) -> tuple[DuePoint, ...]:
    """Return the points that count in assignments which are at hand."""
    bases = _bases(session, [row.measure.id for row in rows])
    return tuple(
        _point(state, one, one.number, one.plan, {point.id: point.label for point in row.points})
        for row in rows
        for one in [row.measure]
        for state in _counted(bases[one.id], row.id, one.as_of)
    )


def stream_own_points(
    session: Session, view: View, moment: Moment
) -> Iterator[tuple[Ref, DuePoint]]:
    """Yield executors with the points that count for them, in the plans' order.

    The executor filter leaves its own alone; a few hundred assignments are in memory at a time.
    """
    rows = iter(streamed(session, _assignments(view, moment)))
    while part := list(islice(rows, PART)):
        measures = list({row.Measure.id for row in part})
        bases, labels = _bases(session, measures), _labels(session, measures)
        for row in part:
            executor, plan = _ref(row.Executor), plan_ref(row.Plan, row.Territory, moment)
            for state in _counted(bases[row.Measure.id], row.id, plan.as_of):
                number = number_then(row.Measure.number, row.is_marked_early)
                yield executor, _point(state, row.Measure, number, plan, labels)


def _assignments(view: View, moment: Moment) -> Select[*tuple[Any, ...]]:
    return (
        select(
            Assignment.id,
            EXECUTOR,
            MEASURE,
            PLAN,
            TERRITORY,
            early_mark(moment),
        )
        .select_from(Assignment)
        .join(Executor, Executor.id == Assignment.executor_id)
        .join(Measure, Measure.id == Assignment.measure_id)
        .join(Section, Section.id == Measure.section_id)
        .join(Plan, Plan.id == Measure.plan_id)
        .join(Territory, Territory.id == Plan.territory_id)
        .where(
            has_begun(moment),
            is_named(moment),
            *measure_conditions(view, Assignment.executor_id),
        )
        .order_by(*PLAN_ORDER, Assignment.position)
    )


def _labels(session: Session, measures: list[int]) -> dict[int, str]:
    query = select(ControlPoint.id, ControlPoint.label).where(ControlPoint.measure_id.in_(measures))
    return {row.id: row.label for row in session.execute(query)}


def _ref(named: Row[Any]) -> Ref:
    return Ref(named.id, named.name, named.short_name)


def _bases(session: Session, measures: list[int]) -> dict[int, MeasureBase]:
    return {one.keys.measure_id: one for one in load_bases(session, measures)}


def _counted(base: MeasureBase, assignment: int, as_of: date) -> list[PointState]:
    [own] = [one for one in base.facts.assignments if one.id == assignment]
    return counted_points(base.facts, own, as_of)


def _point(
    state: PointState,
    measure: Row[Any] | MeasureRow,
    number: str,
    plan: PlanRef,
    labels: Mapping[int, str],
) -> DuePoint:
    return DuePoint(
        measure=Ref(measure.id, measure.title, measure.short_title),
        measure_number=number,
        plan=plan,
        label=labels.get(state.point_id, ""),
        due_on=state.due_on,
        status=state.status,
        completed_on=state.completed_on,
    )
