"""The page of sections and of one section."""

from dataclasses import replace

from sqlalchemy.orm import Session

from data_access.db import Database
from data_access.queries.ahead import section_ahead
from data_access.queries.groups import by_section
from data_access.queries.moments import Moment, begin
from data_access.queries.plans import plans
from data_access.queries.rows import measure_rows
from data_access.queries.shown_groups import sections_worst
from data_access.queries.totals import totals
from data_access.records.pages import Ahead, GroupPage, SectionDetail
from data_access.records.view import View


def load(db: Database, view: View) -> GroupPage:
    """Return the sections in view with their totals."""
    return db.remembered(("sections", view), lambda session: _load(session, *begin(session, view)))


def _load(session: Session, view: View, moment: Moment) -> GroupPage:
    return GroupPage(
        plans=plans(session, view, moment),
        totals=totals(session, view, moment),
        rows=sections_worst(session, view, moment),
    )


def detail(db: Database, view: View, section_id: int) -> SectionDetail | Ahead | None:
    """Return one section with its measures; None when there is none in the account's rights.

    One whose measures an act added later is only named.
    """
    within = replace(view, filters=replace(view.filters, section=section_id))
    with db.read() as session:
        within, moment = begin(session, within)
        rows = by_section(session, within, moment)
        if not rows or rows[0].plan is None:
            return section_ahead(session, within, moment, section_id)
        measures = measure_rows(session, within, moment)
        return SectionDetail((rows[0].plan,), rows[0], tuple(measures))
