"""Spans follow the base rows, whoever changes them; step by step equals from scratch."""

import pytest

from data_access.commands.facts_of import load_bases
from data_access.commands.recompute import rebuild
from data_access.db import Database
from data_access.rules.spans import measure_spans
from tests.database.stories import Teller
from tests.database.world import World, derived, foreign_sql, insert, rows, run, waiting

SEEDS = range(8)


def test_a_plain_insert_shows_at_the_next_read(world: World) -> None:
    for assignment in world.assignments:
        for point, on in zip(world.points, ("2021-06-05", "2021-09-05"), strict=True):
            foreign_sql(
                world.db,
                "INSERT INTO report"
                " (assignment_id, control_point_id, outcome, completed_on, submitted_on)"
                f" VALUES ({assignment}, {point}, 'done', '{on}', '{on}')",
            )
    assert world.status("2021-06-04") == "in_progress"
    assert world.status("2021-09-04") == "in_progress"
    assert world.status("2021-09-05") == "done"


def test_a_plain_decision_shows_at_the_next_read(world: World) -> None:
    assert world.status("2021-12-31") == "overdue"
    foreign_sql(
        world.db,
        "INSERT INTO decision (kind, measure_id, decided_on, basis)"
        f" VALUES ('remove', {world.measure}, '2021-07-15', 'протокол № 3')",
    )
    assert world.status("2021-12-31") == "removed"


CHANGES = {
    "plan": ("UPDATE plan SET starts_on = '2020-12-01' WHERE id = 1", True),
    "another plan": ("UPDATE plan SET title = 'Другой' WHERE id = 2", False),
    "measure": ("UPDATE measure SET title = 'Другое' WHERE id = 1", True),
    "control point": ("UPDATE control_point SET due_on = '2021-07-31' WHERE id = 1", True),
    "control point gone": ("DELETE FROM control_point WHERE id = 2", True),
    "assignment": ("UPDATE assignment SET role = 'co' WHERE id = 1", True),
    "assignment gone": ("DELETE FROM assignment WHERE id = 2", True),
    "earlier lead": (
        "INSERT INTO earlier_lead (assignment_id, led_until) VALUES (1, '2021-05-01')",
        True,
    ),
    "period": ("UPDATE reporting_period SET due_on = '2021-04-15' WHERE id = 1", True),
    "period gone": ("DELETE FROM reporting_period WHERE id = 2", True),
    "executor": ("UPDATE executor SET short_name = 'П' WHERE id = 1", False),
}


@pytest.mark.parametrize(("statement", "concerns"), CHANGES.values(), ids=CHANGES)
def test_every_change_of_base_rows_is_noted(world: World, statement: str, concerns: bool) -> None:
    derived(world.db)
    foreign_sql(world.db, statement)
    assert (waiting(world.db) > 0) == concerns
    step_by_step = derived(world.db)
    assert waiting(world.db) == 0
    assert step_by_step == from_scratch(world.db)


def test_a_measure_goes_with_everything_computed(world: World) -> None:
    measure, points, assignments = world.new_measure()
    assert all(derived(world.db, measure).values())
    for table, ids in (("control_point", points), ("assignment", assignments)):
        for one in ids:
            foreign_sql(world.db, f"DELETE FROM {table} WHERE id = {one}")
    foreign_sql(world.db, f"DELETE FROM measure WHERE id = {measure}")
    assert not any(derived(world.db, measure).values())


def test_computed_rows_carry_plan_and_territory(world: World) -> None:
    keys = [(world.plans[0], world.territories[0])]
    for table in ("measure_span", "point_span", "assignment_span", "obligation"):
        query = f"SELECT DISTINCT plan_id, territory_id FROM {table}"
        assert rows(world.db, query) == keys


@pytest.mark.parametrize(("rule", "acceptance"), [("all", False), ("all", True), ("lead", False)])
def test_any_order_of_arrival_gives_the_same(db: Database, rule: str, acceptance: bool) -> None:
    """Each story is told twice in two orders, once with a recomputation after every row."""
    world = World(db, rule=rule, acceptance=acceptance)
    for seed in SEEDS:
        one, other = (Teller(world, seed) for _ in range(2))
        one.tell(one.in_order(1), recompute=True)
        other.tell(other.in_order(2), recompute=False)
        assert one.told() == other.told()
    step_by_step = derived(db)
    assert step_by_step == from_scratch(db)


def test_the_stored_spans_are_the_rules(world: World) -> None:
    teller = Teller(world, 1)
    teller.tell(teller.in_order(1), recompute=False)
    with world.db.read() as session:
        (base,) = load_bases(session, [teller.measure])
    stored = rows(
        world.db,
        "SELECT status, points_done FROM measure_span WHERE measure_id = :id ORDER BY valid_from",
        id=teller.measure,
    )
    spans = measure_spans(base.facts)
    assert stored == [(one.state.status.value, one.state.points_done) for one in spans]


def test_refresh_may_run_more_than_once(world: World) -> None:
    world.report()
    assert world.db.refresh() == 1
    once = derived(world.db)
    assert world.db.refresh() == 0
    assert derived(world.db) == once


def test_days_off_move_the_due_date_as_the_plan_says(world: World) -> None:
    point = insert(
        world.db, "control_point", measure_id=world.measure, due_on="2021-12-31", label="год"
    )
    query = "SELECT DISTINCT due_on FROM point_span WHERE control_point_id = :id"
    for rule, expected in (
        ("none", "2021-12-31"),
        ("next", "2022-01-10"),
        ("preceding", "2021-12-30"),
    ):
        run(world.db, "UPDATE plan SET day_off_rule = :rule", rule=rule)
        assert [str(due) for (due,) in rows(world.db, query, id=point)] == [expected]


def test_under_lead_the_first_leads_where_none_is_marked(db: Database) -> None:
    world = World(db, rule="lead")
    run(db, "UPDATE assignment SET role = 'co'")
    query = "SELECT DISTINCT assignment_id FROM assignment_span WHERE counts"
    assert rows(db, query) == [(world.assignments[0],)]


def from_scratch(db: Database) -> dict[str, list[tuple[object, ...]]]:
    with db.write() as session:
        rebuild(session)
    return derived(db)
