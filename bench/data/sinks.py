"""Bulk loading: COPY into PostgreSQL, prepared inserts into SQLite, the triggers left aside.

The triggers would note every row in the queue and look its territory up. Here the territory is
given and all statuses are computed anyway, so they are switched off for the load and back on.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import datetime
from typing import Any, Protocol

import psycopg
from sqlalchemy import make_url

from bench.data.tables import COLUMNS

#: One change that the triggers see, so that nobody keeps showing what was there before.
TOUCH = "UPDATE territory SET name = name WHERE id = 1"
Values = Sequence[Sequence[Any]]


class Sink(Protocol):
    """A database that takes rows in bulk; each batch is committed."""

    def put(self, table: str, columns: Sequence[str], rows: Values) -> None:
        """Insert rows of a table."""

    def run(self, statement: str) -> None:
        """Run a statement of ours within the database, its own checks left aside."""

    def finish(self) -> None:
        """Bring counters of ids and statistics up to date."""


@contextmanager
def opened(url: str) -> Iterator[Sink]:
    """Open a database for bulk loading; the triggers are back at the end, come what may."""
    opener = _sqlite if make_url(url).get_backend_name() == "sqlite" else _postgresql
    with opener(url) as sink:
        yield sink


class _Sqlite:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def put(self, table: str, columns: Sequence[str], rows: Values) -> None:
        marks = ", ".join("?" * len(columns))
        # A column that is left out of a row takes its default, as with a plain insert.
        statement = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608
        with self._connection:
            self._connection.executemany(statement, (list(map(_plain, row)) for row in rows))

    def run(self, statement: str) -> None:
        with self._connection:
            self._connection.execute(statement)

    def finish(self) -> None:
        self._connection.execute("ANALYZE")
        self._connection.commit()
        self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _plain(value: Any) -> Any:
    """Return a value as the program itself keeps it in SQLite."""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M:%S.%f}"
    return value.isoformat() if hasattr(value, "isoformat") else value


@contextmanager
def _sqlite(url: str) -> Iterator[Sink]:
    with closing(sqlite3.connect(str(make_url(url).database))) as connection:
        connection.execute("PRAGMA synchronous=OFF")
        triggers = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall()
        for name, _text in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        try:
            yield _Sqlite(connection)
        finally:
            connection.rollback()
            for _name, text in triggers:
                connection.execute(text)
            connection.execute(TOUCH)
            connection.commit()


class _Postgresql:
    def __init__(self, connection: psycopg.Connection) -> None:
        self._connection = connection

    def put(self, table: str, columns: Sequence[str], rows: Values) -> None:
        statement = f"COPY {table} ({', '.join(columns)}) FROM STDIN"
        with (
            self._connection.transaction(),
            self._connection.cursor() as cursor,
            cursor.copy(statement.encode()) as copy,
        ):
            for row in rows:
                copy.write_row(row)

    def run(self, statement: str) -> None:
        with self._connection.transaction():
            # Foreign keys, too, hold by how the rows are made; the account has to be an owner's.
            self._connection.execute(b"SET LOCAL session_replication_role = replica")
            self._connection.execute(statement.encode())

    def finish(self) -> None:
        for table in COLUMNS:
            self._connection.execute(
                f"SELECT setval('{table}_id_seq', (SELECT max(id) FROM {table}))".encode()  # noqa: S608
            )
        self._connection.execute(b"VACUUM ANALYZE")


@contextmanager
def _postgresql(url: str) -> Iterator[Sink]:
    plain = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(plain, autocommit=True) as connection:
        tables = [name.decode() for name in _tables(connection)]
        _switch(connection, tables, "DISABLE")
        try:
            yield _Postgresql(connection)
        finally:
            _switch(connection, tables, "ENABLE")
            connection.execute(TOUCH.encode())


def _tables(connection: psycopg.Connection) -> Iterator[bytes]:
    found = connection.execute(
        b"SELECT DISTINCT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
        b" WHERE NOT t.tgisinternal AND c.relnamespace = current_schema()::regnamespace"
    )
    return (str(name).encode() for (name,) in found.fetchall())


def _switch(connection: psycopg.Connection, tables: Sequence[str], what: str) -> None:
    for table in tables:
        connection.execute(f"ALTER TABLE {table} {what} TRIGGER USER".encode())
