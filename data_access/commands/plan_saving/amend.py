"""An act's changes made in a saved plan; whatever was reported stays."""

from typing import Any

from sqlalchemy import delete, update

from data_access.commands.plan_saving.amend_indicators import amend_indicators
from data_access.commands.plan_saving.amend_measures import amend_measures
from data_access.commands.plan_saving.terms import Amending
from data_access.models import Plan, ReportingPeriod, Section
from data_access.plan_rows.plans import insert_periods, insert_sections
from data_access.plan_rows.texts import PeriodText
from data_access.records.difference import FieldChange
from data_access.rules.taken_out import taken_out

#: Fields that differences call otherwise than the tables.
COLUMNS = {"period_start": "starts_on", "period_end": "ends_on", "kind": "schedule_kind"}


def amend(work: Amending) -> dict[str, int]:
    """Make all changes; return the ids of the order's measures by their keys."""
    _plan(work)
    sections = _sections(work)
    measures = amend_measures(work, sections)
    _drop_sections(work)
    amend_indicators(work)
    _periods(work)
    return measures


def columns_of(changes: tuple[FieldChange, ...]) -> dict[str, Any]:
    """Return changed fields as columns with their new values."""
    return {COLUMNS.get(one.field, one.field): one.new for one in changes}


def _plan(work: Amending) -> None:
    columns = columns_of(work.changes.plan)
    if "act_number" in columns:
        columns["act_number"] = columns["act_number"] or None
    if columns:
        work.session.execute(update(Plan).where(Plan.id == work.saved.id).values(columns))


def _sections(work: Amending) -> dict[str, int]:
    """Bring the sections in line; return the ids of the order's sections by number."""
    kept = [one for one in work.changes.sections if one.fate in ("changed", "unchanged")]
    renumbered = [one for one in kept if any(it.field == "number" for it in one.changes)]
    for one in renumbered:  # out of the way first: numbers are unique
        _set_section(work, one.section_id, {"number": f"~{one.section_id}"})
    _free_numbers(work)
    texts = {one.number: one for one in work.order.sections}
    for one in kept:
        _set_section(work, one.section_id, columns_of(one.changes))
    ids = {one.number: one.section_id for one in kept if one.section_id}
    fresh = [texts[one.number] for one in work.changes.sections if one.fate == "added"]
    ids |= insert_sections(work.session, fresh, work.saved.id)
    for position, text in enumerate(work.order.sections, start=1):
        _set_section(work, ids[text.number], {"position": position})
    return ids


def _free_numbers(work: Amending) -> None:
    """Give way to the order's numbers: sections that go, or stay for removed measures alone."""
    wanted = {one.number for one in work.order.sections}
    kept = {one.section_id for one in work.changes.sections if one.fate != "removed"}
    taken = wanted | {one.number for one in work.saved.sections}
    for one in work.saved.sections:
        if one.id not in kept and one.number in wanted:
            number = taken_out(one.number, taken)
            taken.add(number)
            _set_section(work, one.id, {"number": number})


def _set_section(work: Amending, section_id: int | None, columns: dict[str, Any]) -> None:
    if columns:
        query = update(Section).where(Section.id == section_id).values(columns)
        work.session.execute(query)


def _drop_sections(work: Amending) -> None:
    gone = [one.section_id for one in work.changes.sections if one.fate == "removed"]
    if gone:
        work.session.execute(delete(Section).where(Section.id.in_(gone)))


def _periods(work: Amending) -> None:
    table = ReportingPeriod
    for one in work.changes.periods:
        if one.fate == "changed":
            query = update(table).where(table.id == one.period_id).values(due_on=one.due_on)
            work.session.execute(query)
        elif one.fate == "removed":
            work.session.execute(delete(table).where(table.id == one.period_id))
    fresh = [
        PeriodText(one.label, one.starts_on, one.ends_on, one.due_on)
        for one in work.changes.periods
        if one.fate == "added"
    ]
    insert_periods(work.session, fresh, work.saved.id)
