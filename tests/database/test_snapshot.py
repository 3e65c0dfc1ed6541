"""Readers see one unchanging moment; several processes may write and recompute at once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from data_access.commands.recompute import rebuild
from data_access.db import Database
from tests.database.world import World, derived, waiting

STATUSES = "SELECT status FROM measure_span ORDER BY measure_id, valid_from"


def test_a_reader_keeps_its_moment(world: World) -> None:
    with world.db.read() as session:
        before = _all(session, STATUSES)
        world.decision("remove", "2021-07-15", measure_id=world.measure)
        world.db.refresh()
        assert _all(session, STATUSES) == before
        assert _all(session, "SELECT count(*) FROM decision") == [(0,)]
    with world.db.read() as session:
        assert _all(session, STATUSES) != before


def test_what_a_request_reads_is_one_moment(world: World) -> None:
    with world.db.snapshot():
        with world.db.read() as first:
            before = _all(first, "SELECT count(*) FROM report")
        _elsewhere(world.report)
        with world.db.snapshot(), world.db.read() as second:
            assert second is first
            assert _all(second, "SELECT count(*) FROM report") == before
        with world.db.read(latest=True) as third:
            assert third is first
    with world.db.read() as after:
        assert after is not first
        assert _all(after, "SELECT count(*) FROM report") != before


def test_the_latest_is_asked_of_the_server_that_has_it(world: World, db_url: str) -> None:
    with_replica = Database(db_url, read_url=db_url)
    with with_replica.snapshot(), with_replica.read() as first:
        _elsewhere(world.report)
        with with_replica.read(latest=True) as latest:
            assert _all(latest, "SELECT count(*) FROM report") == [(1,)]
        assert _all(first, "SELECT count(*) FROM report") == [(0,)]
    with_replica.dispose()


def test_a_snapshot_ends_with_what_fails_in_it(world: World) -> None:
    seen = []

    def fail() -> None:
        with world.db.snapshot(), world.db.read() as session:
            seen.append(session)
            raise LookupError

    with pytest.raises(LookupError):
        fail()
    with world.db.read() as session:
        assert session not in seen


def test_nothing_is_written_within_a_snapshot(world: World) -> None:
    with world.db.snapshot(), pytest.raises(RuntimeError), world.db.write():
        pass
    world.report()


def test_a_snapshot_is_of_its_thread_alone(world: World) -> None:
    def other() -> Session:
        with world.db.read() as session:
            return session

    with world.db.snapshot(), world.db.read() as own, ThreadPoolExecutor(1) as pool:
        assert pool.submit(other).result() is not own


def test_a_reader_never_sees_a_report_without_its_status(world: World) -> None:
    """Another process writes in the very moment between recomputation and reading."""
    late = iter([world.assignments[1]])
    refresh = world.db._refresh_soon

    def refresh_and_be_overtaken() -> None:
        refresh()
        for assignment in late:
            world.report(assignment_id=assignment)

    world.report()
    world.db._refresh_soon = refresh_and_be_overtaken  # type: ignore[method-assign]
    with world.db.read() as session:
        assert _all(session, "SELECT count(*) FROM report") == [(2,)]
        assert _all(session, "SELECT count(*) FROM recompute_queue") == [(0,)]
        done = "SELECT points_done FROM measure_span WHERE valid_to > '9999-01-01'"
        assert _all(session, done) == [(1,)]


def test_two_processes_recompute_at_once(world: World, db_url: str) -> None:
    """Reports come in while two processes, each with an engine of its own, keep the spans."""
    others = [Database(db_url) for _ in range(2)]
    for _ in range(4):
        world.new_measure()
    barrier = Barrier(3)

    def recompute(other: Database) -> None:
        barrier.wait()
        for _ in range(15):
            other.refresh()

    def write() -> None:
        barrier.wait()
        for number in range(20):
            world.report(assignment_id=world.assignments[number % 2])

    with ThreadPoolExecutor(3) as pool:
        jobs = [pool.submit(recompute, other) for other in others] + [pool.submit(write)]
        for job in jobs:
            job.result(timeout=60)
    for other in others:
        other.dispose()
    kept = derived(world.db)
    assert waiting(world.db) == 0
    with world.db.write() as session:
        rebuild(session)
    assert derived(world.db) == kept


def test_a_rebuild_meets_a_refresh(world: World, db_url: str) -> None:
    other = Database(db_url)
    barrier = Barrier(2)

    def rebuild_often() -> None:
        barrier.wait()
        for _ in range(10):
            with other.write() as session:
                rebuild(session)

    def write_and_refresh() -> None:
        barrier.wait()
        for _ in range(10):
            world.report()
            world.db.refresh()

    with ThreadPoolExecutor(2) as pool:
        for job in [pool.submit(rebuild_often), pool.submit(write_and_refresh)]:
            job.result(timeout=60)
    other.dispose()
    assert world.status("2021-07-01") == "overdue"


@pytest.mark.postgres
def test_a_reading_session_cannot_write(postgres_url: str) -> None:
    db = Database(postgres_url)
    with db.read() as session, pytest.raises(DBAPIError, match="read-only"):
        session.execute(text("INSERT INTO recompute_queue (measure_id) VALUES (1)"))
    db.dispose()


@pytest.mark.postgres
def test_an_account_that_may_only_read(postgres_url: str) -> None:
    """The web's own account needs SELECT alone when `karta refresh` keeps the spans."""
    world = World(Database(postgres_url))
    world.report()
    reader = _reading_account(world, postgres_url)
    with reader.read() as session:
        assert _all(session, "SELECT count(*) FROM measure_span") == [(0,)]
    world.db.refresh()
    with reader.read() as session:
        assert _all(session, "SELECT count(*) FROM measure_span") > [(0,)]
    reader.dispose()
    world.db.dispose()


def _reading_account(world: World, url: str) -> Database:
    with world.db.write() as session:
        # Roles belong to the whole server, which other tests use too.
        session.execute(
            text(
                "DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'reader')"
                " THEN CREATE ROLE reader LOGIN; END IF; END $$"
            )
        )
        session.execute(text("GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader"))
    return Database(url.replace("postgres@", "reader@"), recompute_on_read=False)


def _elsewhere(work: Callable[[], object]) -> None:
    with ThreadPoolExecutor(1) as pool:
        pool.submit(work).result()


def _all(session: Session, query: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in session.execute(text(query))]
