"""The same truth where an act added measures, a section and an executor in the middle of the term.

The checks are those of `test_numbers`, on days before, on and after the day of the act.
"""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from dash import Dash
from sqlalchemy import text

from dashboard.app import create_app
from data_access.db import Database
from data_access.records.view import Filters, Scope, View
from tests.agreement import test_numbers as numbers
from tests.agreement.oracle import Numbers, Oracle, read_base
from tests.agreement.test_numbers import Case
from tests.conftest import make_settings
from tests.database.world import insert, run
from tests.support import databases
from tests.support.clients import signed_in

CODE = "alexandrovsk-2020-2021"
ADDED = date(2021, 4, 20)
BEFORE = (date(2021, 2, 1), date(2021, 4, 12), date(2021, 4, 19))
AFTER = (ADDED, date(2021, 7, 12), date(2021, 10, 11), date(2022, 1, 11))
CHECKS: tuple[Callable[[Database, Case], None], ...] = (
    numbers.test_overview,
    numbers.test_overdue_lists,
    numbers.test_what_was_missed_otherwise_is_listed,
    numbers.test_sections_add_up,
    numbers.test_executors_report_what_is_due,
    numbers.test_discipline_leads_to_as_many_points,
    numbers.test_discipline_of_a_section_leads_to_its_points,
    numbers.test_discipline_of_an_executor_leads_to_its_points,
    numbers.test_register_and_its_filters,
)


def amend(db: Database) -> None:
    """Add three measures, one in a section of its own, as an act of the day would."""
    with db.read() as session:
        plan, territory = session.execute(
            text("SELECT id, territory_id FROM plan WHERE code = :c"), {"c": CODE}
        ).one()
        known = list(
            session.scalars(text("SELECT id FROM section WHERE plan_id = :p"), {"p": plan})
        )
        old = list(
            session.scalars(
                text("SELECT id FROM executor WHERE territory_id = :t ORDER BY id LIMIT 2"),
                {"t": territory},
            )
        )
    fresh = insert(db, "section", plan_id=plan, number="9", position=9, title="Н", short_title="Н")
    name = "Новый исполнитель"
    who = insert(db, "executor", territory_id=territory, name=name, short_name=name)
    _measure(db, plan, known[0], "1.90", date(2021, 6, 30), [who, old[0]], reports=True)
    _measure(db, plan, known[0], "1.91", date(2021, 12, 31), [old[0], old[1]])
    _measure(db, plan, fresh, "9.1", date(2021, 9, 30), [who])


def _measure(
    db: Database,
    plan: int,
    section: int,
    number: str,
    due: date,
    executors: list[int],
    *,
    reports: bool = False,
) -> None:
    measure = insert(
        db,
        "measure",
        plan_id=plan,
        section_id=section,
        number=number,
        position=90,
        title="Н",
        short_title="Н",
        began_on=str(ADDED),
    )
    point = insert(
        db, "control_point", measure_id=measure, starts_on=str(ADDED), due_on=due.isoformat()
    )
    for position, one in enumerate(executors, start=1):
        assignment = insert(
            db,
            "assignment",
            measure_id=measure,
            executor_id=one,
            position=position,
            role="co" if position > 1 else "lead",
            began_on=str(ADDED),
        )
        if reports:
            insert(
                db,
                "report",
                assignment_id=assignment,
                control_point_id=point,
                outcome="done",
                completed_on="2021-06-20",
                submitted_on="2021-07-05",
            )


@pytest.fixture
def amended(any_sample_url: str) -> Iterator[Database]:
    with databases.opened(any_sample_url) as db:
        amend(db)
        yield db


def cases(db: Database) -> Iterator[tuple[date, Case, Numbers]]:
    """Yield each day with the case of it, and the numbers without what was added."""
    oracle = Oracle(read_base(db.url))
    plan = next(row["id"] for row in oracle.base["plan"] if row["code"] == CODE)
    base = {**oracle.base}
    base["measure"] = [row for row in base["measure"] if not row["began_on"]]
    for day in (*BEFORE, *AFTER):
        view = View(Scope.everything(), numbers.TODAY, Filters(as_of=day, plan=plan))
        case = Case(view, oracle.numbers(plan, day), f"plan={CODE}&as_of={day}")
        yield day, case, Oracle(base).numbers(plan, day)


def test_pages_agree_before_and_after_the_act(amended: Database) -> None:
    for day, case, without in cases(amended):
        for check in CHECKS:
            check(amended, case)
        more = sum(case.truth.by_status.values()) - sum(without.by_status.values())
        assert more == (3 if day in AFTER else 0)
        if day in BEFORE:
            assert case.truth == without


def test_files_and_pages_say_it(amended: Database) -> None:
    app: Dash = create_app(make_settings(amended.url), amended)
    client = signed_in(app.server, "region")
    for _day, case, _without in cases(amended):
        numbers.test_exports(client, case)
        numbers.test_discipline_is_exported_as_it_is_listed(client, amended, case)
        for path in ("/", "/meeting", "/sections"):
            numbers.test_pages_say_it(client, case, path)


def test_without_the_first_day_the_past_would_count_it(amended: Database) -> None:
    """The checks above can fail."""
    run(amended, "UPDATE measure SET began_on = NULL")
    oracle = Oracle(read_base(amended.url))
    plan = next(row["id"] for row in oracle.base["plan"] if row["code"] == CODE)
    assert sum(oracle.numbers(plan, BEFORE[0]).by_status.values()) == 26
