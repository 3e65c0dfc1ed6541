"""Which decisions are about a measure: by three ways, each with an index of its own."""

from collections.abc import Sequence

from sqlalchemy import CompoundSelect, select, union_all

from data_access.models import Assignment, ControlPoint, Decision, Report


def decisions_about(measure_ids: Sequence[int]) -> CompoundSelect[int]:
    """Return the query of the decisions about these measures, their control points and reports.

    As one condition with "or" it would make the database look at every decision.
    """
    of_measure = select(Decision.id).where(Decision.measure_id.in_(measure_ids))
    of_point = (
        select(Decision.id)
        .join(ControlPoint, ControlPoint.id == Decision.control_point_id)
        .where(ControlPoint.measure_id.in_(measure_ids))
    )
    of_report = (
        select(Decision.id)
        .join(Report, Report.id == Decision.report_id)
        .join(Assignment, Assignment.id == Report.assignment_id)
        .where(Assignment.measure_id.in_(measure_ids))
    )
    return union_all(of_measure, of_point, of_report)
