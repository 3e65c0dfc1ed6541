"""Reports, decisions and values are never changed nor deleted; a correction is a newer row."""

import sqlite3

import psycopg
import pytest

from tests.database.world import World, foreign_sql, insert, rows

REFUSED = (sqlite3.IntegrityError, psycopg.IntegrityError)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE report SET note = 'x'",
        "UPDATE report SET territory_id = NULL",
        "UPDATE report SET assignment_id = 2",
        "UPDATE report SET recorded_at = '2020-01-01 00:00:00'",
        "DELETE FROM report",
        "UPDATE decision SET basis = 'x'",
        "UPDATE decision SET measure_id = 2",
        "DELETE FROM decision",
        "UPDATE indicator_value SET value = 9",
        "UPDATE indicator_value SET indicator_id = 2",
        "UPDATE indicator_value SET territory_id = NULL",
        "DELETE FROM indicator_value",
    ],
)
def test_changes_are_refused(world: World, statement: str) -> None:
    world.new_measure()
    world.report()
    world.decision("remove", "2021-07-01", measure_id=world.measure)
    _value(world)
    before = _record(world)
    with pytest.raises(REFUSED, match="append-only"):
        foreign_sql(world.db, statement)
    assert _record(world) == before


def test_a_report_does_not_slip_into_another_territory(world: World) -> None:
    other = _assignment_elsewhere(world)
    report = world.report(control_point_id=None)
    with pytest.raises(REFUSED, match="append-only"):
        foreign_sql(world.db, f"UPDATE report SET assignment_id = {other} WHERE id = {report}")


def test_a_report_is_not_replaced(world: World) -> None:
    report = world.report()
    with pytest.raises((*REFUSED, psycopg.Error)):
        foreign_sql(
            world.db,
            "INSERT OR REPLACE INTO report (id, assignment_id, outcome, submitted_on)"
            f" VALUES ({report}, 1, 'partial', '2021-06-05')",
        )
    assert rows(world.db, "SELECT outcome FROM report") == [("done",)]


def _record(world: World) -> list[list[tuple[object, ...]]]:
    tables = ("report", "decision", "indicator_value")
    return [rows(world.db, f"SELECT * FROM {table}") for table in tables]


def _value(world: World) -> int:
    indicator = insert(
        world.db,
        "indicator",
        plan_id=world.plans[0],
        position=1,
        name="Доля",
        short_name="Доля",
        unit="%",
        direction="decrease",
    )
    return insert(
        world.db, "indicator_value", indicator_id=indicator, year=2021, kind="actual", value=0.6
    )


def _assignment_elsewhere(world: World) -> int:
    measure = insert(
        world.db,
        "measure",
        plan_id=world.plans[1],
        section_id=world.sections[1],
        number="1.1",
        position=1,
        title="М",
        short_title="М",
    )
    return insert(
        world.db,
        "assignment",
        measure_id=measure,
        executor_id=world.executors[0],
        position=1,
        role="lead",
    )
