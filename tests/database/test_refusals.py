"""The database refuses bad rows, whoever writes them."""

import sqlite3

import psycopg
import pytest
from sqlalchemy.exc import DataError, IntegrityError

from tests.database.world import Value, World, foreign_sql, insert, plan, run, waiting

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


BAD_PLANS: dict[str, dict[str, Value]] = {
    "ends before it starts": {"ends_on": "2020-12-31"},
    "unknown completion rule": {"completion_rule": "any"},
    "unknown rule for days off": {"day_off_rule": "back"},
    "unknown frequency": {"reporting_frequency": "weekly"},
    "no such day of a month": {"reporting_due_day": 32},
    "a blank title": {"title": " "},
    "a blank short title": {"short_title": None},
    "no such territory": {"territory_id": 999},
}


@pytest.mark.parametrize("changes", BAD_PLANS.values(), ids=BAD_PLANS)
def test_bad_plans(steady: World, changes: dict[str, Value]) -> None:
    with pytest.raises(REFUSED):
        plan(steady.db, "new", **({"territory_id": steady.territories[0]} | changes))  # type: ignore[arg-type]


def test_bad_rows_of_a_plan(steady: World) -> None:
    plan_id, section, other = (
        steady.plans[0],
        steady.sections[0],
        steady.sections[1],
    )
    words: dict[str, Value] = {"title": "Т", "short_title": "Т", "position": 9}
    bad: list[tuple[str, dict[str, Value]]] = [
        ("measure", words | {"plan_id": plan_id, "section_id": section, "number": "1.1"}),
        ("measure", words | {"plan_id": plan_id, "section_id": other, "number": "9.1"}),
        ("measure", words | {"plan_id": plan_id, "section_id": section, "number": " "}),
        ("section", words | {"plan_id": plan_id, "number": "1"}),
        (
            "control_point",
            {"measure_id": steady.measure, "starts_on": "2021-06-30", "due_on": "2021-06-01"},
        ),
        ("control_point", {"measure_id": steady.measure, "due_on": "2021-06-30"}),
        (
            "assignment",
            {
                "measure_id": steady.measure,
                "executor_id": steady.executors[0],
                "position": 3,
                "role": "co",
            },
        ),
        (
            "executor",
            {"territory_id": steady.territories[0], "name": "Первый", "short_name": "П"},
        ),
    ]
    for table, values in bad:
        with pytest.raises(REFUSED):
            insert(steady.db, table, **values)


def test_a_measure_has_one_lead(steady: World) -> None:
    with pytest.raises(REFUSED):
        run(
            steady.db,
            "UPDATE assignment SET role = 'lead' WHERE id = :id",
            id=steady.assignments[1],
        )


BAD_TERRITORIES: dict[str, dict[str, Value]] = {
    "unknown level": {"level": "country"},
    "a region below another": {"level": "region", "parent_id": 1},
    "an OKTMO code cut short": {"oktmo": "4773"},
    "a blank name": {"name": " "},
}


@pytest.mark.parametrize("changes", BAD_TERRITORIES.values(), ids=BAD_TERRITORIES)
def test_bad_territories(steady: World, changes: dict[str, Value]) -> None:
    values: dict[str, Value] = {"name": "В", "short_name": "В", "level": "municipality"}
    with pytest.raises(REFUSED):
        insert(steady.db, "territory", **(values | changes))


def test_bad_indicator_values(steady: World) -> None:
    indicator = insert(
        steady.db,
        "indicator",
        plan_id=steady.plans[0],
        position=1,
        name="Доля",
        short_name="Доля",
        unit="%",
        direction="decrease",
    )
    good: dict[str, Value] = {
        "indicator_id": indicator,
        "year": 2021,
        "kind": "target",
        "value": 0.66,
    }
    insert(steady.db, "indicator_value", **good)
    for changes in ({"year": 21}, {"kind": "plan"}, {"value": None}, {"indicator_id": 999}):
        with pytest.raises(REFUSED):
            insert(steady.db, "indicator_value", **(good | changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(("table", "column"), [("measure", "plan_id"), ("plan", "territory_id")])
def test_rows_never_move_to_another_parent(steady: World, table: str, column: str) -> None:
    with pytest.raises(REFUSED, match="never moves"):
        run(steady.db, f"UPDATE {table} SET {column} = 2 WHERE id = 1")


def test_parents_with_rows_stay(steady: World) -> None:
    steady.report()
    for table in ("territory", "plan", "measure", "executor", "assignment", "control_point"):
        with pytest.raises(REFUSED):
            run(steady.db, f"DELETE FROM {table} WHERE id = 1")


PLAINLY_BAD = {
    "a report of no assignment": (
        "INSERT INTO report (assignment_id, outcome, submitted_on)"
        " VALUES (999, 'partial', '2021-06-05')"
    ),
    "an assignment to nobody": (
        "INSERT INTO assignment (measure_id, executor_id, position, role) VALUES (1, 999, 3, 'co')"
    ),
    "an executor with assignments goes": "DELETE FROM executor WHERE id = 1",
    "a quantity in words": (
        "INSERT INTO report (assignment_id, outcome, submitted_on, quantity)"
        " VALUES (1, 'partial', '2021-06-05', 'много')"
    ),
    "a moment in words": (
        "INSERT INTO report (assignment_id, outcome, submitted_on, recorded_at)"
        " VALUES (1, 'partial', '2021-06-05', 'вчера')"
    ),
    "a broken extra column": "UPDATE measure SET extra = '{' WHERE id = 1",
    "a flag in words": "UPDATE plan SET requires_acceptance = 'иногда' WHERE id = 1",
}


@pytest.mark.parametrize("statement", PLAINLY_BAD.values(), ids=PLAINLY_BAD)
def test_plain_connections_are_refused_too(steady: World, statement: str) -> None:
    """SQLite's plain connections check no foreign keys and no types; one bad row would stop all."""
    with pytest.raises((sqlite3.IntegrityError, psycopg.Error)):
        foreign_sql(steady.db, statement)
    assert steady.status("2021-07-01") == "overdue"


def test_a_refused_row_leaves_nothing_to_recompute(steady: World) -> None:
    assert steady.status("2021-07-01") == "overdue"
    with pytest.raises(REFUSED):
        steady.report(outcome="finished")
    assert waiting(steady.db) == 0
