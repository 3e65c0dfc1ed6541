"""What the rows of measures are completed with: executors, last reports, missing information."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from data_access.models import Assignment, Executor, Measure, Obligation, Plan, Report
from data_access.queries.base import Moment
from data_access.queries.ids import among, plain_rows
from data_access.queries.named import is_named, led_until
from data_access.queries.totals import is_missing
from data_access.records.measures import ExecutorMark

#: What an executor is shown by; a page has hundreds, so no object of the tables is made for each.
MARK = (
    *(Executor.id, Executor.name, Executor.short_name, Executor.is_group),
    *(Assignment.measure_id, Assignment.role, Assignment.by_agreement),
)
OF_MEASURE = attrgetter("measure_id")


@dataclass(frozen=True)
class LastReport:
    """What the newest reports of a measure say by the as-of date."""

    submitted_on: date
    reason: str
    proposed_due_on: date | None


def executors_of(
    session: Session, moment: Moment, measure_ids: list[int]
) -> dict[int, tuple[ExecutorMark, ...]]:
    """Return the executors that the act names on the as-of date, in the document's order.

    Who led on that date, before an act named another lead, is marked so and stands first.
    """
    query = (
        select(*MARK, led_until(moment).label("led_until"))
        .select_from(Assignment)
        .join(Executor, Executor.id == Assignment.executor_id)
        .join(Measure, Measure.id == Assignment.measure_id)
        .join(Plan, Plan.id == Measure.plan_id)
        .where(among(Assignment.measure_id, measure_ids), is_named(moment))
        .order_by(Assignment.measure_id, Assignment.position)
    )
    return {
        measure_id: _marks(list(group))
        for measure_id, group in groupby(plain_rows(session, query), key=OF_MEASURE)
    }


def _marks(rows: list[Any]) -> tuple[ExecutorMark, ...]:
    former = [row.led_until for row in rows if row.led_until]
    if not former:
        return tuple(_mark(row, row.role) for row in rows)
    leads = min(former)
    marks = [_mark(row, "lead" if row.led_until == leads else "co") for row in rows]
    return tuple(sorted(marks, key=lambda mark: mark.role != "lead"))


def _mark(row: Any, role: str) -> ExecutorMark:
    return ExecutorMark(row.id, row.name, row.short_name, role, row.by_agreement, row.is_group)


def last_reports(session: Session, moment: Moment, ids: list[int]) -> dict[int, LastReport]:
    """Return what the newest reports of each measure say by the as-of date.

    Of each measure come the newest one and those that give a reason or propose a date.
    """
    all_of_them = _reports(moment, ids).subquery()
    columns = all_of_them.c
    says = (columns.place == 1) | (columns.reason != "") | columns.proposed_due_on.is_not(None)
    query = select(all_of_them).where(says).order_by(columns.measure_id, columns.place.desc())
    return {
        measure_id: _newest(list(group))
        for measure_id, group in groupby(plain_rows(session, query), key=OF_MEASURE)
    }


def _reports(moment: Moment, ids: list[int]) -> Select[Any]:
    """Return the query of all reports about these measures; the newest has the place 1."""
    newest_first = (Report.submitted_on.desc(), Report.recorded_at.desc(), Report.id.desc())
    place = func.row_number().over(partition_by=Assignment.measure_id, order_by=newest_first)
    query: Any = (
        select(
            *(Assignment.measure_id, Report.submitted_on, Report.reason, Report.proposed_due_on),
            place.label("place"),
        )
        .select_from(Report)
        .join(Assignment, Assignment.id == Report.assignment_id)
        .join(Measure, Measure.id == Assignment.measure_id)
        .join(Plan, Plan.id == Measure.plan_id)
        .where(among(Assignment.measure_id, ids), Report.submitted_on <= moment.as_of)
    )
    return query  # type: ignore[no-any-return]


def _newest(reports: list[Any]) -> LastReport:
    reason = next((one.reason for one in reversed(reports) if one.reason), "")
    proposed = next((one.proposed_due_on for one in reversed(reports) if one.proposed_due_on), None)
    return LastReport(reports[-1].submitted_on, reason, proposed)


def without_information(session: Session, moment: Moment, ids: list[int]) -> set[int]:
    """Return the measures for which a report that was due is missing."""
    query = (
        select(Obligation.measure_id)
        .join(Plan, Plan.id == Obligation.plan_id)
        .where(among(Obligation.measure_id, ids), is_missing(moment))
        .distinct()
    )
    return {row.measure_id for row in plain_rows(session, query)}
