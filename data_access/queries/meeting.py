"""What a commission's meeting is shown."""

from data_access.db import Database
from data_access.models import MeasureSpan
from data_access.queries.base import Moment
from data_access.queries.bases import bases_of
from data_access.queries.lists import any_status, with_status
from data_access.queries.overview import overview
from data_access.queries.rows import measure_rows
from data_access.records.pages import MeetingPage
from data_access.records.status import CLOSED, Status
from data_access.records.view import View


def load(db: Database, view: View) -> MeetingPage:
    """Return the overview's data with what was extended, removed or done in part, and why."""
    with db.read() as session:
        moment = Moment.of(session, view)
        extended = measure_rows(
            session,
            any_status(view),
            moment,
            MeasureSpan.due_on != MeasureSpan.original_due_on,
            MeasureSpan.status.not_in(CLOSED),
        )
        removed = with_status(session, view, moment, Status.REMOVED)
        return MeetingPage(
            overview=overview(session, view, moment),
            extended=tuple(extended),
            removed=tuple(removed),
            partial=tuple(with_status(session, view, moment, Status.PARTIAL)),
            bases={
                **bases_of(session, moment, "extend", [one.id for one in extended]),
                **bases_of(session, moment, "remove", [one.id for one in removed]),
            },
        )
