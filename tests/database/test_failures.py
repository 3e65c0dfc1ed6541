"""A measure that cannot be computed, or is held by another program, holds nobody else up."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from time import monotonic

import psycopg
import pytest
from sqlalchemy import make_url

from data_access import db as db_module
from data_access.commands import derived_rows
from data_access.commands.recompute import count_failed, rebuild
from data_access.db import Database
from data_access.rules.facts import MeasureFacts
from data_access.rules.spans import measure_spans
from tests.database.world import World, foreign_sql, run, waiting

DAY = "2021-12-31"


class Broken:
    """Stands before the rules and fails for one measure while `on`."""

    def __init__(self, point: int) -> None:
        self.point, self.on, self.calls = point, True, 0
        self._rules = measure_spans

    def __call__(self, facts: MeasureFacts) -> object:
        if self.on and facts.points[0].id == self.point:
            self.calls += 1
            raise ValueError("a fault of the rules")
        return self._rules(facts)


@pytest.fixture
def broken(world: World, monkeypatch: pytest.MonkeyPatch) -> Broken:
    """Give the world's first measure, computed once, to rules that then fail for it."""
    for _ in range(4):
        world.new_measure()
    assert world.status(DAY) == "overdue"
    broken = Broken(world.points[0])
    monkeypatch.setattr(derived_rows, "measure_spans", broken)
    return broken


def failed(db: Database) -> int:
    with db.read() as session:
        return count_failed(session)


def remove(world: World, measure: int) -> None:
    world.decision("remove", "2021-07-15", measure_id=measure)


def test_the_others_go_on(world: World, broken: Broken, caplog: pytest.LogCaptureFixture) -> None:
    for measure in range(1, 6):
        remove(world, measure)
    assert [world.status(DAY, measure) for measure in range(2, 6)] == ["removed"] * 4
    assert world.status(DAY) == "overdue", "keeps what it was"
    assert "measure 1 cannot be recomputed" in caplog.text
    assert "a fault of the rules" in caplog.text


def test_it_stays_queued_and_is_not_tried_at_every_read(world: World, broken: Broken) -> None:
    remove(world, 1)
    assert world.status(DAY) == "overdue"
    tried = broken.calls
    assert tried > 0
    for _ in range(3):
        world.status(DAY)
    assert broken.calls == tried
    assert (waiting(world.db), failed(world.db)) == (1, 1)


def test_its_next_change_tries_it_again(world: World, broken: Broken) -> None:
    remove(world, 1)
    world.status(DAY)
    broken.on = False
    assert world.status(DAY) == "overdue"
    run(world.db, "UPDATE measure SET title = 'Другое' WHERE id = 1")
    assert world.status(DAY) == "removed"
    assert (waiting(world.db), failed(world.db)) == (0, 0)


@pytest.mark.parametrize("way", ["refresh", "rebuild"])
def test_the_commands_try_it_again(world: World, broken: Broken, way: str) -> None:
    remove(world, 1)
    world.status(DAY)
    assert again(world.db, way) == (0 if way == "refresh" else 4)
    assert (waiting(world.db), failed(world.db)) == (1, 1)
    broken.on = False
    assert again(world.db, way) == (1 if way == "refresh" else 5)
    assert world.status(DAY) == "removed"
    assert waiting(world.db) == 0


def again(db: Database, way: str) -> int:
    if way == "refresh":
        return db.refresh(with_failed=True)
    with db.write() as session:
        return rebuild(session)


@contextmanager
def foreign_transaction(db: Database, statement: str) -> Iterator[None]:
    """Keep another program's transaction open, after one statement, for a `with` block."""
    url = make_url(db.url)
    if url.get_backend_name() == "sqlite":
        with closing(sqlite3.connect(url.database or "", isolation_level=None)) as plain:
            plain.execute("BEGIN IMMEDIATE")
            plain.execute(statement)
            yield
        return
    address = url.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(address) as opened:
        opened.execute(statement.encode())
        yield
        opened.rollback()


@pytest.mark.postgres
def test_rows_hung_on_a_measure_hold_no_read_up(postgres_url: str) -> None:
    """A foreign key takes KEY SHARE on the measure; its spans are computed all the same."""
    world = World(Database(postgres_url))
    remove(world, world.measure)
    hanging = "INSERT INTO control_point (measure_id, due_on) VALUES (1, '2021-11-30')"
    with foreign_transaction(world.db, hanging):
        before = monotonic()
        assert world.status(DAY) == "removed"
        assert monotonic() - before < 1
    world.db.dispose()


def test_held_rows_give_the_statuses_as_they_were(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(db_module, "CATCH_UP_PAUSE_SECONDS", 0.2)
    assert world.status(DAY) == "overdue"
    remove(world, world.measure)
    with foreign_transaction(world.db, "UPDATE measure SET title = 'Другое' WHERE id = 1"):
        before = monotonic()
        assert world.status(DAY) == "overdue"
        assert 1 < monotonic() - before < 5
        before = monotonic()
        assert world.status(DAY) == "overdue"
        assert monotonic() - before < 5
    assert "statuses are shown as they were" in caplog.text
    assert waits_until(world, "removed")


def test_a_page_of_several_reads_waits_once(world: World) -> None:
    remove(world, world.measure)
    with foreign_transaction(world.db, "UPDATE measure SET title = 'Другое' WHERE id = 1"):
        before = monotonic()
        for _ in range(5):
            with world.db.read() as session:
                session.connection()
        assert monotonic() - before < 5


def test_a_lock_is_waited_for_where_nobody_reads(world: World) -> None:
    """`karta refresh` and writers are patient: the short wait is the reads' alone."""
    foreign_sql(world.db, "UPDATE measure SET title = 'Другое' WHERE id = 1")
    world.db._refresh_soon()
    with world.db.write() as session:
        if session.get_bind().dialect.name == "sqlite":
            kept = session.connection().exec_driver_sql("PRAGMA busy_timeout").scalar()
            assert kept == 15_000
        else:
            kept = session.connection().exec_driver_sql("SHOW lock_timeout").scalar()
            assert kept == "15s"


def waits_until(world: World, status: str) -> bool:
    until = monotonic() + 5
    while monotonic() < until:
        if world.status(DAY) == status:
            return True
    return False
