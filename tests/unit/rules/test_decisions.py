"""Acceptance, return, extension, removal, closing and reopening."""

from data_access.records.status import Status
from data_access.rules.measure import measure_state
from tests.unit.rules.build import day, decision, facts, point, report, status_on


def test_done_waits_for_acceptance() -> None:
    made = facts(
        report(1, day(6, 20)), decision(2, "accept", day(7, 5), report_id=1), acceptance=True
    )
    assert status_on(made, day(6, 20)) is Status.UNDER_REVIEW
    assert status_on(made, day(7, 4)) is Status.UNDER_REVIEW  # not overdue: it lies with others
    assert status_on(made, day(7, 5)) is Status.DONE


def test_accepted_late_work_is_late() -> None:
    made = facts(
        report(1, day(7, 2)), decision(2, "accept", day(7, 5), report_id=1), acceptance=True
    )
    assert status_on(made, day(7, 5)) is Status.DONE_LATE


def test_acceptance_changes_nothing_where_it_is_not_required() -> None:
    made = facts(report(1, day(6, 20)), decision(2, "accept", day(7, 5), report_id=1))
    assert status_on(made, day(6, 20)) is Status.DONE


def test_return_reopens_the_work_until_the_due_date() -> None:
    made = facts(report(1, day(6, 1)), decision(2, "return", day(6, 10), report_id=1))
    assert status_on(made, day(6, 9)) is Status.DONE
    assert status_on(made, day(6, 10)) is Status.RETURNED
    assert status_on(made, day(6, 30)) is Status.RETURNED
    assert status_on(made, day(7, 1)) is Status.OVERDUE


def test_a_new_report_answers_the_return() -> None:
    made = facts(
        report(1, day(6, 1)), decision(2, "return", day(6, 10), report_id=1), report(3, day(6, 20))
    )
    assert status_on(made, day(6, 20)) is Status.DONE


def test_a_return_can_be_taken_back() -> None:
    made = facts(
        report(1, day(6, 1)),
        decision(2, "return", day(6, 10), report_id=1),
        decision(3, "accept", day(6, 12), report_id=1),
        acceptance=True,
    )
    assert status_on(made, day(6, 12)) is Status.DONE


def test_extension_counts_from_its_day_and_keeps_the_old_date() -> None:
    made = facts(decision(1, "extend", day(7, 10), point_id=1, new_due_on=day(9, 30)))
    assert status_on(made, day(7, 9)) is Status.OVERDUE
    assert status_on(made, day(7, 10)) is Status.IN_PROGRESS
    state = measure_state(made, day(10, 1))
    assert state.status is Status.OVERDUE
    assert (state.due_on, state.original_due_on) == (day(9, 30), day(6, 30))


def test_the_latest_extension_is_in_force() -> None:
    made = facts(
        decision(1, "extend", day(6, 1), point_id=1, new_due_on=day(9, 30)),
        decision(2, "extend", day(6, 5), point_id=1, new_due_on=day(8, 31)),
    )
    assert measure_state(made, day(6, 4)).due_on == day(9, 30)
    assert measure_state(made, day(6, 5)).due_on == day(8, 31)


def test_extension_of_a_measure_moves_its_last_point() -> None:
    points = (point(1, due_on=day(6, 30)), point(2, due_on=day(9, 30)))
    made = facts(decision(1, "extend", day(6, 1), new_due_on=day(12, 31)), points=points)
    assert measure_state(made, day(7, 1)).due_on == day(6, 30)
    done = facts(
        decision(1, "extend", day(6, 1), new_due_on=day(12, 31)),
        report(2, day(6, 30)),
        points=points,
    )
    assert measure_state(done, day(10, 1)).due_on == day(12, 31)


def test_removal_leaves_the_denominator() -> None:
    made = facts(decision(1, "remove", day(7, 10), point_id=1))
    assert status_on(made, day(7, 9)) is Status.OVERDUE
    state = measure_state(made, day(7, 10))
    assert (state.status, state.points_total, state.points_due) == (Status.REMOVED, 0, 0)


