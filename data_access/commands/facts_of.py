"""Base rows of measures, gathered into the facts that the status rules take."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row
from sqlalchemy.orm import Session

from data_access.commands.facts_asked import (
    ASSIGNMENT_IDS,
    HANGING,
    IDS,
    MEASURES,
    PLAN_IDS,
    POINT_IDS,
)
from data_access.commands.facts_rows import assigned, decided, period, point, reported
from data_access.commands.leads import leading
from data_access.rules.facts import MeasureFacts

_Found = Sequence[Row[Any]]


class Keys(NamedTuple):
    """What all rows that are computed for a measure carry."""

    measure_id: int
    plan_id: int
    territory_id: int


@dataclass(frozen=True)
class MeasureBase:
    """A measure's facts with the keys that its derived rows carry."""

    keys: Keys
    executor_of: dict[int, int]
    facts: MeasureFacts


@dataclass(frozen=True)
class _Rows:
    """Base rows by measure (periods by plan); `point_of_report` serves decisions on reports."""

    points: dict[int, list[Row[Any]]]
    assignments: dict[int, list[Row[Any]]]
    earlier: dict[int, list[Row[Any]]]
    reports: dict[int, list[Row[Any]]]
    decisions: dict[int, list[Row[Any]]]
    periods: dict[int, list[Row[Any]]]
    point_of_report: dict[int, int | None]


def load_bases(session: Session, measure_ids: Sequence[int]) -> list[MeasureBase]:
    """Return the facts of these measures; the number of queries does not grow with them."""
    session.flush()  # asked without the session's objects, which is quicker
    connection = session.connection()
    found = MEASURES.ask(connection, {IDS: measure_ids})
    return list(bases_of(connection, measure_ids, found))


def bases_of(
    connection: Connection, measure_ids: Sequence[int], found: Sequence[_Found]
) -> Iterator[MeasureBase]:
    """Yield the facts of these measures, of which the rows of `OF_MEASURES` were found."""
    plans, points, assignments = found
    on = {
        IDS: measure_ids,
        PLAN_IDS: sorted({one.id for one in plans}),
        POINT_IDS: [one.id for one in points],
        ASSIGNMENT_IDS: [one.id for one in assignments],
    }
    reports, on_dates, on_reports, earlier, periods = HANGING.ask(connection, on)
    decisions = [*on_dates, *on_reports]
    rows = _gathered(points, assignments, earlier, periods, reports, decisions)
    for plan in sorted(plans, key=attrgetter("measure_id")):
        yield _base(plan.measure_id, plan, rows)


def _gathered(
    points: _Found,
    assignments: _Found,
    earlier: _Found,
    periods: _Found,
    reports: _Found,
    decisions: _Found,
) -> _Rows:
    measure_of = {one.id: one.measure_id for one in assignments}
    measure_of_point = {one.id: one.measure_id for one in points}
    measure_of_report = {one.id: measure_of.get(one.assignment_id) for one in reports}
    return _Rows(
        points=_grouped((one.measure_id, one) for one in points),
        assignments=_grouped((one.measure_id, one) for one in assignments),
        earlier=_grouped((measure_of.get(one.assignment_id), one) for one in earlier),
        reports=_grouped((measure_of_report.get(one.id), one) for one in reports),
        decisions=_grouped(
            (
                one.measure_id
                or measure_of_point.get(one.control_point_id or 0)
                or measure_of_report.get(one.report_id or 0),
                one,
            )
            for one in decisions
        ),
        periods=_grouped((one.plan_id, one) for one in periods),
        point_of_report={one.id: one.control_point_id for one in reports},
    )


def _grouped(pairs: Iterable[tuple[int | None, Row[Any]]]) -> dict[int, list[Row[Any]]]:
    """Gather the rows by measure.

    A row whose parent is unknown was committed by another writer between two of our queries; it
    left a note in the queue, so the next recomputation takes it in.
    """
    groups: dict[int, list[Row[Any]]] = defaultdict(list)
    for key, row in pairs:
        if key is not None:
            groups[key].append(row)
    return groups


def _base(measure_id: int, plan: Row[Any], rows: _Rows) -> MeasureBase:
    assignments = sorted(rows.assignments.get(measure_id, []), key=lambda one: one.position)
    earlier = rows.earlier.get(measure_id, ())
    led = leading(assignments, earlier) if plan.completion_rule == "lead" else None
    points = [point(one, plan) for one in rows.points.get(measure_id, [])]
    facts = MeasureFacts(
        requires_acceptance=plan.requires_acceptance,
        points=tuple(sorted(points, key=lambda one: (one.due_on, one.id))),
        assignments=tuple(assigned(one, led) for one in assignments),
        reports=tuple(reported(one) for one in rows.reports.get(measure_id, [])),
        decisions=tuple(
            decided(one, plan, rows.point_of_report)
            for one in rows.decisions.get(measure_id, [])
            if one.report_id is None or rows.point_of_report[one.report_id] is not None
        ),
        periods=tuple(period(one, plan) for one in rows.periods.get(plan.id, [])),
        began_on=plan.began_on,
    )
    keys = Keys(measure_id, plan.id, plan.territory_id)
    return MeasureBase(keys, {one.id: one.executor_id for one in assignments}, facts)
