"""The database refuses bad reports and decisions, and rows that move or go, whoever writes."""

from typing import Any

import pytest
from sqlalchemy.exc import DataError, IntegrityError

from tests.database.world import Value, World, insert, run, waiting

REFUSED = (IntegrityError, DataError)

BAD_REPORTS: dict[str, dict[str, Value]] = {
    "unknown outcome": {"outcome": "finished"},
    "done without its date": {"completed_on": None},
    "completed after it was handed in": {"completed_on": "2021-06-06"},
    "no such assignment": {"assignment_id": 999},
    "no assignment": {"assignment_id": None},
    "no such control point": {"control_point_id": 999},
    "no such period": {"reporting_period_id": 999},
    "no date": {"submitted_on": None},
    "a Russian date": {"submitted_on": "05.06.2021"},
    "a day that does not exist": {"submitted_on": "2021-06-31"},
    "a date with a time": {"completed_on": "вчера"},
    "a negative quantity": {"quantity": -1},
}


@pytest.mark.parametrize(
    "absence",
    ["back_on = '2021-07-01'", "away_from = '2021-07-01'"]
    + [f"away_from = '2021-07-01', back_on = '{day}'" for day in ("2021-07-01", "2021-06-01")],
)
def test_bad_absences(steady: World, absence: str) -> None:
    with pytest.raises(REFUSED):
        run(steady.db, f"UPDATE assignment SET {absence}")


@pytest.mark.parametrize("changes", BAD_REPORTS.values(), ids=BAD_REPORTS)
def test_bad_reports(steady: World, changes: dict[str, Value]) -> None:
    with pytest.raises(REFUSED):
        steady.report(**changes)


def test_a_good_report_of_each_kind(steady: World) -> None:
    steady.report()
    steady.report(outcome="partial", completed_on=None)
    steady.report(control_point_id=None, reporting_period_id=steady.periods[0], quantity=12.5)


def test_a_report_about_another_measures_point(steady: World) -> None:
    _, points, _ = steady.new_measure()
    with pytest.raises(REFUSED, match="another measure"):
        steady.report(control_point_id=points[0])


def test_a_report_for_another_plans_period(steady: World) -> None:
    other = insert(
        steady.db,
        "reporting_period",
        plan_id=steady.plans[1],
        label="2021",
        starts_on="2021-01-01",
        ends_on="2021-12-31",
        due_on="2022-01-15",
    )
    with pytest.raises(REFUSED, match="another plan"):
        steady.report(reporting_period_id=other)


def test_decisions_without_their_parts(steady: World) -> None:
    report = steady.report()
    point, measure = steady.points[0], steady.measure
    bad: list[tuple[str, dict[str, Value]]] = [
        ("remove", {}),
        ("remove", {"control_point_id": point, "measure_id": measure}),
        ("extend", {"control_point_id": point}),
        ("remove", {"control_point_id": point, "new_due_on": "2021-12-31"}),
        ("accept", {"control_point_id": point}),
        ("return", {"measure_id": measure}),
        ("remove", {"report_id": report}),
        ("cancel", {"measure_id": measure}),
        ("remove", {"measure_id": 999}),
        ("remove", {"control_point_id": 999}),
        ("accept", {"report_id": 999}),
    ]
    for kind, values in bad:
        with pytest.raises(REFUSED):
            steady.decision(kind, "2021-07-01", **values)


def test_an_extension_never_shortens_the_original_term(steady: World) -> None:
    """Of a measure it moves the last control point, due on 30 September."""
    measure, points, _ = steady.new_measure()
    extended: tuple[dict[str, Any], ...] = (
        {"control_point_id": points[0], "new_due_on": "2021-06-29"},
        {"control_point_id": points[1], "new_due_on": "2021-07-31"},
        {"measure_id": measure, "new_due_on": "2021-09-29"},
    )
    for values in extended:
        with pytest.raises(REFUSED, match="before the original one"):
            steady.decision("extend", "2021-06-20", **values)
    steady.decision("extend", "2021-06-20", control_point_id=points[0], new_due_on="2021-08-31")
    steady.decision("extend", "2021-06-21", control_point_id=points[0], new_due_on="2021-06-30")
    steady.decision("extend", "2021-06-20", measure_id=measure, new_due_on="2021-12-31")


def test_a_decision_needs_its_basis(steady: World) -> None:
    with pytest.raises(REFUSED):
        run(
            steady.db,
            "INSERT INTO decision (kind, measure_id, decided_on, basis)"
            " VALUES ('remove', :id, '2021-07-01', '  ')",
            id=steady.measure,
        )


def test_a_report_cannot_be_judged_before_it_is_in(steady: World) -> None:
    report = steady.report()
    with pytest.raises(REFUSED, match="before the report was handed in"):
        steady.decision("accept", "2021-06-04", report_id=report)
    steady.decision("accept", "2021-06-05", report_id=report)


@pytest.mark.parametrize(("table", "column"), [("measure", "plan_id"), ("plan", "territory_id")])
def test_rows_never_move_to_another_parent(steady: World, table: str, column: str) -> None:
    with pytest.raises(REFUSED, match="never moves"):
        run(steady.db, f"UPDATE {table} SET {column} = 2 WHERE id = 1")


def test_parents_with_rows_stay(steady: World) -> None:
    steady.report()
    for table in ("territory", "plan", "measure", "executor", "assignment", "control_point"):
        with pytest.raises(REFUSED):
            run(steady.db, f"DELETE FROM {table} WHERE id = 1")


def test_a_refused_row_leaves_nothing_to_recompute(steady: World) -> None:
    assert steady.status("2021-07-01") == "overdue"
    with pytest.raises(REFUSED):
        steady.report(outcome="finished")
    assert waiting(steady.db) == 0
