"""Records of measures, their control points, reports, decisions and lists made of them."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from data_access.records.common import PlanRef, Ref
from data_access.records.doubts import SourceDoubt
from data_access.records.status import Status


@dataclass(frozen=True)
class ExecutorMark:
    """An executor as it stands at a measure; `role` is "lead" or "co"."""

    id: int
    name: str
    short_name: str
    role: str
    by_agreement: bool
    is_group: bool = False


@dataclass(frozen=True)
class MeasureRow:
    """One measure on one date, the row of every register and of the export.

    `due_on` is the control date in force (after extensions and day-off shifts) of the control
    point that decides the status; `original_due_on` differs from it when it was extended.
    `days_overdue`: from `due_on` to the as-of date while overdue or partial, to `completed_on`
    when done late, else None. `points_done` of `points_total`: "3 из 8".
    `reason` is the last reason that an executor gave.
    """

    id: int
    plan: PlanRef
    section: Ref
    section_number: str
    number: str
    title: str
    short_title: str
    executors: tuple[ExecutorMark, ...]
    deadline_text: str
    due_on: date | None
    original_due_on: date | None
    status: Status
    days_overdue: int | None
    completed_on: date | None
    last_report_on: date | None
    expected_result: str
    as_of: date
    points_done: int
    points_total: int
    is_due_soon: bool = False
    no_information: bool = False
    reason: str = ""
    proposed_due_on: date | None = None

    @property
    def is_extended(self) -> bool:
        """Tell whether a decision moved the control date."""
        days = {self.due_on, self.original_due_on}
        return None not in days and len(days) > 1

    @property
    def lead(self) -> ExecutorMark | None:
        """Return the executor that answers for the measure."""
        return next((one for one in self.executors if one.role == "lead"), None)


@dataclass(frozen=True)
class MissingReport:
    """A reporting obligation whose due date passed without a report.

    `released_on` is the day from which on the executor is released of the measure: it owes what
    was due before.
    """

    executor: Ref
    measure: Ref
    measure_number: str
    plan: PlanRef
    period_label: str
    due_on: date
    days: int
    released_on: date | None = None


@dataclass(frozen=True)
class Change:
    """A measure whose status differs between two dates; `changed_on` is the last change.

    `before` is None where an act added the measure in between.
    """

    measure: Ref
    measure_number: str
    plan: PlanRef
    before: Status | None
    after: Status
    changed_on: date
    executor: Ref | None


@dataclass(frozen=True)
class ControlPointView:
    """A control point on the as-of date."""

    id: int
    label: str
    starts_on: date
    due_on: date
    original_due_on: date
    status: Status
    completed_on: date | None


@dataclass(frozen=True)
class ReportView:
    """One executor's report; `entered_late` when it was recorded long after its date.

    `measure` and `measure_number` are filled where reports of several measures stand together.
    """

    id: int
    executor: Ref
    point_label: str
    point_id: int | None
    period_label: str
    outcome: str
    completed_on: date | None
    submitted_on: date
    recorded_at: datetime
    narrative: str
    quantity: Decimal | None
    unit: str
    evidence: str
    reason: str
    proposed_due_on: date | None
    author_post: str
    entered_late: bool
    measure: Ref | None = None
    measure_number: str = ""


@dataclass(frozen=True)
class DecisionView:
    """One decision about a report, a control point or the whole measure.

    `report_by` and `report_on` say whose report it is and of which day, where it is about one.
    """

    id: int
    kind: str
    target: str
    decided_on: date
    recorded_at: datetime
    basis: str
    reason: str
    new_due_on: date | None
    entered_late: bool
    report_by: Ref | None = None
    report_on: date | None = None


@dataclass(frozen=True)
class SpanView:
    """A stretch of time with one status: [valid_from, valid_to)."""

    valid_from: date
    valid_to: date
    status: Status


@dataclass(frozen=True)
class MeasureDetail:
    """Everything about one measure, up to the as-of date by the official record.

    `deciding_point` is the control point that decides the status, `deciding_reports` the ids of
    the reports that it rests on; `rule` is an identifier of the rule's case, such as
    "overdue.no_report" (see `data_access.rules.explain`). `schedule_kind` says how the deadline
    phrase was read. An act added the measure on `began_on` (None: it was there from the beginning).
    The words are those of an act that counts from `worded_on`, after the date looked at.
    """

    row: MeasureRow
    schedule_kind: str
    completion_rule: str
    requires_acceptance: bool
    points: tuple[ControlPointView, ...]
    reports: tuple[ReportView, ...]
    decisions: tuple[DecisionView, ...]
    spans: tuple[SpanView, ...]
    deciding_point: int | None
    deciding_reports: tuple[int, ...]
    rule: str
    findings: tuple[SourceDoubt, ...]
    practices: tuple[Ref, ...]
    began_on: date | None = None
    worded_on: date | None = None
