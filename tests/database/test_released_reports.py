"""A form handed out before an amendment: what it brings for nobody's duty is kept and told."""

from datetime import date
from typing import Any

import pytest

from data_access.importers.reports.handing_out import FormOrder, report_form
from data_access.importers.reports.save import take_in
from data_access.records.forms import ImportOutcome
from data_access.records.view import Scope
from layouts.fault_texts import fault_text
from layouts.form_texts import report_texts
from tests.database.test_report_import import TODAY, counts, form, upload
from tests.database.world import World, run
from tests.support.forms import as_csv, fill, table

TOLD: dict[str, Any] = {"outcome": "в работе", "narrative": "идёт"}
KINDS = pytest.mark.parametrize("kind", ["xlsx", "csv"])


def send(world: World, blank: bytes, kind: str, **cells: Any) -> ImportOutcome:
    data = fill(blank, {0: {**TOLD, **cells}})
    data = as_csv(data) if kind == "csv" else data
    return take_in(world.db, upload(data, file_name=f"a.{kind}"))


def warned(outcome: ImportOutcome) -> list[tuple[str, str]]:
    assert all(one.values["day"] in fault_text(one) for one in outcome.warnings)
    return [(one.code, one.values["day"]) for one in outcome.warnings]


@KINDS
def test_an_executor_who_was_released(world: World, kind: str) -> None:
    blank = form(world)
    release = "UPDATE assignment SET ended_on = '2021-07-01' WHERE id = :id"
    run(world.db, release, id=world.assignments[0])
    outcome = send(world, blank, kind)
    assert (counts(outcome), warned(outcome)) == ((1, 0, 0), [("released", "01.07.2021")])
    assert warned(send(world, blank, kind)) == [], "recorded already"


@KINDS
def test_a_report_of_the_time_before_the_release(world: World, kind: str) -> None:
    blank = form(world)
    release = "UPDATE assignment SET ended_on = '2021-07-01' WHERE id = :id"
    run(world.db, release, id=world.assignments[0])
    assert warned(send(world, blank, kind, submitted_on=date(2021, 6, 30))) == []


@KINDS
@pytest.mark.parametrize(("day", "said"), [(6, [("released", "01.07.2021")]), (9, [])])
def test_an_executor_who_was_away(
    world: World, kind: str, day: int, said: list[tuple[str, str]]
) -> None:
    blank = form(world)
    away = "UPDATE assignment SET away_from = '2021-07-01', back_on = '2021-07-08' WHERE id = :id"
    run(world.db, away, id=world.assignments[0])
    assert warned(send(world, blank, kind, submitted_on=date(2021, 7, day))) == said


@KINDS
def test_a_measure_that_was_taken_off_control(world: World, kind: str) -> None:
    blank = form(world)
    world.decision("remove", "2021-07-02", measure_id=world.measure)
    outcome = send(world, blank, kind)
    assert (counts(outcome), warned(outcome)) == ((1, 0, 0), [("taken_off", "02.07.2021")])


@KINDS
def test_a_control_point_that_was_taken_off_alone(world: World, kind: str) -> None:
    blank = form(world)
    world.decision("remove", "2021-07-02", control_point_id=world.points[1])
    assert warned(send(world, blank, kind)) == [], "the other point is meant"
    world.decision("remove", "2021-07-03", control_point_id=world.points[0])
    assert warned(send(world, blank, kind, note="а")) == [("taken_off", "03.07.2021")]


@KINDS
def test_what_is_under_control_again(world: World, kind: str) -> None:
    blank = form(world)
    world.decision("remove", "2021-07-02", measure_id=world.measure)
    world.decision("reopen", "2021-07-03", measure_id=world.measure)
    assert warned(send(world, blank, kind)) == []


@KINDS
def test_a_decision_that_does_not_count_yet(world: World, kind: str) -> None:
    blank = form(world)
    world.decision("remove", "2021-07-06", measure_id=world.measure)
    assert warned(send(world, blank, kind)) == []


LATER = {
    "measure": "UPDATE measure SET began_on = '2021-07-03' WHERE id = :measure",
    "executor": "UPDATE assignment SET began_on = '2021-07-03' WHERE id = :id",
    "absence": "UPDATE assignment SET away_from = '2021-01-01', back_on = '2021-07-03'"
    " WHERE id = :id",
}


@pytest.mark.parametrize("what", LATER)
def test_what_began_after_a_period_is_not_in_its_form_and_told(world: World, what: str) -> None:
    blank = form(world, period_id=world.periods[1])
    places = {"measure": world.measure} if what == "measure" else {"id": world.assignments[0]}
    run(world.db, LATER[what], **places)
    outcome = send(world, blank, "xlsx")
    assert ("began_later", "03.07.2021") in warned(outcome)
    order = FormOrder(world.plans[0], Scope.everything(), TODAY, period_id=world.periods[1])
    found = report_form(world.db, order, report_texts())
    executors = {line[4] for line in table(found.data)[1:]} if found else set()
    assert executors == (set() if what == "measure" else {"Второй"})
    # The form of no chosen period has them, for what they report besides that period.
    lines = table(form(world))[1:]
    assert {line[5] for line in lines if line[4] == "Первый"} == {None}
