"""What the program writes itself, it commits together with the statuses that follow."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Barrier
from typing import Any

import psycopg
import pytest
from sqlalchemy import make_url, text
from sqlalchemy.orm import Session

from data_access.commands import recompute
from data_access.commands.recompute import BATCH, rebuild
from data_access.db import Database
from tests.database.world import World, derived, run, waiting

REPORT = (
    "INSERT INTO report (assignment_id, control_point_id, outcome, completed_on, submitted_on)"
    " VALUES (:assignment, :point, 'done', '2021-06-01', '2021-06-05')"
)
#: The other one gives up where it is held up.
PATIENCE = "SET lock_timeout = '2s'"


def written(world: World, db: Database | None = None) -> None:
    """Report on the first control point by the first executor, as the program does."""
    with (db or world.db).write() as session:
        values = {"assignment": world.assignments[0], "point": world.points[0]}
        session.execute(text(REPORT), values)


def from_scratch(world: World) -> dict[str, Any]:
    with world.db.write() as session:
        rebuild(session)
    return derived(world.db)


@pytest.fixture
def settled(world: World) -> World:
    world.db.refresh()
    return world


@contextmanager
def meanwhile(world: World, *statements: str) -> Iterator[None]:
    """Hold what these statements lock in a transaction of another program."""
    address = make_url(world.db.url).set(drivername="postgresql")
    with psycopg.connect(address.render_as_string(hide_password=False)) as other:
        for one in (PATIENCE, *statements):
            other.execute(one.encode())
        yield


def test_a_report_brings_its_statuses(settled: World) -> None:
    written(settled)
    assert waiting(settled.db) == 0
    assert derived(settled.db) == from_scratch(settled)


def test_who_does_not_recompute_leaves_it(settled: World) -> None:
    other = Database(settled.db.url, recompute_on_read=False)
    written(settled, other)
    other.dispose()
    assert waiting(settled.db) > 0


def test_more_than_a_batch_is_left_for_later(settled: World) -> None:
    for _ in range(BATCH):
        settled.new_measure()
    settled.db.refresh()
    with settled.db.write() as session:
        session.execute(text("UPDATE plan SET starts_on = '2020-12-01' WHERE id = 1"))
    assert waiting(settled.db) == 1
    assert derived(settled.db) == from_scratch(settled)


@pytest.mark.parametrize("step", ["rows_of", "bring"])
def test_what_cannot_be_computed_is_saved_all_the_same(
    settled: World, step: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A fault in the rules, or of the database while it takes the spans."""
    before = derived(settled.db)

    def fail(*_: object) -> None:
        if step == "rows_of":
            raise ValueError("a fault in the rules")
        with Session(connection) as session:
            session.execute(text("SELECT no_such_column FROM measure"))

    with settled.db.write() as session:
        connection = session.connection()
        monkeypatch.setattr(recompute, step, fail)
        values = {"assignment": settled.assignments[0], "point": settled.points[0]}
        session.execute(text(REPORT), values)
    monkeypatch.undo()
    assert "statuses follow with the next read" in caplog.text
    assert waiting(settled.db) > 0
    assert derived(settled.db) != before
    assert derived(settled.db) == from_scratch(settled)


@pytest.mark.postgres
def test_a_measure_that_another_holds_is_left_to_it(postgres_world: World) -> None:
    postgres_world.db.refresh()
    with meanwhile(postgres_world, "SELECT 1 FROM measure FOR NO KEY UPDATE"):
        written(postgres_world)
        assert waiting(postgres_world.db) == 1
    assert derived(postgres_world.db) == from_scratch(postgres_world)
    assert waiting(postgres_world.db) == 0


@pytest.mark.postgres
def test_notes_that_another_takes_are_not_waited_for(postgres_world: World) -> None:
    """Another process has taken an older note and waits for the measure: no deadlock."""
    world = postgres_world
    world.db.refresh()
    run(world.db, "UPDATE measure SET title = 'Другое' WHERE id = :id", id=world.measure)
    with meanwhile(world, "DELETE FROM recompute_queue"):
        written(world)
        assert derived(world.db) != {}
    assert derived(world.db) == from_scratch(world)


def test_several_write_while_another_refreshes(settled: World) -> None:
    """Each has an engine of its own; two change the measure itself before they report on it."""
    others = [Database(settled.db.url) for _ in range(3)]
    for _ in range(3):
        settled.new_measure()
    barrier = Barrier(3)

    def write(db: Database) -> None:
        barrier.wait()
        for number in range(10):
            with db.write() as session:
                statement = "UPDATE measure SET title = :title WHERE id = :id"
                values = {"title": f"М {number}", "id": settled.measure + number % 3}
                session.execute(text(statement), values)
            written(settled, db)

    def refresh(db: Database) -> None:
        barrier.wait()
        for _ in range(20):
            db.refresh()

    with ThreadPoolExecutor(3) as pool:
        jobs = [pool.submit(write, one) for one in others[:2]] + [pool.submit(refresh, others[2])]
        for job in jobs:
            job.result(timeout=60)
    for one in others:
        one.dispose()
    assert derived(settled.db) == from_scratch(settled)