def test_what_is_done_already_stays_done_when_removed() -> None:
    made = facts(report(1, day(6, 1)), decision(2, "remove", day(7, 10)))
    state = measure_state(made, day(12, 31))
    assert (state.status, state.points_total, state.points_done) == (Status.DONE, 1, 1)


def test_nothing_after_a_removal_makes_a_debt() -> None:
    made = facts(
        report(1, day(6, 1)),
        decision(2, "remove", day(6, 10)),
        decision(3, "return", day(6, 20), report_id=1),
    )
    assert status_on(made, day(7, 1)) is Status.DONE


def test_a_report_after_the_removal_leaves_it_removed() -> None:
    made = facts(decision(1, "remove", day(6, 1)), report(2, day(6, 2)))
    assert status_on(made, day(6, 2)) is Status.REMOVED


def test_what_waits_for_acceptance_is_not_done_yet_when_removed() -> None:
    made = facts(
        report(1, day(6, 1)),
        decision(2, "remove", day(6, 2)),
        decision(3, "accept", day(6, 3), report_id=1),
        acceptance=True,
    )
    assert status_on(made, day(6, 3)) is Status.REMOVED


def test_closed_as_not_done() -> None:
    made = facts(decision(1, "not_done", day(7, 10)), report(2, day(8, 1)))
    assert status_on(made, day(7, 9)) is Status.OVERDUE
    assert status_on(made, day(8, 1)) is Status.NOT_DONE


def test_reopening_a_closed_point() -> None:
    for kind in ("remove", "not_done"):
        made = facts(decision(1, kind, day(4, 1)), decision(2, "reopen", day(5, 1)))
        assert status_on(made, day(5, 1)) is Status.IN_PROGRESS
        assert status_on(made, day(7, 1)) is Status.OVERDUE


def test_reopening_finished_work_asks_for_a_new_report() -> None:
    made = facts(report(1, day(4, 1)), decision(2, "reopen", day(5, 1)), report(3, day(6, 1)))
    assert status_on(made, day(4, 30)) is Status.DONE
    assert status_on(made, day(5, 1)) is Status.IN_PROGRESS
    assert status_on(made, day(6, 1)) is Status.DONE


def test_reopening_one_report_touches_no_other_executor() -> None:
    made = facts(
        report(1, day(4, 1), by=1),
        report(2, day(4, 1), by=2),
        decision(3, "reopen", day(5, 1), report_id=1),
        report(4, day(6, 1), by=1),
        executors=2,
    )
    assert status_on(made, day(5, 1)) is Status.IN_PROGRESS
    assert status_on(made, day(6, 1)) is Status.DONE


def test_reopening_a_report_does_not_bring_a_removed_point_back() -> None:
    made = facts(
        report(1, day(4, 1), "partial"),
        decision(2, "remove", day(4, 10), point_id=1),
        decision(3, "reopen", day(5, 1), report_id=1),
    )
    assert status_on(made, day(5, 1)) is Status.REMOVED


def test_acceptance_after_reopening_gives_the_report_its_force_back() -> None:
    made = facts(
        report(1, day(4, 1)),
        decision(2, "accept", day(4, 2), report_id=1),
        decision(3, "reopen", day(5, 1)),
        decision(4, "accept", day(5, 10), report_id=1),
        acceptance=True,
    )
    assert status_on(made, day(5, 1)) is Status.IN_PROGRESS
    assert status_on(made, day(5, 10)) is Status.DONE


def test_decisions_on_a_measure_without_points() -> None:
    made = facts(
        decision(1, "remove", day(4, 1)),
        decision(2, "reopen", day(5, 1)),
        decision(3, "not_done", day(6, 1)),
        points=(),
    )
    found = [status_on(made, on) for on in (day(3, 31), day(4, 1), day(5, 1), day(6, 1))]
    assert found == [Status.UNDATED, Status.REMOVED, Status.UNDATED, Status.NOT_DONE]
