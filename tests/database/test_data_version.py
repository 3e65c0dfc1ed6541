"""The data's version: another one after every change, the same one for the same data."""

import random
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from threading import Barrier, Event
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from data_access.commands.recompute import rebuild
from data_access.db import Database
from data_access.migrations.triggers_changes import UNWATCHED
from data_access.models import Base
from data_access.refreshing import FOLD_AT
from data_access.versions import fold
from tests.database.world import World, run, territory

#: For every watched table that plain programs write: how to change a row of it.
CHANGES = (
    "INSERT INTO territory (name, short_name, level) VALUES ('В', 'В', 'region')",
    "UPDATE plan SET title = 'Другой' WHERE id = 1",
    "UPDATE section SET title = 'Другой' WHERE id = 1",
    "UPDATE measure SET title = 'Другое' WHERE id = 1",
    "DELETE FROM control_point WHERE id = 1",
    "UPDATE executor SET name = 'Третий' WHERE id = 1",
    "INSERT INTO executor_alias (executor_id, alias) VALUES (1, 'Пятый')",
    "DELETE FROM assignment WHERE id = 2",
    "INSERT INTO earlier_lead (assignment_id, led_until) VALUES (1, '2021-05-01')",
    "UPDATE reporting_period SET due_on = '2021-04-12' WHERE id = 1",
    "INSERT INTO report (assignment_id, outcome, submitted_on)"
    " VALUES (1, 'in_progress', '2021-03-01')",
    "INSERT INTO decision (kind, measure_id, decided_on, basis)"
    " VALUES ('remove', 1, '2021-03-01', 'протокол')",
    "INSERT INTO indicator (plan_id, position, name, short_name, unit, direction)"
    " VALUES (1, 1, 'И', 'И', 'ед.', 'increase')",
    "INSERT INTO practice_direction (position, name) VALUES (1, 'Н')",
    "INSERT INTO import_batch (kind, file_name, sha256) VALUES ('plan', 'а', 'б')",
    "INSERT INTO import_finding (severity, message) VALUES ('info', 'а')",
)
SILENT = (
    "INSERT INTO account (username, password_hash) VALUES ('a', 'b')",
    "INSERT INTO login_attempt (username, address, succeeded) VALUES ('a', 'b', true)",
    "INSERT INTO audit_event (action) VALUES ('a')",
)
DATA = "SELECT id, title FROM measure ORDER BY id"


def version(db: Database) -> str:
    with db.read() as session:
        return db.data_version(session)


@pytest.mark.parametrize("statement", CHANGES)
def test_every_change_moves_it(world: World, statement: str) -> None:
    before = version(world.db)
    run(world.db, statement)
    assert version(world.db) != before


@pytest.mark.parametrize("statement", SILENT)
def test_what_no_page_shows_leaves_it(world: World, statement: str) -> None:
    before = version(world.db)
    run(world.db, statement)
    assert version(world.db) == before


def test_reading_leaves_it(world: World) -> None:
    assert version(world.db) == version(world.db)


def test_every_table_is_watched_or_left_out_knowingly(db: Database) -> None:
    assert watched(db) | UNWATCHED == set(Base.metadata.tables)
    assert not watched(db) & UNWATCHED


def watched(db: Database) -> set[str]:
    """Return the tables with all the triggers that move the version."""
    with db.write() as session:
        if session.get_bind().dialect.name == "postgresql":
            query = "SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname LIKE '%_change'"
            return set(session.scalars(text(query)))
        query = (
            "SELECT tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%_change_%'"
        )
        names = list(session.scalars(text(query)))
        return {one for one in names if names.count(one) == 3}


def test_computed_rows_move_it(world: World) -> None:
    world.db.refresh()
    with world.db.write() as session:
        session.execute(text("DELETE FROM measure_span"))
    before = version(world.db)
    with world.db.write() as session:
        rebuild(session)
    assert version(world.db) != before


def test_computing_the_same_again_moves_nothing(world: World) -> None:
    before = version(world.db)
    with world.db.write() as session:
        assert rebuild(session)
    assert version(world.db) == before


def test_what_was_rolled_back_is_another_history(world: World) -> None:
    """As after a backup was restored, or a standby took over: equally long is not equal."""
    seen = set()
    for _ in range(2):
        with world.db.write() as session:
            session.execute(text(CHANGES[0]))
            seen.add(world.db.data_version(session))
            session.rollback()
    assert len(seen) == 2


def test_a_reader_keeps_the_version_of_its_moment(world: World) -> None:
    with world.db.read() as session:
        before = world.db.data_version(session)
        run(world.db, CHANGES[3])
        assert world.db.data_version(session) == before
        session.info.clear()
        assert world.db.data_version(session) == before


def test_folding_leaves_it(world: World) -> None:
    before = version(world.db)
    with world.db.write() as session:
        fold(session)
    assert version(world.db) == before
    assert marks(world.db) == 0
    run(world.db, CHANGES[3])
    world.db.refresh()
    assert version(world.db) != before


def marks(db: Database) -> int:
    with db.write() as session:
        return int(session.execute(text("SELECT count(*) FROM data_change")).scalar_one())


