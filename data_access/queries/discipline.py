"""What the execution discipline counts: the control points that are due, with how they ended."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from data_access.models import ControlPoint, Measure, Plan, PointSpan, Section, Territory
from data_access.queries.base import measure_conditions
from data_access.queries.bundles import MEASURE, PLAN, TERRITORY
from data_access.queries.moments import Moment, stands
from data_access.queries.picking import PLAN_ORDER
from data_access.queries.plans import plan_ref
from data_access.queries.wording import early_mark, number_then
from data_access.records.common import Ref
from data_access.records.cut import Cut
from data_access.records.executors import DuePoint
from data_access.records.status import FINISHED, Status
from data_access.records.view import View
from data_access.streams import streamed

SPAN = (PointSpan.due_on, PointSpan.status, PointSpan.completed_on)
#: Counted whether or not the date has passed (`PointState.term_is_over`).
SETTLED = (*FINISHED, Status.NOT_DONE)


def due_points(session: Session, view: View, moment: Moment, found: int) -> Sequence[DuePoint]:
    """Return the control points that count in view, in the plans' order.

    Of very many plans none is at hand: `found` is how many there are.
    """
    return Cut((), found) if view.is_wide else tuple(stream_due_points(session, view, moment))


def stream_due_points(session: Session, view: View, moment: Moment) -> Iterator[DuePoint]:
    """Yield all of them, a few hundred in memory at a time."""
    query: Select[*tuple[Any, ...]] = (
        select(
            *SPAN,
            ControlPoint.label,
            MEASURE,
            PLAN,
            TERRITORY,
            early_mark(moment),
        )
        .select_from(PointSpan)
        .join(ControlPoint, ControlPoint.id == PointSpan.control_point_id)
        .join(Measure, Measure.id == PointSpan.measure_id)
        .join(Section, Section.id == Measure.section_id)
        .join(Plan, Plan.id == PointSpan.plan_id)
        .join(Territory, Territory.id == Plan.territory_id)
        .where(
            stands(PointSpan, moment.as_of),
            PointSpan.status != Status.REMOVED,
            or_(PointSpan.due_on < moment.as_of, PointSpan.status.in_(SETTLED)),
            *measure_conditions(view),
        )
        .order_by(*PLAN_ORDER, PointSpan.due_on, PointSpan.control_point_id)
    )
    return (_point(row, moment) for row in streamed(session, query))


def _point(row: Any, moment: Moment) -> DuePoint:
    measure = row.Measure
    return DuePoint(
        measure=Ref(measure.id, measure.title, measure.short_title),
        measure_number=number_then(measure.number, row.is_marked_early),
        plan=plan_ref(row.Plan, row.Territory, moment),
        label=row.label,
        due_on=row.due_on,
        status=Status(row.status),
        completed_on=row.completed_on,
    )
