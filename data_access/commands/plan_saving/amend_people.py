"""Executors of a measure brought in line with an act; what they reported stays."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import delete, insert, update

from data_access.commands.leads import lead_id
from data_access.commands.plan_saving.terms import Amending
from data_access.importers.draft.saved import SavedMeasure
from data_access.models import Assignment
from data_access.records.difference import NameChange


def amend_people(work: Amending, measure: SavedMeasure, changes: Sequence[NameChange]) -> None:
    """Make the changes of one measure's assignments; its lead is set last, since it is one."""
    if all(one.fate == "unchanged" for one in changes):
        return
    query = update(Assignment).where(Assignment.measure_id == measure.id)
    work.session.execute(query.values(role="co"))
    for position, one in enumerate(changes, start=1):
        if one.fate == "removed":
            _release(work, one, position)
        elif one.assignment_id is None:
            _add(work, measure.id, one, position)
        else:
            columns = {it.field: it.new for it in one.changes if it.field != "role"}
            _set(work, one.assignment_id, {**columns, "position": position, "ended_on": None})
    named = [one for one in changes if one.fate != "removed"]
    if named:
        first = work.executors[named[0].key]
        work.session.execute(query.where(Assignment.executor_id == first).values(role="lead"))
        _hand_over(work, measure, first)


def _hand_over(work: Amending, measure: SavedMeasure, executor_id: int) -> None:
    """Keep until when who led before the executor that leads now: the past stays with that one.

    Before the plan begins there is no past; after it, leads follow one another in the order of
    their days.
    """
    named = sorted(measure.assignments, key=lambda one: one.position)
    before = next((one for one in named if one.id == lead_id(named)), None)
    if before is None or before.executor_id == executor_id or work.begins_on is None:
        return
    last = [one.led_until for one in measure.assignments if one.led_until]
    _set(work, before.id, {"led_until": max([work.begins_on, *last])})


def _release(work: Amending, change: NameChange, position: int) -> None:
    """End an assignment from the day of the act; delete it where nothing came of it yet."""
    id_ = change.assignment_id or 0
    if change.stays:
        _set(work, id_, {"ended_on": work.on, "position": position})
    else:
        work.session.execute(delete(Assignment).where(Assignment.id == id_))


def _add(work: Amending, measure_id: int, change: NameChange, position: int) -> None:
    work.session.execute(
        insert(Assignment).values(
            measure_id=measure_id,
            executor_id=work.executors[change.key],
            position=position,
            role="co",
            began_on=work.begins_on,
            by_agreement=change.by_agreement,
        )
    )


def _set(work: Amending, assignment_id: int, columns: dict[str, Any]) -> None:
    query = update(Assignment).where(Assignment.id == assignment_id).values(columns)
    work.session.execute(query)
