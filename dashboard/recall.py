"""Who was here a moment ago, so that pages asked for one after the other look only once.

A page takes several requests, and each would read account and version of the data again. For
the pages of figures and lists a look of a moment ago counts, in this process; whatever else is
asked for (files, uploads, forms, edits) looks anew.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

MOST = 1000


User = TypeVar("User")


@dataclass(frozen=True)
class Known(Generic[User]):
    """A user as the account was read, with the version of the data of the same statement."""

    user: User
    version: str | None


class Recall(Generic[User]):
    """What the last looks found, by session; safe under threads."""

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._clock = clock
        self._known: dict[str, tuple[float, Known[User]]] = {}

    def get(self, session: str) -> Known[User] | None:
        """Return what was found for this session, if that was within the time."""
        at, known = self._known.get(session, (0.0, None))
        return known if self._clock() - at < self._seconds else None

    def put(self, session: str, known: Known[User]) -> None:
        """Note what a look has found just now."""
        if len(self._known) >= MOST:
            self.forget()
        self._known[session] = self._clock(), known

    def forget(self) -> None:
        """Look anew, whoever asks: something was written."""
        self._known.clear()
