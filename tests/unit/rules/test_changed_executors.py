"""An amended act names other executors: the past stays, what was done stays, the rest passes on."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from data_access.records.status import Status
from data_access.rules.assigned import Assigned
from data_access.rules.facts import MeasureFacts, Period
from data_access.rules.measure import assigned_state, measure_state
from data_access.rules.obligations import obligations
from data_access.rules.spans import assignment_spans, measure_spans
from tests.unit.rules.build import day, decision, facts, point, report
from tests.unit.rules.strategies import DAYS, FIRST_DAY, measures
from tests.unit.rules.test_properties import (
    EVERY_DAY,
    MANY,
    covers,
    covers_naming,
    named_days,
    standing,
    state_at,
)

AMENDED = day(5, 15)


def amended(made: MeasureFacts) -> MeasureFacts:
    """Release the first executor on 15 May and name another one."""
    first, *rest = made.assignments
    return replace(
        made,
        assignments=(
            replace(first, ended_on=AMENDED),
            *rest,
            Assigned(99, counts=True, began_on=AMENDED),
        ),
    )


def test_the_past_stays_and_the_work_passes_on() -> None:
    made = amended(facts(report(1, day(5, 20))))
    assert measure_state(made, day(5, 14)).status is Status.IN_PROGRESS
    assert measure_state(made, day(6, 30)).status is Status.IN_PROGRESS, "not by the released one"
    assert measure_state(made, day(7, 1)).status is Status.OVERDUE
    done = amended(facts(report(1, day(6, 20), by=99)))
    assert measure_state(done, day(7, 1)).status is Status.DONE


def test_what_was_done_stays_done() -> None:
    made = amended(facts(report(1, day(5, 10))))
    for on in (day(5, 14), AMENDED, day(7, 1), day(12, 1)):
        assert measure_state(made, on).status is Status.DONE
        assert assigned_state(made, made.assignments[0], on).status is Status.DONE
    assert assigned_state(made, made.assignments[1], day(7, 1)).status is Status.DONE


def test_who_is_named_later_has_no_merit_of_what_was_done() -> None:
    """Its discipline counts what comes after; what is opened again is its debt like any other."""
    points = (point(1), point(2, day(7, 1), day(9, 30)))
    made = amended(facts(report(1, day(5, 10)), points=points))
    released, fresh = made.assignments
    after = day(7, 15)
    assert assigned_state(made, fresh, after).points_due == 0
    assert assigned_state(made, fresh, after).points_on_time == 0
    assert assigned_state(made, released, after).points_on_time == 1
    assert measure_state(made, after).points_on_time == 1
    assert assigned_state(made, fresh, day(10, 1)).points_due == 1
    opened = replace(made, decisions=(decision(1, "reopen", day(6, 1), point_id=1),))
    assert assigned_state(opened, fresh, after).points_due == 1


def test_a_later_period_is_the_new_ones() -> None:
    points = (point(1), point(2, day(7, 1), day(9, 30)))
    made = amended(facts(report(1, day(5, 10)), points=points))
    assert measure_state(made, day(7, 15)).status is Status.IN_PROGRESS
    assert measure_state(made, day(10, 1)).status is Status.OVERDUE
    closed = replace(made, reports=(*made.reports, report(2, day(9, 1), by=99, point_id=2)))
    assert measure_state(closed, day(10, 1)).status is Status.DONE


def test_each_has_its_own_state() -> None:
    made = amended(facts())
    released, fresh = made.assignments
    assert assigned_state(made, released, day(5, 14)).status is Status.IN_PROGRESS
    assert assigned_state(made, released, AMENDED).status is Status.REMOVED
    assert assigned_state(made, fresh, day(5, 14)).status is Status.NOT_DUE
    assert assigned_state(made, fresh, day(7, 1)).status is Status.OVERDUE


def test_without_points_a_released_one_is_removed() -> None:
    made = amended(facts(points=()))
    assert assigned_state(made, made.assignments[0], day(5, 14)).status is Status.UNDATED
    assert assigned_state(made, made.assignments[0], AMENDED).status is Status.REMOVED
    assert measure_state(made, AMENDED).status is Status.UNDATED


def test_reports_are_owed_by_those_who_are_named() -> None:
    quarters = [
        Period(1, day(1, 1), day(3, 31), day(4, 10)),
        Period(2, day(4, 1), day(6, 30), day(7, 10)),
        Period(3, day(7, 1), day(9, 30), day(10, 10)),
    ]
    points = (point(1, day(1, 1), day(12, 31)),)
    made = amended(facts(points=points, periods=quarters))
    owed = {(one.assignment_id, one.period_id) for one in obligations(made)}
    assert owed == {(1, 1), (99, 2), (99, 3)}


@MANY
@given(measures(), st.integers(0, DAYS), st.data())
def test_no_day_before_the_amendment_changes(
    before: MeasureFacts, at: int, data: st.DataObject
) -> None:
    turn = FIRST_DAY + timedelta(days=at)
    ended = data.draw(st.sets(st.sampled_from([one.id for one in before.assignments] or [0])))
    after = replace(
        before,
        assignments=(
            *(
                replace(one, ended_on=turn) if one.id in ended else one
                for one in before.assignments
            ),
            Assigned(99, counts=True, began_on=turn),
        ),
    )
    spans = measure_spans(after)
    assert covers(after, spans)
    for on in standing(after, EVERY_DAY):
        assert state_at(spans, on) == measure_state(after, on)
        if on < turn and any(one.counts for one in before.assignments):
            assert measure_state(after, on) == measure_state(before, on)
    for one in after.assignments:
        own = assignment_spans(after, one)
        assert covers_naming(after, own, one)
        for on in named_days(after, one):
            assert state_at(own, on) == assigned_state(after, one, on)
