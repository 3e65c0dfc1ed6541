"""Practices, accounts and the audit trail."""

from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, false, true
from sqlalchemy.orm import Mapped, mapped_column

from data_access.models.base import (
    Base,
    Id,
    Recorded,
    Words,
    code_column,
    not_blank,
    one_of,
)


class PracticeDirection(Base):
    """A direction of support from the letter on best practices."""

    __tablename__ = "practice_direction"
    __table_args__ = (not_blank("name"),)

    id: Mapped[Id]
    position: Mapped[int]
    name: Mapped[str] = mapped_column(String(500), unique=True)
    organisations: Mapped[int | None]
    regions: Mapped[int | None]
    organisation_kind: Mapped[Words]
    source: Mapped[Words]
    note: Mapped[Words]


class PracticeFit(Base):
    """A measure that a practice fits."""

    __tablename__ = "practice_fit"

    practice_id: Mapped[int] = mapped_column(ForeignKey("practice_direction.id"), primary_key=True)
    measure_id: Mapped[int] = mapped_column(
        ForeignKey("measure.id", ondelete="CASCADE"), primary_key=True
    )


class Account(Base):
    """Somebody who signs in; `title` is a post or an office, never a person's name."""

    __tablename__ = "account"
    __table_args__ = (
        one_of("role", ("viewer", "coordinator", "admin")),
        one_of("locale", ("ru", "en")),
        not_blank("username"),
    )

    id: Mapped[Id]
    username: Mapped[str] = mapped_column(String(60), unique=True)
    password_hash: Mapped[str] = mapped_column(String(200))
    title: Mapped[Words]
    role: Mapped[str] = mapped_column(code_column(), server_default="viewer")
    all_territories: Mapped[bool] = mapped_column(default=False, server_default=false())
    is_active: Mapped[bool] = mapped_column(default=True, server_default=true())
    is_demo: Mapped[bool] = mapped_column(default=False, server_default=false())
    locale: Mapped[str] = mapped_column(code_column(5), default="ru", server_default="ru")
    created_at: Mapped[Recorded]


class AccountTerritory(Base):
    """A territory that an account may see, with everything below it."""

    __tablename__ = "account_territory"

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), primary_key=True)
    territory_id: Mapped[int] = mapped_column(ForeignKey("territory.id"), primary_key=True)


class LoginAttempt(Base):
    """An attempt to sign in, kept for throttling across workers."""

    __tablename__ = "login_attempt"
    __table_args__ = (
        Index("ix_login_attempt_username", "username", "attempted_at"),
        Index("ix_login_attempt_address", "address", "attempted_at"),
    )

    id: Mapped[Id]
    username: Mapped[str] = mapped_column(String(60))
    address: Mapped[str] = mapped_column(String(64))
    attempted_at: Mapped[Recorded]
    succeeded: Mapped[bool]


class AuditEvent(Base):
    """Who did what and when; nothing secret in `details`."""

    __tablename__ = "audit_event"
    __table_args__ = (Index("ix_audit_event_happened_at", "happened_at"),)

    id: Mapped[Id]
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    happened_at: Mapped[Recorded]
    action: Mapped[str] = mapped_column(String(60))
    object_kind: Mapped[Words]
    object_id: Mapped[int | None]
    details: Mapped[dict[str, Any] | None] = mapped_column(JSON)
