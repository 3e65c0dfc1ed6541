"""Recomputation of spans and obligations when base rows change.

Triggers note each changed measure in `recompute_queue`, whoever writes. A batch is taken from
the queue and computed in one transaction, so no reader ever sees half of it. A measure that
cannot be computed keeps its old spans and stays in the queue, marked; the others go on.
"""

import logging
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from itertools import islice

from sqlalchemy import delete, func, insert, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from data_access.commands.derived_rows import COLUMNS, rows_of
from data_access.commands.differing import bring, standing_in
from data_access.commands.facts_asked import IDS, OF_MEASURES
from data_access.commands.facts_of import bases_of
from data_access.commands.own_notes import take_own
from data_access.faults import is_passing
from data_access.models import Base, Measure, RecomputeQueue
from data_access.numbers import among
from data_access.stacked import Stacked

#: Fewer and larger batches would keep more in memory, which the garbage collector walks through.
BATCH = 50
FRESH = RecomputeQueue.failed_at.is_(None)
_QUEUE = Base.metadata.tables[RecomputeQueue.__tablename__]
_TAKE_ALL = delete(_QUEUE).returning(_QUEUE.c.measure_id)
#: What changed, with the marks of earlier failures of the same measures.
_TAKE = _TAKE_ALL.where(
    _QUEUE.c.measure_id.in_(select(_QUEUE.c.measure_id).where(_QUEUE.c.failed_at.is_(None)))
)
#: Whoever holds a row only to hang others on it (a foreign key) is not waited for.
_LOCK = (
    select(Measure.id)
    .where(among(Measure.id, IDS))
    .order_by(Measure.id)
    .with_for_update(key_share=True)
)

#: What the measures are computed from, and what stands in the tables: one question for both.
_ASKED = Stacked(*OF_MEASURES, *(standing_in(kind, IDS) for kind in COLUMNS))

#: The savepoint before the statuses of one's own changes; the commit that follows releases it.
_WRITTEN = "karta_written"

log = logging.getLogger(__name__)


def count_failed(session: Session) -> int:
    """Return how many measures could not be recomputed."""
    failed = select(func.count(RecomputeQueue.measure_id.distinct())).where(~FRESH)
    return session.scalars(failed).one()


def recompute_waiting(session: Session, *, with_failed: bool = False) -> int:
    """Recompute the measures in the queue and take them out; return how many were recomputed.

    `with_failed` also tries those again that failed before. Nothing else may have been done in the
    transaction: where a measure fails it is begun anew, this time with a savepoint for each batch.
    """
    try:
        taken = _taken(session, with_failed)
        for batch in _batches(taken):
            _replace(session, batch)
        return len(taken)
    except Exception as error:
        if is_passing(error):
            raise
        session.rollback()
    return recompute(session, _taken(session, with_failed))


def recompute_own(session: Session) -> None:
    """Recompute what this transaction changed, at its end: nothing but the commit may follow.

    So a report and the statuses that follow from it cost one commit and are seen at once. Measures
    beyond a batch, those of which others hold rows and those that cannot be computed stay in the
    queue for `recompute_waiting`: what was written is kept whatever becomes of its statuses.
    Raises what tells that the database is away.
    """
    session.flush()
    connection = session.connection()
    connection.exec_driver_sql(f"SAVEPOINT {_WRITTEN}")
    try:
        if measures := take_own(connection, BATCH):
            _compute(session, measures)
    except Exception as error:
        if isinstance(error, DBAPIError) and error.connection_invalidated:
            raise
        connection.exec_driver_sql(f"ROLLBACK TO SAVEPOINT {_WRITTEN}")
        log.warning("statuses are left for the next read", exc_info=not is_passing(error))


def _taken(session: Session, with_failed: bool) -> list[int]:
    take = _TAKE_ALL if with_failed else _TAKE
    return sorted(set(session.connection().scalars(take)))


def rebuild(session: Session) -> int:
    """Recompute all measures from scratch; return how many were recomputed."""
    session.execute(delete(RecomputeQueue))
    return recompute(session, session.scalars(select(Measure.id).order_by(Measure.id)).all())


def recompute(session: Session, measure_ids: Sequence[int]) -> int:
    """Replace the spans and obligations of these measures; return how many of them it could.

    The others are logged and put into the queue, marked as failed; whoever calls has taken older
    marks of these measures out.
    """
    failed = [one for batch in _batches(measure_ids) for one in _try(session, batch)]
    _note_failed(session, failed)
    return len(measure_ids) - len(failed)


def _batches(ids: Iterable[int]) -> Iterable[list[int]]:
    rest = iter(ids)
    while batch := list(islice(rest, BATCH)):
        yield batch


def _try(session: Session, batch: list[int]) -> list[int]:
    """Recompute a batch, halved as often as it takes to find those that fail; return these."""
    try:
        with session.connection().begin_nested():
            _replace(session, batch)
    except Exception as error:
        if is_passing(error):
            raise
        if len(batch) == 1:
            log.exception("measure %s cannot be recomputed and keeps its old status", batch[0])
            return batch
        middle = len(batch) // 2
        return _try(session, batch[:middle]) + _try(session, batch[middle:])
    return []


def _replace(session: Session, batch: list[int]) -> None:
    connection = session.connection()
    if connection.dialect.name != "sqlite":  # which has one writer at a time
        # Two processes may meet at one measure: the second waits here and then reads anew.
        connection.execute(_LOCK, {IDS: batch})
    _compute(session, batch)


def _compute(session: Session, batch: Sequence[int]) -> None:
    session.flush()  # asked without the session's objects, which is quicker
    connection = session.connection()
    found = _ASKED.ask(connection, {IDS: batch})
    facts, standing = found[: len(OF_MEASURES)], found[len(OF_MEASURES) :]
    computed = rows_of(list(bases_of(connection, batch, facts)))
    for kind, rows in zip(COLUMNS, standing, strict=True):
        bring(connection, kind, computed[kind], rows)


def _note_failed(session: Session, failed: list[int]) -> None:
    if failed:
        now = datetime.now(UTC)
        rows = [{"measure_id": one, "failed_at": now} for one in failed]
        session.execute(insert(RecomputeQueue), rows)
