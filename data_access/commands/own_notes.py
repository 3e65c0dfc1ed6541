"""The notes of what a transaction has changed itself, taken out of the queue."""

from sqlalchemy import Connection, bindparam, delete, func, literal, select

from data_access.models import Base, Measure, RecomputeQueue
from data_access.numbers import among_found

_QUEUE = Base.metadata.tables[RecomputeQueue.__tablename__]
_NEWEST = (
    select(_QUEUE.c.measure_id)
    .where(_QUEUE.c.failed_at.is_(None))
    .group_by(_QUEUE.c.measure_id)
    .order_by(func.max(_QUEUE.c.id).desc())
    .limit(bindparam("most"))
)
_FREE = (
    select(Measure.id)
    .where(among_found(Measure.id, _NEWEST))
    .order_by(Measure.id)
    .with_for_update(key_share=True, skip_locked=True)
)
_UNTAKEN = (
    select(_QUEUE.c.id)
    .where(among_found(_QUEUE.c.measure_id, _FREE))
    .with_for_update(skip_locked=True)
)
#: How long rows are waited for to which statuses point: less than until PostgreSQL looks for
#: processes that wait in a circle (a second), so that none is ended for the sake of statuses.
_BRIEFLY = func.set_config("lock_timeout", "200", literal(True))
_TAKE = {
    "postgresql": delete(_QUEUE)
    .where(among_found(_QUEUE.c.id, _UNTAKEN))
    .returning(_QUEUE.c.measure_id, _BRIEFLY),
    # which has one writer at a time
    "sqlite": delete(_QUEUE).where(_QUEUE.c.measure_id.in_(_NEWEST)).returning(_QUEUE.c.measure_id),
}


def take_own(connection: Connection, most: int) -> list[int]:
    """Lock the measures of the newest notes, which are one's own, and take their notes out.

    What another process holds is left to it: who waited here with rows of the same measures
    changed could wait for each other. From then on locks are waited for briefly. Returns the
    measures, `most` of them at most.
    """
    notes = connection.scalars(_TAKE[connection.dialect.name], {"most": most})
    return sorted(set(notes))
