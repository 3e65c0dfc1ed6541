"""A draft goes into JSON and comes back as it was."""

import json

from hypothesis import given, settings

from data_access.importers.draft.json_form import from_json, to_json
from data_access.importers.draft.state import DraftState, decisions_to_json, state_of
from data_access.records.reading import MeasureReading, PlanReading
from tests.support.readings import READINGS, STATES, reading

MANY = settings(max_examples=60)


@MANY
@given(READINGS)
def test_nothing_of_a_reading_is_lost(made: PlanReading) -> None:
    assert from_json(PlanReading, json.loads(json.dumps(to_json(made)))) == made


@MANY
@given(STATES)
def test_nothing_of_the_decisions_is_lost(made: DraftState) -> None:
    parts = to_json(made.reading), decisions_to_json(made)
    assert state_of(*json.loads(json.dumps(parts))) == made


def test_a_real_reading_keeps_its_types() -> None:
    found = from_json(PlanReading, json.loads(json.dumps(to_json(reading()))))
    assert found == reading()
    assert found.plan.reporting["due_dates"] == reading().plan.reporting["due_dates"]
    assert list(found.indicators[0].targets) == [2023, 2024]


def test_a_field_that_was_not_there_yet_takes_its_default() -> None:
    data = to_json(reading())
    for measure in data["measures"]:
        del measure["rows"]
    found = from_json(PlanReading, data)
    assert {one.rows for one in found.measures} == {()}
    assert isinstance(found.measures[0], MeasureReading)
