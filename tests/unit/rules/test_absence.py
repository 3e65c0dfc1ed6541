"""An executor that was released and is named again: the time between stays as it stood."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from data_access.records.status import Status
from data_access.rules.assigned import Assigned
from data_access.rules.facts import MeasureFacts
from data_access.rules.measure import assigned_state, measure_state
from data_access.rules.obligations import obligations
from data_access.rules.spans import assignment_spans, measure_spans
from tests.unit.rules.build import day, facts, report
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

OTHER = 99
GONE = st.integers(0, DAYS).map(lambda n: FIRST_DAY + timedelta(days=n))


def released(made: MeasureFacts, gone: date) -> MeasureFacts:
    """Release the first executor and name another one."""
    first, *rest = made.assignments
    new = Assigned(OTHER, counts=True, began_on=gone)
    return replace(made, assignments=(replace(first, ended_on=gone), *rest, new))


def back_again(made: MeasureFacts, gone: date, back: date) -> MeasureFacts:
    """Name the first one again and release the other."""
    first, *rest, new = released(made, gone).assignments
    first = replace(first, ended_on=None, away_from=gone, back_on=back)
    return replace(made, assignments=(first, *rest, replace(new, ended_on=back)))


def test_it_counts_before_and_after_alone() -> None:
    one = Assigned(1, True, away_from=day(5, 15), back_on=day(6, 15))
    stretches = [(it.began_on, it.ended_on) for it in one.counting()]
    assert stretches == [(None, day(5, 15)), (day(6, 15), None)]
    assert one.turns == (day(5, 15), day(6, 15))
    assert one.during(day(6, 14)).ended_on == day(5, 15)
    assert one.during(day(6, 15)).began_on == day(6, 15)
    upside_down = replace(one, back_on=day(5, 1))
    assert upside_down.pieces == (upside_down,), "no absence at all"


def test_while_away_it_is_as_if_removed() -> None:
    made = back_again(facts(), day(5, 15), day(6, 15))
    first = made.assignments[0]
    assert assigned_state(made, first, day(5, 14)).status is Status.IN_PROGRESS
    assert assigned_state(made, first, day(5, 15)).status is Status.REMOVED
    assert assigned_state(made, first, day(6, 15)).status is Status.IN_PROGRESS
    assert measure_state(made, day(7, 1)).status is Status.OVERDUE
    done = back_again(facts(report(1, day(6, 20))), day(5, 15), day(6, 15))
    assert measure_state(done, day(7, 1)).status is Status.DONE


@MANY
@given(measures(), GONE, st.integers(1, DAYS))
def test_coming_back_changes_no_day_before(made: MeasureFacts, gone: date, days: int) -> None:
    assume(made.assignments[0].counts)
    back = gone + timedelta(days=days)
    before, after = released(made, gone), back_again(made, gone, back)
    for on in [one for one in standing(after, EVERY_DAY) if one < back]:
        assert measure_state(after, on) == measure_state(before, on)
        for old, new in zip(before.assignments, after.assignments, strict=True):
            assert assigned_state(after, new, on) == assigned_state(before, old, on)
    over = {one.id for one in made.periods if max(one.ends_on, one.due_on) < back}
    owed = [{one for one in obligations(it) if one.period_id in over} for it in (before, after)]
    assert owed[0] == owed[1]


@MANY
@given(measures(), GONE, st.integers(1, DAYS))
def test_spans_say_what_the_state_says(made: MeasureFacts, gone: date, days: int) -> None:
    after = back_again(made, gone, gone + timedelta(days=days))
    spans = measure_spans(after)
    assert covers(after, spans)
    own = assignment_spans(after, after.assignments[0])
    assert covers_naming(after, own, after.assignments[0])
    for on in standing(after, EVERY_DAY):
        assert state_at(spans, on) == measure_state(after, on)
    for on in named_days(after, after.assignments[0]):
        assert state_at(own, on) == assigned_state(after, after.assignments[0], on)
