"""Small plans in each kind of database."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard.app import create_app
from data_access.commands import drafts
from data_access.db import Database
from tests.conftest import make_settings
from tests.database.world import World
from tests.support import databases, postgres
from tests.support.clients import signed_in
from tests.support.drafts import PASSWORD, People, act

KINDS = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]


@pytest.fixture
def world(db: Database) -> World:
    """Give two small plans written with plain SQL, once for each kind of database."""
    return World(db)


@pytest.fixture
def people(db: Database) -> People:
    """Give the accounts of two territories without a plan."""
    return People(db)


@pytest.fixture
def draft(db: Database, people: People) -> int:
    """Give an act that the owner has uploaded."""
    return drafts.create(db, people.owner, "plan", "акт.txt", act())


@pytest.fixture
def client(db: Database, people: People) -> FlaskClient:
    """Give the owner's browser, signed in."""
    return signed_in(create_app(make_settings(db.url), db).server, "owner", PASSWORD)


@pytest.fixture(scope="module", params=KINDS)
def steady(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[World]:
    """Give the plans to tests that share one database, since they hardly change it."""
    if request.param == "sqlite":
        template: Path = request.getfixturevalue("sqlite_template")
        target = tmp_path_factory.mktemp("steady") / "karta.db"
        with databases.opened(databases.copy_sqlite(template, target)) as database:
            yield World(database)
        return
    server: postgres.Server = request.getfixturevalue("postgres_server")
    with server.clone("template_empty") as url, databases.opened(url) as database:
        yield World(database)


@pytest.fixture
def postgres_world(postgres_url: str) -> Iterator[World]:
    """Give a world with several measures, computed."""
    world = World(Database(postgres_url))
    for _ in range(3):
        world.new_measure()
    world.db.refresh()
    yield world
    world.db.dispose()
