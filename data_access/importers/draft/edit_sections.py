"""Edits of sections."""

from dataclasses import replace
from functools import partial

from data_access.importers.draft import values
from data_access.importers.draft.keys import free_key, get, swapped, with_all, with_field
from data_access.importers.draft.removing import all_rows
from data_access.importers.draft.repeats import refuse_taken
from data_access.records.drafts import Edit, refused
from data_access.records.limits import NUMBER_LENGTH, SECTION_LENGTH
from data_access.records.reading import MeasureReading, PlanReading, SectionReading

TEXTS = {"number": NUMBER_LENGTH, "title": SECTION_LENGTH, "short_title": 100}
NEEDED = frozenset({"number", "title"})


def apply(reading: PlanReading, edit: Edit) -> PlanReading:
    """Return the reading with the edit made; Refused for a wrong value."""
    if edit.action == "add":
        return _add(reading, edit)
    section = get(reading.sections, edit.key)
    if edit.action == "remove":
        if any(one.section == section.number for one in reading.measures):
            raise refused("section_in_use", "section", section.key, number=section.number)
        kept = tuple(one for one in reading.sections if one.key != edit.key)
        return replace(reading, sections=kept)
    changed = _set(reading, section, edit.field, edit.value)
    reading = replace(reading, sections=swapped(reading.sections, changed))
    return _with_measures_along(reading, section.number, changed.number)


def _with_measures_along(reading: PlanReading, before: str, now: str) -> PlanReading:
    """Return the reading with the measures of a section under its new number, removed ones too."""

    def moved(one: MeasureReading) -> MeasureReading:
        return replace(one, section=now) if one.section == before else one

    removed = tuple(
        replace(one, measure=moved(one.measure)) if one.measure else one for one in reading.removed
    )
    measures = tuple(moved(one) for one in reading.measures)
    return replace(reading, measures=measures, removed=removed)


def _set(
    reading: PlanReading, section: SectionReading, field: str, value: object
) -> SectionReading:
    if field not in TEXTS:
        raise refused("unknown_field", field, section.key)
    text = values.text(value, field, TEXTS[field], needed=field in NEEDED)
    if field == "number":
        values.check_number(text)
        refuse_taken(reading.sections, section.key, text)
    return with_field(section, field, text)


def _add(reading: PlanReading, edit: Edit) -> PlanReading:
    given = values.fields(edit.value, "section")
    section = SectionReading("", "", free_key("s", all_rows(reading, "section")))
    section = with_all(
        section, ((field, given.get(field)) for field in TEXTS), partial(_set, reading)
    )
    return replace(reading, sections=(*reading.sections, section))
