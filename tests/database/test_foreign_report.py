"""A report that another program inserts shows in the next page of every worker."""

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.demo import PASSWORD
from data_access.commands.accounts import add_account
from data_access.db import Database
from tests.conftest import make_settings
from tests.database.world import World, foreign_sql, run
from tests.support import databases
from tests.support.clients import signed_in

DAY = "as_of=2021-07-01"
TITLE = "Родительские собрания"
NARRATIVE = "Проведено двенадцать собраний"
INSERT = (
    "INSERT INTO report"
    " (assignment_id, control_point_id, outcome, completed_on, submitted_on, narrative)"
    f" VALUES (1, 1, 'done', '2021-06-28', '2021-06-30', '{NARRATIVE}')"
)


@pytest.fixture
def world(db: Database) -> World:
    """Give the plan in which the lead's report closes the one point that is overdue."""
    world = World(db, rule="lead")
    run(db, "DELETE FROM reporting_period")  # no report is missing, whose list names it too
    run(db, f"UPDATE measure SET title = '{TITLE}', short_title = '{TITLE}'")
    with db.write() as session:
        add_account(session, username="deputy", password=PASSWORD, territory_ids=None)
    return world


@pytest.fixture
def workers(world: World) -> Iterator[list[FlaskClient]]:
    """Give clients of two applications, each with connections of its own."""
    with databases.opened(world.db.url) as one, databases.opened(world.db.url) as other:
        apps = [create_app(make_settings(world.db.url), each) for each in (one, other)]
        yield [signed_in(app.server, "deputy") for app in apps]


def overdue(client: FlaskClient) -> bool:
    page = client.get(f"/overdue?{DAY}")
    assert page.status_code == 200
    return TITLE in page.text


def told(client: FlaskClient) -> bool:
    page = client.get(f"/measures/1?{DAY}")
    assert page.status_code == 200
    return NARRATIVE in page.text


def test_a_plain_insert_shows_in_the_next_page(world: World, workers: list[FlaskClient]) -> None:
    assert [(overdue(one), told(one)) for one in workers] == [(True, False)] * 2
    foreign_sql(world.db, INSERT)
    assert [(overdue(one), told(one)) for one in workers] == [(False, True)] * 2
