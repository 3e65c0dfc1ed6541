"""Spans follow the base rows, whoever changes them; step by step equals from scratch."""

from random import Random

import pytest

from data_access.commands.facts_of import load_bases
from data_access.commands.recompute import rebuild
from data_access.db import Database
from data_access.rules.spans import measure_spans
from tests.database.world import Value, World, derived, foreign_sql, insert, rows, run, waiting

SEEDS = range(12)
Row = tuple[str, dict[str, Value]]

STATE = "valid_from, valid_to, status, due_on, original_due_on, completed_on"
COUNTS = "points_total, points_done, points_due, points_on_time"
TOLD = {
    "measure_span": f"control_point_id - :point, {STATE}, {COUNTS}",
    "point_span": f"control_point_id - :point, {STATE}",
    "assignment_span": f"assignment_id - :who, control_point_id - :point, {STATE}, {COUNTS}",
    "obligation": "assignment_id - :who, reporting_period_id, due_on, reported_on",
}


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


@pytest.mark.parametrize("rule", ["all", "lead"])
@pytest.mark.parametrize("acceptance", [False, True])
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


class Teller:
    """Tells a random story of reports and decisions about a measure of its own."""

    def __init__(self, world: World, seed: int) -> None:
        self.world, self.seed = world, seed
        self.measure, self.points, self.assignments = world.new_measure()

    def tell(self, story: list[Row], *, recompute: bool) -> None:
        """Insert the story's rows in their order, decisions on a report after that report."""
        reports: dict[Value, int] = {}
        for table, values in story:
            named = values.pop("told", None)
            if "report_id" in values:
                values["report_id"] = reports[values["report_id"]]
            id = insert(self.world.db, table, **values)
            if table == "report":
                reports[named] = id
            if recompute:
                self.world.db.refresh()

    def in_order(self, order: int) -> list[Row]:
        """Return the story in a random order, the same for the same number."""
        dice = Random(self.seed)
        reports = [self._report(dice, number) for number in range(5)]
        decisions = [self._decision(dice, number, reports) for number in range(4)]
        mixed = [*reports, *decisions]
        Random(order).shuffle(mixed)
        about = [row for row in mixed if "report_id" in row[1]]
        return [row for row in mixed if "report_id" not in row[1]] + about

    def told(self) -> list[list[tuple[object, ...]]]:
        """Return what was computed, told by places within the measure instead of ids."""
        values = {"id": self.measure, "point": self.points[0], "who": self.assignments[0]}
        return [
            rows(
                self.world.db,
                f"SELECT {columns} FROM {table} WHERE measure_id = :id"
                " AND :point > 0 AND :who > 0 ORDER BY 1, 2, 3",
                **values,
            )
            for table, columns in TOLD.items()
        ]

    def _report(self, dice: Random, number: int) -> Row:
        outcome = dice.choice(["done", "done", "partial", "in_progress"])
        submitted_on = _day(dice)
        values: dict[str, Value] = {
            "told": number,
            "assignment_id": dice.choice(self.assignments),
            "control_point_id": dice.choice([*self.points, None]),
            "outcome": outcome,
            "completed_on": submitted_on if outcome == "done" else None,
            "submitted_on": submitted_on,
            "recorded_at": f"2022-01-01 00:00:{number:02}.000000",
        }
        return "report", values

    def _decision(self, dice: Random, number: int, reports: list[Row]) -> Row:
        kind = dice.choice(["accept", "accept", "return", "extend", "remove", "reopen"])
        values: dict[str, Value] = {
            "kind": kind,
            "decided_on": _day(dice),
            "recorded_at": f"2022-01-01 00:01:{number:02}.000000",
            "basis": "протокол",
        }
        if kind in ("accept", "return"):
            about = dice.choice(reports)[1]
            return "decision", values | {"report_id": about["told"], "decided_on": "2021-11-01"}
        if kind == "extend":
            values["new_due_on"] = _day(dice)
        return "decision", values | {"control_point_id": dice.choice(self.points)}


def _day(dice: Random) -> str:
    return f"2021-{dice.randint(3, 10):02}-{dice.randint(1, 28):02}"
