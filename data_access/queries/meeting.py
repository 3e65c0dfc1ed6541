"""What a commission's meeting is shown."""

from data_access.db import Database
from data_access.models import MeasureSpan
from data_access.queries.base import Condition
from data_access.queries.bases import bases_of
from data_access.queries.lists import any_status, with_status
from data_access.queries.moments import Moment, begin
from data_access.queries.overview import overview
from data_access.queries.row_lists import first_rows
from data_access.records.pages import MeetingPage
from data_access.records.status import CLOSED, Status
from data_access.records.view import View


def load(db: Database, view: View) -> MeetingPage:
    """Return the overview's data with what was extended, removed, missed, and why."""
    with db.read() as session:
        view, moment = begin(session, view)
        extended = first_rows(session, any_status(view), moment, _is_extended)
        removed = with_status(session, view, moment, Status.REMOVED)
        not_done = with_status(session, view, moment, Status.NOT_DONE)
        return MeetingPage(
            overview=overview(session, view, moment),
            extended=extended,
            removed=removed,
            partial=with_status(session, view, moment, Status.PARTIAL),
            not_done=not_done,
            bases=bases_of(
                session,
                moment,
                {"extend": extended, "remove": removed, "not_done": not_done},
            ),
        )


def _is_extended(_moment: Moment) -> Condition:
    is_moved = MeasureSpan.due_on != MeasureSpan.original_due_on
    return is_moved & MeasureSpan.status.not_in(CLOSED)
