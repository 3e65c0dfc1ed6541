"""The page of what is overdue."""

from sqlalchemy.orm import Session

from data_access.db import Database
from data_access.queries.lists import missing_reports, with_each_status
from data_access.queries.moments import Moment, begin
from data_access.queries.plans import plans
from data_access.queries.totals import totals
from data_access.records.pages import OverduePage
from data_access.records.status import Status
from data_access.records.view import View

LISTED = (Status.OVERDUE, Status.PARTIAL, Status.NOT_DONE)


def load(db: Database, view: View) -> OverduePage:
    """Return what is overdue, what was done in part or closed as not done, who is silent."""
    return db.remembered(("overdue", view), lambda session: _load(session, *begin(session, view)))


def _load(session: Session, view: View, moment: Moment) -> OverduePage:
    whole = totals(session, view, moment)
    numbers = {one: whole.by_status[one] for one in LISTED}
    listed = with_each_status(session, view, moment, numbers)
    return OverduePage(
        plans=plans(session, view, moment),
        totals=whole,
        overdue=listed[Status.OVERDUE],
        partial=listed[Status.PARTIAL],
        not_done=listed[Status.NOT_DONE],
        missing=missing_reports(session, view, moment, whole.missing_reports),
    )
