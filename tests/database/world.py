"""A small plan written with plain SQL, the way another program would write it."""

import sqlite3
from contextlib import closing

import psycopg
from sqlalchemy import make_url, text

from data_access.db import Database

Value = str | int | float | bool | None


def insert(db: Database, table: str, **values: Value) -> int:
    """Insert one row through the application's own connection and return its id."""
    names = ", ".join(values)
    marks = ", ".join(f":{name}" for name in values)
    statement = f"INSERT INTO {table} ({names}) VALUES ({marks}) RETURNING id"
    with db.write() as session:
        return int(session.execute(text(statement), values).scalar_one())


def run(db: Database, statement: str, **values: Value) -> None:
    with db.write() as session:
        session.execute(text(statement), values)


def rows(db: Database, query: str, **values: Value) -> list[tuple[object, ...]]:
    """Return what a reader sees, everything recomputed."""
    with db.read() as session:
        return [tuple(row) for row in session.execute(text(query), values)]


def waiting(db: Database) -> int:
    """Return the length of the queue, without recomputing anything."""
    with db.write() as session:
        return int(session.execute(text("SELECT count(*) FROM recompute_queue")).scalar_one())


def foreign_sql(db: Database, statement: str) -> None:
    """Run a statement on a plain connection of the driver, with none of our settings."""
    url = make_url(db.url)
    if url.get_backend_name() == "sqlite":
        with closing(sqlite3.connect(url.database or "")) as plain, plain:
            plain.execute(statement)
        return
    address = url.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(address) as opened:
        opened.execute(statement.encode())


class World:
    """Two territories with a plan each; plan 1 has a measure with two executors.

    Its control points are due on 30 June and 30 September 2021; its reporting periods are the
    first two quarters.
    """

    def __init__(self, db: Database, *, acceptance: bool = False, rule: str = "all") -> None:
        self.db = db
        self.territories = [territory(db, name) for name in ("А", "Б")]
        self.plans = [
            plan(db, f"plan-{one}", one, requires_acceptance=acceptance, completion_rule=rule)
            for one in self.territories
        ]
        self.sections = [
            insert(db, "section", plan_id=one, number="1", position=1, title="Р", short_title="Р")
            for one in self.plans
        ]
        self.executors = [
            insert(db, "executor", territory_id=self.territories[0], name=name, short_name=name)
            for name in ("Первый", "Второй")
        ]
        self.periods = [
            period(db, self.plans[0], "I квартал", "2021-01-01", "2021-03-31", "2021-04-10"),
            period(db, self.plans[0], "II квартал", "2021-04-01", "2021-06-30", "2021-07-10"),
        ]
        self._measures = 0
        self.measure, self.points, self.assignments = self.new_measure()

    def new_measure(self) -> tuple[int, list[int], list[int]]:
        """Add a measure; return its id, its control points and its assignments."""
        self._measures += 1
        measure = insert(
            self.db,
            "measure",
            plan_id=self.plans[0],
            section_id=self.sections[0],
            number=f"1.{self._measures}",
            position=self._measures,
            title="М",
            short_title="М",
        )
        points = [
            insert(self.db, "control_point", measure_id=measure, starts_on=first, due_on=last)
            for first, last in (("2021-03-01", "2021-06-30"), ("2021-07-01", "2021-09-30"))
        ]
        assignments = [
            insert(
                self.db,
                "assignment",
                measure_id=measure,
                executor_id=executor,
                position=number,
                role="lead" if number == 1 else "co",
            )
            for number, executor in enumerate(self.executors, start=1)
        ]
        return measure, points, assignments

    def report(self, **changes: Value) -> int:
        """Insert a report of completion of the first control point by the first executor."""
        values: dict[str, Value] = {
            "assignment_id": self.assignments[0],
            "control_point_id": self.points[0],
            "outcome": "done",
            "completed_on": "2021-06-01",
            "submitted_on": "2021-06-05",
        }
        return insert(self.db, "report", **(values | changes))

    def decision(self, kind: str, decided_on: str, **values: Value) -> int:
        return insert(
            self.db, "decision", kind=kind, decided_on=decided_on, basis="протокол", **values
        )

    def status(self, on: str, measure: int | None = None) -> str:
        """Return the measure's status on the date."""
        found = rows(
            self.db,
            "SELECT status FROM measure_span"
            " WHERE measure_id = :id AND valid_from <= :on AND :on < valid_to",
            id=measure or self.measure,
            on=on,
        )
        return str(found[0][0])


def territory(db: Database, name: str) -> int:
    return insert(db, "territory", name=name, short_name=name, level="municipality")


def plan(db: Database, code: str, territory_id: int, **changes: Value) -> int:
    values: dict[str, Value] = {
        "code": code,
        "territory_id": territory_id,
        "title": "План",
        "short_title": "План",
        "starts_on": "2021-01-01",
        "ends_on": "2021-12-31",
    }
    return insert(db, "plan", **(values | changes))


def period(
    db: Database, plan_id: int, label: str, starts_on: str, ends_on: str, due_on: str
) -> int:
    return insert(
        db,
        "reporting_period",
        plan_id=plan_id,
        label=label,
        starts_on=starts_on,
        ends_on=ends_on,
        due_on=due_on,
    )


def derived(db: Database, measure: int | None = None) -> dict[str, list[tuple[object, ...]]]:
    """Return everything computed (of one measure), without row ids, in a fixed order."""
    where = "WHERE measure_id = :id" if measure else ""
    values: dict[str, Value] = {"id": measure} if measure else {}
    return {
        table: sorted(rows(db, f"SELECT {columns} FROM {table} {where}", **values), key=repr)
        for table, columns in DERIVED.items()
    }


STATE = (
    "measure_id, plan_id, territory_id, valid_from, valid_to, status, due_on, original_due_on,"
    " completed_on"
)
COUNTS = "control_point_id, points_total, points_done, points_due, points_on_time"
DERIVED = {
    "measure_span": f"{STATE}, {COUNTS}",
    "point_span": f"{STATE}, control_point_id, starts_on",
    "assignment_span": f"{STATE}, {COUNTS}, assignment_id, executor_id, counts",
    "obligation": (
        "measure_id, plan_id, territory_id, assignment_id, executor_id, reporting_period_id,"
        " due_on, reported_on"
    ),
}
