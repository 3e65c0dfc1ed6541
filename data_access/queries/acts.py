"""Which acts amended a plan, as the files that were taken in say of themselves."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_access.models import ImportBatch


def later_acts(session: Session, plan_id: int, day: date) -> tuple[tuple[str, date], ...]:
    """Return the acts that amended a plan from later days on, each with its day, in their order.

    The plan's own act taken in again is none of them: it corrects what it said from the beginning.
    """
    query = select(ImportBatch.summary).where(
        ImportBatch.kind == "plan", ImportBatch.plan_id == plan_id
    )
    told = [one for one in session.scalars(query) if one and one.get("counts_from")]
    found = {
        (one.get("basis", ""), date.fromisoformat(one["counts_from"]))
        for one in told
        if not one.get("is_own")
    }
    return tuple(sorted((one for one in found if one[1] > day), key=lambda one: one[1]))
