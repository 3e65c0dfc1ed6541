"""Random stories about a measure, told in any order of arrival."""

from random import Random

from tests.database.world import Value, World, insert, rows

Row = tuple[str, dict[str, Value]]
STATE = "valid_from, valid_to, status, due_on, original_due_on, completed_on"
COUNTS = "points_total, points_done, points_due, points_on_time"
TOLD = {
    "measure_span": f"control_point_id - :point, {STATE}, {COUNTS}",
    "point_span": f"control_point_id - :point, {STATE}",
    "assignment_span": f"assignment_id - :who, control_point_id - :point, {STATE}, {COUNTS}",
    "obligation": "assignment_id - :who, reporting_period_id, due_on, reported_on",
}


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
            values["new_due_on"] = f"2021-{dice.randint(10, 12)}-{dice.randint(1, 28):02}"
        return "decision", values | {"control_point_id": dice.choice(self.points)}


def _day(dice: Random) -> str:
    return f"2021-{dice.randint(3, 10):02}-{dice.randint(1, 28):02}"
