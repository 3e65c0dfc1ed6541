"""What the browser looks at beside the sample: a country of many plans, a coordinator's desk."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from dash import Dash
from playwright.sync_api import Browser, BrowserContext, Page

from dashboard.app import create_app
from data_access.commands.accounts import add_account
from data_access.db import Database
from tests.conftest import make_settings
from tests.database.world import insert, territory
from tests.support import browser as browsers
from tests.support import country, databases, live, visits
from tests.support.desk import KNOWN
from tests.support.drafts import TERRITORY


@pytest.fixture(scope="session")
def country_db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """Give the country to read."""
    url = databases.sqlite_url(tmp_path_factory.mktemp("country") / "karta.db")
    country.make(url)
    with databases.opened(url) as database:
        yield database


@pytest.fixture(scope="session")
def country_app(country_db: Database) -> Dash:
    """Give the application on the country."""
    return create_app(make_settings(country_db.url), country_db)


@pytest.fixture(scope="session")
def country_server(country_app: Dash) -> Iterator[str]:
    """Give the address of the application on the country, served on this machine."""
    with live.serving(country_app.server) as address:
        yield address


@pytest.fixture
def country_context(browser: Browser, country_server: str) -> Iterator[BrowserContext]:
    """Give a context that has signed in to see the whole country; no fault may happen in it."""
    with browsers.watched(browser, country_server) as context:
        visits.enter(context, country_server, country.MINISTRY)
        yield context


@pytest.fixture
def nation(country_context: BrowserContext) -> Page:
    """Give a page in that context."""
    return browsers.patient(country_context)


@pytest.fixture(scope="module")
def desk_db(sample_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """Give a copy of the sample with a coordinator of a territory without plans."""
    target = tmp_path_factory.mktemp("desk") / "sample.db"
    with databases.opened(databases.copy_sqlite(sample_template, target)) as db:
        home = territory(db, TERRITORY)
        insert(db, "executor", territory_id=home, name=KNOWN, short_name="Комитет")
        with db.write() as session:
            add_account(
                session,
                username="sosnovka",
                password="karta-demo",
                title="Координатор района",
                role="coordinator",
                territory_ids=[home],
            )
        yield db


@pytest.fixture(scope="module")
def desk_server(desk_db: Database) -> Iterator[str]:
    """Give the address of the application on that desk, served on this machine."""
    with live.serving(create_app(make_settings(desk_db.url), desk_db).server) as address:
        yield address


@pytest.fixture
def desk(browser: Browser, desk_server: str) -> Iterator[BrowserContext]:
    """Give a context on the desk; no fault and no request to another host may happen in it."""
    with browsers.watched(browser, desk_server) as context:
        context.set_default_timeout(browsers.PATIENCE_MS)
        yield context
