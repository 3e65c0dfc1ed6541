"""Who led a measure when: the present lead, and those before it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row

from data_access.importers.draft.saved import SavedAssignment
from data_access.models import Assignment
from data_access.rules.facts import Stretch


def leading(assignments: Sequence[Assignment | Row[Any]]) -> dict[int, tuple[Stretch, ...]]:
    """Return when which assignment led: former leads one after the other, then the present one."""
    former = sorted((one.led_until, one.id) for one in assignments if one.led_until)
    found: dict[int, tuple[Stretch, ...]] = {}
    first: date | None = None
    for last, id_ in former:
        found[id_] = (*found.get(id_, ()), (first, last))
        first = last
    lead = lead_id(assignments)
    if lead is not None:
        found[lead] = (*found.get(lead, ()), (first, None))
    return found


def lead_id(assignments: Sequence[Assignment | Row[Any] | SavedAssignment]) -> int | None:
    """Return the leading one, of assignments in their order: the first where none is marked."""
    leads = [one.id for one in assignments if one.role == "lead"] or [one.id for one in assignments]
    return leads[0] if leads else None
