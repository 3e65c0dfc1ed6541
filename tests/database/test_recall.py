"""A page may be shown again for a second without a look at the database; nothing else may."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from dashboard import auth
from dashboard.app import create_app
from dashboard.demo import PASSWORD
from dashboard.recall import Recall
from data_access.commands.accounts import add_account
from layouts import measures_grid
from tests.conftest import make_settings
from tests.database.test_answers import RETITLED, TITLE
from tests.database.world import World, foreign_sql, run
from tests.support.clients import call, route_payload, signed_in
from tests.support.grids import payload
from tests.support.statements import counted

PAGE = "/measures"
TAKE_AWAY = "UPDATE account SET all_territories = false WHERE username = 'deputy'"
CLOSE = "UPDATE account SET is_active = false WHERE username = 'deputy'"
EXPORT = "/export/measures.csv"


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(auth, "Recall", lambda seconds: Recall(seconds, clock))
    return clock


@pytest.fixture
def client(world: World, clock: Clock) -> FlaskClient:
    with world.db.write() as session:
        add_account(session, username="deputy", password=PASSWORD, territory_ids=None)
    app = create_app(make_settings(world.db.url, recall_seconds=1), world.db)
    client = signed_in(app.server, "deputy")
    for path in (PAGE, "/overdue"):
        assert client.get(path).status_code == 200
    return client


def route(client: FlaskClient) -> int:
    return call(client, route_payload(PAGE)).status_code


def part(client: FlaskClient) -> int:
    return call(client, payload(measures_grid.ID)).status_code


def test_within_the_second_nothing_is_asked(client: FlaskClient) -> None:
    route(client)
    part(client)
    with counted() as seen:
        assert client.get(PAGE).status_code == 200
        assert client.get("/overdue").status_code == 200
        assert route(client) == 200
        assert part(client) == 200
    assert seen == []


def test_after_the_second_account_and_version_are_read_together(
    client: FlaskClient, clock: Clock
) -> None:
    clock.now += 1
    with counted() as seen:
        assert client.get(PAGE).status_code == 200
    assert len(seen) == 1


def test_a_change_shows_after_the_second(world: World, client: FlaskClient, clock: Clock) -> None:
    foreign_sql(world.db, RETITLED)
    clock.now += 1
    assert TITLE in client.get(PAGE).text


@pytest.mark.parametrize(
    "ask",
    [lambda client: client.get(PAGE).status_code, route, part],
    ids=["page", "callback", "part of a list"],
)
def test_a_closed_account_gets_nothing_after_the_second(
    world: World, client: FlaskClient, clock: Clock, ask: Callable[[FlaskClient], int]
) -> None:
    run(world.db, CLOSE)
    clock.now += 1
    assert ask(client) in (302, 401)


@pytest.mark.parametrize("path", [EXPORT, "/account", "/nowhere", "/_dash-dependencies"])
def test_a_closed_account_gets_nothing_else_within_it(
    world: World, client: FlaskClient, path: str
) -> None:
    assert client.get(path).status_code in (200, 404)
    run(world.db, CLOSE)
    assert client.get(path).status_code in (302, 401)


def test_other_callbacks_look_anew(world: World, client: FlaskClient) -> None:
    other = {**route_payload(PAGE), "output": "other.children"}
    assert call(client, other).status_code != 401
    run(world.db, CLOSE)
    assert call(client, other).status_code == 401


def test_what_is_exported_follows_the_rights_at_once(world: World, client: FlaskClient) -> None:
    foreign_sql(world.db, RETITLED)
    assert TITLE in client.get(EXPORT).text
    run(world.db, TAKE_AWAY)
    assert TITLE not in client.get(EXPORT).text


def test_whoever_writes_sees_it_at_once(world: World, client: FlaskClient) -> None:
    assert TITLE not in client.get(PAGE).text
    foreign_sql(world.db, RETITLED)
    client.post("/account/password", data={})  # refused or not: something may have been written
    assert TITLE in client.get(PAGE).text


def test_a_session_that_ended_is_not_remembered(client: FlaskClient) -> None:
    client.delete_cookie("karta_session")
    assert client.get(PAGE).status_code == 302


def test_a_forged_session_is_not_remembered(client: FlaskClient) -> None:
    cookie = client.get_cookie("karta_session")
    assert cookie is not None
    client.set_cookie("karta_session", cookie.value[:-3] + "abc")
    assert client.get(PAGE).status_code == 302
