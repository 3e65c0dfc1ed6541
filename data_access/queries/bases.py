"""The acts behind extensions, removals and closings, for the meeting view."""

from collections.abc import Iterable, Mapping

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from data_access.models import ControlPoint, Decision, Measure, Plan
from data_access.queries.moments import Moment
from data_access.records.measures import MeasureRow


def bases_of(
    session: Session, moment: Moment, concerned: Mapping[str, Iterable[MeasureRow]]
) -> dict[int, str]:
    """Return the basis of the newest decision, by measure, as of the as-of date.

    `concerned` says by the kind of decision which measures are asked about, each under one kind;
    a decision may name the measure or one control point of it.
    """
    measure_id = func.coalesce(Decision.measure_id, ControlPoint.measure_id)
    wanted = [_is_about(kind, [row.id for row in rows]) for kind, rows in concerned.items()]
    found = session.execute(
        select(measure_id.label("measure_id"), Decision.basis)
        .outerjoin(ControlPoint, ControlPoint.id == Decision.control_point_id)
        .join(Measure, Measure.id == measure_id)
        .join(Plan, Plan.id == Measure.plan_id)
        .where(or_(*wanted), Decision.decided_on <= moment.as_of)
        .order_by(Decision.decided_on, Decision.recorded_at, Decision.id)
    )
    return {row.measure_id: row.basis for row in found}


def _is_about(kind: str, ids: list[int]) -> ColumnElement[bool]:
    """Return the condition that a decision is of a kind and about these measures."""
    about = or_(Decision.measure_id.in_(ids), ControlPoint.measure_id.in_(ids))
    return and_(Decision.kind == kind, about)
