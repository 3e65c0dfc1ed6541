"""A country for the browser: more plans than are shown whole, and a map of its regions."""

from collections.abc import Iterator

import pytest
from dash import Dash
from playwright.sync_api import Browser, BrowserContext, Page

from dashboard.app import create_app
from data_access.db import Database
from tests.conftest import make_settings
from tests.support import browser as browsers
from tests.support import country, databases, live, visits


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
