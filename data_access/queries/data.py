"""The coordinator's page: who has not reported, what is undecided, what was taken in."""

from sqlalchemy.orm import Session

from data_access.db import Database
from data_access.queries.batches import batches
from data_access.queries.findings import count_open, decided_findings, open_findings
from data_access.queries.form_choices import form_choice
from data_access.queries.lists import missing_reports
from data_access.queries.moments import begin
from data_access.queries.plans import plans
from data_access.queries.totals import totals
from data_access.records.data import DataPage
from data_access.records.view import View


def load(db: Database, view: View, account_id: int) -> DataPage:
    """Return the page within the account's rights; what lies in no plan is shown to its owner.

    It is read where it was written: whoever has just saved comes here.
    """
    with db.read(latest=True) as session:
        return _page(session, view, account_id)


def _page(session: Session, view: View, account_id: int) -> DataPage:
    view, moment = begin(session, view)
    in_view = plans(session, view, moment)
    whole = totals(session, view, moment)
    return DataPage(
        plans=in_view,
        totals=whole,
        missing=missing_reports(session, view, moment, whole.missing_reports),
        open=open_findings(session, view, moment),
        open_count=count_open(session, view),
        decided=decided_findings(session, view, moment),
        batches=batches(session, view, moment, account_id),
        form=form_choice(session, in_view[0]) if len(in_view) == 1 else None,
    )
