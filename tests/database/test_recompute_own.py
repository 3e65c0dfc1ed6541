"""What the program writes itself, it commits together with the statuses that follow."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Barrier
from typing import Any

import psycopg
import pytest
from sqlalchemy import make_url, text
from sqlalchemy.exc import DBAPIError

from data_access.commands import drafts, recompute
from data_access.commands.audit import note
from data_access.commands.derived_rows import COLUMNS
from data_access.commands.recompute import BATCH, rebuild
from data_access.db import Database
from data_access.faults import is_passing
from layouts.import_texts import finding_text
from tests.database.world import World, derived, rows, run, waiting
from tests.support.drafts import TODAY, People

REPORT = (
    "INSERT INTO report (assignment_id, control_point_id, outcome, completed_on, submitted_on)"
    " VALUES (:assignment, :point, 'done', '2021-06-01', '2021-06-05')"
)
#: The other one gives up where it is held up.
PATIENCE = "SET lock_timeout = '2s'"


def written(world: World, db: Database | None = None) -> None:
    """Report on the first control point by the first executor, as the program does."""
    with (db or world.db).write(statuses=True) as session:
        values = {"assignment": world.assignments[0], "point": world.points[0]}
        session.execute(text(REPORT), values)


def test_rows_that_stay_as_they_were_are_not_written(settled: World) -> None:
    """They are compared as tuples: a value that came back in another type would tell them apart."""
    before = ids_of(settled)
    settled.report(outcome="in_progress", completed_on=None)
    settled.db.refresh()
    gone = before - ids_of(settled)
    assert [table for table, _id in gone] == ["obligation"]  # the one that was met


def ids_of(world: World) -> set[tuple[str, Any]]:
    tables = [kind.__tablename__ for kind in COLUMNS]
    return {(one, id_) for one in tables for (id_,) in rows(world.db, f"SELECT id FROM {one}")}


def test_a_row_has_every_column_of_its_table_but_the_id() -> None:
    for kind, columns in COLUMNS.items():
        assert len(set(columns)) == len(columns)
        assert {*columns, "id"} == set(kind.__table__.columns.keys())


def from_scratch(world: World) -> dict[str, Any]:
    with world.db.write() as session:
        rebuild(session)
    return derived(world.db)


@pytest.fixture
def settled(world: World) -> World:
    world.db.refresh()
    return world


@contextmanager
def meanwhile(world: World, *statements: str) -> Iterator[psycopg.Connection[Any]]:
    """Hold what these statements lock in a transaction of another program."""
    address = make_url(world.db.url).set(drivername="postgresql")
    with psycopg.connect(address.render_as_string(hide_password=False)) as other:
        for one in (PATIENCE, *statements):
            other.execute(one.encode())
        yield other


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
    with settled.db.write(statuses=True) as session:
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
        connection.execute(text("SELECT no_such_column FROM measure"))

    with settled.db.write(statuses=True) as session:
        connection = session.connection()
        monkeypatch.setattr(recompute, step, fail)
        values = {"assignment": settled.assignments[0], "point": settled.points[0]}
        session.execute(text(REPORT), values)
    monkeypatch.undo()
    assert "statuses are left for the next read" in caplog.text
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
    with world.db.read() as session:
        query = "SELECT points_done FROM measure_span WHERE valid_to > '9999-01-01'"
        assert session.scalars(text(query)).first() == 0  # the other executor has not reported
    assert derived(world.db) == from_scratch(world)


@pytest.mark.postgres
def test_a_row_that_another_deletes_is_not_waited_for(postgres_world: World) -> None:
    """New spans point to the assignment, and the other waits for the measure: nobody is ended."""
    world = postgres_world
    hold = f"SELECT 1 FROM assignment WHERE id = {world.assignments[1]} FOR UPDATE"
    title = f"UPDATE measure SET title = 'Д' WHERE id = {world.measure}"
    with meanwhile(world, hold) as other:
        begun = time.monotonic()
        with world.db.write(statuses=True) as session:
            session.execute(
                text(f"UPDATE control_point SET due_on = '2021-08-01' WHERE id = {world.points[0]}")
            )
        assert time.monotonic() - begun < 5
        other.execute(title.encode())
        assert waiting(world.db) > 0
    assert derived(world.db) == from_scratch(world)


@pytest.mark.postgres
def test_a_database_that_went_away_is_told_as_such(postgres_world: World) -> None:
    with pytest.raises(DBAPIError) as error:
        written_and_cut_off(postgres_world)
    assert is_passing(error.value)
    assert rows(postgres_world.db, "SELECT count(*) FROM report") == [(0,)]


def written_and_cut_off(world: World) -> None:
    with world.db.write(statuses=True) as session:
        values = {"assignment": world.assignments[0], "point": world.points[0]}
        session.execute(text(REPORT), values)
        process = session.scalar(text("SELECT pg_backend_pid()"))
        with meanwhile(world, f"SELECT pg_terminate_backend({process}, 5000)"):
            pass


def test_a_plan_is_saved_with_its_statuses(db: Database, people: People, draft: int) -> None:
    drafts.save(db, people.owner, draft, TODAY, finding_text)
    assert waiting(db) == 0
    with db.write() as session:
        assert session.scalar(text("SELECT count(DISTINCT measure_id) FROM measure_span")) == 3


def test_a_sign_in_computes_nothing_of_others(settled: World) -> None:
    run(settled.db, "UPDATE measure SET title = 'Другое' WHERE id = :id", id=settled.measure)
    with settled.db.write() as session:
        note(session, "sign_in")
    assert waiting(settled.db) > 0


def test_several_write_while_another_refreshes(settled: World) -> None:
    """Each has an engine of its own; two change the measure itself before they report on it."""
    others = [Database(settled.db.url) for _ in range(3)]
    for _ in range(3):
        settled.new_measure()
    barrier = Barrier(3)

    def write(db: Database) -> None:
        barrier.wait()
        for number in range(10):
            with db.write(statuses=True) as session:
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
