"""The plans' calendar."""

from data_access.db import Database
from data_access.queries.moments import begin
from data_access.queries.picking import LISTED, count_rows
from data_access.queries.plans import plans
from data_access.queries.points import points_of
from data_access.queries.row_lists import in_plan_order
from data_access.records.measures import ControlPointView, MeasureRow
from data_access.records.pages import TimelinePage, TimelineRow
from data_access.records.view import View

LIMIT = 500


def load(db: Database, view: View) -> TimelinePage:
    """Return the measures in view as bars with their control points, in the plans' order."""
    with db.read() as session:
        view, moment = begin(session, view)
        limit = LISTED if view.is_wide else LIMIT
        measures = in_plan_order(session, view, moment, limit)
        points = points_of(session, moment, [one.id for one in measures])
        return TimelinePage(
            plans=plans(session, view, moment),
            rows=tuple(_row(one, points.get(one.id, ())) for one in measures),
            found=len(measures) if len(measures) < limit else count_rows(session, view, moment),
        )


def _row(measure: MeasureRow, points: tuple[ControlPointView, ...]) -> TimelineRow:
    return TimelineRow(
        measure=measure,
        starts_on=min((one.starts_on for one in points), default=measure.plan.starts_on),
        ends_on=max((one.due_on for one in points), default=measure.plan.ends_on),
        points=points,
    )
