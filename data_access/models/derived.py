"""What is computed from the base rows: spans, obligations, and the queue of what to recompute."""

from datetime import date, datetime
from typing import Annotated

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from data_access.models.base import Base, Id, Recorded, UtcDateTime, code_column, one_of
from data_access.records.status import Status

#: Few spans are overdue, so an index of these alone is small.
IS_OVERDUE = text("status = 'overdue'")
PlanId = Annotated[int, mapped_column(ForeignKey("plan.id", ondelete="CASCADE"))]
MeasureId = Annotated[int, mapped_column(ForeignKey("measure.id", ondelete="CASCADE"), index=True)]


class SpanColumns:
    """A status from `valid_from` up to, not including, `valid_to`; and what it rests on.

    `due_on` and `original_due_on` belong to the deciding control point. Points count control
    points, without removed ones: all, done, those whose term has passed or that were done early,
    and of these the ones done on time.
    """

    id: Mapped[Id]
    valid_from: Mapped[date]
    valid_to: Mapped[date]
    status: Mapped[str] = mapped_column(code_column())
    due_on: Mapped[date | None]
    original_due_on: Mapped[date | None]
    completed_on: Mapped[date | None]
    points_total: Mapped[int]
    points_done: Mapped[int]
    points_due: Mapped[int]
    points_on_time: Mapped[int]


def _span_checks() -> tuple[CheckConstraint, CheckConstraint]:
    return (
        one_of("status", [status.value for status in Status]),
        CheckConstraint("valid_from < valid_to", name="span_in_order"),
    )


class MeasureSpan(SpanColumns, Base):
    """The status of a measure over time."""

    __tablename__ = "measure_span"
    __table_args__ = (
        *_span_checks(),
        UniqueConstraint("measure_id", "valid_from"),
        Index("ix_measure_span_territory", "territory_id", "status", "valid_from", "valid_to"),
        Index("ix_measure_span_plan", "plan_id", "valid_from", "valid_to"),
        Index("ix_measure_span_status", "status", "valid_from", "valid_to"),
    )

    measure_id: Mapped[int] = mapped_column(ForeignKey("measure.id", ondelete="CASCADE"))
    plan_id: Mapped[PlanId]
    territory_id: Mapped[int] = mapped_column(ForeignKey("territory.id"))
    control_point_id: Mapped[int | None]


class PointSpan(Base):
    """The status of one control point over time, over the assignments that count."""

    __tablename__ = "point_span"
    __table_args__ = (
        *_span_checks(),
        UniqueConstraint("control_point_id", "valid_from"),
        Index("ix_point_span_plan", "plan_id", "valid_from", "valid_to"),
    )

    id: Mapped[Id]
    control_point_id: Mapped[int] = mapped_column(
        ForeignKey("control_point.id", ondelete="CASCADE")
    )
    measure_id: Mapped[MeasureId]
    plan_id: Mapped[PlanId]
    territory_id: Mapped[int] = mapped_column(ForeignKey("territory.id"))
    valid_from: Mapped[date]
    valid_to: Mapped[date]
    status: Mapped[str] = mapped_column(code_column())
    starts_on: Mapped[date]
    due_on: Mapped[date]
    original_due_on: Mapped[date]
    completed_on: Mapped[date | None]


class AssignmentSpan(SpanColumns, Base):
    """The status of one assignment over time."""

    __tablename__ = "assignment_span"
    __table_args__ = (
        *_span_checks(),
        UniqueConstraint("assignment_id", "valid_from"),
        Index("ix_assignment_span_executor", "executor_id", "valid_from", "valid_to"),
        Index("ix_assignment_span_plan", "plan_id", "valid_from", "valid_to"),
        Index(
            "ix_assignment_span_overdue",
            *("executor_id", "valid_from", "valid_to", "due_on", "plan_id"),
            sqlite_where=IS_OVERDUE,
            postgresql_where=IS_OVERDUE,
        ),
    )

    assignment_id: Mapped[int] = mapped_column(ForeignKey("assignment.id", ondelete="CASCADE"))
    measure_id: Mapped[int] = mapped_column(
        ForeignKey("measure.id", ondelete="CASCADE"), index=True
    )
    executor_id: Mapped[int] = mapped_column(ForeignKey("executor.id"))
    plan_id: Mapped[PlanId]
    territory_id: Mapped[int] = mapped_column(ForeignKey("territory.id"))
    control_point_id: Mapped[int | None]
    #: Whether the assignment decides the measure's status under the plan's completion rule.
    counts: Mapped[bool]


class Obligation(Base):
    """A report that an assignment owes for a period: missing while `reported_on` is empty."""

    __tablename__ = "obligation"
    __table_args__ = (
        UniqueConstraint("assignment_id", "reporting_period_id"),
        Index("ix_obligation_plan", "plan_id", "due_on"),
        Index("ix_obligation_executor", "executor_id", "due_on"),
        Index("ix_obligation_missing", "territory_id", "due_on", "reported_on"),
        Index("ix_obligation_due_on", "due_on", "id"),
    )

    id: Mapped[Id]
    assignment_id: Mapped[int] = mapped_column(ForeignKey("assignment.id", ondelete="CASCADE"))
    reporting_period_id: Mapped[int] = mapped_column(
        ForeignKey("reporting_period.id", ondelete="CASCADE")
    )
    measure_id: Mapped[int] = mapped_column(
        ForeignKey("measure.id", ondelete="CASCADE"), index=True
    )
    executor_id: Mapped[int] = mapped_column(ForeignKey("executor.id"))
    plan_id: Mapped[PlanId]
    territory_id: Mapped[int] = mapped_column(ForeignKey("territory.id"))
    due_on: Mapped[date]
    reported_on: Mapped[date | None]


class RecomputeQueue(Base):
    """Measures whose base rows changed since their spans were computed; filled by triggers.

    `failed_at` marks one that could not be computed: it waits for its next change, or for
    `karta refresh`, and holds nobody up meanwhile.
    """

    __tablename__ = "recompute_queue"

    id: Mapped[Id]
    measure_id: Mapped[int]
    queued_at: Mapped[Recorded]
    failed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


COMPUTED = frozenset(
    table.__tablename__
    for table in (MeasureSpan, PointSpan, AssignmentSpan, Obligation, RecomputeQueue)
)
