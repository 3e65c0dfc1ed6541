"""What connections to SQLite keep of the file: a worker has one to read with for each thread."""

import sqlite3
from contextlib import closing

from sqlalchemy import text

from data_access.db import Database
from data_access.engine_sqlite import READING_CACHE


def test_a_connection_that_reads_keeps_little_of_the_file(sqlite_db: Database) -> None:
    with sqlite_db.read() as session:
        assert session.scalar(text("PRAGMA cache_size")) == -READING_CACHE
    with closing(sqlite3.connect(":memory:")) as bare:
        (own,) = bare.execute("PRAGMA cache_size").fetchone()
    with sqlite_db.write() as session:  # what is written waits there for its commit
        assert session.scalar(text("PRAGMA cache_size")) == own
