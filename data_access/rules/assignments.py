"""The state of assignments at one control point on one date, closings left aside."""

from datetime import date, timedelta

from data_access.records.status import FINISHED, Status, worst
from data_access.rules.assigned import Assigned
from data_access.rules.facts import Decided, MeasureFacts, Point, Reported

#: A status, and the date of completion if the work was completed.
Found = tuple[Status, date | None]

EXTENDING = ("extend",)
REVIEWING = ("accept", "return")
VOIDING = ("reopen", "accept")


def due_in_force(facts: MeasureFacts, point: Point, on: date) -> date:
    """Return the due date after the extensions decided by the date.

    An extension of the whole measure moves what was then its last control point.
    """
    for one in facts.made(EXTENDING):
        if one.decided_on <= on and (
            one.point_id == point.id or (one.point_id is None and _is_last(facts, point, one))
        ):
            return one.new_due_on or point.due_on
    return point.due_on


def _is_last(facts: MeasureFacts, point: Point, decision: Decided) -> bool:
    standing = facts.standing(decision.decided_on)
    return bool(standing) and point.id == standing[-1].id


def standing_report(
    facts: MeasureFacts, point: Point, assignment: Assigned, on: date
) -> Reported | None:
    """Return the newest report of the assignment about `point` that was handed in by the date."""
    for one in facts.reports_on.get((assignment.id, point.id), ()):
        if one.submitted_on <= on:
            return one
    return None


def review_of(facts: MeasureFacts, report: Reported, on: date) -> str | None:
    """Return "accept", "return" or None: what stands about the report on the date."""
    for one in facts.made(REVIEWING):
        if one.report_id == report.id and one.decided_on <= on:
            return one.kind
    return None


def assignment_state(
    facts: MeasureFacts, point: Point, assignment: Assigned, on: date, due_on: date
) -> Found:
    """Return status and date of completion of one assignment at `point`, closings left aside."""
    report = standing_report(facts, point, assignment, on)
    if report is None:
        return _without_report(point, on, due_on), None
    review = review_of(facts, report, on)
    if review == "return":
        return (Status.RETURNED if on <= due_on else Status.OVERDUE), None
    if report.outcome == "done" and not is_voided(facts, point, report, on):
        return _finished(facts, report, review, due_on)
    if on <= due_on:
        return Status.IN_PROGRESS, None
    return (Status.PARTIAL if report.outcome == "partial" else Status.OVERDUE), None


def is_voided(facts: MeasureFacts, point: Point, report: Reported, on: date) -> bool:
    """Tell whether a later "reopen" took the force from a report of completion.

    A "reopen" of the report itself, of the point or of the measure does; an acceptance of the
    report made after it gives the force back.
    """
    for one in facts.made(VOIDING):
        if one.decided_on <= on and _speaks_of(one, point, report):
            return one.kind == "reopen"
    return False


def _speaks_of(decision: Decided, point: Point, report: Reported) -> bool:
    if decision.kind == "accept" or decision.report_id is not None:
        return decision.report_id == report.id
    return decision.concerns(point) and decision.order[:2] >= report.order[:2]


def _finished(facts: MeasureFacts, report: Reported, review: str | None, due_on: date) -> Found:
    if facts.requires_acceptance and review != "accept":
        return Status.UNDER_REVIEW, None
    completed_on = report.completed_on or report.submitted_on
    return (Status.DONE if completed_on <= due_on else Status.DONE_LATE), completed_on


def _without_report(point: Point, on: date, due_on: date) -> Status:
    if on > due_on:
        return Status.OVERDUE
    return Status.IN_PROGRESS if on >= point.starts_on else Status.NOT_DUE


def judged(
    facts: MeasureFacts, point: Point, assignments: tuple[Assigned, ...], on: date, due_on: date
) -> Found:
    """Return status and completion of the point as good as the worst of these assignments."""
    states = [assignment_state(facts, point, one, on, due_on) for one in assignments]
    if not states:
        return _without_report(point, on, due_on), None
    if len(states) == 1:
        return states[0]
    found = {status for status, _ in states}
    if Status.NOT_DUE in found and len(found) > 1:
        # Somebody reported already, so the point is no longer waiting for its start.
        found = found - {Status.NOT_DUE} | {Status.IN_PROGRESS}
    status = worst(found)
    dates = [completed for _, completed in states if completed]
    return status, max(dates) if status in FINISHED else None


def named(
    facts: MeasureFacts, point: Point, assignments: tuple[Assigned, ...], on: date
) -> tuple[Assigned, ...]:
    """Return those of the assignments that decide the point on the date.

    When an amended act names others, work that stood done the day before stays with those who did
    it; anything else passes to those who are named from that day on.
    """
    if not facts.executor_turns:
        return assignments
    days = sorted({day for one in assignments for day in one.turns if day <= on})
    current = tuple(one for one in assignments if one.began_on is None)
    for day in days:
        eve = day - timedelta(days=1)
        stood = judged(facts, point, current, eve, due_in_force(facts, point, eve))[0]
        if stood not in FINISHED or not current:
            current = tuple(one for one in assignments if one.is_named(day))
    return current
