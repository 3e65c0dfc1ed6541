"""The database: engines, sessions, migrations.

Connections are opened on first use, so an application can be made before a server forks.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.orm import Session

from data_access.commands.recompute import has_waiting, recompute_waiting
from data_access.folding import fold

MIGRATIONS = Path(__file__).parent / "migrations"
BUSY_TIMEOUT_SECONDS = 15
CATCH_UP_ROUNDS = 3


class Database:
    """One engine to write with and one to read with; the same database unless told otherwise.

    `read_url` may name a replica. With `recompute_on_read` False (a web account that may only
    read) the spans are kept by a process of its own, `karta refresh`.
    """

    def __init__(
        self, url: str, read_url: str | None = None, *, recompute_on_read: bool = True
    ) -> None:
        self.url = url
        self._writing = _engine(url, begin="BEGIN IMMEDIATE")
        self._reading = _engine(read_url or url, begin="BEGIN", read_only=True)
        self._recompute_on_read = recompute_on_read

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Open a session on one unchanging snapshot; what changed is recomputed before."""
        with Session(self._reading) as session:
            if self._recompute_on_read:
                self._catch_up(session)
            yield session

    def _catch_up(self, session: Session) -> None:
        """Recompute until the session's own snapshot has nothing waiting.

        Others may write meanwhile, and a replica lags behind: after a few rounds it is enough.
        """
        for _ in range(CATCH_UP_ROUNDS):
            if not has_waiting(session):
                return
            session.rollback()
            self.refresh()

    @contextmanager
    def write(self) -> Iterator[Session]:
        """Open a session in one transaction: committed at the end, rolled back on an error."""
        with Session(self._writing) as session, session.begin():
            yield session

    def refresh(self) -> int:
        """Recompute the measures whose base rows changed; return how many there were."""
        with self.write() as session:
            return recompute_waiting(session)

    def upgrade(self) -> None:
        """Bring the schema to the newest migration."""
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["engine"] = self._writing
        command.upgrade(config, "head")

    def dispose(self) -> None:
        """Close all connections."""
        self._writing.dispose()
        self._reading.dispose()


def _engine(url: str, *, begin: str, read_only: bool = False) -> Engine:
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return _sqlite_engine(url, begin)
    if parsed.drivername in ("postgres", "postgresql"):
        parsed = parsed.set(drivername="postgresql+psycopg")
    engine = create_engine(parsed, pool_pre_ping=True)
    if read_only:
        return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return engine


def _sqlite_engine(url: str, begin: str) -> Engine:
    engine = create_engine(url, connect_args={"timeout": BUSY_TIMEOUT_SECONDS})

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # transactions are begun below, not by the driver
        connection.create_function("karta_fold", 1, fold, deterministic=True)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA synchronous=NORMAL")

    @event.listens_for(engine, "begin")
    def start(connection: Any) -> None:
        connection.exec_driver_sql(begin)

    return engine
