"""Fixtures for all tests: databases from the migrations, the application, clients, a browser."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from dash import Dash
from flask.testing import FlaskClient
from hypothesis import settings
from playwright.sync_api import Browser, BrowserContext, Page

from dashboard.app import create_app
from dashboard.settings import Settings
from data_access import engine_sqlite
from data_access.commands import passwords
from data_access.db import Database
from layouts.texts import set_locale
from tests.support import browser as browsers
from tests.support import databases, live, postgres
from tests.support.clients import signed_in
from tests.support.skips import pytest_sessionfinish  # noqa: F401 - a hook

#: How long an example takes is told by the machine's load; where time counts, a test says so.
settings.register_profile("karta", deadline=None)
settings.load_profile("karta")

SIGNING_KEY = "a key for tests that is long enough, 32+"


@pytest.fixture(autouse=True)
def _russian() -> None:
    """Begin every test in the default language."""
    set_locale("ru")


@pytest.fixture(scope="session", autouse=True)
def _cheap_hashes() -> Iterator[None]:
    """Hash passwords at the lowest cost: the tests need many accounts, not safe ones."""
    before = passwords.hasher
    passwords.hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    yield
    passwords.hasher = before


@pytest.fixture(scope="session", autouse=True)
def _hasty_commits() -> Iterator[None]:
    """Let SQLite not wait for the disk: no test outlasts a power cut."""
    before = engine_sqlite.SYNCHRONOUS
    engine_sqlite.SYNCHRONOUS = "OFF"
    yield
    engine_sqlite.SYNCHRONOUS = before


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give an SQLite file with the tables and nothing in them."""
    path = tmp_path_factory.mktemp("template") / "empty.db"
    databases.migrated(databases.sqlite_url(path))
    return path


@pytest.fixture(scope="session")
def sample_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give an SQLite file with the sample plans and the accounts of the demonstration."""
    path = tmp_path_factory.mktemp("template") / "sample.db"
    databases.with_sample(databases.sqlite_url(path))
    return path


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[postgres.Server]:
    """Run a PostgreSQL server with the databases `template_empty` and, later, clones of it."""
    with postgres.running() as server:
        server.run("CREATE DATABASE template_empty")
        databases.migrated(server.url("template_empty"))
        yield server


@pytest.fixture(scope="session")
def postgres_sample(postgres_server: postgres.Server) -> str:
    """Name a PostgreSQL database with the sample, to be cloned."""
    postgres_server.run("CREATE DATABASE template_sample TEMPLATE template_empty")
    databases.with_sample(postgres_server.url("template_sample"))
    return "template_sample"


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """Give the address of an empty SQLite database of the test's own."""
    return databases.copy_sqlite(sqlite_template, tmp_path / "karta.db")


@pytest.fixture
def postgres_url(postgres_server: postgres.Server) -> Iterator[str]:
    """Give the address of an empty PostgreSQL database of the test's own."""
    with postgres_server.clone("template_empty") as url:
        yield url


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def db_url(request: pytest.FixtureRequest) -> str:
    """Give the address of an empty database, once for each kind."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
def db(db_url: str) -> Iterator[Database]:
    """Give an empty database of the test's own, once for each kind."""
    with databases.opened(db_url) as database:
        yield database


@pytest.fixture
def sqlite_db(sqlite_url: str) -> Iterator[Database]:
    """Give an empty SQLite database of the test's own."""
    with databases.opened(sqlite_url) as database:
        yield database


@pytest.fixture
def sample_url(sample_template: Path, tmp_path: Path) -> str:
    """Give the address of a copy of the sample that the test may change."""
    return databases.copy_sqlite(sample_template, tmp_path / "sample.db")


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def any_sample_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """Give the address of a copy of the sample that the test may change, for each kind."""
    if request.param == "sqlite":
        yield request.getfixturevalue("sample_url")
        return
    server: postgres.Server = request.getfixturevalue("postgres_server")
    with server.clone(request.getfixturevalue("postgres_sample")) as url:
        yield url


@pytest.fixture(scope="session")
def sample_db(sample_template: Path) -> Iterator[Database]:
    """Give the sample to read; whoever writes takes `sample_url`."""
    with databases.opened(databases.sqlite_url(sample_template)) as database:
        yield database


@pytest.fixture(scope="session")
def app(sample_db: Database) -> Dash:
    """Give the application on the sample."""
    return create_app(make_settings(sample_db.url), sample_db)


@pytest.fixture
def anonymous(app: Dash) -> FlaskClient:
    """Give a client that has not signed in."""
    return app.server.test_client()


@pytest.fixture
def client_of(app: Dash) -> Callable[[str], FlaskClient]:
    """Give a function: username of the demonstration → signed-in client."""
    return lambda username: signed_in(app.server, username)


@pytest.fixture(scope="session")
def deputy(app: Dash) -> FlaskClient:
    """Give the client of the account that sees one municipality."""
    return signed_in(app.server, "deputy")


@pytest.fixture(scope="session")
def kdn(app: Dash) -> FlaskClient:
    """Give the client of an account that sees another municipality."""
    return signed_in(app.server, "kdn")


@pytest.fixture(scope="session")
def region(app: Dash) -> FlaskClient:
    """Give the client of the account that sees all territories."""
    return signed_in(app.server, "region")


@pytest.fixture(scope="session")
def live_server(app: Dash) -> Iterator[str]:
    """Give the address of the application on the sample, served on this machine."""
    with live.serving(app.server) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give headless Chromium."""
    with browsers.chromium() as running:
        yield running


@pytest.fixture
def context(browser: Browser, live_server: str) -> Iterator[BrowserContext]:
    """Give a fresh browser context at 1366×768; no fault and no foreign request may happen."""
    with browsers.watched(browser, live_server) as context:
        yield context


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """Give a page of the browser."""
    return browsers.patient(context)


def make_settings(url: str, **changes: object) -> Settings:
    """Return settings for a test application, which looks at the database at every request."""
    values = {"recall_seconds": 0, **changes}
    return Settings(database_url=url, secret_key=SIGNING_KEY, **values)  # type: ignore[arg-type]
