"""What happens to plans, append-only: reports, decisions, indicator values."""

from datetime import date
from decimal import Decimal

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    Index,
    Numeric,
    String,
    UniqueConstraint,
    false,
    func,
)
from sqlalchemy.orm import Mapped, mapped_column

from data_access.models.base import (
    Base,
    FilledTerritoryId,
    Id,
    Recorded,
    Words,
    code_column,
    not_blank,
    one_of,
)

OUTCOMES = ("done", "partial", "in_progress", "not_done")
DECISIONS = ("accept", "return", "extend", "remove", "not_done", "reopen")


class Report(Base):
    """An executor's statement about one assignment; a correction is a newer row.

    It closes the control point that it names; one that names none is interim information.
    It counts from `submitted_on`; `recorded_at` tells when it was entered.
    """

    __tablename__ = "report"
    __table_args__ = (
        one_of("outcome", OUTCOMES),
        CheckConstraint("outcome <> 'done' OR completed_on IS NOT NULL", name="done_has_date"),
        CheckConstraint("completed_on <= submitted_on", name="completed_before_submitted"),
        # Bounded above too: PostgreSQL keeps NaN and SQLite infinity, and no page could show it.
        CheckConstraint(
            "quantity IS NULL OR quantity BETWEEN 0 AND 99999999999999", name="quantity_plausible"
        ),
        Index("ix_report_assignment_id", "assignment_id", "submitted_on"),
        Index("ix_report_control_point_id", "control_point_id"),
        Index("ix_report_reporting_period_id", "reporting_period_id"),
        Index("ix_report_submitted_on", "submitted_on"),
    )

    id: Mapped[Id]
    assignment_id: Mapped[int] = mapped_column(ForeignKey("assignment.id"))
    control_point_id: Mapped[int | None] = mapped_column(ForeignKey("control_point.id"))
    reporting_period_id: Mapped[int | None] = mapped_column(ForeignKey("reporting_period.id"))
    territory_id: Mapped[FilledTerritoryId]
    outcome: Mapped[str] = mapped_column(code_column())
    completed_on: Mapped[date | None]
    submitted_on: Mapped[date]
    recorded_at: Mapped[Recorded]
    narrative: Mapped[Words]
    quantity: Mapped[Decimal | None] = mapped_column(Numeric(18, 4))
    unit: Mapped[Words]
    evidence: Mapped[Words]
    reason: Mapped[Words]
    measures_taken: Mapped[Words]
    proposed_due_on: Mapped[date | None]
    note: Mapped[Words]
    author_post: Mapped[Words]
    is_demo: Mapped[bool] = mapped_column(default=False, server_default=false())


class Decision(Base):
    """A decision on exactly one report, control point or measure, with its basis.

    It counts from `decided_on`. An extension names the new date; the original one stays with
    the control point. An extension of a measure moves its last control point.
    """

    __tablename__ = "decision"
    __table_args__ = (
        one_of("kind", DECISIONS),
        CheckConstraint(
            "(CASE WHEN report_id IS NULL THEN 0 ELSE 1 END)"
            " + (CASE WHEN control_point_id IS NULL THEN 0 ELSE 1 END)"
            " + (CASE WHEN measure_id IS NULL THEN 0 ELSE 1 END) = 1",
            name="one_target",
        ),
        CheckConstraint("(kind = 'extend') = (new_due_on IS NOT NULL)", name="extend_has_date"),
        CheckConstraint(
            "kind NOT IN ('accept', 'return') OR report_id IS NOT NULL", name="review_of_report"
        ),
        CheckConstraint(
            "kind NOT IN ('extend', 'remove', 'not_done') OR report_id IS NULL",
            name="closing_of_point_or_measure",
        ),
        not_blank("basis"),
        Index("ix_decision_report_id", "report_id"),
        Index("ix_decision_control_point_id", "control_point_id"),
        Index("ix_decision_measure_id", "measure_id"),
        Index("ix_decision_decided_on", "decided_on"),
    )

    id: Mapped[Id]
    kind: Mapped[str] = mapped_column(code_column())
    report_id: Mapped[int | None] = mapped_column(ForeignKey("report.id"))
    control_point_id: Mapped[int | None] = mapped_column(ForeignKey("control_point.id"))
    measure_id: Mapped[int | None] = mapped_column(ForeignKey("measure.id"))
    territory_id: Mapped[FilledTerritoryId]
    decided_on: Mapped[date]
    recorded_at: Mapped[Recorded]
    basis: Mapped[str] = mapped_column(String(1000))
    reason: Mapped[Words]
    new_due_on: Mapped[date | None]


class Indicator(Base):
    """An indicator of a plan; `form` and `row_code` name its line in the statistics."""

    __tablename__ = "indicator"
    __table_args__ = (
        UniqueConstraint("plan_id", "name"),
        one_of("direction", ("decrease", "increase")),
        CheckConstraint("decimals BETWEEN 0 AND 4", name="decimals_printable"),
        not_blank("name"),
    )

    id: Mapped[Id]
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"))
    territory_id: Mapped[FilledTerritoryId]
    position: Mapped[int]
    name: Mapped[str] = mapped_column(String(1000))
    short_name: Mapped[str] = mapped_column(String(100))
    unit: Mapped[str] = mapped_column(String(40))
    direction: Mapped[str] = mapped_column(code_column())
    decimals: Mapped[int] = mapped_column(default=2, server_default="2")
    form: Mapped[Words]
    row_code: Mapped[Words]


class IndicatorValue(Base):
    """A target or an actual of one year; the newest by `submitted_on` stands, none changes."""

    __tablename__ = "indicator_value"
    __table_args__ = (
        one_of("kind", ("target", "actual")),
        CheckConstraint("year BETWEEN 1990 AND 2100", name="year_plausible"),
        CheckConstraint("value BETWEEN -99999999999999 AND 99999999999999", name="value_plausible"),
        UniqueConstraint("indicator_id", "year", "kind", "submitted_on", "recorded_at"),
    )

    id: Mapped[Id]
    indicator_id: Mapped[int] = mapped_column(ForeignKey("indicator.id"))
    territory_id: Mapped[FilledTerritoryId]
    year: Mapped[int]
    kind: Mapped[str] = mapped_column(code_column(10))
    value: Mapped[Decimal] = mapped_column(Numeric(18, 4))
    source: Mapped[Words]
    submitted_on: Mapped[date] = mapped_column(server_default=func.current_date())
    recorded_at: Mapped[Recorded]
