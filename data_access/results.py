"""Results kept in this process under the version of the data, so that a second viewer pays nothing.

The version is read from the database at every use (`versions.py`), so nothing is ever shown that is
older than the viewer's own snapshot. What takes no time is not kept. Viewers whose snapshots differ
do not push out each other's results: only what is older than the result just made goes.
"""

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from data_access.versions import is_earlier, version_of

Value = TypeVar("Value")
#: What is asked, and of which version of the data.
Asked = tuple[Hashable, str]

#: Where a reading session has the small parts of pages that are kept, whatever time they took:
#: the dear ones, and those that only save a statement, so that these push out none of the others.
KEY = "karta.parts"
MOST, MOST_PARTS, MOST_CHEAP = 8, 64, 256
#: A result that took less is computed anew: keeping it would only crowd out dear ones.
WORTH_SECONDS = 0.03


def kept(
    session: Session, key: Hashable, make: Callable[[], Value], *, is_cheap: bool = False
) -> Value:
    """Return a part that several pages share, made once for a version of the data.

    `key` says all that it depends on beside the data; a session that writes makes it anew.
    """
    parts: Parts | None = session.info.get(KEY)
    if parts is None:
        return make()
    return (parts.cheap if is_cheap else parts.dear).get(key, version_of(session), make)


class Results:
    """The newest results by what was asked, the least used ones forgotten; safe under threads."""

    def __init__(self, most: int = MOST, worth: float = WORTH_SECONDS) -> None:
        self._most = most
        self._worth = worth
        self._kept: OrderedDict[Asked, Any] = OrderedDict()
        self._busy: dict[Asked, Lock] = {}
        self._lock = Lock()

    def get(self, key: Hashable, version: str, make: Callable[[], Value]) -> Value:
        """Return the result for a version of the data; made by one thread, others wait for it."""
        asked: Asked = key, version
        with self._lock:
            busy = self._busy.setdefault(asked, Lock())
        try:
            with busy:
                found = self._find(asked)
                return found[0] if found else self._made(asked, make)
        finally:
            with self._lock:
                if not busy.locked():
                    self._busy.pop(asked, None)

    def _find(self, asked: Asked) -> tuple[Any] | None:
        with self._lock:
            if asked not in self._kept:
                return None
            self._kept.move_to_end(asked)
            return (self._kept[asked],)

    def _made(self, asked: Asked, make: Callable[[], Value]) -> Value:
        begun = time.perf_counter()
        value = make()
        if time.perf_counter() - begun >= self._worth:
            with self._lock:
                self._keep(asked, value)
        return value

    def _keep(self, asked: Asked, value: object) -> None:
        """Keep a result in place of those that nobody asks for any more, and of the least used."""
        for other in [one for one in self._kept if is_earlier(one[1], asked[1])]:
            del self._kept[other]
        self._kept[asked] = value
        self._kept.move_to_end(asked)
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)

    def __len__(self) -> int:
        return len(self._kept)


class Parts:
    """The small parts of pages that a process keeps."""

    def __init__(self, most: int = MOST_PARTS, most_cheap: int = MOST_CHEAP) -> None:
        self.dear, self.cheap = Results(most, worth=0), Results(most_cheap, worth=0)
