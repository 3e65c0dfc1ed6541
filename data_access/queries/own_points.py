"""What the execution discipline of executors counts: control points as each of them ended them.

They are computed by the rules: stored are only their numbers, in the assignments' spans.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from data_access.commands.facts_of import MeasureBase, load_bases
from data_access.models import Assignment, ControlPoint, Executor, Measure, Plan, Section, Territory
from data_access.queries.base import Moment, measure_conditions
from data_access.queries.plans import plan_ref
from data_access.queries.rows import PLAN_ORDER
from data_access.records.common import Ref
from data_access.records.executors import DuePoint
from data_access.records.status import Status
from data_access.records.view import View
from data_access.rules.measure import assigned_points
from data_access.streams import PART, streamed


def own_due_points(
    session: Session, view: View, moment: Moment
) -> Iterator[tuple[Executor, DuePoint]]:
    """Yield executors with the points that count for them, in the plans' order.

    The executor filter leaves its own alone; a few hundred assignments are in memory at a time.
    """
    rows = iter(streamed(session, _assignments(view)))
    while part := list(islice(rows, PART)):
        measures = list({row.Measure.id for row in part})
        bases = {one.keys["measure_id"]: one for one in load_bases(session, measures)}
        labels = _labels(session, measures)
        for row in part:
            for point in _points(row, bases[row.Measure.id], labels, moment):
                yield row.Executor, point


def _assignments(view: View) -> Select[*tuple[Any, ...]]:
    query = (
        select(Assignment, Executor, Measure, Plan, Territory)
        .join(Executor, Executor.id == Assignment.executor_id)
        .join(Measure, Measure.id == Assignment.measure_id)
        .join(Section, Section.id == Measure.section_id)
        .join(Plan, Plan.id == Measure.plan_id)
        .join(Territory, Territory.id == Plan.territory_id)
        .where(*measure_conditions(view))
        .order_by(*PLAN_ORDER, Assignment.position)
    )
    if view.filters.executor is None:
        return query
    return query.where(Assignment.executor_id == view.filters.executor)


def _labels(session: Session, measures: list[int]) -> dict[int, str]:
    query = select(ControlPoint).where(ControlPoint.measure_id.in_(measures))
    return {one.id: one.label for one in session.scalars(query)}


def _points(
    row: Any, base: MeasureBase, labels: dict[int, str], moment: Moment
) -> Iterator[DuePoint]:
    measure, plan = row.Measure, plan_ref(row.Plan, row.Territory, moment)
    [own] = [one for one in base.facts.assignments if one.id == row.Assignment.id]
    for state in assigned_points(base.facts, own, plan.as_of):
        if state.status is not Status.REMOVED and state.term_is_over(plan.as_of):
            yield DuePoint(
                measure=Ref(measure.id, measure.title, measure.short_title),
                measure_number=measure.number,
                plan=plan,
                label=labels.get(state.point_id, ""),
                due_on=state.due_on,
                status=state.status,
                completed_on=state.completed_on,
            )
