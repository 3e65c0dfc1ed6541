"""Reporting obligations of a plan with quarters, each due on the 10th after it."""

from datetime import date

import pytest

from data_access.rules.facts import MeasureFacts, Period
from data_access.rules.obligations import obligations
from tests.unit.rules.build import day, decision, facts, point, report

PERIODS = (
    Period(1, day(1, 1), day(3, 31), day(4, 10)),
    Period(2, day(4, 1), day(6, 30), day(7, 10)),
    Period(3, day(7, 1), day(9, 30), day(10, 10)),
    Period(4, day(10, 1), day(12, 31), date(2022, 1, 10)),
)
YEAR = (point(1, day(1, 1), day(12, 31)),)


def owed(of: MeasureFacts, by: int = 1) -> dict[int, date | None]:
    return {one.period_id: one.reported_on for one in obligations(of) if one.assignment_id == by}


def test_silence_owes_every_period() -> None:
    assert owed(facts(points=YEAR, periods=PERIODS)) == dict.fromkeys((1, 2, 3, 4))


def test_a_date_that_an_act_adds_makes_no_debts_of_the_past() -> None:
    later = point(1, day(7, 1), day(9, 30))
    sooner = point(2, day(1, 1), day(6, 15))._replace(began_on=day(5, 20))
    assert owed(facts(points=(later, sooner), periods=PERIODS)) == dict.fromkeys((2, 3, 4))


def test_due_dates_are_the_periods() -> None:
    found = obligations(facts(points=YEAR, periods=PERIODS))
    assert [one.due_on for one in found] == [one.due_on for one in PERIODS]


def test_a_report_that_names_its_period_serves_it_even_late() -> None:
    made = facts(
        report(1, day(8, 1), "in_progress", point_id=None, period_id=1),
        points=YEAR,
        periods=PERIODS,
    )
    assert owed(made) == {1: day(8, 1), 2: None, 3: None, 4: None}


@pytest.mark.parametrize(
    ("submitted_on", "served"),
    [
        (day(3, 31), 1),
        (day(4, 1), 1),  # the days after a quarter belong to its report
        (day(4, 10), 1),
        (day(4, 11), 2),
        (date(2022, 1, 10), 4),
        (date(2022, 1, 11), None),
        (date(2020, 12, 31), None),
    ],
)
def test_a_report_without_period_serves_one(submitted_on: date, served: int | None) -> None:
    made = facts(
        report(1, submitted_on, "in_progress", point_id=None), points=YEAR, periods=PERIODS
    )
    assert [key for key, value in owed(made).items() if value] == ([served] if served else [])


def test_the_first_report_counts() -> None:
    made = facts(
        report(1, day(4, 20), "in_progress", period_id=1),
        report(2, day(4, 5), "in_progress", period_id=1),
        points=YEAR,
        periods=PERIODS,
    )
    assert owed(made)[1] == day(4, 5)


def test_nothing_is_owed_once_done() -> None:
    made = facts(report(1, day(5, 1)), points=YEAR, periods=PERIODS)
    assert owed(made) == {1: None, 2: day(5, 1)}


def test_nothing_is_owed_before_the_work_starts() -> None:
    made = facts(points=(point(1, day(7, 1), day(9, 30)),), periods=PERIODS)
    assert list(owed(made)) == [3, 4]


@pytest.mark.parametrize("kind", ["remove", "not_done"])
def test_what_is_closed_before_the_report_falls_due_owes_none(kind: str) -> None:
    made = facts(decision(1, kind, day(5, 1)), points=YEAR, periods=PERIODS)
    assert list(owed(made)) == [1]
    late = facts(decision(1, kind, day(7, 11)), points=YEAR, periods=PERIODS)
    assert list(owed(late)) == [1, 2]


def test_work_accepted_after_the_quarter_owes_no_second_report() -> None:
    made = facts(
        report(1, day(3, 30)),
        decision(2, "accept", day(4, 20), report_id=1),
        points=YEAR,
        periods=PERIODS,
        acceptance=True,
    )
    assert owed(made) == {1: day(3, 30)}


def test_only_counting_executors_owe() -> None:
    made = facts(points=YEAR, periods=PERIODS, executors=2, lead_only=True)
    assert owed(made, by=2) == {}
    both = facts(report(1, day(5, 1), by=1), points=YEAR, periods=PERIODS, executors=2)
    assert list(owed(both, by=1)) == [1, 2]
    assert list(owed(both, by=2)) == [1, 2, 3, 4]


def test_an_undated_measure_is_watched_through_its_reports() -> None:
    assert list(owed(facts(points=(), periods=PERIODS))) == [1, 2, 3, 4]
