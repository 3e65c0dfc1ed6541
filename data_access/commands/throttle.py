"""Throttling of sign-in, kept in the database so that all workers share it.

Guesses of one password from one place are few; a username alone has a much higher limit, so that
nobody can lock others out by failing under their names, nor guess from everywhere for ever.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, func, select, text
from sqlalchemy.orm import Session

from data_access.models import LoginAttempt

KEPT = timedelta(days=30)
LOCK = text("SELECT pg_advisory_xact_lock(:kind, hashtext(:value))")
#: Marks the locks of usernames and of addresses; always taken in this order.
USERNAMES, ADDRESSES = 7_265_119, 7_265_120


@dataclass(frozen=True)
class Limits:
    """How many failures there may be within the window.

    `per_pair` counts those of one username from one address, the others those of a username from
    anywhere and those from an address under any name.
    """

    per_pair: int = 5
    per_username: int = 100
    per_address: int = 20
    window: timedelta = timedelta(minutes=15)


@dataclass(frozen=True)
class Attempt:
    """An attempt that was let through (`id`), or how long to wait (`wait` above zero)."""

    id: int | None
    wait: timedelta = timedelta(0)


def begin(session: Session, username: str, address: str, now: datetime, limits: Limits) -> Attempt:
    """Count an attempt as failed before it is tried, so that parallel ones cannot slip by.

    Failures of a username from an address before its last success from there do not count.
    Attempts that are refused are not counted: whoever waits long enough gets in.
    """
    _one_at_a_time(session, username, address)
    counted = (
        (_of_pair(session, username, address), limits.per_pair),
        ([LoginAttempt.username == username], limits.per_username),
        ([LoginAttempt.address == address], limits.per_address),
    )
    wait = max(_wait(session, which, limit, now, limits.window) for which, limit in counted)
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


def _one_at_a_time(session: Session, username: str, address: str) -> None:
    """Let attempts that count against each other pass one after the other.

    On SQLite any writing transaction is alone already.
    """
    if session.get_bind().dialect.name == "postgresql":
        for kind, value in ((USERNAMES, username), (ADDRESSES, address)):
            session.execute(LOCK, {"kind": kind, "value": value})


def _of_pair(session: Session, username: str, address: str) -> list[ColumnElement[bool]]:
    mine = (LoginAttempt.username == username, LoginAttempt.address == address)
    last = session.scalar(
        select(func.max(LoginAttempt.id)).where(*mine, LoginAttempt.succeeded.is_(True))
    )
    return [*mine, LoginAttempt.id > (last or 0)]


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
