"""The front page, which the meeting view shows too."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from data_access.db import Database
from data_access.models import (
    Assignment,
    ControlPoint,
    Decision,
    Measure,
    Plan,
    RecomputeQueue,
    Report,
)
from data_access.queries.base import Moment, measure_conditions
from data_access.queries.groups import by_executor, by_section, by_territory
from data_access.queries.indicators import indicators
from data_access.queries.lists import (
    changes,
    missing_reports,
    since_of,
    upcoming,
    with_status,
)
from data_access.queries.plans import plans
from data_access.queries.points import curve
from data_access.queries.totals import totals
from data_access.records.common import Freshness
from data_access.records.pages import Overview
from data_access.records.status import Status
from data_access.records.view import View


def load(db: Database, view: View) -> Overview:
    """Return everything that the overview shows, on one snapshot."""
    with db.read() as session:
        return overview(session, view, Moment.of(session, view))


def overview(session: Session, view: View, moment: Moment) -> Overview:
    """Return the overview within a session."""
    in_view = plans(session, view, moment)
    return Overview(
        plans=in_view,
        totals=totals(session, view, moment),
        sections=tuple(by_section(session, view, moment)),
        executors=tuple(by_executor(session, view, moment)),
        territories=tuple(by_territory(session, view, moment)),
        overdue=tuple(with_status(session, view, moment, Status.OVERDUE)),
        missing=tuple(missing_reports(session, view, moment)),
        upcoming=tuple(upcoming(session, view, moment)),
        indicators=tuple(indicators(session, view, moment)),
        changes=tuple(changes(session, view, moment)),
        since=since_of(view, in_view),
        curve=curve(session, view, moment, in_view),
        freshness=_freshness(session, view, moment),
    )


def _freshness(session: Session, view: View, moment: Moment) -> Freshness:
    """Return the last day of a report and of a decision up to the as-of date."""
    reported = (
        select(func.max(Report.submitted_on))
        .join(Assignment, Assignment.id == Report.assignment_id)
        .join(Measure, Measure.id == Assignment.measure_id)
        .join(Plan, Plan.id == Measure.plan_id)
        .where(Report.submitted_on <= moment.as_of, *measure_conditions(view))
    )
    concerned = func.coalesce(Decision.measure_id, ControlPoint.measure_id, Assignment.measure_id)
    decided = (
        select(func.max(Decision.decided_on))
        .outerjoin(ControlPoint, ControlPoint.id == Decision.control_point_id)
        .outerjoin(Report, Report.id == Decision.report_id)
        .outerjoin(Assignment, Assignment.id == Report.assignment_id)
        .join(Measure, Measure.id == concerned)
        .join(Plan, Plan.id == Measure.plan_id)
        .where(Decision.decided_on <= moment.as_of, *measure_conditions(view))
    )
    return Freshness(
        last_report_on=session.scalar(reported),
        last_decision_on=session.scalar(decided),
        waiting=session.scalar(select(func.count()).select_from(RecomputeQueue)) or 0,
    )
