"""Edits of measures: their texts, deadline, executors; measures added and removed."""

from dataclasses import replace
from typing import Any

from data_access.importers.draft import deadlines, values
from data_access.importers.draft.keys import free_key, get, swapped, with_all, with_field
from data_access.importers.draft.lines import executors_of
from data_access.importers.draft.removing import all_rows
from data_access.importers.draft.repeats import refuse_taken
from data_access.records.drafts import Edit, refused
from data_access.records.limits import MEASURE_LENGTH, NUMBER_LENGTH
from data_access.records.reading import Finding, MeasureReading, PlanReading, ScheduleReading

TEXTS = {
    "number": NUMBER_LENGTH,
    "title": MEASURE_LENGTH,
    "short_title": 100,
    "expected_result": 8000,
}
NEEDED = frozenset({"number", "title"})
#: What a new measure is asked for: nothing said of executors is a doubt.
ASKED = NEEDED | {"executors"}
MOST_MEASURES = 5000
FIELDS = (*TEXTS, "section", "executors", "deadline_text", "due_dates")
EMPTY = MeasureReading("", "", "", "", ScheduleReading("unknown", ()), (), "")

Changed = tuple[PlanReading, list[Finding]]
OneChanged = tuple[MeasureReading, list[Finding]]


def apply(reading: PlanReading, edit: Edit) -> Changed:
    """Return the reading with the edit made, and new findings; Refused for a wrong value."""
    if edit.action == "add":
        return _add(reading, values.fields(edit.value, "measure"))
    measure = get(reading.measures, edit.key)
    if edit.action == "remove":
        kept = tuple(one for one in reading.measures if one.key != edit.key)
        return replace(reading, measures=kept), []
    changed, found = _set(reading, measure, edit.field, edit.value)
    return replace(reading, measures=swapped(reading.measures, changed)), found


def _set(reading: PlanReading, measure: MeasureReading, field: str, value: Any) -> OneChanged:
    if field in TEXTS:
        text = values.text(value, field, TEXTS[field], needed=field in NEEDED)
        if field == "number":
            values.check_number(text)
            refuse_taken(reading.measures, measure.key, text)
        return with_field(measure, field, text), []
    if field == "section":
        return replace(measure, section=_section(reading, value)), []
    if field == "executors":
        return _with_executors(reading, measure, value)
    if field == "deadline_text":
        phrase = values.text(value, field, deadlines.LONGEST_PHRASE)
        return deadlines.with_phrase(reading, measure, phrase)
    if field == "due_dates":
        return deadlines.with_dates(measure, value), []
    raise refused("unknown_field", field, measure.key)


def _with_executors(reading: PlanReading, measure: MeasureReading, value: Any) -> OneChanged:
    """Return the measure with other executors; one that nobody is to carry out is a doubt."""
    changed = replace(measure, executors=executors_of(reading, value))
    return changed, [] if changed.executors else [nobody_named(changed)]


def nobody_named(measure: MeasureReading) -> Finding:
    """Return the doubt about a measure without executors, as the reader of acts notes it."""
    place = measure.source[0] if measure.source else ""
    return Finding(
        measure.number, "executors", "executor_absent", "warning", "", "", place, {}, measure.key
    )


def _section(reading: PlanReading, value: Any) -> str:
    """Return the number of a section given by its number or key; "" for none."""
    if value in (None, ""):
        return ""
    for one in reading.sections:
        if value in (one.number, one.key):
            return one.number
    raise refused("unknown_section", "section", value=str(value)[:40])


def _add(reading: PlanReading, given: Any) -> Changed:
    """Add a measure after the last one of its section."""
    if len(reading.measures) >= MOST_MEASURES:
        raise refused("too_many", "measure", limit=MOST_MEASURES)
    found: list[Finding] = []

    def make(one: MeasureReading, field: str, value: Any) -> MeasureReading:
        changed, more = _set(reading, one, field, value)
        found.extend(more)
        return changed

    measure = replace(EMPTY, key=free_key("m", all_rows(reading, "measure")))
    # Dates set by hand come last: they count more than what the phrase says.
    wanted = [one for one in FIELDS if one in given or one in ASKED]
    measure = with_all(measure, ((one, given.get(one)) for one in wanted), make)
    places = [at for at, one in enumerate(reading.measures) if one.section == measure.section]
    at = places[-1] + 1 if places else len(reading.measures)
    measures = (*reading.measures[:at], measure, *reading.measures[at:])
    return replace(reading, measures=measures), found
