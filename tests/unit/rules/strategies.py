"""Random facts of a measure within a few months, so that dates meet often."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from data_access.rules.assigned import Assigned
from data_access.rules.facts import Decided, MeasureFacts, Period, Point, Reported
from tests.unit.rules.build import entered

FIRST_DAY = date(2021, 3, 1)
DAYS = 60
KINDS = ("accept", "return", "extend", "remove", "not_done", "reopen")
Draw = Callable[[st.SearchStrategy[Any]], Any]


def days(first: date = FIRST_DAY) -> st.SearchStrategy[date]:
    last = max(first, FIRST_DAY + timedelta(days=DAYS))
    return st.dates(first, last)


#: Dates at which a status is looked at: also long before and long after.
moments = st.one_of(
    days(), st.dates(date(2020, 1, 1), date(2023, 1, 1)), st.just(date.min), st.just(date.max)
)


@st.composite
def measures(draw: Draw) -> MeasureFacts:
    points = sorted(_points(draw), key=lambda one: (one.due_on, one.id))
    executors = draw(st.integers(1, 3))
    lead_only = draw(st.booleans())
    orders = iter(draw(st.permutations(range(1, 30))))
    reports = [
        _report(draw, number, points, executors, next(orders))
        for number in range(1, draw(st.integers(0, 6)) + 1)
    ]
    decisions = [
        _decision(draw, number, points, reports, next(orders))
        for number in range(1, draw(st.integers(0, 5)) + 1)
    ]
    return MeasureFacts(
        requires_acceptance=draw(st.booleans()),
        points=tuple(points),
        assignments=tuple(Assigned(n, n == 1 or not lead_only) for n in range(1, executors + 1)),
        reports=tuple(reports),
        decisions=tuple(decisions),
        periods=tuple(_periods(draw)),
        began_on=draw(st.none() | days()),
    )


def _points(draw: Draw) -> list[Point]:
    found = []
    for number in range(1, draw(st.integers(0, 3)) + 1):
        starts_on = draw(days())
        added_on = draw(st.none() | st.none() | days())
        found.append(Point(number, starts_on, draw(days(starts_on)), added_on))
    return found


def _point_id(draw: Draw, points: list[Point]) -> int | None:
    named: int | None = draw(st.sampled_from([None, *(one.id for one in points)]))
    return named


def _report(draw: Draw, number: int, points: list[Point], executors: int, order: int) -> Reported:
    outcome = draw(st.sampled_from(["done", "done", "partial", "in_progress", "not_done"]))
    submitted_on = draw(days())
    completed_on = submitted_on - timedelta(days=draw(st.integers(0, 20)))
    return Reported(
        id=number,
        assignment_id=draw(st.integers(1, executors)),
        point_id=_point_id(draw, points),
        period_id=None,
        outcome=outcome,
        completed_on=completed_on if outcome == "done" else None,
        submitted_on=submitted_on,
        recorded_at=entered(order),
    )


def _decision(
    draw: Draw, number: int, points: list[Point], reports: list[Reported], order: int
) -> Decided:
    # The database refuses decisions on a report before it is in, and others than these on one.
    kind = draw(st.sampled_from(KINDS if reports else KINDS[2:]))
    of_report = kind in ("accept", "return") or (
        kind == "reopen" and bool(reports) and draw(st.booleans())
    )
    report = draw(st.sampled_from(reports)) if of_report else None
    return Decided(
        id=number,
        kind=kind,
        report_id=report.id if report else None,
        point_id=report.point_id if report else _point_id(draw, points),
        decided_on=draw(days(report.submitted_on if report else FIRST_DAY)),
        recorded_at=entered(order),
        new_due_on=draw(days()) if kind == "extend" else None,
    )


def _periods(draw: Draw) -> list[Period]:
    found, starts_on = [], FIRST_DAY
    for number in range(1, draw(st.integers(0, 3)) + 1):
        ends_on = starts_on + timedelta(days=draw(st.integers(5, 20)))
        found.append(Period(number, starts_on, ends_on, ends_on + timedelta(days=5)))
        starts_on = ends_on + timedelta(days=1)
    return found
