"""PostgreSQL goes away and comes back: said clearly, and over by itself."""

from collections.abc import Iterator

import pytest
from dash import Dash
from flask.testing import FlaskClient
from sqlalchemy import text

from dashboard.app import create_app
from data_access.db import Database
from data_access.limits import Limits, TimeOuts
from tests.conftest import make_settings
from tests.database.world import World
from tests.support import databases, postgres
from tests.support.clients import call, route_payload, signed_in

pytestmark = pytest.mark.postgres


@pytest.fixture(scope="module")
def own_server() -> Iterator[postgres.Server]:
    """Give a server that the tests of this module may stop."""
    with postgres.running() as server:
        server.run("CREATE DATABASE karta")
        databases.with_sample(server.url("karta"))
        yield server


@pytest.fixture
def app(own_server: postgres.Server) -> Iterator[Dash]:
    with databases.opened(own_server.url("karta")) as database:
        yield create_app(make_settings(database.url), database)


@pytest.fixture
def client(app: Dash) -> FlaskClient:
    return signed_in(app.server, "region")


def statuses(client: FlaskClient) -> dict[str, int]:
    """Return how each kind of request is answered."""
    return {
        "page": client.get("/").status_code,
        "callback": call(client, route_payload("/overdue")).status_code,
        "file": client.get("/export/measures.csv").status_code,
        "health": client.get("/healthz").status_code,
        "ready": client.get("/readyz").status_code,
    }


def test_away_and_back(own_server: postgres.Server, client: FlaskClient) -> None:
    well = dict.fromkeys(("page", "callback", "file", "health", "ready"), 200)
    assert statuses(client) == well
    own_server.stop()
    assert statuses(client) == {**dict.fromkeys(well, 503), "health": 200}
    own_server.start()
    assert statuses(client) == well


def test_what_is_said_while_it_is_away(own_server: postgres.Server, client: FlaskClient) -> None:
    own_server.stop()
    page, callback = client.get("/"), call(client, route_payload("/"))
    own_server.start()
    assert "Данные сейчас недоступны" in page.text
    assert "karta-pg" not in page.text, "nothing about the server"
    assert page.headers["Retry-After"] == callback.headers["Retry-After"] == "10"
    assert callback.get_json()["error"] == "database_unavailable"


def test_a_restart_that_nobody_saw(own_server: postgres.Server, client: FlaskClient) -> None:
    """All pooled connections are dead, and yet no request fails."""
    for mode in ("fast", "immediate"):
        assert client.get("/").status_code == 200
        own_server.stop(mode)
        own_server.start()
        assert client.get("/").status_code == 200
        assert signed_in(client.application, "kdn").get("/account").status_code == 200


def test_a_busy_database_is_told_apart(own_server: postgres.Server) -> None:
    limits = Limits(reading=TimeOuts(statement=30, lock=0.1, idle=30))
    database = Database(own_server.url("karta"), limits=limits)
    client = signed_in(create_app(make_settings(database.url), database).server, "region")
    with database.write() as session:
        session.execute(text("LOCK TABLE measure"))
        page, callback = client.get("/"), call(client, route_payload("/"))
    database.dispose()
    assert page.status_code == callback.status_code == 503
    assert "База данных занята" in page.text
    assert callback.get_json()["error"] == "database_busy"


def test_a_connection_ended_in_the_middle(own_server: postgres.Server) -> None:
    """The one transaction fails, the next one does not."""
    own_server.run("CREATE DATABASE middle TEMPLATE template0")
    databases.migrated(own_server.url("middle"))
    world = World(Database(own_server.url("middle")))
    world.report()
    with pytest.raises(Exception, match=r"terminat|closed"), world.db.write() as session:  # noqa: PT012
        mine = session.scalar(text("SELECT pg_backend_pid()"))
        own_server.run(f"SELECT pg_terminate_backend({mine})")
        session.execute(text("SELECT 1"))
    assert world.status("2021-07-01") == "overdue"
    world.db.dispose()
