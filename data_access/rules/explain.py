"""Why a status is what it is: the control point, the reports and the rule it rests on."""

from dataclasses import dataclass
from datetime import date

from data_access.records.status import Status
from data_access.rules.assignments import named, review_of, standing_report
from data_access.rules.facts import MeasureFacts, Point, Reported
from data_access.rules.measure import measure_state


@dataclass(frozen=True)
class Explanation:
    """The deciding control point, the reports that stand for it, and the rule's identifier.

    `rule` is one of RULES; `layouts` has a sentence for each.
    """

    point_id: int | None
    report_ids: tuple[int, ...]
    rule: str


RULES = (
    "undated.no_point",
    "removed.decided",
    "not_done.decided",
    "not_due.before_start",
    "in_progress.started",
    "in_progress.reported",
    "in_progress.between_points",
    "under_review.pending",
    "returned.returned",
    "partial.reported",
    "overdue.no_report",
    "overdue.unfinished",
    "overdue.returned",
    "done.in_time",
    "done.accepted",
    "done_late.late",
)

_ONE_RULE = {
    Status.UNDATED: "undated.no_point",
    Status.REMOVED: "removed.decided",
    Status.NOT_DONE: "not_done.decided",
    Status.NOT_DUE: "not_due.before_start",
    Status.UNDER_REVIEW: "under_review.pending",
    Status.RETURNED: "returned.returned",
    Status.PARTIAL: "partial.reported",
    Status.DONE_LATE: "done_late.late",
}


def explain(facts: MeasureFacts, on: date) -> Explanation:
    """Return what the measure's status rests on, on the date."""
    state = measure_state(facts, on)
    point = next((one for one in facts.points if one.id == state.point_id), None)
    reports = _standing(facts, point, on) if point else []
    rule = _ONE_RULE.get(state.status) or _rule(facts, state.status, point, reports, on)
    return Explanation(state.point_id, tuple(one.id for one in reports), rule)


def _standing(facts: MeasureFacts, point: Point, on: date) -> list[Reported]:
    deciding = named(facts, point, facts.counting, on)
    found = [standing_report(facts, point, one, on) for one in deciding]
    return [one for one in found if one]


def _rule(
    facts: MeasureFacts, status: Status, point: Point | None, reports: list[Reported], on: date
) -> str:
    if status is Status.DONE:
        return "done.accepted" if facts.requires_acceptance else "done.in_time"
    if status is Status.OVERDUE:
        return _overdue_rule(facts, point, reports, on)
    if reports:
        return "in_progress.reported"
    is_waiting = point is not None and on < point.starts_on
    return "in_progress.between_points" if is_waiting else "in_progress.started"


def _overdue_rule(
    facts: MeasureFacts, point: Point | None, reports: list[Reported], on: date
) -> str:
    if any(review_of(facts, one, on) == "return" for one in reports):
        return "overdue.returned"
    deciding = named(facts, point, facts.counting, on) if point else facts.counting
    is_silent = len(reports) < len(deciding)
    return "overdue.no_report" if is_silent else "overdue.unfinished"
