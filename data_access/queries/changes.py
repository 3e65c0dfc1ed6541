"""What changed between two dates: measures whose status differs, the newest first."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby, takewhile
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session, aliased

from data_access.models import Measure, MeasureSpan, Plan, Section, Territory
from data_access.queries.base import measure_conditions
from data_access.queries.moments import Moment, stands
from data_access.queries.picking import LISTED, PLAN_ORDER
from data_access.queries.plans import plan_ref
from data_access.queries.row_parts import executors_of
from data_access.queries.wording import early_mark, number_then
from data_access.records.common import PlanRef, Ref
from data_access.records.cut import Cut
from data_access.records.measures import Change, ExecutorMark
from data_access.records.status import Status
from data_access.records.view import View

SINCE_DAYS = 30
LONGEST = 500
#: A query of spans, of whatever columns.
Rows = Select[*tuple[Any, ...]]
Before, After = aliased(MeasureSpan), aliased(MeasureSpan)


def changes(session: Session, view: View, moment: Moment) -> Sequence[Change]:
    """Return measures whose status differs from the one on the `since` date, newest first.

    Without a date chosen it is thirty days before the as-of date. A measure that an act added in
    between had none then.
    """
    most = LISTED if view.is_wide else LONGEST
    rows = session.execute(_newest(view, moment).limit(most)).all()
    ids = [row.Measure.id for row in rows]
    dates, executors = _changed_on(session, moment, ids), executors_of(session, moment, ids)
    found = [_change(row, moment, dates, executors) for row in rows]
    listed = tuple(sorted(found, key=lambda one: one.changed_on, reverse=True))
    return listed if len(listed) < most else _cut(session, view, moment, listed)


def _changed(query: Rows, view: View, moment: Moment) -> Rows:
    """Return the query narrowed to what changed: spans of now, `Before` those of then."""
    since = _since(view, moment)
    stood = and_(Before.measure_id == After.measure_id, stands(Before, since))
    return (
        query.select_from(After)
        .join(Plan, Plan.id == After.plan_id)
        .outerjoin(Before, stood)
        .join(Measure, Measure.id == After.measure_id)
        .where(
            stands(After, moment.as_of),
            After.valid_from > since,  # a span that held then and holds now has one status
            or_(Before.status.is_(None), Before.status != After.status),
            *measure_conditions(view),
        )
    )


def _newest(view: View, moment: Moment) -> Rows:
    columns = (Measure, Plan, Territory, early_mark(moment))
    query = select(*columns, Before.status.label("before"), After.status.label("after"))
    return (
        _changed(query, view, moment)
        .join(Section, Section.id == Measure.section_id)
        .join(Territory, Territory.id == Plan.territory_id)
        .order_by(After.valid_from.desc(), *PLAN_ORDER)
    )


def _cut(
    session: Session, view: View, moment: Moment, listed: tuple[Change, ...]
) -> Sequence[Change]:
    """Return the listed ones with how many there are in all, by the status of now."""
    query = _changed(select(After.status, func.count()), view, moment).group_by(After.status)
    by_status = {Status(status): number for status, number in session.execute(query)}
    return Cut(listed, sum(by_status.values()), by_status=by_status)


def since_of(view: View, plans: Sequence[PlanRef]) -> date | None:
    """Return the date that changes are counted from; None when it differs between plans."""
    if view.filters.since:
        return view.filters.since
    dates = {plan.as_of for plan in plans}
    return dates.pop() - timedelta(days=SINCE_DAYS) if len(dates) == 1 else None


def _since(view: View, moment: Moment) -> ColumnElement[date]:
    since = view.filters.since
    if since:  # a plan that is looked at on an earlier date has nothing to compare with later
        return moment.moved(lambda day: min(day, since))
    return moment.moved(lambda day: day - timedelta(days=SINCE_DAYS))


def _changed_on(session: Session, moment: Moment, ids: list[int]) -> dict[int, date]:
    """Return when each measure took on the status that it has on the as-of date."""
    rows = session.execute(
        select(MeasureSpan.measure_id, MeasureSpan.valid_from, MeasureSpan.status)
        .join(Plan, Plan.id == MeasureSpan.plan_id)
        .where(MeasureSpan.measure_id.in_(ids), MeasureSpan.valid_from <= moment.as_of)
        .order_by(MeasureSpan.measure_id, MeasureSpan.valid_from.desc())
    ).all()
    dates: dict[int, date] = {}
    for measure_id, group in groupby(rows, key=lambda row: row.measure_id):
        spans = list(group)
        same = takewhile(lambda one: one.status == spans[0].status, spans)  # noqa: B023
        dates[measure_id] = list(same)[-1].valid_from
    return dates


def _change(
    row: Any,
    moment: Moment,
    dates: dict[int, date],
    executors: dict[int, tuple[ExecutorMark, ...]],
) -> Change:
    measure: Measure = row.Measure
    lead = next((one for one in executors.get(measure.id, ()) if one.role == "lead"), None)
    return Change(
        measure=Ref(measure.id, measure.title, measure.short_title),
        measure_number=number_then(measure.number, row.is_marked_early),
        plan=plan_ref(row.Plan, row.Territory, moment),
        before=Status(row.before) if row.before else None,
        after=Status(row.after),
        changed_on=dates[measure.id],
        executor=Ref(lead.id, lead.name, lead.short_name) if lead else None,
    )
