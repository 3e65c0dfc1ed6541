"""Short ways to write down the facts of a measure in 2021."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from data_access.records.status import Status
from data_access.rules.assigned import Assigned
from data_access.rules.facts import Decided, MeasureFacts, Period, Point, Reported
from data_access.rules.measure import measure_state

FIRST = datetime(2021, 1, 1, tzinfo=UTC)


def day(month: int, number: int) -> date:
    return date(2021, month, number)


def entered(order: int) -> datetime:
    """Return the moment at which the row with this id was entered."""
    return FIRST + timedelta(minutes=order)


def point(
    id: int = 1, starts_on: date = date(2021, 3, 1), due_on: date = date(2021, 6, 30)
) -> Point:
    return Point(id, starts_on, due_on)


def report(
    id: int,
    submitted_on: date,
    outcome: str = "done",
    *,
    by: int = 1,
    point_id: int | None = 1,
    completed_on: date | None = None,
    period_id: int | None = None,
) -> Reported:
    completed = completed_on or (submitted_on if outcome == "done" else None)
    return Reported(id, by, point_id, period_id, outcome, completed, submitted_on, entered(id))


def decision(
    id: int,
    kind: str,
    decided_on: date,
    *,
    report_id: int | None = None,
    point_id: int | None = None,
    new_due_on: date | None = None,
) -> Decided:
    return Decided(id, kind, report_id, point_id, decided_on, entered(id), new_due_on)


def facts(
    *rows: Reported | Decided,
    points: Iterable[Point] | None = None,
    executors: int = 1,
    lead_only: bool = False,
    acceptance: bool = False,
    periods: Iterable[Period] = (),
) -> MeasureFacts:
    """Return the facts of one measure; the first executor leads."""
    return MeasureFacts(
        requires_acceptance=acceptance,
        points=(point(),) if points is None else tuple(points),
        assignments=tuple(Assigned(n, n == 1 or not lead_only) for n in range(1, executors + 1)),
        reports=tuple(row for row in rows if isinstance(row, Reported)),
        decisions=tuple(row for row in rows if isinstance(row, Decided)),
        periods=tuple(periods),
    )


def status_on(of: MeasureFacts, on: date) -> Status:
    return measure_state(of, on).status
