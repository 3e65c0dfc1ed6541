"""A backup made by the databases' own programs comes back whole, triggers and all."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select, text

from data_access.db import Database
from data_access.models import Base
from data_access.schema import State
from tests.support import databases, postgres

Rows = dict[str, list[tuple[object, ...]]]


def everything(database: Database) -> Rows:
    with database.read() as session:
        return {
            table.name: sorted(map(tuple, session.execute(select(table))), key=repr)
            for table in Base.metadata.sorted_tables
        }


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def pair(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, str]]:
    """Give the sample and what a backup of it was restored to."""
    if request.param == "sqlite":
        kept = request.getfixturevalue("sample_url")
        with closing(sqlite3.connect(tmp_path / "sample.db")) as opened:
            opened.execute("VACUUM INTO ?", (str(tmp_path / "backup.db"),))
        yield kept, databases.sqlite_url(tmp_path / "backup.db")
        return
    server: postgres.Server = request.getfixturevalue("postgres_server")
    name, file = request.getfixturevalue("postgres_sample"), server.folder / "sample.dump"
    account = ("-h", server.folder, "-U", "postgres")
    postgres.call("pg_dump", "--format=custom", *account, "--file", file, name)
    with server.clone("template1") as restored:
        target = restored.rpartition("/")[2].partition("?")[0]
        postgres.call("pg_restore", *account, "--exit-on-error", "--dbname", target, file)
        yield server.url(name), restored


def test_it_is_whole(pair: tuple[str, str]) -> None:
    with databases.opened(pair[0]) as kept, databases.opened(pair[1]) as restored:
        assert restored.state() is State.CURRENT
        assert everything(restored) == everything(kept)


def test_it_lives_on(pair: tuple[str, str]) -> None:
    """The triggers fill, refuse, note and count as before."""
    with databases.opened(pair[1]) as restored:
        with restored.read() as session:
            before = restored.data_version(session)
        with restored.write() as session:
            measure = session.execute(
                text(
                    "INSERT INTO decision (kind, measure_id, decided_on, basis)"
                    " SELECT 'remove', min(id), '2020-01-01', 'протокол' FROM measure"
                    " RETURNING measure_id"
                )
            ).scalar_one()
        with restored.read() as session:
            assert restored.data_version(session) != before
            query = text("SELECT count(*) FROM measure_span WHERE measure_id = :id AND status = :s")
            found = session.execute(query, {"id": measure, "s": "removed"}).scalar_one()
        assert found == 1
