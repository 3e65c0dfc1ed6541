"""The database refuses bad rows of plans, executors, territories and indicators."""

import pytest
from sqlalchemy.exc import DataError, IntegrityError

from tests.database.world import Value, World, insert, plan, rows, run

REFUSED = (IntegrityError, DataError)


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
    "a region below another": {"level": "region", "parent_id": 3},
    "a municipality within a municipality": {"parent_id": 1},
    "a second region of the same name": {"level": "region", "name": "Область"},
    "a second territory of the same name": {"name": "А"},
    "its own parent": {"id": 77, "parent_id": 77},
    "an OKTMO code cut short": {"oktmo": "4773"},
    "a blank name": {"name": " "},
}


@pytest.mark.parametrize("changes", BAD_TERRITORIES.values(), ids=BAD_TERRITORIES)
def test_bad_territories(steady: World, changes: dict[str, Value]) -> None:
    region(steady)
    values: dict[str, Value] = {"name": "В", "short_name": "В", "level": "municipality"}
    with pytest.raises(REFUSED):
        insert(steady.db, "territory", **(values | changes))


@pytest.mark.parametrize(
    "change",
    [
        "parent_id = id WHERE id = 1",
        "parent_id = 2 WHERE id = 1",
        "level = 'municipality' WHERE level = 'region'",
    ],
)
def test_territories_do_not_turn_into_bad_ones(steady: World, change: str) -> None:
    number = region(steady)
    run(steady.db, "UPDATE territory SET parent_id = :id WHERE id = 2", id=number)
    with pytest.raises(REFUSED):
        run(steady.db, f"UPDATE territory SET {change}")


def region(world: World) -> int:
    """Return the region of this world, which is made at the first call."""
    found = rows(world.db, "SELECT id FROM territory WHERE level = 'region'")
    if found:
        return int(str(found[0][0]))
    return insert(world.db, "territory", name="Область", short_name="О", level="region")


def test_an_executor_of_another_territory_may_be_named(steady: World) -> None:
    """Regional bodies carry out measures of municipal plans."""
    other = insert(
        steady.db, "executor", territory_id=steady.territories[1], name="Третий", short_name="Т"
    )
    assignment = insert(
        steady.db,
        "assignment",
        measure_id=steady.measure,
        executor_id=other,
        position=3,
        role="co",
    )
    query = "SELECT territory_id FROM assignment WHERE id = :id"
    assert rows(steady.db, query, id=assignment) == [(steady.territories[0],)]


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
    bad: list[dict[str, Value]] = [
        {"year": 21},
        {"kind": "plan"},
        {"value": None},
        {"value": 1e15},
        {"indicator_id": 999},
    ]
    for changes in bad:
        with pytest.raises(REFUSED):
            insert(steady.db, "indicator_value", **(good | changes))
