"""Plans and what they order: sections, measures, control points, periods."""

from datetime import date
from typing import Any

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    String,
    UniqueConstraint,
    false,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from data_access.models.base import (
    Base,
    FilledTerritoryId,
    Id,
    Recorded,
    TerritoryId,
    Words,
    code_column,
    not_blank,
    one_of,
)

FREQUENCIES = ("none", "once", "monthly", "quarterly", "half_yearly", "yearly")
#: Few measures were added by later acts, so an index of these alone is small.
IS_ADDED = text("began_on IS NOT NULL")
SCHEDULE_KINDS = (
    "period",
    "by_date",
    "month",
    "quarter",
    "yearly_quarter",
    "ongoing",
    "event",
    "multiple",
    "unknown",
)


class Plan(Base):
    """An action plan approved by an act, with its term and its reporting rule.

    `default_as_of` is the date on which the plan opens when the viewer names none (samples);
    empty means today. `reporting_due_day` is the day of the month after the reporting period.
    """

    __tablename__ = "plan"
    __table_args__ = (
        CheckConstraint("starts_on <= ends_on", name="term_in_order"),
        one_of("reporting_frequency", FREQUENCIES),
        one_of("completion_rule", ("all", "lead")),
        one_of("day_off_rule", ("none", "next", "preceding")),
        CheckConstraint("reporting_due_day BETWEEN 1 AND 31", name="due_day_of_month"),
        not_blank("code"),
        not_blank("title"),
    )

    id: Mapped[Id]
    code: Mapped[str] = mapped_column(String(60), unique=True)
    territory_id: Mapped[TerritoryId]
    title: Mapped[str] = mapped_column(String(1000))
    short_title: Mapped[str] = mapped_column(String(100))
    act_kind: Mapped[Words]
    act_number: Mapped[str | None] = mapped_column(String(40))
    act_date: Mapped[date | None]
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    controller: Mapped[Words]
    coordinator: Mapped[Words]
    reporting_frequency: Mapped[str] = mapped_column(code_column(), server_default="none")
    reporting_due_day: Mapped[int | None]
    reporting_text: Mapped[Words]
    completion_rule: Mapped[str] = mapped_column(code_column(), server_default="all")
    day_off_rule: Mapped[str] = mapped_column(code_column(), server_default="none")
    requires_acceptance: Mapped[bool] = mapped_column(default=False, server_default=false())
    default_as_of: Mapped[date | None]
    is_demo: Mapped[bool] = mapped_column(default=False, server_default=false())
    created_at: Mapped[Recorded]


class Section(Base):
    """A section of a plan."""

    __tablename__ = "section"
    __table_args__ = (
        UniqueConstraint("plan_id", "number"),
        UniqueConstraint("id", "plan_id"),
        not_blank("title"),
    )

    id: Mapped[Id]
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"))
    territory_id: Mapped[FilledTerritoryId]
    number: Mapped[str] = mapped_column(String(20))
    position: Mapped[int]
    title: Mapped[str] = mapped_column(String(1000))
    short_title: Mapped[str] = mapped_column(String(100))


class Measure(Base):
    """A measure of a plan; `deadline_text` is the document's own phrase.

    `extra` keeps columns of the document that the schema does not know, by their headers.
    `began_on` is the day of the amending act that added it; empty means from the beginning.
    """

    __tablename__ = "measure"
    __table_args__ = (
        UniqueConstraint("plan_id", "number"),
        ForeignKeyConstraint(["section_id", "plan_id"], ["section.id", "section.plan_id"]),
        one_of("schedule_kind", SCHEDULE_KINDS),
        not_blank("number"),
        not_blank("title"),
        Index("ix_measure_section_id", "section_id", "position"),
        Index("ix_measure_began_on", "began_on", sqlite_where=IS_ADDED, postgresql_where=IS_ADDED),
    )

    id: Mapped[Id]
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"))
    section_id: Mapped[int]
    territory_id: Mapped[FilledTerritoryId]
    number: Mapped[str] = mapped_column(String(20))
    position: Mapped[int]
    title: Mapped[str] = mapped_column(String(2000))
    short_title: Mapped[str] = mapped_column(String(100))
    deadline_text: Mapped[Words]
    schedule_kind: Mapped[str] = mapped_column(code_column(), server_default="unknown")
    expected_result: Mapped[Words]
    extra: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    began_on: Mapped[date | None]


class ControlPoint(Base):
    """A date by which something of a measure must be done.

    `starts_on` is the first day of its month or quarter; empty means the plan's first day.
    `due_on` is the document's date, before any extension or shift, and never changes.
    `began_on` is the day of the amending act that added it to a measure which stood in the plan.
    """

    __tablename__ = "control_point"
    __table_args__ = (
        CheckConstraint("starts_on IS NULL OR starts_on <= due_on", name="dates_in_order"),
        UniqueConstraint("measure_id", "due_on", "label"),
    )

    id: Mapped[Id]
    measure_id: Mapped[int] = mapped_column(ForeignKey("measure.id"))
    territory_id: Mapped[FilledTerritoryId]
    position: Mapped[int] = mapped_column(server_default="1")
    starts_on: Mapped[date | None]
    due_on: Mapped[date]
    label: Mapped[Words]
    began_on: Mapped[date | None]


class ReportingPeriod(Base):
    """A period for which executors owe a report, and the last day to hand it in."""

    __tablename__ = "reporting_period"
    __table_args__ = (
        UniqueConstraint("plan_id", "starts_on", "ends_on"),
        CheckConstraint("starts_on <= ends_on", name="dates_in_order"),
    )

    id: Mapped[Id]
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"))
    territory_id: Mapped[FilledTerritoryId]
    label: Mapped[str] = mapped_column(String(60))
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    due_on: Mapped[date]
