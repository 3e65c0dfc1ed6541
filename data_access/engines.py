"""Engines for SQLite and PostgreSQL, set up alike: transactions, waiting, foreign keys.

A writing engine with the execution option `patience` waits for locks no longer than so many
seconds and then fails with an error that `faults.is_contended` knows.
"""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url

from data_access.folding import fold

BUSY_TIMEOUT_SECONDS = 15


def make_engine(url: str, *, read_only: bool) -> Engine:
    """Return an engine that has not connected yet."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return _sqlite_engine(url, read_only=read_only)
    if parsed.drivername in ("postgres", "postgresql"):
        parsed = parsed.set(drivername="postgresql+psycopg")
    engine = create_engine(parsed, pool_pre_ping=True)
    if read_only:
        return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    event.listen(engine, "begin", _wait_no_longer)
    return engine


def is_missing_file(url: str) -> bool:
    """Tell whether the address is that of an SQLite file that does not exist yet."""
    parsed = make_url(url)
    name = parsed.database or ":memory:"
    if parsed.get_backend_name() != "sqlite" or name.startswith((":memory:", "file:")):
        return False
    return not Path(name).exists()


def _sqlite_engine(url: str, *, read_only: bool) -> Engine:
    engine = create_engine(url, connect_args={"timeout": BUSY_TIMEOUT_SECONDS})

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # transactions are begun below, not by the driver
        connection.text_factory = _readable
        connection.create_function("karta_fold", 1, fold, deterministic=True)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA synchronous=NORMAL")

    event.listen(engine, "begin", _begin_reading if read_only else _begin_writing)
    return engine


def _readable(raw: bytes) -> str:
    """Return a text; one that another program wrote in another encoding stops nobody."""
    return raw.decode("utf-8", "replace")


def _begin_reading(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _begin_writing(connection: Connection) -> None:
    patience = _patience(connection) or BUSY_TIMEOUT_SECONDS
    connection.exec_driver_sql(f"PRAGMA busy_timeout={int(patience * 1000)}")
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _wait_no_longer(connection: Connection) -> None:
    if patience := _patience(connection):
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = {int(patience * 1000)}")


def _patience(connection: Connection) -> float | None:
    seconds: float | None = connection.get_execution_options().get("patience")
    return seconds
