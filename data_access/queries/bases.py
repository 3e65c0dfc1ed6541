"""The acts behind extensions and removals, for the meeting view."""

from collections.abc import Iterable

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from data_access.models import ControlPoint, Decision, Measure, Plan
from data_access.queries.base import Moment


def bases_of(
    session: Session, moment: Moment, kind: str, measure_ids: Iterable[int]
) -> dict[int, str]:
    """Return the basis of the newest decision of a kind, by measure, as of the as-of date.

    `kind` is "extend" or "remove"; a decision may name the measure or one control point of it.
    """
    ids = list(measure_ids)
    concerned = func.coalesce(Decision.measure_id, ControlPoint.measure_id)
    rows = session.execute(
        select(concerned.label("measure_id"), Decision.basis)
        .outerjoin(ControlPoint, ControlPoint.id == Decision.control_point_id)
        .join(Measure, Measure.id == concerned)
        .join(Plan, Plan.id == Measure.plan_id)
        .where(
            or_(Decision.measure_id.in_(ids), ControlPoint.measure_id.in_(ids)),
            Decision.kind == kind,
            Decision.decided_on <= moment.as_of,
        )
        .order_by(Decision.decided_on, Decision.recorded_at, Decision.id)
    )
    return {row.measure_id: row.basis for row in rows}
