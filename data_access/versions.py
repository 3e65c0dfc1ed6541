"""The version of the data: two snapshots with the same version hold the same data.

Triggers count the changes (`migrations/triggers_changes.py`). On PostgreSQL a transaction's
change is a row of its own, visible to a snapshot exactly when what it changed is; counting the
visible rows gives another number after every commit. From time to time they are folded into the
total, which leaves the sum as it is. The sum of random marks beside the number tells histories
apart that only happen to be equally long: after a restored backup, or a standby that took over
before it had everything.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, delete, exists, func, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from data_access.migrations.triggers_changes import MARKS
from data_access.models import DataChange, DataVersion, RecomputeQueue

KEY = "karta.version"
_COUNT = select(func.count()).select_from(DataChange)
UNMARKED = RecomputeQueue.failed_at.is_(None)


@dataclass(frozen=True)
class Look:
    """What a session finds at its beginning: the version, and what there is to do."""

    version: str
    is_waiting: bool
    unfolded: int


@lru_cache(maxsize=16)  # it begins every request, and making it takes longer than asking it
def looking(*also: ColumnElement[Any] | InstrumentedAttribute[Any]) -> Select[Any]:
    """Return the query for version and queue, with further columns; `found` reads its row."""
    single = select(
        func.count().label("single"), func.coalesce(func.sum(DataChange.mark), 0).label("marks")
    ).subquery()
    return select(
        DataVersion.changes,
        DataVersion.mark,
        single.c.single,
        single.c.marks,
        exists().where(UNMARKED).label("is_waiting"),
        *also,
    ).join_from(DataVersion, single, DataVersion.id > 0)


def found(row: Row[Any]) -> Look:
    """Return what a row of `looking` says."""
    mark = int(row.mark + row.marks) % MARKS
    return Look(f"{row.changes + row.single}.{mark:x}", bool(row.is_waiting), row.single)


def look(session: Session, *also: ColumnElement[str]) -> Look:
    """Look at the version and the queue in one statement, and note the version in the session.

    `also` are columns that are asked for their effect alone, such as time-outs of a transaction.
    Its answer holds for as long as the session's snapshot does, so for a reading session.
    """
    seen = found(session.connection().execute(looking(*also)).one())
    session.info[KEY] = seen.version
    return seen


def version_of(session: Session) -> str:
    """Return the version that a reading session sees."""
    known: str | None = session.info.get(KEY)
    return known if known is not None else look(session).version


def is_earlier(one: str, other: str) -> bool:
    """Tell whether a version is no longer that of the data where another one is.

    Of two histories of equal length the one that is asked about now counts.
    """
    return one != other and _length(one) <= _length(other)


def _length(version: str) -> int:
    return int(version.partition(".")[0])


def unfolded(session: Session) -> int:
    """Return how many single changes there are; SQLite moves the total itself."""
    connection = session.connection()
    return 0 if connection.dialect.name == "sqlite" else connection.scalar(_COUNT) or 0


def fold(session: Session) -> None:
    """Put the single changes into the total; leave it to another process that is at it."""
    first = select(DataVersion.id).with_for_update(skip_locked=True)
    if session.scalar(first) is None:
        return
    gone = session.scalars(delete(DataChange).returning(DataChange.mark)).all()
    if gone:
        mark = (DataVersion.mark + sum(gone) % MARKS) % MARKS
        session.execute(
            update(DataVersion).values(changes=DataVersion.changes + len(gone), mark=mark)
        )
