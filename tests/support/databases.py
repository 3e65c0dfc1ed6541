"""Databases of the tests: each comes from the migrations, made once and then copied."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from data_access.db import Database


def migrated(url: str) -> None:
    """Create the tables by the migrations."""
    with opened(url) as database:
        database.upgrade()


def with_sample(url: str) -> None:
    """Create the tables and load the sample with its accounts."""
    from dashboard.demo import prepare

    with opened(url) as database:
        prepare(database)


@contextmanager
def opened(url: str, read_url: str | None = None, **options: Any) -> Iterator[Database]:
    """Open a database and leave no connection behind."""
    database = Database(url, read_url, **options)
    try:
        yield database
    finally:
        database.dispose()


def sqlite_url(path: Path) -> str:
    """Return the address of an SQLite file."""
    return f"sqlite:///{path}"


def copy_sqlite(source: Path, target: Path) -> str:
    """Copy an SQLite database with what is still in its log; return the copy's address."""
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)
    return sqlite_url(target)
