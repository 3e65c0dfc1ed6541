"""How each territory stands, in one grouped query: what very many of them are ranked by."""

from collections.abc import Mapping
from sys import intern
from typing import Any

from sqlalchemy import Date, Integer, Select, case, cast, func, literal, select
from sqlalchemy.orm import Session

from data_access.models import Measure, MeasureSpan, Obligation, Plan, Territory
from data_access.queries.base import measure_conditions, narrows_measures, plan_conditions
from data_access.queries.moments import Moment, stands
from data_access.records.common import Ratio, Ref
from data_access.records.nation import Standing
from data_access.records.status import FINISHED, Status
from data_access.records.view import View


def standings(
    session: Session, view: View, moment: Moment, *, with_reports: bool = False
) -> list[Standing]:
    """Return every territory that has measures in view, in no order."""
    names = _names(session, view)
    reports = _reports(session, view, moment) if with_reports else {}
    found: dict[int, list[Any]] = {}
    for row in session.execute(_query(view, moment)):
        found.setdefault(row.territory_id, []).append(row)
    return [
        _standing(*names[id_], rows, moment, reports.get(id_))
        for id_, rows in found.items()
        if id_ in names
    ]


def _names(session: Session, view: View) -> Mapping[int, tuple[Ref, Ref | None]]:
    """Return each territory in view with its region."""
    used = select(Plan.territory_id).where(*plan_conditions(view))
    above = select(Territory.parent_id).where(Territory.id.in_(used))
    regions = above.where(Territory.parent_id.is_not(None))
    columns = (Territory.id, Territory.name, Territory.short_name, Territory.parent_id)
    query = select(*columns).where(Territory.id.in_(used) | Territory.id.in_(regions))
    rows = session.execute(query).all()
    # Results of several days are kept: the names of a country are to be in memory once.
    refs = {row.id: Ref(row.id, intern(row.name), intern(row.short_name)) for row in rows}
    return {row.id: (refs[row.id], refs.get(row.parent_id or 0)) for row in rows}


def _number(condition: Any) -> Any:
    return func.sum(cast(case((condition, 1), else_=0), Integer))


def _query(view: View, moment: Moment) -> Select[Any]:
    span = MeasureSpan
    is_overdue = span.status == Status.OVERDUE
    query = (
        select(
            span.territory_id,
            (Plan.default_as_of if moment.own_dates else literal(None, Date)).label("own_date"),
            _number(span.status != Status.REMOVED).label("under_control"),
            _number(span.status.in_(FINISHED)).label("done"),
            _number(is_overdue).label("overdue"),
            func.sum(span.points_due).label("due"),
            func.sum(span.points_on_time).label("on_time"),
            func.min(case((is_overdue, span.due_on))).label("first_due"),
        )
        .join(Plan, Plan.id == span.plan_id)
        .where(stands(span, moment.as_of), *measure_conditions(view))
        .group_by(span.territory_id, *([Plan.default_as_of] if moment.own_dates else []))
    )
    if narrows_measures(view):
        query = query.join(Measure, Measure.id == span.measure_id)
    return query


def _standing(
    territory: Ref, parent: Ref | None, rows: list[Any], moment: Moment, reports: Ratio | None
) -> Standing:
    delays = [(moment.of_plan(row.own_date) - row.first_due).days for row in rows if row.first_due]
    return Standing(
        territory=territory,
        parent=parent,
        under_control=sum(row.under_control for row in rows),
        done=sum(row.done for row in rows),
        overdue=sum(row.overdue for row in rows),
        due=sum(row.due for row in rows),
        on_time=sum(row.on_time for row in rows),
        worst_days=max(delays, default=None),
        reports=reports,
    )


def _reports(session: Session, view: View, moment: Moment) -> Mapping[int, Ratio]:
    """Return the reports on time of those due, by territory."""
    on_time = Obligation.reported_on <= Obligation.due_on
    query = (
        select(Obligation.territory_id, _number(on_time), func.count())
        .join(Plan, Plan.id == Obligation.plan_id)
        .where(Obligation.due_on < moment.as_of, *measure_conditions(view, Obligation.executor_id))
        .group_by(Obligation.territory_id)
    )
    if narrows_measures(view):
        query = query.join(Measure, Measure.id == Obligation.measure_id)
    return {id_: Ratio(part, whole) for id_, part, whole in session.execute(query)}
