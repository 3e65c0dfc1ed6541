"""Where the lead alone counts, the day says whose reports count: the one who led on it."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from data_access.commands.leads import leading
from data_access.models import Assignment, EarlierLead
from data_access.records.status import Status
from data_access.rules.assigned import Assigned, Stretch
from data_access.rules.explain import explain
from data_access.rules.facts import MeasureFacts, Period
from data_access.rules.measure import assigned_state, measure_state
from data_access.rules.obligations import obligations
from data_access.rules.spans import assignment_spans, measure_spans, point_spans
from tests.unit.rules.build import day, facts, point, report
from tests.unit.rules.strategies import DAYS, FIRST_DAY, measures
from tests.unit.rules.test_properties import (
    EVERY_DAY,
    MANY,
    covers,
    covers_naming,
    standing,
    state_at,
)

TURN = day(5, 15)


def led(made: MeasureFacts, *turns: tuple[date, int]) -> MeasureFacts:
    """Let the first executor lead, then on each of the days the one named with it."""
    who, first = 1, None
    stretches: dict[int, tuple[Stretch, ...]] = {}
    for on, following in turns:
        stretches[who] = (*stretches.get(who, ()), (first, on))
        who, first = following, on
    stretches[who] = (*stretches.get(who, ()), (first, None))
    changed = (
        replace(one, counts=one.id in stretches, counts_in=stretches.get(one.id, one.counts_in))
        for one in made.assignments
    )
    return replace(made, assignments=tuple(changed))


def of_two(*rows: object, **more: object) -> MeasureFacts:
    return facts(*rows, executors=2, lead_only=True, **more)  # type: ignore[arg-type]


def test_the_past_stays_and_the_rest_passes_to_the_new_lead() -> None:
    made = led(of_two(report(1, day(5, 20))), (TURN, 2))
    assert measure_state(made, day(7, 1)).status is Status.OVERDUE, "no longer the lead's word"
    done = led(of_two(report(1, day(6, 20), by=2)), (TURN, 2))
    assert measure_state(done, day(7, 1)).status is Status.DONE
    before = led(of_two(report(1, day(5, 10), by=2)), (TURN, 2))
    assert measure_state(before, day(5, 14)).status is Status.IN_PROGRESS
    assert measure_state(before, TURN).status is Status.DONE, "the lead's own report counts now"


def test_what_the_former_lead_did_stays_done() -> None:
    made = led(of_two(report(1, day(5, 10))), (TURN, 2))
    for on in (day(5, 14), TURN, day(7, 1)):
        assert measure_state(made, on).status is Status.DONE
        assert explain(made, on).report_ids == (1,)
        for one in made.assignments:
            assert assigned_state(made, one, on).status is Status.DONE


def test_an_overdue_time_stays_overdue() -> None:
    made = led(of_two(report(1, day(7, 10), by=2)), (day(8, 1), 2))
    assert measure_state(made, day(7, 20)).status is Status.OVERDUE, "the lead had said nothing"
    assert measure_state(made, day(8, 1)).status is Status.DONE_LATE
    assert explain(made, day(7, 20)).rule == "overdue.no_report"


def test_each_owes_the_reports_of_its_time() -> None:
    quarters = [
        Period(1, day(1, 1), day(3, 31), day(4, 10)),
        Period(2, day(4, 1), day(6, 30), day(7, 10)),
        Period(3, day(7, 1), day(9, 30), day(10, 10)),
    ]
    points = (point(1, day(1, 1), day(12, 31)),)
    made = of_two(points=points, periods=quarters)
    owed = [(one.assignment_id, one.period_id) for one in obligations(led(made, (TURN, 2)))]
    assert owed == [(1, 1), (2, 2), (2, 3)]
    back = led(made, (TURN, 2), (day(8, 1), 1))
    owed = sorted((one.assignment_id, one.period_id) for one in obligations(back))
    assert owed == [(1, 1), (1, 3), (2, 2)]


def owed_before(made: MeasureFacts, day: date) -> set[tuple[int, int]]:
    found = obligations(made)
    return {(one.assignment_id, one.period_id) for one in found if one.due_on < day}


TURNS = st.lists(
    st.tuples(st.integers(0, DAYS), st.integers(1, 3)),
    min_size=1,
    max_size=4,
    unique_by=lambda x: x[0],
)


@MANY
@given(measures(), TURNS)
def test_a_new_lead_changes_no_day_before_it(
    made: MeasureFacts, drawn: list[tuple[int, int]]
) -> None:
    known = {one.id for one in made.assignments}
    turns = [(FIRST_DAY + timedelta(days=at), who) for at, who in sorted(drawn) if who in known]
    before, after = led(made, *turns[:-1]), led(made, *turns)
    last = turns[-1][0] if turns else date.max
    spans = measure_spans(after)
    assert covers(after, spans)
    for on in standing(after, EVERY_DAY):
        assert state_at(spans, on) == measure_state(after, on)
        if on < last:
            assert measure_state(after, on) == measure_state(before, on)
            for old, new in zip(before.assignments, after.assignments, strict=True):
                assert assigned_state(after, new, on) == assigned_state(before, old, on)
    assert owed_before(after, last) == owed_before(before, last)
    every = [(one.assignment_id, one.period_id) for one in obligations(after)]
    assert len(every) == len(set(every))
    for one in after.assignments:
        assert covers_naming(after, assignment_spans(after, one), one)
    for each in after.points:
        assert covers(after, point_spans(after, each), each)


@MANY
@given(measures(), st.integers(0, DAYS), st.integers(1, 3))
def test_who_led_on_the_day_counts_for_it(made: MeasureFacts, at: int, who: int) -> None:
    """On any day whose work was open at the turn, the state is that under the lead of the day."""
    who = min(who, len(made.assignments))
    turn = FIRST_DAY + timedelta(days=at)
    changed, always = (
        led(made, (turn, who)),
        replace(
            made,
            assignments=tuple(replace(one, counts=one.id == who) for one in made.assignments),
        ),
    )
    eve = measure_state(led(made), turn - timedelta(days=1)).status
    is_open = eve not in (Status.DONE, Status.DONE_LATE) and len(made.points) == 1
    is_plain = not any(one.kind == "remove" for one in made.decisions)
    for on in EVERY_DAY:
        if on < turn:
            assert measure_state(changed, on) == measure_state(led(made), on)
        elif is_open and is_plain:
            assert measure_state(changed, on) == measure_state(always, on)


def assignment(id_: int, role: str = "co", until: date | None = None) -> Assignment:
    return Assignment(id=id_, role=role, position=id_, led_until=until)


def test_leads_follow_one_another_in_the_order_of_their_days() -> None:
    rows = [assignment(1, until=day(3, 1)), assignment(2, until=day(6, 1)), assignment(3, "lead")]
    assert leading(rows) == {
        1: ((None, day(3, 1)),),
        2: ((day(3, 1), day(6, 1)),),
        3: ((day(6, 1), None),),
    }
    back = [assignment(1, "lead", until=day(3, 1)), assignment(2, until=day(6, 1))]
    assert leading(back) == {
        1: ((None, day(3, 1)), (day(6, 1), None)),
        2: ((day(3, 1), day(6, 1)),),
    }
    assert leading([assignment(1), assignment(2)]) == {1: ((None, None),)}
    assert leading([]) == {}


def test_leads_that_hand_over_to_and_fro_keep_all_their_times() -> None:
    rows = [assignment(1, until=day(8, 1)), assignment(2, "lead", until=day(6, 1))]
    earlier = [EarlierLead(assignment_id=1, led_until=day(3, 1))]
    assert leading(rows, earlier) == {
        1: ((None, day(3, 1)), (day(6, 1), day(8, 1))),
        2: ((day(3, 1), day(6, 1)), (day(8, 1), None)),
    }
    same_day = [assignment(1, "lead", until=day(3, 1)), assignment(2)]
    assert leading(same_day) == {1: ((None, None),)}, "who leads on from that day has no break"
    wrong = [EarlierLead(assignment_id=id_, led_until=day(8, 1)) for id_ in (1, 2, 3)]
    assert leading(rows, wrong) == leading(rows), "only times before the last one of each"


def test_a_stretch_outside_its_naming_counts_for_nothing() -> None:
    one = Assigned(1, True, began_on=day(5, 1), counts_in=((None, day(4, 1)), (day(6, 1), None)))
    assert [(it.began_on, it.ended_on) for it in one.counting()] == [(day(6, 1), None)]
    assert list(replace(one, counts=False).counting()) == []
