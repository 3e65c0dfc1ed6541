"""Every row of facts carries its territory, filled by the database."""

import pytest

from tests.database.world import World, foreign_sql, insert, rows

FILLED = (
    "section",
    "measure",
    "reporting_period",
    "control_point",
    "assignment",
    "report",
    "decision",
    "indicator",
    "indicator_value",
)


@pytest.fixture
def full(world: World) -> World:
    """Give the plan with a row in each table of facts."""
    report = world.report()
    world.decision("accept", "2021-06-10", report_id=report)
    world.decision("remove", "2021-06-10", control_point_id=world.points[1])
    world.decision("reopen", "2021-06-11", measure_id=world.measure)
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
    insert(world.db, "indicator_value", indicator_id=indicator, year=2021, kind="actual", value=0.6)
    return world


@pytest.mark.parametrize("table", FILLED)
def test_filled_from_the_parent(full: World, table: str) -> None:
    found = {row[0] for row in rows(full.db, f"SELECT territory_id FROM {table}")}
    assert found == set(full.territories if table == "section" else full.territories[:1])


def test_a_wrong_territory_is_put_right(world: World) -> None:
    report = world.report(territory_id=world.territories[1])
    assert _territory(world, "report", report) == world.territories[0]


def test_a_territory_written_later_is_put_right(world: World) -> None:
    foreign_sql(world.db, f"UPDATE measure SET territory_id = {world.territories[1]}")
    assert _territory(world, "measure", world.measure) == world.territories[0]


def _territory(world: World, table: str, id: int) -> object:
    return rows(world.db, f"SELECT territory_id FROM {table} WHERE id = :id", id=id)[0][0]
