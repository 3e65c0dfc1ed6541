"""Short lists that several pages show: missing reports, what comes next, what changed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, bindparam, select
from sqlalchemy.orm import Session

from data_access.models import (
    Assignment,
    Executor,
    Measure,
    MeasureSpan,
    Obligation,
    Plan,
    ReportingPeriod,
    Section,
    Territory,
)
from data_access.queries.base import Condition, measure_conditions, narrows_measures
from data_access.queries.bundles import EXECUTOR, MEASURE, PLAN, TERRITORY
from data_access.queries.moments import Moment
from data_access.queries.naming import released_on
from data_access.queries.opened import made, opened
from data_access.queries.picking import LISTED, PLAN_ORDER, SOONEST, Of, given, upcoming_end
from data_access.queries.plans import plan_ref
from data_access.queries.row_lists import first_of_each, first_rows
from data_access.queries.totals import is_ahead, is_missing
from data_access.queries.wording import early_mark, number_then
from data_access.records.common import PlanRef, Ref
from data_access.records.cut import Cut
from data_access.records.measures import MeasureRow, MissingReport
from data_access.records.status import Status
from data_access.records.view import View
from data_access.streams import streamed


def any_status(view: View) -> View:
    """Return the view without its status filter, for lists that are about one status anyway."""
    return replace(view, filters=replace(view.filters, statuses=()))


def upcoming(session: Session, view: View, moment: Moment) -> Sequence[MeasureRow]:
    """Return measures whose control date comes within thirty days, the nearest first."""
    return first_rows(session, any_status(view), moment, _comes_next, order=SOONEST)


def _comes_next(moment: Moment) -> Condition:
    until = moment.moved(upcoming_end)
    return is_ahead(MeasureSpan) & MeasureSpan.due_on.between(moment.as_of, until)


def with_status(
    session: Session, view: View, moment: Moment, *statuses: Status, number: int | None = None
) -> Sequence[MeasureRow]:
    """Return measures of these statuses, the longest delay first.

    `number` is how many there are, by the totals of the view, where these are known.
    """
    wanted = Of(statuses)
    rows = first_rows(session, any_status(view), moment, wanted, order=SOONEST, number=number)
    return rows if isinstance(rows, Cut) else by_delay(rows)


def with_each_status(
    session: Session, view: View, moment: Moment, numbers: Mapping[Status, int]
) -> dict[Status, Sequence[MeasureRow]]:
    """Return the same for several statuses at once, by status; `numbers` how many there are."""
    found = first_of_each(session, any_status(view), moment, numbers)
    return {one: rows if isinstance(rows, Cut) else by_delay(rows) for one, rows in found.items()}


def by_delay(rows: Sequence[MeasureRow]) -> tuple[MeasureRow, ...]:
    """Return the rows by their delay, the longest first: plans may have dates of their own."""
    return tuple(sorted(rows, key=lambda row: -(row.days_overdue or 0)))


def missing_reports(
    session: Session, view: View, moment: Moment, number: int = 0
) -> Sequence[MissingReport]:
    """Return the obligations whose date passed without a report, the oldest first.

    `number` is how many there are, by the totals.
    """
    query = made(_shown_missing if view.is_wide else _missing_query, opened(view), moment.opened())
    found = session.execute(query, {**given(view, moment), "listed": LISTED})
    rows = tuple(_missing_rows(found, moment))
    return Cut(rows, number) if view.is_wide else rows


def stream_missing(session: Session, view: View, moment: Moment) -> Iterator[MissingReport]:
    """Yield all of them, a few hundred in memory at a time."""
    return _missing_rows(streamed(session, _missing_query(view, moment)), moment)


def _shown_missing(view: View, moment: Moment) -> Select[*tuple[Any, ...]]:
    first = _first_missing(view, moment).subquery()
    return _missing_query(view, moment).where(Obligation.id.in_(select(first)))


def _missing_query(view: View, moment: Moment) -> Select[*tuple[Any, ...]]:
    return (
        select(
            *(Obligation.due_on, ReportingPeriod.label, EXECUTOR, MEASURE, PLAN, TERRITORY),
            *(early_mark(moment), _release(moment)),
        )
        .select_from(Obligation)
        .join(ReportingPeriod, ReportingPeriod.id == Obligation.reporting_period_id)
        .join(Executor, Executor.id == Obligation.executor_id)
        .join(Measure, Measure.id == Obligation.measure_id)
        .join(Section, Section.id == Measure.section_id)
        .join(Plan, Plan.id == Obligation.plan_id)
        .join(Territory, Territory.id == Plan.territory_id)
        .where(is_missing(moment), *measure_conditions(view, Obligation.executor_id))
        .order_by(Obligation.due_on, *PLAN_ORDER, Executor.id)
    )


def _release(moment: Moment) -> ColumnElement[date | None]:
    """Return the day of the debtor's release as a column, asked for the rows alone that are shown.

    With one table more PostgreSQL would no longer look for the best order of joining them.
    """
    released = select(released_on(moment.as_of)).where(Assignment.id == Obligation.assignment_id)
    return released.correlate(Obligation, Plan).scalar_subquery().label("released_on")


def _first_missing(view: View, moment: Moment) -> Select[int]:
    query = (
        select(Obligation.id)
        .join(Plan, Plan.id == Obligation.plan_id)
        .where(is_missing(moment), *measure_conditions(view, Obligation.executor_id))
        .order_by(Obligation.due_on, Obligation.id)
        .limit(bindparam("listed"))
    )
    if narrows_measures(view):
        query = query.join(Measure, Measure.id == Obligation.measure_id)
    return query


def _missing_rows(rows: Iterable[Row[Any]], moment: Moment) -> Iterator[MissingReport]:
    for row in rows:
        yield _missing(row, plan_ref(row.Plan, row.Territory, moment))


def _missing(row: Any, plan: PlanRef) -> MissingReport:
    return MissingReport(
        executor=Ref(row.Executor.id, row.Executor.name, row.Executor.short_name),
        measure=Ref(row.Measure.id, row.Measure.title, row.Measure.short_title),
        measure_number=number_then(row.Measure.number, row.is_marked_early),
        plan=plan,
        period_label=row.label,
        due_on=row.due_on,
        days=(plan.as_of - row.due_on).days,
        released_on=row.released_on,
    )
