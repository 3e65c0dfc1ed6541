"""The numbers of a plan computed a second time: from base rows, day by day, in plain Python.

Nothing of the product's rules, spans or queries is used here, so that agreement means something.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import create_engine, text

WORST = (
    "overdue",
    "not_done",
    "partial",
    "returned",
    "in_progress",
    "under_review",
    "done_late",
    "done",
)
DATES = (
    "due_on",
    "starts_on",
    "ends_on",
    "submitted_on",
    "completed_on",
    "decided_on",
    "new_due_on",
    "began_on",
    "ended_on",
    "away_from",
    "back_on",
)
BASE = ("plan", "measure", "control_point", "assignment", "report", "decision", "reporting_period")


def read_base(url: str) -> dict[str, list[dict[str, Any]]]:
    """Read the base tables by plain SQL."""
    engine = create_engine(url)
    with engine.connect() as connection:
        tables = {
            name: [
                _typed(row._mapping) for row in connection.execute(text(f"SELECT * FROM {name}"))
            ]
            for name in BASE
        }
    engine.dispose()
    return tables


def _typed(row: Any) -> dict[str, Any]:
    values = dict(row)
    for name in DATES:
        if isinstance(values.get(name), str):
            values[name] = date.fromisoformat(values[name])
    return values


@dataclass
class Numbers:
    """What every screen must show for one plan on one date."""

    by_status: Counter[str] = field(default_factory=Counter)
    worst_days: int | None = None
    on_time: int = 0
    due: int = 0
    reports_on_time: int = 0
    reports_due: int = 0
    missing: int = 0
    silent: set[int] = field(default_factory=set)
    overdue_numbers: list[tuple[str, int]] = field(default_factory=list)
    by_section: dict[int, Counter[str]] = field(default_factory=dict)

    @property
    def done(self) -> int:
        return self.by_status["done"] + self.by_status["done_late"]

    @property
    def counted(self) -> int:
        return sum(self.by_status.values()) - self.by_status["removed"]


class Oracle:
    """Base rows with the few look-ups that the computation needs."""

    def __init__(self, base: dict[str, list[dict[str, Any]]]) -> None:
        self.base = base
        self.plans = {row["id"]: row for row in base["plan"]}
        self.report_point = {row["id"]: row["control_point_id"] for row in base["report"]}

    def numbers(self, plan_id: int, on: date) -> Numbers:
        """Return the numbers of a plan on a date."""
        found = Numbers()
        for measure in self._of("measure", "plan_id", plan_id):
            if measure["began_on"] and on < measure["began_on"]:
                continue  # an act added it later
            status, since, points = self.measure(measure, on)
            found.by_status[status] += 1
            found.by_section.setdefault(measure["section_id"], Counter())[status] += 1
            if status == "overdue":
                days = (on - since).days
                found.worst_days = max(days, found.worst_days or 0)
                found.overdue_numbers.append((measure["number"], days))
            live = [point for point in points if point[0] != "removed"]
            found.on_time += sum(point[0] == "done" for point in live)
            found.due += sum(
                on > point[1] or point[0] in ("done", "done_late", "not_done") for point in live
            )
            self._reports(found, measure, on)
        return found

    def named(self, plan_id: int, on: date) -> dict[int, set[str]]:
        """Return the executors named on a date, each with the numbers of its measures."""
        found: dict[int, set[str]] = {}
        for measure in self._of("measure", "plan_id", plan_id):
            for one in self._of("assignment", "measure_id", measure["id"]):
                began = max(measure["began_on"] or date.min, one["began_on"] or date.min)
                is_away = one["back_on"] and one["away_from"] <= on < one["back_on"]
                if began <= on < (one["ended_on"] or date.max) and not is_away:
                    found.setdefault(one["executor_id"], set()).add(measure["number"])
        return found

    def _of(self, table: str, column: str, value: int) -> list[dict[str, Any]]:
        return [row for row in self.base[table] if row[column] == value]

    def _decisions(self, kinds: str, point: dict[str, Any], on: date) -> list[dict[str, Any]]:
        """Return decisions about a control point, its reports or its measure, in order."""
        made = [
            row
            for row in self.base["decision"]
            if row["kind"] in kinds.split()
            and row["decided_on"] <= on
            and (
                row["control_point_id"] == point["id"]
                or row["measure_id"] == point["measure_id"]
                or (row["report_id"] and self.report_point[row["report_id"]] == point["id"])
            )
        ]
        return sorted(made, key=lambda row: (row["decided_on"], str(row["recorded_at"]), row["id"]))

    def due(self, point: dict[str, Any], on: date) -> date:
        """Return the due date in force; the samples use no shift for days off."""
        moves = [
            row
            for row in self._decisions("extend", point, on)
            if row["measure_id"] is None or self._last(point, row["decided_on"]) == point["id"]
        ]
        return moves[-1]["new_due_on"] if moves else point["due_on"]

    def _points(self, measure_id: int, on: date) -> list[dict[str, Any]]:
        """Return the control points without those that an act added later."""
        points = self._of("control_point", "measure_id", measure_id)
        return [row for row in points if not row["began_on"] or row["began_on"] <= on]

    def _last(self, point: dict[str, Any], on: date) -> int:
        points = self._points(point["measure_id"], on)
        return max(((row["due_on"], row["id"]) for row in points), default=(on, 0))[1]

    def measure(
        self, measure: dict[str, Any], on: date, only: int | None = None
    ) -> tuple[str, date, list[tuple[str, date]]]:
        """Return status, the date that lateness counts from, and (status, due) of the points."""
        plan = self.plans[measure["plan_id"]]
        assigned = self._of("assignment", "measure_id", measure["id"])
        if plan["completion_rule"] == "lead":
            assigned = [row for row in assigned if row["role"] == "lead"]
        if only is not None:
            assigned = [row for row in assigned if row["id"] == only]
        points = [
            (self.point(plan, point, assigned, on), self.due(point, on))
            for point in self._points(measure["id"], on)
        ]
        if not points:
            return self._closed_without_points(measure, on), on, points
        live = [point for point in points if point[0] != "removed"]
        if not live:
            return "removed", on, points
        begun = [point for point in live if point[0] != "not_due"]
        if not begun:
            return "not_due", on, points
        status = min((point[0] for point in begun), key=WORST.index)
        if status in ("done", "done_late") and len(begun) < len(live):
            status = "in_progress"
        since = min((point[1] for point in live if point[0] == status), default=on)
        return status, since, points

    def _closed_without_points(self, measure: dict[str, Any], on: date) -> str:
        made = [
            row
            for row in self.base["decision"]
            if row["measure_id"] == measure["id"]
            and row["decided_on"] <= on
            and row["kind"] in ("remove", "not_done", "reopen")
        ]
        made.sort(key=lambda row: (row["decided_on"], str(row["recorded_at"]), row["id"]))
        last = made[-1]["kind"] if made else ""
        return {"remove": "removed", "not_done": "not_done"}.get(last, "undated")

    def point(
        self, plan: dict[str, Any], point: dict[str, Any], assigned: list[Any], on: date
    ) -> str:
        """Return the status of a control point on a date."""
        closing = self._decisions("remove not_done reopen", point, on)
        status = self._open(plan, point, assigned, on)
        if closing and closing[-1]["kind"] == "not_done":
            return "not_done"
        if closing and closing[-1]["kind"] == "remove":
            before = self._open(plan, point, assigned, closing[-1]["decided_on"])
            return status if before in ("done", "done_late") else "removed"
        return status

    def _open(
        self, plan: dict[str, Any], point: dict[str, Any], assigned: list[Any], on: date
    ) -> str:
        found = {self._assigned(plan, point, row, on) for row in assigned}
        if "not_due" in found and len(found) > 1:
            found = (found - {"not_due"}) | {"in_progress"}
        order = (*WORST[:6], "not_due", *WORST[6:])
        return min(found, key=order.index)

    def _assigned(
        self, plan: dict[str, Any], point: dict[str, Any], assignment: dict[str, Any], on: date
    ) -> str:
        due = self.due(point, on)
        late = on > due
        reports = [
            row
            for row in self._of("report", "assignment_id", assignment["id"])
            if row["control_point_id"] == point["id"] and row["submitted_on"] <= on
        ]
        if not reports:
            starts = point["starts_on"] or plan["starts_on"]
            return "overdue" if late else ("in_progress" if on >= starts else "not_due")
        report = max(
            reports, key=lambda row: (row["submitted_on"], str(row["recorded_at"]), row["id"])
        )
        reviews = [
            row
            for row in self._decisions("accept return", point, on)
            if row["report_id"] == report["id"]
        ]
        review = reviews[-1]["kind"] if reviews else None
        if review == "return":
            return "overdue" if late else "returned"
        reopened = self._decisions("reopen", point, on)
        is_void = bool(reopened) and (
            (reopened[-1]["decided_on"], str(reopened[-1]["recorded_at"]))
            >= (report["submitted_on"], str(report["recorded_at"]))
        )
        if report["outcome"] == "done" and not is_void:
            if plan["requires_acceptance"] and review != "accept":
                return "under_review"
            return "done" if report["completed_on"] <= due else "done_late"
        if not late:
            return "in_progress"
        return "partial" if report["outcome"] == "partial" else "overdue"

    def _reports(self, found: Numbers, measure: dict[str, Any], on: date) -> None:
        plan = self.plans[measure["plan_id"]]
        points = self._of("control_point", "measure_id", measure["id"])
        starts = [
            max(point["starts_on"] or plan["starts_on"], point["began_on"] or date.min)
            for point in points
        ]
        begins = max(min(starts, default=date.min), measure["began_on"] or date.min)
        for assignment in self._of("assignment", "measure_id", measure["id"]):
            if plan["completion_rule"] == "lead" and assignment["role"] != "lead":
                continue
            for period in self._of("reporting_period", "plan_id", plan["id"]):
                if begins > period["ends_on"]:
                    continue
                if self._closed(measure, assignment, period["starts_on"]):
                    continue
                days = self._report_days(plan, assignment, period)
                if not days and self._closed(measure, assignment, period["due_on"]):
                    continue
                if period["due_on"] < on:
                    _count(found, assignment, period, min(days, default=None), on)

    def _closed(self, measure: dict[str, Any], assignment: dict[str, Any], on: date) -> bool:
        status = self.measure(measure, on, only=assignment["id"])[0]
        return status in ("done", "done_late", "removed", "not_done")

    def _report_days(
        self, plan: dict[str, Any], assignment: dict[str, Any], period: dict[str, Any]
    ) -> list[date]:
        """Return the days of reports that name the period, or were handed in while it was open."""
        days = []
        for row in self._of("report", "assignment_id", assignment["id"]):
            open_periods = [
                one
                for one in self._of("reporting_period", "plan_id", plan["id"])
                if one["starts_on"] <= row["submitted_on"] <= one["due_on"]
            ]
            first = min(open_periods, key=lambda one: one["due_on"], default={"id": None})
            if (row["reporting_period_id"] or first["id"]) == period["id"]:
                days.append(row["submitted_on"])
        return days


def _count(
    found: Numbers,
    assignment: dict[str, Any],
    period: dict[str, Any],
    first: date | None,
    on: date,
) -> None:
    found.reports_due += 1
    found.reports_on_time += first is not None and first <= period["due_on"]
    if first is None or first > on:
        found.missing += 1
        found.silent.add(assignment["executor_id"])