@pytest.mark.postgres
def test_readers_fold_what_has_become_much(postgres_world: World) -> None:
    postgres_world.db.refresh()
    with postgres_world.db.write() as session:
        session.execute(
            text("INSERT INTO data_change (mark) SELECT 1 FROM generate_series(1, :n)"),
            {"n": FOLD_AT},
        )
    before = version(postgres_world.db)
    assert marks(postgres_world.db) == 0
    assert version(postgres_world.db) == before


@pytest.mark.postgres
def test_a_transaction_of_many_statements_leaves_one_row(postgres_world: World) -> None:
    before = marks(postgres_world.db)
    with postgres_world.db.write() as session:
        for number in range(3):
            with session.begin_nested() as inner:
                session.execute(text(f"UPDATE measure SET position = {number + 10} WHERE id = 1"))
                if number == 0:
                    inner.rollback()
        found = session.execute(text("SELECT count(*) FROM data_change")).scalar_one()
    assert found == before + 1


@pytest.mark.postgres
@pytest.mark.parametrize("level", ["READ COMMITTED", "REPEATABLE READ", "SERIALIZABLE"])
def test_writers_of_different_measures_never_meet(postgres_world: World, level: str) -> None:
    """They commit in the other order than they wrote, and each commit gives a new version."""
    db = postgres_world.db
    seen = [version(db)]
    with ExitStack() as opened:
        writers = []
        for number in (1, 2, 3):
            session = opened.enter_context(Session(db._writing))
            session.connection(execution_options={"isolation_level": level})
            session.execute(text("SET LOCAL lock_timeout = '500ms'"))
            change(session, number, "Новое")
            writers.append(session)
        for session in reversed(writers):
            session.commit()
            seen.append(version(db))
    assert len(set(seen)) == 4


def change(session: Session, measure: int, title: str) -> None:
    statement = text("UPDATE measure SET title = :title WHERE id = :id")
    session.execute(statement, {"id": measure, "title": title})


@pytest.mark.postgres
def test_the_same_version_is_the_same_data(postgres_world: World, postgres_url: str) -> None:
    """Writers overlap, take back and fold at once, while readers look again and again."""
    end, barrier = Event(), Barrier(7)
    with ThreadPoolExecutor(7) as pool:
        readers = [pool.submit(_look, postgres_url, barrier, end) for _ in range(2)]
        writers = [pool.submit(_write, postgres_url, barrier, one) for one in (1, 2, 3, 4)]
        folding = pool.submit(_fold, postgres_url, barrier, end)
        for job in writers:
            job.result(timeout=60)
        end.set()
        folding.result(timeout=60)
        seen = [pair for job in readers for pair in job.result(timeout=60)]
    data_of = dict(seen)
    assert len(data_of) > 20, "the readers saw many states"
    assert [data for version, data in seen if data != data_of[version]] == []
    assert len(set(data_of.values())) == len(data_of), "no version without a change"


def _write(url: str, barrier: Barrier, measure: int) -> None:
    dice = random.Random(measure)
    db = Database(url)
    barrier.wait()
    for number in range(40):
        with db.write() as session:
            change(session, measure, f"{measure}.{number}")
            session.execute(text("SELECT pg_sleep(:s)"), {"s": dice.random() / 200})
            if dice.random() < 0.2:
                session.rollback()
    db.dispose()


def _fold(url: str, barrier: Barrier, end: Event) -> None:
    db = Database(url)
    barrier.wait()
    while not end.is_set():
        with db.write() as session:
            fold(session)
    db.dispose()


def _look(url: str, barrier: Barrier, end: Event) -> list[tuple[str, tuple[tuple[Any, ...], ...]]]:
    db = Database(url, recompute_on_read=False)
    seen = []
    barrier.wait()
    while not end.is_set():
        with db.read() as session:
            version = db.data_version(session)
            seen.append((version, tuple(tuple(row) for row in session.execute(text(DATA)))))
    db.dispose()
    return seen


@pytest.mark.postgres
def test_plain_writers_need_no_rights_on_it(postgres_world: World, postgres_url: str) -> None:
    before = version(postgres_world.db)
    with postgres_world.db.write() as session:
        session.execute(text("DROP ROLE IF EXISTS plain_writer"))
        session.execute(text("CREATE ROLE plain_writer LOGIN"))
        session.execute(text("GRANT INSERT ON territory TO plain_writer"))
        session.execute(text("GRANT USAGE ON territory_id_seq TO plain_writer"))
    other = Database(postgres_url.replace("postgres@", "plain_writer@"))
    with other.write() as session:
        session.execute(text(CHANGES[0]))
    other.dispose()
    assert version(postgres_world.db) != before


def test_a_commit_beside_an_open_reader(db: Database) -> None:
    """The reader computes for a while; what it keeps is never taken for the newer state."""
    kept: dict[str, int] = {}
    with db.read() as reader:
        seen = db.data_version(reader)
        territory(db, "Новая")
        kept[seen] = reader.execute(text("SELECT count(*) FROM territory")).scalar_one()
    with db.read() as later:
        assert db.data_version(later) not in kept
    assert kept == {seen: 0}
