"""What a process keeps of a database: results by version, and what a thread is at."""

import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Hashable
from contextlib import AbstractContextManager
from typing import TypeVar

from sqlalchemy.orm import Session

from data_access.results import Parts, Results
from data_access.versions import version_of

T = TypeVar("T")


class Seen(threading.local):
    """What a thread is at: the version that its last read saw, the session of its snapshot."""

    version: str | None = None
    session: Session | None = None


class Remembering(ABC):
    """Results and parts of them, made once for a version of the data."""

    def __init__(self) -> None:
        self._results, self._parts = Results(), Parts()
        self._seen = Seen()

    @abstractmethod
    def read(self) -> AbstractContextManager[Session]:
        """Open a session on one unchanging snapshot."""

    def data_version(self, session: Session) -> str:
        """Return what changes with every change of the data that a reading session sees.

        Two sessions with the same version see the same data, so what was computed in one may be
        shown in the other, whichever process it was in. Accounts and the trail are left out.
        """
        return version_of(session)

    def remembered(self, key: Hashable, make: Callable[[Session], T]) -> T:
        """Return what `make` gives of a reading session, made once for a version of the data.

        `key` says all that the result depends on beside the data; the result is never changed.
        """
        with self.read() as session:
            return self.remembered_in(session, key, lambda: make(session))

    def remembered_in(self, session: Session, key: Hashable, make: Callable[[], T]) -> T:
        """Return the same within a reading session that is open already."""
        return self._results.get(key, self.data_version(session), make)

    @property
    def seen_version(self) -> str | None:
        """Return the version that this thread's last read saw; None before the first one."""
        return self._seen.version

    def note_version(self, version: str | None) -> None:
        """Note the version that this thread knows of; None: begin anew."""
        self._seen.version = version
