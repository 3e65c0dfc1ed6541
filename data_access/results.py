"""Results kept in this process under the version of the data, so that a second viewer pays nothing.

The version is read from the database at every use (`versions.py`), so nothing is ever shown that is
older than the viewer's own snapshot. What takes no time is not kept.
"""

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from data_access.versions import version_of

Value = TypeVar("Value")

#: Where a reading session has the small parts of pages that are kept, whatever time they took.
KEY = "karta.parts"
MOST, MOST_PARTS = 16, 64
#: A result that took less is computed anew: keeping it would only crowd out dear ones.
WORTH_SECONDS = 0.03


def kept(session: Session, key: Hashable, make: Callable[[], Value]) -> Value:
    """Return a part that several pages share, made once for a version of the data.

    `key` says all that it depends on beside the data; a session that writes makes it anew.
    """
    parts: Results | None = session.info.get(KEY)
    return make() if parts is None else parts.get(key, version_of(session), make)


class Results:
    """The newest results by what was asked, the least used ones forgotten; safe under threads."""

    def __init__(self, most: int = MOST, worth: float = WORTH_SECONDS) -> None:
        self._most = most
        self._worth = worth
        self._kept: OrderedDict[Hashable, tuple[str, Any]] = OrderedDict()
        self._busy: dict[Hashable, Lock] = {}
        self._lock = Lock()

    def get(self, key: Hashable, version: str, make: Callable[[], Value]) -> Value:
        """Return the result for a version of the data; made by one thread, others wait for it."""
        with self._lock:
            busy = self._busy.setdefault(key, Lock())
        try:
            with busy:
                found = self._find(key, version)
                return found[1] if found else self._made(key, version, make)
        finally:
            with self._lock:
                if not busy.locked():
                    self._busy.pop(key, None)

    def _find(self, key: Hashable, version: str) -> tuple[str, Any] | None:
        with self._lock:
            found = self._kept.get(key)
            if found is None or found[0] != version:
                return None
            self._kept.move_to_end(key)
            return found

    def _made(self, key: Hashable, version: str, make: Callable[[], Value]) -> Value:
        begun = time.perf_counter()
        value = make()
        if time.perf_counter() - begun >= self._worth:
            with self._lock:
                for other in [one for one, (seen, _) in self._kept.items() if seen != version]:
                    del self._kept[other]  # nobody asks for an earlier version any more
                self._kept[key] = version, value
                self._kept.move_to_end(key)
                while len(self._kept) > self._most:
                    self._kept.popitem(last=False)
        return value

    def __len__(self) -> int:
        return len(self._kept)
