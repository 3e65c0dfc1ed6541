"""Throttling of sign-in: per username, per address and per both, in the database."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest
from sqlalchemy import func, select

from data_access.commands import throttle
from data_access.commands.throttle import Attempt, Limits
from data_access.db import Database
from data_access.models import LoginAttempt

NOW = datetime(2025, 3, 1, 9, 0, tzinfo=UTC)
LIMITS = Limits(per_pair=3, per_username=8, per_address=5, window=timedelta(minutes=15))
AT_ONCE = 10


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


def test_a_username_waits_where_it_failed(db: Database) -> None:
    assert all(_try(db).id is not None for _ in range(3))
    refused = _try(db, after=timedelta(minutes=5))
    assert refused.id is None
    assert refused.wait == timedelta(minutes=10)


def test_failures_elsewhere_lock_nobody_out(db: Database) -> None:
    for _ in range(4):
        _try(db, address="10.6.6.6")
    assert _try(db, address="10.6.6.6").id is None
    assert all(_try(db).id is not None for _ in range(3))


def test_a_username_is_not_guessed_from_everywhere(db: Database) -> None:
    assert all(_try(db, address=f"10.6.6.{n}").id is not None for n in range(8))
    assert _try(db).id is None
    assert _try(db, "kdn").id is not None


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


def test_a_success_forgives_the_failures_of_its_username_there(db: Database) -> None:
    for _ in range(2):
        _try(db)
    _try(db, succeeds=True)
    assert all(_try(db).id is not None for _ in range(3))
    assert _try(db).id is None


def test_a_success_elsewhere_forgives_nothing(db: Database) -> None:
    for _ in range(3):
        _try(db)
    assert _try(db, address="10.0.0.2", succeeds=True).id is not None
    assert _try(db).id is None


@pytest.mark.parametrize(
    ("username", "address", "limit"),
    [("deputy", "10.0.0.1", 3), ("name{}", "10.0.0.1", 5), ("deputy", "10.0.0.{}", 8)],
    ids=["one username from one address", "one address", "one username"],
)
def test_attempts_at_once_do_not_slip_by(
    db: Database, username: str, address: str, limit: int
) -> None:
    barrier = Barrier(AT_ONCE)

    def attempt(number: int) -> bool:
        barrier.wait()
        return _try(db, username.format(number), address.format(number)).id is not None

    with ThreadPoolExecutor(AT_ONCE) as pool:
        assert sum(pool.map(attempt, range(AT_ONCE), timeout=60)) == limit


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
