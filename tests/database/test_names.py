"""What can be meant by name, in each kind of database."""

from data_access.queries import names
from tests.database.world import World, insert, run


def test_plans_by_their_codes(world: World) -> None:
    found = names.plans(world.db)
    assert [(one.id, one.code, one.name) for one in found] == [
        (world.plans[0], "plan-1", "План"),
        (world.plans[1], "plan-2", "План"),
    ]
    assert [one.key for one in found] == ["plan-1", "plan-2"]


def test_a_municipality_stands_with_its_region(world: World) -> None:
    region = insert(world.db, "territory", name="Область", short_name="Обл.", level="region")
    run(
        world.db,
        "UPDATE territory SET parent_id = :above WHERE id = :id",
        above=region,
        id=world.territories[0],
    )
    (found,) = [one for one in names.territories(world.db) if one.id == world.territories[0]]
    assert found.name == "А, Область"
    assert set(found.names) == {"А", "А, Область"}
    assert found.key == str(world.territories[0])


def test_executors_of_a_plan_with_their_other_spellings(world: World) -> None:
    insert(world.db, "executor_alias", executor_id=world.executors[1], alias="II")
    found = names.executors(world.db, world.plans[0])
    assert [one.name for one in found] == ["Второй", "Первый"]
    assert "II" in found[0].names
    assert names.executors(world.db, world.plans[1]) == []
    assert [one.name for one in names.executors(world.db)] == ["Второй (А)", "Первый (А)"]


def test_periods_and_sections_of_a_plan(world: World) -> None:
    labels = [one.name for one in names.periods(world.db, world.plans[0])]
    assert labels == ["I квартал", "II квартал"]
    assert names.periods(world.db, world.plans[1]) == []
    (section,) = names.sections(world.db, world.plans[0])
    assert (section.id, section.name, section.names) == (world.sections[0], "1. Р", ("Р", "Р"))
