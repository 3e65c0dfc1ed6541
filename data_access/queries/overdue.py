"""The page of what is overdue."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from data_access.db import Database
from data_access.queries.base import Moment, begin
from data_access.queries.lists import missing_reports, with_status
from data_access.queries.plans import plans
from data_access.queries.totals import totals
from data_access.records.measures import MeasureRow
from data_access.records.pages import OverduePage
from data_access.records.status import Status
from data_access.records.view import View


def load(db: Database, view: View) -> OverduePage:
    """Return what is overdue, what was done in part or closed as not done, who is silent."""
    return db.remembered(("overdue", view), lambda session: _load(session, *begin(session, view)))


def _load(session: Session, view: View, moment: Moment) -> OverduePage:
    whole = totals(session, view, moment)

    def listed(status: Status) -> Sequence[MeasureRow]:
        return with_status(session, view, moment, status, number=whole.by_status[status])

    return OverduePage(
        plans=plans(session, view, moment),
        totals=whole,
        overdue=listed(Status.OVERDUE),
        partial=listed(Status.PARTIAL),
        not_done=listed(Status.NOT_DONE),
        missing=missing_reports(session, view, moment, whole.missing_reports),
    )
