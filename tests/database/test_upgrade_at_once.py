"""Two upgrades at once: one waits for the other; neither waits for ever."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from data_access import db as db_module
from data_access import limits, schema
from data_access.faults import is_contended
from data_access.schema import State
from tests.database.world import World
from tests.support import databases, postgres
from tests.unit.dashboard.karta import Karta

#: The lock that migrations take; see data_access/migrations/env.py.
TURN = "SELECT pg_advisory_xact_lock(7265118)"


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def new_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Give the address of a database without any tables."""
    if request.param == "sqlite":
        yield databases.sqlite_url(tmp_path / "new.db")
        return
    server: postgres.Server = request.getfixturevalue("postgres_server")
    with server.clone("template1") as url:
        yield url


def test_both_succeed(new_url: str) -> None:
    """Processes, as on two machines that are brought up at once: Alembic knows no threads."""
    environment = {**os.environ, "KARTA_DATABASE_URL": new_url}
    command = [sys.executable, "-m", "dashboard", "db", "upgrade"]
    both = [subprocess.Popen(command, env=environment) for _ in range(2)]
    assert [one.wait(60) for one in both] == [0, 0]
    with databases.opened(new_url) as database:
        assert database.state() is State.CURRENT


@pytest.mark.postgres
def test_a_turn_that_does_not_come(
    postgres_server: postgres.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(db_module, "MIGRATION_TURN", 0.2)
    karta = Karta(monkeypatch)
    with postgres_server.clone("template1") as url, databases.opened(url) as database:
        karta.patch.setenv("KARTA_DATABASE_URL", url)
        with database.write() as session:
            session.execute(text(TURN))
            refused = karta("db", "upgrade")
        assert refused.exit_code == 1
        assert "База данных занята" in refused.stderr
        assert database.state() is State.EMPTY
        assert karta("db", "upgrade").exit_code == 0
        assert database.state() is State.CURRENT


@pytest.mark.postgres
def test_a_table_that_somebody_holds(
    postgres_server: postgres.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A migration waits for it briefly, since everybody else would wait behind it."""
    monkeypatch.setattr(limits, "MIGRATING", limits.MIGRATING.waiting(0.2))
    with postgres_server.clone("template1") as url, databases.opened(url) as database:
        schema.upgrade(database._writing, "0002")
        with database.write() as session:
            session.execute(text("DELETE FROM territory"))
            with pytest.raises(DBAPIError) as error:
                database.upgrade()
            assert is_contended(error.value)
        assert database.state() is State.OLD
        database.upgrade()
        assert database.state() is State.CURRENT


@pytest.mark.postgres
def test_the_planner_knows_what_an_upgrade_added(postgres_server: postgres.Server) -> None:
    """Of a column that it knows nothing about it takes a third of the rows to fit any date."""
    with postgres_server.clone("template1") as url, databases.opened(url) as database:
        schema.upgrade(database._writing, "0009")
        World(database)
        database.upgrade()
        with database.read() as session:
            query = "SELECT null_frac FROM pg_stats WHERE tablename = 'measure' AND attname = :name"
            assert session.scalar(text(query), {"name": "began_on"}) == 1
