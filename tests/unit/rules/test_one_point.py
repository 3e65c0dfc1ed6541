"""One control point, 1 March to 30 June, one executor: the rows of the design's table."""

from datetime import date

import pytest

from data_access.records.status import Status
from data_access.rules.measure import measure_state
from tests.unit.rules.build import day, facts, report, status_on


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2020, 12, 31), Status.NOT_DUE),
        (day(2, 28), Status.NOT_DUE),
        (day(3, 1), Status.IN_PROGRESS),
        (day(6, 30), Status.IN_PROGRESS),  # the due date itself is still in time
        (day(7, 1), Status.OVERDUE),
        (date(2030, 1, 1), Status.OVERDUE),
    ],
)
def test_without_reports(on: date, expected: Status) -> None:
    assert status_on(facts(), on) is expected


@pytest.mark.parametrize(
    ("completed_on", "submitted_on", "expected"),
    [
        (day(6, 30), day(6, 30), Status.DONE),
        (day(6, 30), day(7, 20), Status.DONE),  # the report is late, the work is not
        (day(7, 1), day(7, 1), Status.DONE_LATE),
        (day(2, 1), day(2, 1), Status.DONE),  # before its start
    ],
)
def test_completion(completed_on: date, submitted_on: date, expected: Status) -> None:
    made = facts(report(1, submitted_on, completed_on=completed_on))
    assert status_on(made, submitted_on) is expected
    assert measure_state(made, submitted_on).completed_on == completed_on


def test_work_is_overdue_until_its_report_is_handed_in() -> None:
    made = facts(report(1, day(7, 20), completed_on=day(6, 30)))
    assert status_on(made, day(7, 19)) is Status.OVERDUE


@pytest.mark.parametrize(
    ("outcome", "after_due"),
    [
        ("partial", Status.PARTIAL),
        ("in_progress", Status.OVERDUE),
        ("not_done", Status.OVERDUE),
    ],
)
def test_unfinished_work(outcome: str, after_due: Status) -> None:
    made = facts(report(1, day(4, 1), outcome))
    assert status_on(made, day(6, 30)) is Status.IN_PROGRESS
    assert status_on(made, day(7, 1)) is after_due


def test_a_report_before_the_start_ends_the_waiting() -> None:
    assert status_on(facts(report(1, day(2, 1), "in_progress")), day(2, 1)) is Status.IN_PROGRESS


def test_interim_information_closes_nothing() -> None:
    made = facts(report(1, day(6, 1), "done", point_id=None))
    assert status_on(made, day(6, 2)) is Status.IN_PROGRESS
    assert status_on(made, day(7, 1)) is Status.OVERDUE


def test_a_correction_is_the_newer_row() -> None:
    made = facts(report(1, day(5, 1)), report(2, day(5, 20), "in_progress"))
    assert status_on(made, day(5, 19)) is Status.DONE
    assert status_on(made, day(5, 20)) is Status.IN_PROGRESS
    assert status_on(made, day(7, 1)) is Status.OVERDUE


def test_of_two_reports_of_one_day_the_later_entered_stands() -> None:
    made = facts(report(2, day(5, 1), "partial"), report(1, day(5, 1)))
    assert status_on(made, day(5, 1)) is Status.IN_PROGRESS


def test_history_entered_later_counts_from_its_own_date() -> None:
    made = facts(report(9, day(5, 1), "in_progress"), report(1, day(5, 20)))
    assert status_on(made, day(5, 1)) is Status.IN_PROGRESS
    assert status_on(made, day(5, 20)) is Status.DONE


def test_a_measure_without_control_points_is_undated() -> None:
    made = facts(report(1, day(5, 1), point_id=None), points=())
    assert {status_on(made, on) for on in (day(1, 1), day(5, 2), day(12, 31))} == {Status.UNDATED}


def test_a_measure_without_executors_still_falls_due() -> None:
    made = facts(executors=0)
    assert [status_on(made, on) for on in (day(2, 1), day(6, 30), day(7, 1))] == [
        Status.NOT_DUE,
        Status.IN_PROGRESS,
        Status.OVERDUE,
    ]
