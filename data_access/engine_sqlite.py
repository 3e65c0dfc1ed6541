"""The engine for SQLite: transactions of our own, waiting, foreign keys, folding of texts."""

from functools import partial
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event

from data_access.folding import fold
from data_access.limits import Limits, TimeOuts

#: What a commit waits for. FULL: what was told as saved outlasts a power cut, also of a report
#: that came in a second before. (NORMAL would keep the file whole, but may lose the last commits.)
SYNCHRONOUS = "FULL"

#: What a connection that reads keeps of the file, in kB; SQLite's own 2,000 took each of a worker's
#: threads that much, and its questions as long: what is left out lies in the system's own cache.
READING_CACHE = 500

#: Makes a text of bytes: one that another program wrote in another encoding stops nobody.
READABLE = partial(str, encoding="utf-8", errors="replace")


def make(url: URL, limits: Limits, *, read_only: bool) -> Engine:
    """Return an engine whose transactions begin by reading, or as the one writer."""
    time_outs = limits.reading if read_only else limits.writing
    engine = create_engine(
        url,
        connect_args={"timeout": time_outs.lock},
        execution_options={"time_outs": time_outs},
        hide_parameters=True,  # errors go to the log, what people wrote doesn't
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # transactions are begun below, not by the driver
        connection.text_factory = READABLE
        connection.create_function("karta_fold", 1, fold, deterministic=True)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute(f"PRAGMA synchronous={SYNCHRONOUS}")
        if read_only:
            connection.execute(f"PRAGMA cache_size=-{READING_CACHE}")

    event.listen(engine, "begin", _begin_reading if read_only else _begin_writing)
    return engine


def _begin_reading(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _begin_writing(connection: Connection) -> None:
    time_outs: TimeOuts = connection.get_execution_options()["time_outs"]
    connection.exec_driver_sql(f"PRAGMA busy_timeout={int(time_outs.lock * 1000)}")
    connection.exec_driver_sql("BEGIN IMMEDIATE")
