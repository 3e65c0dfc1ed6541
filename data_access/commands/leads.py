"""Who led a measure when: the present lead, and those before it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row

from data_access.importers.draft.saved import SavedAssignment
from data_access.models import Assignment, EarlierLead
from data_access.rules.assigned import Stretch


def leading(
    assignments: Sequence[Assignment | Row[Any]], earlier: Iterable[EarlierLead | Row[Any]] = ()
) -> dict[int, tuple[Stretch, ...]]:
    """Return when which assignment led: former leads one after the other, then the present one.

    `earlier` are the times of those that led several times, but for the last one of each.
    """
    former = sorted(_former(assignments, earlier))
    found: dict[int, tuple[Stretch, ...]] = {}
    first: date | None = None
    for last, id_ in former:
        found[id_] = _longer(found.get(id_, ()), (first, last))
        first = last
    lead = lead_id(assignments)
    if lead is not None:
        found[lead] = _longer(found.get(lead, ()), (first, None))
    return found


def _longer(stretches: tuple[Stretch, ...], one: Stretch) -> tuple[Stretch, ...]:
    """Return the stretches with one more; who goes on from the same day led without a break."""
    if stretches and stretches[-1][1] == one[0]:
        return (*stretches[:-1], (stretches[-1][0], one[1]))
    return (*stretches, one)


def _former(
    assignments: Sequence[Assignment | Row[Any]], earlier: Iterable[EarlierLead | Row[Any]]
) -> Iterator[tuple[date, int]]:
    """Yield until when which assignment led; a time that is not before its last one is none."""
    last = {one.id: one.led_until for one in assignments if one.led_until}
    yield from ((day, id_) for id_, day in last.items())
    for one in earlier:
        if one.assignment_id in last and one.led_until < last[one.assignment_id]:
            yield one.led_until, one.assignment_id


def lead_id(assignments: Sequence[Assignment | Row[Any] | SavedAssignment]) -> int | None:
    """Return the leading one, of assignments in their order: the first where none is marked."""
    leads = [one.id for one in assignments if one.role == "lead"] or [one.id for one in assignments]
    return leads[0] if leads else None
