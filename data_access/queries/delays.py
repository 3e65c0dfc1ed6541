"""How many days late something is."""

from datetime import date

from data_access.records.status import RUNNING_LATE, Status


def days_overdue(
    status: Status, due_on: date | None, completed_on: date | None, as_of: date
) -> int | None:
    """Return the days late: to the as-of date while it runs, to the completion when done late."""
    if due_on is None:
        return None
    if status in RUNNING_LATE:
        return (as_of - due_on).days
    if status is Status.DONE_LATE and completed_on:
        late = (completed_on - due_on).days
        return late if late > 0 else None
    return None
