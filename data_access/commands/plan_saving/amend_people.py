"""Executors of a measure brought in line with an act; what they reported stays."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import delete, insert, update

from data_access.commands.leads import lead_id
from data_access.commands.plan_saving.terms import Amending
from data_access.importers.draft.saved import SavedMeasure
from data_access.models import Assignment, EarlierLead
from data_access.records.difference import NameChange


def amend_people(work: Amending, measure: SavedMeasure, changes: Sequence[NameChange]) -> None:
    """Make the changes of one measure's assignments; its lead is set last, since it is one."""
    if all(one.fate == "unchanged" for one in changes):
        return
    begins = _begins(work, measure)
    query = update(Assignment).where(Assignment.measure_id == measure.id)
    work.session.execute(query.values(role="co"))
    for position, one in enumerate(changes, start=1):
        if one.fate == "removed":
            _release(work, one, position)
        elif one.assignment_id is None:
            _add(work, measure.id, one, position, begins)
        else:
            columns = {it.field: it.new for it in one.changes if it.field != "role"}
            columns |= _back(measure, one.assignment_id, begins)
            _set(work, one.assignment_id, {**columns, "position": position})
    named = [one for one in changes if one.fate != "removed"]
    if named:
        first = work.executors[named[0].key]
        work.session.execute(query.where(Assignment.executor_id == first).values(role="lead"))
        _hand_over(work, measure, first, begins)


def _begins(work: Amending, measure: SavedMeasure) -> date | None:
    """Return from when on those count whom the act names; None for from the beginning.

    The plan's own act corrects from the beginning whom it named itself; where an amending act named
    others since, that stays as it stood.
    """
    return None if work.corrects and measure.has_first_executors else work.begins_on


def _back(measure: SavedMeasure, assignment_id: int, begins: date | None) -> dict[str, Any]:
    """Return how an assignment goes on that had been ended: what it was free of stays so.

    One absence is kept; of one that comes back again all between the first day and the last.
    """
    old = next(one for one in measure.assignments if one.id == assignment_id)
    if old.ended_on is None:
        return {}
    if begins is None or begins <= old.ended_on:
        return {"ended_on": None}
    return {"ended_on": None, "away_from": old.away_from or old.ended_on, "back_on": begins}


def _hand_over(
    work: Amending, measure: SavedMeasure, executor_id: int, begins: date | None
) -> None:
    """Keep until when who led before the executor that leads now: the past stays with that one.

    Before the plan begins there is no past; after it, leads follow one another in the order of
    their days. One that leads no day of its own between two hand-overs leaves none.
    """
    named = sorted(measure.assignments, key=lambda one: one.position)
    before = next((one for one in named if one.id == lead_id(named)), None)
    if before is None or before.executor_id == executor_id or begins is None:
        return
    if any(one.led_until and begins <= one.led_until for one in named):
        return
    if before.led_until:
        kept = insert(EarlierLead).values(assignment_id=before.id, led_until=before.led_until)
        work.session.execute(kept)
    _set(work, before.id, {"led_until": begins})


def _release(work: Amending, change: NameChange, position: int) -> None:
    """End an assignment from the day of the act; delete it where nothing came of it yet."""
    id_ = change.assignment_id or 0
    if change.stays:
        _set(work, id_, {"ended_on": work.on, "position": position})
    else:
        work.session.execute(delete(EarlierLead).where(EarlierLead.assignment_id == id_))
        work.session.execute(delete(Assignment).where(Assignment.id == id_))


def _add(
    work: Amending, measure_id: int, change: NameChange, position: int, begins: date | None
) -> None:
    work.session.execute(
        insert(Assignment).values(
            measure_id=measure_id,
            executor_id=work.executors[change.key],
            position=position,
            role="co",
            began_on=begins,
            by_agreement=change.by_agreement,
        )
    )


def _set(work: Amending, assignment_id: int, columns: dict[str, Any]) -> None:
    query = update(Assignment).where(Assignment.id == assignment_id).values(columns)
    work.session.execute(query)
