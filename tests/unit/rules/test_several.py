"""Several executors under "all" and "lead", and several control points."""

from datetime import date

from data_access.records.status import WORST_FIRST, Status
from data_access.rules.measure import assigned_state, measure_state
from tests.unit.rules.build import day, decision, facts, point, report, status_on

QUARTERS = tuple(
    point(n + 1, date(year, 3 * quarter + 1, 1), date(year, 3 * quarter + 3, 28))
    for n, (year, quarter) in enumerate((y, q) for y in (2021, 2022) for q in range(4))
)


def test_under_all_the_measure_waits_for_everybody() -> None:
    made = facts(report(1, day(5, 1), by=1), report(2, day(6, 1), by=2), executors=2)
    assert status_on(made, day(5, 31)) is Status.IN_PROGRESS
    assert status_on(made, day(6, 1)) is Status.DONE
    first, second = made.assignments
    assert assigned_state(made, first, day(5, 31)).status is Status.DONE
    assert assigned_state(made, second, day(5, 31)).status is Status.IN_PROGRESS


def test_under_all_one_late_executor_makes_the_point_late() -> None:
    made = facts(report(1, day(5, 1), by=1), report(2, day(7, 10), by=2), executors=2)
    state = measure_state(made, day(7, 10))
    assert (state.status, state.completed_on) == (Status.DONE_LATE, day(7, 10))
    assert assigned_state(made, made.assignments[0], day(7, 10)).status is Status.DONE


def test_under_lead_the_co_executor_shares_the_measures_state() -> None:
    made = facts(report(1, day(5, 1), by=2), executors=2, lead_only=True)
    lead, other = made.assignments
    for on in (day(2, 1), day(5, 2), day(7, 1)):
        assert assigned_state(made, lead, on) == assigned_state(made, other, on)
    assert status_on(made, day(7, 1)) is Status.OVERDUE


def test_under_lead_the_leads_report_closes() -> None:
    made = facts(report(1, day(5, 1), by=1), executors=3, lead_only=True)
    assert status_on(made, day(5, 1)) is Status.DONE


def test_one_executors_early_report_ends_the_waiting() -> None:
    made = facts(report(1, day(2, 1), by=1), executors=2)
    assert status_on(made, day(2, 1)) is Status.IN_PROGRESS


def test_the_worst_executor_decides() -> None:
    made = facts(
        report(1, day(5, 1), "partial", by=1),
        report(2, day(5, 1), by=2),
        decision(3, "return", day(5, 2), report_id=2),
        executors=2,
    )
    assert status_on(made, day(5, 2)) is Status.RETURNED
    assert status_on(made, day(7, 1)) is Status.OVERDUE


def test_a_recurring_measure_is_in_progress_between_two_points() -> None:
    made = facts(
        *(report(n, QUARTERS[n - 1].due_on, point_id=n) for n in (1, 2, 3)), points=QUARTERS
    )
    state = measure_state(made, day(9, 29))
    assert state.status is Status.IN_PROGRESS
    assert (state.points_done, state.points_total) == (3, 8)
    assert state.due_on == day(12, 28)
    assert (state.points_due, state.points_on_time) == (3, 3)


def test_a_recurring_measure_is_done_with_its_last_point() -> None:
    made = facts(
        *(report(n, QUARTERS[n - 1].due_on, point_id=n) for n in range(1, 9)), points=QUARTERS
    )
    assert status_on(made, date(2022, 12, 27)) is Status.IN_PROGRESS
    assert status_on(made, date(2022, 12, 28)) is Status.DONE


def test_one_late_point_makes_the_finished_measure_late() -> None:
    points = QUARTERS[:2]
    made = facts(report(1, day(4, 5)), report(2, day(6, 1), point_id=2), points=points)
    state = measure_state(made, day(6, 1))
    assert (state.status, state.points_on_time) == (Status.DONE_LATE, 1)


def test_the_oldest_debt_decides_the_dates() -> None:
    state = measure_state(facts(points=QUARTERS), day(10, 1))
    assert (state.status, state.due_on, state.points_due) == (Status.OVERDUE, day(3, 28), 3)


def test_a_debt_outlives_later_completed_points() -> None:
    made = facts(report(1, day(6, 1), point_id=2), points=QUARTERS[:2])
    assert status_on(made, day(6, 2)) is Status.OVERDUE


def test_a_removed_point_leaves_the_count() -> None:
    made = facts(
        decision(1, "remove", day(4, 1), point_id=1),
        report(2, day(6, 1), point_id=2),
        points=QUARTERS[:2],
    )
    state = measure_state(made, day(6, 1))
    assert (state.status, state.points_done, state.points_total) == (Status.DONE, 1, 1)


def test_a_measure_is_removed_when_all_its_points_are() -> None:
    one = facts(decision(1, "remove", day(4, 1), point_id=1), points=QUARTERS[:2])
    assert status_on(one, day(4, 2)) is Status.IN_PROGRESS
    every = facts(decision(1, "remove", day(4, 1)), points=QUARTERS[:2])
    assert status_on(every, day(4, 1)) is Status.REMOVED


def test_the_order_of_the_design() -> None:
    named = [status for status in WORST_FIRST if status is not Status.NOT_DUE]
    assert named == [
        Status.OVERDUE,
        Status.NOT_DONE,
        Status.PARTIAL,
        Status.RETURNED,
        Status.IN_PROGRESS,
        Status.UNDER_REVIEW,
        Status.DONE_LATE,
        Status.DONE,
    ]
