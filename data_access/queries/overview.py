"""The front page, which the meeting view shows too."""

from sqlalchemy.orm import Session

from data_access.db import Database
from data_access.queries.changes import changes, since_of
from data_access.queries.freshness import freshness
from data_access.queries.indicators import shown
from data_access.queries.lists import missing_reports, upcoming, with_status
from data_access.queries.moments import Moment, begin
from data_access.queries.places import places
from data_access.queries.plans import plans
from data_access.queries.points import curve
from data_access.queries.shown_groups import executors_worst, sections_worst, territories_in
from data_access.queries.totals import totals
from data_access.records.pages import Overview
from data_access.records.status import Status
from data_access.records.view import View


def load(db: Database, view: View) -> Overview:
    """Return everything that the overview shows, on one snapshot."""
    return db.remembered(
        ("overview", view), lambda session: overview(session, *begin(session, view))
    )


def overview(session: Session, view: View, moment: Moment) -> Overview:
    """Return the overview within a session."""
    in_view, whole = plans(session, view, moment), totals(session, view, moment)
    territories = territories_in(session, view, moment)
    return Overview(
        plans=in_view,
        totals=whole,
        sections=sections_worst(session, view, moment),
        executors=executors_worst(session, view, moment),
        territories=territories,
        overdue=with_status(
            *(session, view, moment, Status.OVERDUE), number=whole.by_status[Status.OVERDUE]
        ),
        missing=missing_reports(session, view, moment, whole.missing_reports),
        upcoming=upcoming(session, view, moment),
        indicators=shown(session, view, moment),
        changes=changes(session, view, moment),
        since=since_of(view, in_view),
        curve=curve(session, view, moment, in_view),
        freshness=freshness(session, view, moment),
        places=places(session, territories) if view.is_wide else {},
    )
