"""The database: sessions to read and to write, and the recomputation before a read.

Connections are opened on first use, so an application can be made before a server forks.
"""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from data_access import engine_postgresql, schema
from data_access.beginnings import answered, begun
from data_access.commands.recompute import recompute_own
from data_access.engines import is_missing_file, make_engine
from data_access.faults import is_passing, reason
from data_access.limits import MIGRATING, MIGRATION_TURN, Limits
from data_access.refreshing import FOLD_AT, refresh
from data_access.remembering import Remembering
from data_access.results import KEY
from data_access.schema import State
from data_access.versions import Look, look

CATCH_UP_ROUNDS = 3
#: How long a read waits for who holds what it wants to recompute; how long reads then don't try.
CATCH_UP_PATIENCE_SECONDS = 2
CATCH_UP_PAUSE_SECONDS = 10

T = TypeVar("T")
log = logging.getLogger(__name__)


class Database(Remembering):
    """One engine to write with and one to read with; the same database unless told otherwise.

    `read_url` may name a replica. With `recompute_on_read` False (a web account that may only
    read) the spans are kept by a process of its own, `karta refresh`.
    """

    def __init__(
        self,
        url: str,
        read_url: str | None = None,
        *,
        recompute_on_read: bool = True,
        limits: Limits = Limits(),  # noqa: B008 - immutable
    ) -> None:
        super().__init__()
        self.url = url
        self._writing = make_engine(url, limits, read_only=False)
        self._hurried = self._writing.execution_options(
            time_outs=limits.writing.waiting(CATCH_UP_PATIENCE_SECONDS)
        )
        self._reading = make_engine(read_url or url, limits, read_only=True)
        self._reading_latest = (
            make_engine(url, limits, read_only=True) if read_url else self._reading
        )
        is_postgresql = self._reading.dialect.name == "postgresql"
        self._setting = engine_postgresql.setting(limits.reading) if is_postgresql else []
        self._glancing = engine_postgresql.alone(self._reading) if is_postgresql else self._reading
        self._recompute_on_read = recompute_on_read
        self._pause_until = 0.0

    @contextmanager
    def read(self, *, latest: bool = False) -> Iterator[Session]:
        """Open a session on one unchanging snapshot; what changed is recomputed before.

        While another program holds the rows for longer, the statuses as they were are read.
        A replica may lag behind: who has just written and looks for it asks for the `latest`.
        Within `snapshot` it is the session of that.
        """
        if (held := self._held(latest=latest)) is not None:
            yield held
            return
        with Session(self._reading_latest if latest else self._reading) as session:
            session.info[KEY] = self._parts
            self._catch_up(session)
            if latest:  # another server than that of the pages: its version says nothing of them
                self.note_version(None)
            yield session

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let this thread read all that a request shows in one session, so on one snapshot."""
        with self.read() as session:
            before, self._seen.session = self._seen.session, session
            try:
                yield
            finally:
                self._seen.session = before

    def _held(self, *, latest: bool) -> Session | None:
        """Return the session of the running `snapshot`; None where a replica is not enough."""
        if latest and self._reading_latest is not self._reading:
            return None
        return self._seen.session

    def glance(self, ask: Callable[[Connection], T]) -> T:
        """Return what a question or two give; no snapshot is opened, nothing recomputed before."""
        return answered(self._glancing, ask)

    def _catch_up(self, session: Session) -> None:
        """Recompute until the session's own snapshot has nothing waiting.

        Others may write meanwhile, and a replica lags behind: after a few rounds it is enough.
        """
        for _ in range(CATCH_UP_ROUNDS):
            if not self.is_due(begun(session, self._look)):
                return
            session.rollback()
            self._refresh_soon()
        begun(session, self._look)

    def is_due(self, found: Look) -> bool:
        """Tell whether this process has to recompute before what was found is shown."""
        waits = found.is_waiting or found.unfolded >= FOLD_AT
        return self._recompute_on_read and waits and time.monotonic() >= self._pause_until

    def _look(self, session: Session) -> Look:
        found = look(session, *self._setting)
        self.note_version(found.version)
        return found

    @contextmanager
    def write(self, *, statuses: bool = False) -> Iterator[Session]:
        """Open a session in one transaction: committed at the end, rolled back on an error.

        With `statuses` those that follow from what is written are computed before the commit;
        else the next read does it, as after another program. Not within `snapshot`: what is read
        after it there would still be what was before; RuntimeError.
        """
        if self._seen.session is not None:
            raise RuntimeError("nothing is written while a request is shown")
        with Session(self._writing) as session:
            begun(session, Session.connection)
            yield session
            if statuses and self._recompute_on_read:
                recompute_own(session)
            session.commit()

    def refresh(self, *, with_failed: bool = False) -> int:
        """Recompute the measures whose base rows changed, `with_failed` those too that could not
        be recomputed before; return how many were.
        """
        return refresh(self._writing, with_failed=with_failed)

    def _refresh_soon(self) -> None:
        """Recompute, or leave it for a while if it cannot be done now: reading goes on.

        Somebody else may hold the rows for too long, or only the replica may answer.
        """
        try:
            refresh(self._hurried)
        except DBAPIError as error:
            if not is_passing(error):
                raise
            self._pause_until = time.monotonic() + CATCH_UP_PAUSE_SECONDS
            log.warning("statuses are shown as they were: %s", reason(error))

    def state(self) -> State:
        """Tell whether the tables are there in the form that this program knows."""
        if is_missing_file(self.url):  # connecting would make it
            return State.EMPTY
        with self._reading.connect() as connection:
            return schema.state(connection)

    def upgrade(self) -> None:
        """Bring the schema to the newest migration; one process does, others wait for their turn.

        Raises an error that `faults.is_contended` knows where the turn does not come.
        """
        first = self._writing.execution_options(time_outs=MIGRATING.waiting(MIGRATION_TURN))
        schema.upgrade(first)

    def dispose(self) -> None:
        """Close all connections."""
        self._writing.dispose()
        self._reading.dispose()
        self._reading_latest.dispose()
