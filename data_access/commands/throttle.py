"""Throttling of sign-in, kept in the database so that all workers share it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, func, select
from sqlalchemy.orm import Session

from data_access.models import LoginAttempt

KEPT = timedelta(days=30)


@dataclass(frozen=True)
class Limits:
    """How many failures a username and an address may have within the window."""

    per_username: int = 5
    per_address: int = 20
    window: timedelta = timedelta(minutes=15)


@dataclass(frozen=True)
class Attempt:
    """An attempt that was let through (`id`), or how long to wait (`wait` above zero)."""

    id: int | None
    wait: timedelta = timedelta(0)


def begin(session: Session, username: str, address: str, now: datetime, limits: Limits) -> Attempt:
    """Count an attempt as failed before it is tried, so that parallel ones cannot slip by.

    Failures before the last success of the same username do not count against it.
    Attempts that are refused are not counted: whoever waits long enough gets in.
    """
    wait = max(
        _wait(session, _of_username(session, username), limits.per_username, now, limits.window),
        _wait(session, [LoginAttempt.address == address], limits.per_address, now, limits.window),
    )
    if wait > timedelta(0):
        return Attempt(None, wait)
    session.execute(delete(LoginAttempt).where(LoginAttempt.attempted_at < now - KEPT))
    row = LoginAttempt(username=username, address=address, attempted_at=now, succeeded=False)
    session.add(row)
    session.flush()
    return Attempt(row.id)


def succeeded(session: Session, attempt_id: int) -> None:
    """Mark an attempt as the success that it was."""
    attempt = session.get_one(LoginAttempt, attempt_id)
    attempt.succeeded = True


def _of_username(session: Session, username: str) -> list[ColumnElement[bool]]:
    mine = LoginAttempt.username == username
    last = session.scalar(
        select(func.max(LoginAttempt.id)).where(mine, LoginAttempt.succeeded.is_(True))
    )
    return [mine, LoginAttempt.id > (last or 0)]


def _wait(
    session: Session,
    conditions: list[ColumnElement[bool]],
    limit: int,
    now: datetime,
    window: timedelta,
) -> timedelta:
    """Return how long until fewer than `limit` failures lie within the window."""
    times = session.scalars(
        select(LoginAttempt.attempted_at)
        .where(*conditions, LoginAttempt.succeeded.is_(False))
        .where(LoginAttempt.attempted_at > now - window)
        .order_by(LoginAttempt.attempted_at.desc())
        .limit(limit)
    ).all()
    if len(times) < limit:
        return timedelta(0)
    return times[-1] + window - now
