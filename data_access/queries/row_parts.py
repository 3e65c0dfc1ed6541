"""What the rows of measures are completed with: executors, last reports, missing information."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from data_access.models import Assignment, Executor, Measure, MeasureSpan, Obligation, Plan, Report
from data_access.numbers import among
from data_access.queries.moments import Moment
from data_access.queries.named import is_named, led_until
from data_access.queries.opened import made
from data_access.queries.plain import plain_rows
from data_access.queries.totals import is_missing
from data_access.records.measures import ExecutorMark

Query = Select[*tuple[Any, ...]]


@dataclass(frozen=True)
class LastReport:
    """What the newest reports of a measure say by the as-of date."""

    submitted_on: date
    reason: str
    proposed_due_on: date | None


#: What comes before the first report.
_NOTHING_SAID = LastReport(date.min, "", None)


def asked(
    session: Session,
    query: Callable[[Moment], Query],
    moment: Moment,
    ids: Sequence[int],
) -> Sequence[Any]:
    """Return the rows of a query about measures of these ids at a moment, made once for all."""
    statement = made(query, moment.opened())
    return plain_rows(session, statement, {"ids": ids, **moment.values()})


def executors_of(
    session: Session, moment: Moment, measure_ids: list[int]
) -> dict[int, tuple[ExecutorMark, ...]]:
    """Return the executors that the act names on the as-of date, in the document's order.

    Who led on that date, before an act named another lead, is marked so and stands first.
    """
    rows = asked(session, _assignments, moment, measure_ids)
    # Joined, PostgreSQL would read the executors of a whole country for those of a page.
    executors = {"ids": sorted({row[0] for row in rows})}
    found: Sequence[Any] = plain_rows(session, made(_executors), executors)
    return _marks(rows, {row[0]: row for row in found})


def _marks(rows: Sequence[Any], who: Mapping[int, Any]) -> dict[int, tuple[ExecutorMark, ...]]:
    marks: dict[int, list[ExecutorMark]] = defaultdict(list)
    led: dict[int, dict[int, date]] = defaultdict(dict)
    for executor, measure, role, by_agreement, until in rows:
        id_, name, short_name, is_group = who[executor]
        mark = ExecutorMark(id_, name, short_name, role, by_agreement, is_group)
        marks[measure].append(mark)
        if until:
            led[measure][executor] = until
    return {id_: _led(own, led.get(id_)) for id_, own in marks.items()}


def _led(marks: list[ExecutorMark], former: Mapping[int, date] | None) -> tuple[ExecutorMark, ...]:
    """Return the marks; with who led then at the head, where another one leads now."""
    if not former:
        return tuple(marks)
    until = min(former.values())
    roles = (replace(one, role="lead" if former.get(one.id) == until else "co") for one in marks)
    return tuple(sorted(roles, key=lambda one: one.role != "lead"))


def _executors() -> Query:
    columns = Executor.id, Executor.name, Executor.short_name, Executor.is_group
    return select(*columns).where(among(Executor.id, "ids"))


def _assignments(moment: Moment) -> Query:
    columns = Assignment.executor_id, Assignment.measure_id, Assignment.role
    query = (
        select(*columns, Assignment.by_agreement, led_until(moment).label("led_until"))
        .select_from(Assignment)
        .where(among(Assignment.measure_id, "ids"), is_named(moment))
        .order_by(Assignment.measure_id, Assignment.position)
    )
    return _dated(query, moment)


def _dated(query: Query, moment: Moment) -> Query:
    """Return a query of assignments joined with the plans, where these have dates of their own."""
    if moment.shared:
        return query
    query = query.join(Measure, Measure.id == Assignment.measure_id)
    return query.join(Plan, Plan.id == Measure.plan_id)


def last_reports(session: Session, moment: Moment, ids: list[int]) -> dict[int, LastReport]:
    """Return what the newest reports of each measure say by the as-of date.

    Of each measure come the newest one and those that give a reason or propose a date, the oldest
    first: what a later one says stands in place of what was said before.
    """
    found: dict[int, LastReport] = {}
    for id_, submitted_on, reason, proposed_due_on, _place in asked(
        session, _last_reports, moment, ids
    ):
        before = found.get(id_, _NOTHING_SAID)
        found[id_] = LastReport(
            submitted_on, reason or before.reason, proposed_due_on or before.proposed_due_on
        )
    return found


def _last_reports(moment: Moment) -> Query:
    all_of_them = _reports(moment).subquery()
    columns = all_of_them.c
    says = (columns.place == 1) | (columns.reason != "") | columns.proposed_due_on.is_not(None)
    return select(all_of_them).where(says).order_by(columns.measure_id, columns.place.desc())


def _reports(moment: Moment) -> Query:
    """Return the query of all reports about these measures; the newest has the place 1."""
    newest_first = (Report.submitted_on.desc(), Report.recorded_at.desc(), Report.id.desc())
    place = func.row_number().over(partition_by=Assignment.measure_id, order_by=newest_first)
    query = (
        select(
            *(Assignment.measure_id, Report.submitted_on, Report.reason, Report.proposed_due_on),
            place.label("place"),
        )
        .select_from(Report)
        .join(Assignment, Assignment.id == Report.assignment_id)
        .where(among(Assignment.measure_id, "ids"), Report.submitted_on <= moment.as_of)
    )
    return _dated(query, moment)


def no_information(moment: Moment) -> ColumnElement[bool]:
    """Return whether a report that was due is missing, as a column of a query of spans."""
    missing = select(Obligation.id).where(
        Obligation.measure_id == MeasureSpan.measure_id, is_missing(moment)
    )
    return missing.correlate(MeasureSpan, Plan).exists().label("no_information")
