"""What each page is made of; each is filled by the query module of the same name."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from data_access.records.common import Freshness, GroupRow, PlanRef, Ref, Totals
from data_access.records.measures import (
    Change,
    ControlPointView,
    MeasureRow,
    MissingReport,
    ReportView,
    SpanView,
)
from data_access.records.status import Status


@dataclass(frozen=True)
class Choices:
    """What the filter bar offers, within the account's territories."""

    plans: tuple[PlanRef, ...]
    territories: tuple[Ref, ...]
    sections: tuple[Ref, ...]
    executors: tuple[Ref, ...]


@dataclass(frozen=True)
class CurvePoint:
    """Control points on one day: those whose term has come, and those done by the record.

    `done` is None after the as-of date.
    """

    on: date
    due: int
    done: int | None


@dataclass(frozen=True)
class IndicatorValue:
    """A value of one year with where it comes from."""

    year: int
    value: Decimal
    source: str


@dataclass(frozen=True)
class IndicatorRow:
    """One indicator with targets and actuals by year.

    `direction` is "decrease" or "increase". `gap` is actual − target of `gap_year`, the latest
    year up to the as-of date that has both; `met` tells whether the target is reached (by
    direction); both None where no year has both. `decimals` is the number of decimals published.
    """

    id: int
    plan: PlanRef
    name: str
    short_name: str
    unit: str
    direction: str
    form: str
    targets: Mapping[int, IndicatorValue]
    actuals: Mapping[int, IndicatorValue]
    gap: Decimal | None
    gap_year: int | None
    met: bool | None
    decimals: int


@dataclass(frozen=True)
class Overview:
    """The front page; also the totals of the meeting view."""

    plans: tuple[PlanRef, ...]
    totals: Totals
    sections: tuple[GroupRow, ...]
    executors: tuple[GroupRow, ...]
    territories: tuple[GroupRow, ...]
    overdue: tuple[MeasureRow, ...]
    missing: tuple[MissingReport, ...]
    upcoming: tuple[MeasureRow, ...]
    indicators: tuple[IndicatorRow, ...]
    changes: tuple[Change, ...]
    since: date | None
    curve: tuple[CurvePoint, ...]
    freshness: Freshness


@dataclass(frozen=True)
class Register:
    """A filtered list of measures; `found` counts all, `rows` may be cut at a limit."""

    plans: tuple[PlanRef, ...]
    rows: tuple[MeasureRow, ...]
    found: int
    totals: Totals


@dataclass(frozen=True)
class GroupPage:
    """The list of sections, executors or territories with the totals above it."""

    plans: tuple[PlanRef, ...]
    totals: Totals
    rows: tuple[GroupRow, ...]


@dataclass(frozen=True)
class SectionDetail:
    """One section and its measures in the plan's order."""

    plans: tuple[PlanRef, ...]
    row: GroupRow
    measures: tuple[MeasureRow, ...]


@dataclass(frozen=True)
class ReportCell:
    """An executor's obligations of one period.

    `state`: "on_time", "late", "missing", "not_due" or "none" (nothing to report); the worst of
    its assignments, with `ratio` of handed in against owed.
    """

    period_id: int
    state: str
    handed_in: int
    owed: int


@dataclass(frozen=True)
class Period:
    """A reporting period as a column of the matrix."""

    id: int
    label: str
    due_on: date
    plan: PlanRef


@dataclass(frozen=True)
class ExecutorsPage:
    """Executors with discipline, and the matrix executor × reporting period."""

    plans: tuple[PlanRef, ...]
    totals: Totals
    rows: tuple[GroupRow, ...]
    periods: tuple[Period, ...]
    matrix: Mapping[int, tuple[ReportCell, ...]]


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
class ExecutorDetail:
    """Everything assigned to one executor, in all plans of the scope.

    `totals` counts its assignments by their own status (`by_status` sums to the assignments).
    """

    plans: tuple[PlanRef, ...]
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


@dataclass(frozen=True)
class TerritoryDetail:
    """One territory: its plans with their totals, and its municipalities where it is a region."""

    territory: Ref
    level: str
    parent: Ref | None
    plans: tuple[tuple[PlanRef, Totals], ...]
    municipalities: tuple[GroupRow, ...]


@dataclass(frozen=True)
class OverduePage:
    """What is overdue, worst first; what was done in part; who sent no report."""

    plans: tuple[PlanRef, ...]
    totals: Totals
    overdue: tuple[MeasureRow, ...]
    partial: tuple[MeasureRow, ...]
    missing: tuple[MissingReport, ...]


@dataclass(frozen=True)
class IndicatorsPage:
    """Targets against actuals."""

    plans: tuple[PlanRef, ...]
    rows: tuple[IndicatorRow, ...]


@dataclass(frozen=True)
class TimelineRow:
    """A measure's bar in the calendar with its control points."""

    measure: MeasureRow
    starts_on: date
    ends_on: date
    points: tuple[ControlPointView, ...]


@dataclass(frozen=True)
class TimelinePage:
    """The plans' calendar."""

    plans: tuple[PlanRef, ...]
    rows: tuple[TimelineRow, ...]


@dataclass(frozen=True)
class PracticeFit:
    """A measure that a practice fits."""

    measure: Ref
    number: str
    plan: PlanRef


@dataclass(frozen=True)
class Practice:
    """One direction of support from the letter on best practices."""

    id: int
    name: str
    organisations: int | None
    regions: int | None
    organisation_kind: str
    source: str
    note: str
    fits: tuple[PracticeFit, ...]


@dataclass(frozen=True)
class MeetingPage:
    """What a commission's meeting is shown.

    `bases` holds the act behind an extension or a removal, by the measure's id, where the
    decision names one.
    """

    overview: Overview
    extended: tuple[MeasureRow, ...]
    removed: tuple[MeasureRow, ...]
    partial: tuple[MeasureRow, ...]
    bases: Mapping[int, str] = field(default_factory=dict)
