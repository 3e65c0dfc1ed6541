"""Reporting obligations: which reports an assignment owes, and when they were handed in."""

from datetime import date
from typing import NamedTuple

from data_access.records.status import CLOSED
from data_access.rules.assigned import Assigned
from data_access.rules.facts import MeasureFacts, Period, Reported
from data_access.rules.measure import assigned_state


class Owed(NamedTuple):
    """A report owed for a period; `reported_on` is the day of the first one, if any."""

    assignment_id: int
    period_id: int
    due_on: date
    reported_on: date | None


def obligations(facts: MeasureFacts) -> list[Owed]:
    """Return the reports that the counting assignments of the measure owe.

    Nothing is owed for a period that ends before the work starts or before an amended act adds the
    measure or names the executor, nor for one that begins after the assignment was closed (done,
    closed as not done, or removed), nor where it was closed by the due date without a report for
    the period (removed meanwhile, or accepted late).
    """
    begins, first = _begins(facts), _first_reports(facts)
    periods = [one for one in facts.periods if begins <= one.ends_on]
    owed = {
        (one.id, period.id): Owed(one.id, period.id, period.due_on, first.get((one.id, period.id)))
        for one in facts.counting
        for period in periods
        if _is_owed(facts, one, period, (one.id, period.id) in first)
    }
    return list(owed.values())


def _is_owed(facts: MeasureFacts, assignment: Assigned, period: Period, is_reported: bool) -> bool:
    if not _is_asked(assignment, period) or _is_closed(facts, assignment, period.starts_on):
        return False
    return is_reported or not _is_closed(facts, assignment, period.due_on)


def _begins(facts: MeasureFacts) -> date:
    """Return the day on which work begins; a date that an act added, not before it."""
    days = (max(one.starts_on, one.began_on or date.min) for one in facts.points)
    return max(min(days, default=date.min), facts.began_on or date.min)


def _is_asked(assignment: Assigned, period: Period) -> bool:
    """Tell whether the executor was named before the period ended."""
    return assignment.began_on is None or assignment.began_on <= period.ends_on


def _is_closed(facts: MeasureFacts, assignment: Assigned, on: date) -> bool:
    return assigned_state(facts, assignment, on).status in CLOSED


def _first_reports(facts: MeasureFacts) -> dict[tuple[int, int | None], date]:
    """Return the day of the first report by assignment and period."""
    days: dict[tuple[int, int | None], date] = {}
    for one in sorted(facts.reports, key=lambda each: each.submitted_on, reverse=True):
        days[one.assignment_id, period_of(facts, one)] = one.submitted_on
    return days


def period_of(facts: MeasureFacts, report: Reported) -> int | None:
    """Return the period that the report is for: the one it names, else the one then due.

    In the first days of a quarter, that is the quarter before, as long as its due date is ahead:
    one report never serves two periods.
    """
    if report.period_id is not None:
        return report.period_id
    on = report.submitted_on
    open_ones = [one for one in facts.periods if one.starts_on <= on <= one.due_on]
    first = min(open_ones, key=lambda one: (one.due_on, one.id), default=None)
    return first.id if first else None
