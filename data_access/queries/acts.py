"""Which acts amended a plan, as the files that were taken in say of themselves."""

from collections.abc import Iterator, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_access.models import ImportBatch


def later_acts(session: Session, plan_id: int, day: date) -> tuple[tuple[str, date], ...]:
    """Return the acts that amended a plan from later days on, each with its day, in their order."""
    found = {one for one in _amending(session, [plan_id]) if one[1] > day}
    return tuple(sorted(found, key=lambda one: one[1]))


def amended_days(session: Session, plans: Sequence[int]) -> tuple[date, ...]:
    """Return the days from which acts amended these plans, in their order."""
    return tuple(sorted({day for _act, day in _amending(session, plans)})) if plans else ()


def _amending(session: Session, plans: Sequence[int]) -> Iterator[tuple[str, date]]:
    """Yield acts with the days from which they count.

    The plan's own act taken in again is none of them: it corrects what it said from the beginning.
    """
    query = select(ImportBatch.summary).where(
        ImportBatch.kind == "plan", ImportBatch.plan_id.in_(plans)
    )
    for one in session.scalars(query):
        if one and one.get("counts_from") and not one.get("is_own"):
            yield one.get("basis", ""), date.fromisoformat(one["counts_from"])
