"""The statuses: their identifiers and order, in one place.

Names, colours and icons that people see hang on these identifiers in `layouts.status_view`.
"""

from collections.abc import Iterable
from enum import StrEnum


class Status(StrEnum):
    """Status of a control point, an assignment or a measure, from good to bad."""

    DONE = "done"
    DONE_LATE = "done_late"
    IN_PROGRESS = "in_progress"
    UNDER_REVIEW = "under_review"
    NOT_DUE = "not_due"
    PARTIAL = "partial"
    RETURNED = "returned"
    OVERDUE = "overdue"
    NOT_DONE = "not_done"
    REMOVED = "removed"
    UNDATED = "undated"

    #: That of an enumeration is a function in Python, and the rules look statuses up all the time.
    __hash__ = str.__hash__


#: A measure is as bad as its worst started control point; the worst comes first.
WORST_FIRST: tuple[Status, ...] = (
    Status.OVERDUE,
    Status.NOT_DONE,
    Status.PARTIAL,
    Status.RETURNED,
    Status.IN_PROGRESS,
    Status.UNDER_REVIEW,
    Status.NOT_DUE,
    Status.DONE_LATE,
    Status.DONE,
)

_PLACES = {status: place for place, status in enumerate(WORST_FIRST)}

#: The order in which bars and legends show statuses: done first, trouble next, the rest after.
SHOWN_ORDER: tuple[Status, ...] = (
    Status.DONE,
    Status.DONE_LATE,
    Status.OVERDUE,
    Status.NOT_DONE,
    Status.PARTIAL,
    Status.RETURNED,
    Status.UNDER_REVIEW,
    Status.IN_PROGRESS,
    Status.NOT_DUE,
    Status.UNDATED,
    Status.REMOVED,
)

FINISHED: frozenset[Status] = frozenset({Status.DONE, Status.DONE_LATE})

#: Nothing more is expected of the executor: no reporting obligation arises.
CLOSED: frozenset[Status] = FINISHED | {Status.NOT_DONE, Status.REMOVED}

#: Days overdue are counted up to the as-of date while one of these stands.
RUNNING_LATE: frozenset[Status] = frozenset({Status.OVERDUE, Status.PARTIAL})


def worst(statuses: Iterable[Status]) -> Status:
    """Return the worst of `statuses` (none of them removed or undated; not empty)."""
    return min(statuses, key=_PLACES.__getitem__)
