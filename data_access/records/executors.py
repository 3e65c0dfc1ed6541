"""Executors: what is assigned to them and how they report."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from data_access.records.common import GroupRow, PlanRef, Ratio, Ref, Totals
from data_access.records.measures import (
    ControlPointView,
    MeasureRow,
    MissingReport,
    ReportView,
    SpanView,
)
from data_access.records.status import Status


@dataclass(frozen=True)
class ReportCell:
    """An executor's obligations of one period.

    `state`: "on_time", "late", "missing", "not_due" or "none" (nothing to report); the worst of
    its assignments. Of those `owed` so many were `handed_in`, `late` of these after the due date.
    """

    period_id: int
    state: str
    handed_in: int
    owed: int
    late: int = 0

    @property
    def on_time(self) -> Ratio:
        """Return the reports handed in on time of those owed."""
        return Ratio(self.handed_in - self.late, self.owed)


@dataclass(frozen=True)
class Period:
    """A reporting period as a column of the matrix."""

    id: int
    label: str
    due_on: date
    plan: PlanRef


@dataclass(frozen=True)
class DuePoint:
    """A control point that counts for the discipline: its term is over, or it was settled early.

    `status` and `completed_on` are those of whoever is looked at: of all executors that count,
    or of one.
    """

    measure: Ref
    measure_number: str
    plan: PlanRef
    label: str
    due_on: date
    status: Status
    completed_on: date | None

    @property
    def is_on_time(self) -> bool:
        """Tell whether the work was done on time."""
        return self.status is Status.DONE


@dataclass(frozen=True)
class ExecutorsPage:
    """Executors with discipline, and the matrix executor × reporting period.

    `due_points` are what `totals.discipline` counts; of very many plans only their number.
    """

    plans: Sequence[PlanRef]
    totals: Totals
    rows: Sequence[GroupRow]
    periods: tuple[Period, ...]
    matrix: Mapping[int, tuple[ReportCell, ...]]
    due_points: Sequence[DuePoint] = ()


@dataclass(frozen=True)
class AssignmentRow:
    """One measure assigned to the executor, with its own status and the measure's.

    The dates, the delay, the last report and the reason are the executor's own (of the
    assignment's span and its reports); those of `measure` may rest on another executor.
    """

    id: int
    role: str
    by_agreement: bool
    status: Status
    measure: MeasureRow
    spans: tuple[SpanView, ...]
    points: tuple[ControlPointView, ...]
    due_on: date | None = None
    original_due_on: date | None = None
    completed_on: date | None = None
    days_overdue: int | None = None
    last_report_on: date | None = None
    reason: str = ""


@dataclass(frozen=True)
class FormerAssignment:
    """A measure of which an act released the executor: from `released_on` on it counts nowhere."""

    measure: Ref
    measure_number: str
    plan: PlanRef
    released_on: date


@dataclass(frozen=True)
class ExecutorDetail:
    """Everything assigned to one executor, in all plans of the scope.

    `totals` counts its assignments by their own status (`by_status` sums to the assignments);
    `due_points` are what its discipline counts: a point once for each assignment. `former` are
    the assignments of which it was released.
    """

    plans: Sequence[PlanRef]
    executor: Ref
    is_group: bool
    territory: Ref
    aliases: tuple[str, ...]
    totals: Totals
    assignments: tuple[AssignmentRow, ...]
    reports: tuple[ReportView, ...]
    missing: tuple[MissingReport, ...]
    periods: tuple[Period, ...]
    cells: tuple[ReportCell, ...]
    due_points: tuple[DuePoint, ...] = ()
    former: tuple[FormerAssignment, ...] = ()
