"""Throttling of sign-in: per username and per address, within a window, in the database."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import func, select

from data_access.commands import throttle
from data_access.commands.throttle import Attempt, Limits
from data_access.db import Database
from data_access.models import LoginAttempt

NOW = datetime(2025, 3, 1, 9, 0, tzinfo=UTC)
LIMITS = Limits(per_username=3, per_address=5, window=timedelta(minutes=15))


def _try(
    db: Database,
    username: str = "deputy",
    address: str = "10.0.0.1",
    *,
    after: timedelta = timedelta(0),
    succeeds: bool = False,
) -> Attempt:
    with db.write() as session:
        attempt = throttle.begin(session, username, address, NOW + after, LIMITS)
        if succeeds and attempt.id is not None:
            throttle.succeeded(session, attempt.id)
        return attempt


def test_a_username_waits_after_its_failures(db: Database) -> None:
    assert all(_try(db).id is not None for _ in range(3))
    refused = _try(db, after=timedelta(minutes=5))
    assert refused.id is None
    assert refused.wait == timedelta(minutes=10)


def test_other_usernames_are_not_held_up(db: Database) -> None:
    for _ in range(3):
        _try(db)
    assert _try(db, "kdn").id is not None


def test_an_address_waits_over_all_its_usernames(db: Database) -> None:
    for n in range(5):
        assert _try(db, f"name{n}").id is not None
    assert _try(db, "another").id is None
    assert _try(db, "another", "10.0.0.2").id is not None


def test_the_wait_ends_with_the_window(db: Database) -> None:
    for _ in range(3):
        _try(db)
    assert _try(db, after=timedelta(minutes=15)).id is not None


def test_refused_attempts_do_not_prolong_the_wait(db: Database) -> None:
    for _ in range(3):
        _try(db)
    for minute in range(1, 15):
        assert _try(db, after=timedelta(minutes=minute)).id is None
    assert _try(db, after=timedelta(minutes=15)).id is not None


def test_a_success_forgives_the_failures_of_its_username(db: Database) -> None:
    for _ in range(2):
        _try(db)
    _try(db, succeeds=True)
    assert all(_try(db).id is not None for _ in range(3))
    assert _try(db).id is None


def test_a_success_does_not_forgive_the_address(db: Database) -> None:
    for n in range(4):
        _try(db, f"name{n}")
    _try(db, "own", succeeds=True)
    assert _try(db, "next").id is not None
    assert _try(db, "next").id is None


def test_old_attempts_are_swept_away(db: Database) -> None:
    _try(db)
    _try(db, after=timedelta(days=31))
    with db.read() as session:
        assert session.scalar(select(func.count()).select_from(LoginAttempt)) == 1
