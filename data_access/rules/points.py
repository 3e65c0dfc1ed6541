"""The status of one control point on one date.

Rules: table "Status" of the design; terms are inclusive ("до 10 числа" includes the 10th).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from data_access.records.status import FINISHED, Status, worst
from data_access.rules.facts import Assigned, Decided, MeasureFacts, Point, Reported

CLOSING = ("remove", "not_done", "reopen")
#: A status, and the date of completion if the work was completed.
Found = tuple[Status, date | None]


@dataclass(frozen=True)
class PointState:
    """A control point on a date: its status, and when the work was completed if it was.

    `due_on` is the date in force, `original_due_on` the one before any extension.
    """

    point_id: int
    status: Status
    starts_on: date
    due_on: date
    original_due_on: date
    completed_on: date | None

    def term_is_over(self, on: date) -> bool:
        """Tell whether the point counts as due on the date: term over, or settled early."""
        return on > self.due_on or self.status in FINISHED | {Status.NOT_DONE}


def point_state(
    facts: MeasureFacts, point: Point, assignments: Iterable[Assigned], on: date
) -> PointState:
    """Return the state of `point` on the date, over the given assignments."""
    counted = tuple(assignments)
    due_on = due_in_force(facts, point, on)
    closing = last_decision(facts, point, CLOSING, on)
    if closing and closing.kind == "not_done":
        found: Found = (Status.NOT_DONE, None)
    elif closing and closing.kind == "remove":
        found = _removed_state(facts, point, counted, closing.decided_on)
    else:
        found = _open_state(facts, point, counted, on, due_on)
    return PointState(point.id, found[0], point.starts_on, due_on, point.due_on, found[1])


def _removed_state(
    facts: MeasureFacts, point: Point, assignments: tuple[Assigned, ...], removed_on: date
) -> Found:
    """Return "removed", or what stood on the day of the removal if the work was done already.

    Control ended on that day, so nothing that comes later makes a debt of it again.
    """
    due_on = due_in_force(facts, point, removed_on)
    before = _open_state(facts, point, assignments, removed_on, due_on)
    return before if before[0] in FINISHED else (Status.REMOVED, None)


def due_in_force(facts: MeasureFacts, point: Point, on: date) -> date:
    """Return the due date after the extensions decided by the date.

    An extension of the whole measure moves its last control point.
    """
    is_last = bool(facts.points) and point.id == facts.points[-1].id
    extensions = [
        one
        for one in facts.decisions
        if one.kind == "extend"
        and one.decided_on <= on
        and (one.point_id == point.id or (one.point_id is None and is_last))
    ]
    latest = max(extensions, key=lambda one: one.order, default=None)
    return latest.new_due_on if latest and latest.new_due_on else point.due_on


def last_decision(
    facts: MeasureFacts, point: Point, kinds: tuple[str, ...], on: date
) -> Decided | None:
    """Return the decision of these kinds that stands for `point` on the date.

    Decisions on a single report are left aside: they say nothing about the point as a whole.
    """
    made = [
        one
        for one in facts.decisions
        if one.kind in kinds
        and one.report_id is None
        and one.decided_on <= on
        and one.concerns(point)
    ]
    return max(made, key=lambda one: one.order, default=None)


def standing_report(
    facts: MeasureFacts, point: Point, assignment: Assigned, on: date
) -> Reported | None:
    """Return the newest report of the assignment about `point` that was handed in by the date."""
    handed_in = [
        one
        for one in facts.reports
        if one.assignment_id == assignment.id
        and one.point_id == point.id
        and one.submitted_on <= on
    ]
    return max(handed_in, key=lambda one: one.order, default=None)


def review_of(facts: MeasureFacts, report: Reported, on: date) -> str | None:
    """Return "accept", "return" or None: what stands about the report on the date."""
    made = [
        one
        for one in facts.decisions
        if one.report_id == report.id and one.kind in ("accept", "return") and one.decided_on <= on
    ]
    latest = max(made, key=lambda one: one.order, default=None)
    return latest.kind if latest else None


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
    made = [
        one
        for one in facts.decisions
        if one.decided_on <= on
        and (
            (one.kind == "reopen" and _reopens(one, point, report))
            or (one.kind == "accept" and one.report_id == report.id)
        )
    ]
    latest = max(made, key=lambda one: one.order, default=None)
    return latest is not None and latest.kind == "reopen"


def _reopens(decision: Decided, point: Point, report: Reported) -> bool:
    if decision.report_id is not None:
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


def _open_state(
    facts: MeasureFacts, point: Point, assignments: tuple[Assigned, ...], on: date, due_on: date
) -> Found:
    """Return status and completion of the point as good as its worst assignment."""
    states = [assignment_state(facts, point, one, on, due_on) for one in assignments]
    if not states:
        return _without_report(point, on, due_on), None
    found = {status for status, _ in states}
    if Status.NOT_DUE in found and len(found) > 1:
        # Somebody reported already, so the point is no longer waiting for its start.
        found = found - {Status.NOT_DUE} | {Status.IN_PROGRESS}
    status = worst(found)
    dates = [completed for _, completed in states if completed]
    return status, max(dates) if status in FINISHED else None
