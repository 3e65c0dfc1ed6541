"""Executors, their other names, and what is assigned to them."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped, mapped_column

from data_access.models.base import (
    Base,
    FilledTerritoryId,
    Id,
    Recorded,
    TerritoryId,
    code_column,
    not_blank,
    one_of,
)


class Executor(Base):
    """A body or an organisation of a territory; `is_group` marks a collective one."""

    __tablename__ = "executor"
    __table_args__ = (UniqueConstraint("territory_id", "name"), not_blank("name"))

    id: Mapped[Id]
    territory_id: Mapped[TerritoryId]
    name: Mapped[str] = mapped_column(String(500))
    short_name: Mapped[str] = mapped_column(String(100))
    is_group: Mapped[bool] = mapped_column(default=False, server_default=false())


class ExecutorAlias(Base):
    """Another spelling of an executor, confirmed by a person or taken from a sample."""

    __tablename__ = "executor_alias"
    __table_args__ = (UniqueConstraint("executor_id", "alias"), not_blank("alias"))

    id: Mapped[Id]
    executor_id: Mapped[int] = mapped_column(ForeignKey("executor.id"))
    alias: Mapped[str] = mapped_column(String(500))
    confirmed_at: Mapped[Recorded]


#: Both days of an absence or none, in their order.
ABSENCE = "(away_from IS NULL) = (back_on IS NULL) AND (back_on IS NULL OR away_from < back_on)"


#: What acts changed: few, so that who is not named on a date is found without reading the others.
IS_CHANGED = text("began_on IS NOT NULL OR ended_on IS NOT NULL OR back_on IS NOT NULL")


class Assignment(Base):
    """A measure given to an executor; the first named leads, and a measure has one lead.

    An amended act may name an executor from `began_on` on (empty: from the beginning), and no
    longer from `ended_on` on: what was reported stays. One that an act names again was released
    from `away_from` up to `back_on`. Who led before the present lead did so up to `led_until`;
    of one that did so several times this is the last one (see `EarlierLead`).
    """

    __tablename__ = "assignment"
    __table_args__ = (
        UniqueConstraint("measure_id", "executor_id"),
        CheckConstraint(ABSENCE, name="absence"),
        one_of("role", ("lead", "co")),
        Index("ix_assignment_executor_id", "executor_id", "measure_id"),
        Index(
            "uq_assignment_lead",
            "measure_id",
            unique=True,
            sqlite_where=text("role = 'lead'"),
            postgresql_where=text("role = 'lead'"),
        ),
        Index("ix_assignment_changed", "id", sqlite_where=IS_CHANGED, postgresql_where=IS_CHANGED),
    )

    id: Mapped[Id]
    measure_id: Mapped[int] = mapped_column(ForeignKey("measure.id"))
    executor_id: Mapped[int] = mapped_column(ForeignKey("executor.id"))
    territory_id: Mapped[FilledTerritoryId]
    position: Mapped[int]
    role: Mapped[str] = mapped_column(code_column(10))
    by_agreement: Mapped[bool] = mapped_column(default=False, server_default=false())
    ended_on: Mapped[date | None]
    began_on: Mapped[date | None]
    led_until: Mapped[date | None]
    away_from: Mapped[date | None]
    back_on: Mapped[date | None]


class EarlierLead(Base):
    """A time as lead that ended before that of `led_until`: of one that led several times.

    Which day it began is told by the day up to which the one before it led.
    """

    __tablename__ = "earlier_lead"
    __table_args__ = (UniqueConstraint("assignment_id", "led_until"),)

    id: Mapped[Id]
    assignment_id: Mapped[int] = mapped_column(ForeignKey("assignment.id"))
    led_until: Mapped[date]
