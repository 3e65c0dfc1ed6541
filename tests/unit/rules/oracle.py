"""The status by another way: the record of a point is replayed event by event up to a date.

Written from the design's table alone and sharing no code with the rules, to check them with.
"""

from dataclasses import dataclass, field
from datetime import date

from data_access.rules.facts import Decided, MeasureFacts, Point, Reported

ORDER = (
    "overdue",
    "not_done",
    "partial",
    "returned",
    "in_progress",
    "under_review",
    "done_late",
    "done",
)
DONE = ("done", "done_late")


@dataclass
class Record:
    """What stands about one point after the events replayed so far."""

    due_on: date
    latest: dict[int, Reported] = field(default_factory=dict)
    review: dict[int, str] = field(default_factory=dict)
    voided: set[int] = field(default_factory=set)
    closed: Decided | None = None


def measure_status(facts: MeasureFacts, on: date) -> str:
    counting = [one.id for one in facts.assignments if one.counts]
    points = _standing(facts, on)
    if not points:
        return _undated(facts, on)
    every = [point_status(facts, point, counting, on) for point in points]
    live = [status for status in every if status != "removed"]
    started = [status for status in live if status != "not_due"]
    if not live:
        return "removed"
    if not started:
        return "not_due"
    bad = min(started, key=ORDER.index)
    return "in_progress" if bad in DONE and len(started) < len(live) else bad


def _standing(facts: MeasureFacts, on: date) -> list[Point]:
    return [one for one in facts.points if one.began_on is None or on >= one.began_on]


def _undated(facts: MeasureFacts, on: date) -> str:
    status = "undated"
    for event in _events(facts, on):
        if isinstance(event, Decided) and event.report_id is None:
            new = {"remove": "removed", "not_done": "not_done", "reopen": "undated"}
            status = new.get(event.kind, status)
    return status


def point_status(facts: MeasureFacts, point: Point, counting: list[int], on: date) -> str:
    record = replay(facts, point, on)
    closed = record.closed
    if closed and closed.kind == "not_done":
        return "not_done"
    if closed and closed.kind == "remove":
        that_day = replay(facts, point, closed.decided_on)
        before = _worst(facts, point, that_day, counting, closed.decided_on)
        return before if before in DONE else "removed"
    return _worst(facts, point, record, counting, on)


def replay(facts: MeasureFacts, point: Point, on: date) -> Record:
    record = Record(point.due_on)
    for event in _events(facts, on):
        if isinstance(event, Reported):
            if event.point_id == point.id:
                record.latest[event.assignment_id] = event
        else:
            _decide(facts, point, record, event)
    return record


def _events(facts: MeasureFacts, on: date) -> list[Reported | Decided]:
    dated: list[tuple[date, object, Reported | Decided]] = [
        *((one.submitted_on, one.recorded_at, one) for one in facts.reports),
        *((one.decided_on, one.recorded_at, one) for one in facts.decisions),
    ]
    return [one for when, _, one in sorted(dated, key=lambda row: row[:2]) if when <= on]


def _decide(facts: MeasureFacts, point: Point, record: Record, event: Decided) -> None:
    if event.report_id is not None:
        _decide_on_report(record, event.kind, event.report_id)
    elif event.kind == "extend":
        is_last = _standing(facts, event.decided_on)[-1:] == [point]
        if event.point_id == point.id or (event.point_id is None and is_last):
            record.due_on = event.new_due_on or record.due_on
    elif event.point_id in (None, point.id):
        record.closed = event
        if event.kind == "reopen":
            record.voided |= {one.id for one in record.latest.values()}


def _decide_on_report(record: Record, kind: str, report_id: int) -> None:
    if kind == "reopen":
        record.voided.add(report_id)
        return
    record.review[report_id] = kind
    if kind == "accept":
        record.voided.discard(report_id)


def _worst(facts: MeasureFacts, point: Point, record: Record, counting: list[int], on: date) -> str:
    found = [_one(facts, point, record, record.latest.get(who), on) for who in counting]
    waiting = found.count("not_due")
    if waiting == len(found):
        return "not_due"
    return min(("in_progress" if one == "not_due" else one for one in found), key=ORDER.index)


def _one(
    facts: MeasureFacts, point: Point, record: Record, report: Reported | None, on: date
) -> str:
    over = on > record.due_on
    if report is None:
        return "overdue" if over else "in_progress" if on >= point.starts_on else "not_due"
    review = record.review.get(report.id)
    if review == "return":
        return "overdue" if over else "returned"
    if report.outcome == "done" and report.id not in record.voided:
        if facts.requires_acceptance and review != "accept":
            return "under_review"
        assert report.completed_on is not None
        return "done" if report.completed_on <= record.due_on else "done_late"
    if not over:
        return "in_progress"
    return "partial" if report.outcome == "partial" else "overdue"
