"""What connections to SQLite keep of the file: a worker has one to read with for each thread."""

from sqlalchemy import text

from data_access.db import Database
from data_access.engine_sqlite import READING_CACHE


def test_a_connection_that_reads_keeps_little_of_the_file(sqlite_db: Database) -> None:
    with sqlite_db.read() as session:
        assert session.scalar(text("PRAGMA cache_size")) == -READING_CACHE
    with sqlite_db.write() as session:  # what is written waits there for its commit
        assert session.scalar(text("PRAGMA cache_size")) == -2000
