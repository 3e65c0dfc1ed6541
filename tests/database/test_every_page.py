"""Every page and every export on both databases, with the sample and with nothing in it."""

import pytest
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.demo import PASSWORD
from data_access.commands.accounts import add_account
from data_access.db import Database
from data_access.records.accounts import Role
from layouts.links import EXPORT_FORMATS, EXPORT_TABLES
from layouts.pages import EVERYBODY, PAGES
from tests.conftest import make_settings
from tests.support import databases
from tests.support.clients import signed_in

SHARED = [page.path for page in PAGES if page.roles == EVERYBODY]
PATHS = [path.format(id=1) for path in SHARED]
LISTS = [page.path for page in PAGES if "{id}" not in page.path]
FILES = [f"/export/{table}.{fmt}" for table in EXPORT_TABLES for fmt in EXPORT_FORMATS]
QUERY = "?as_of=2021-10-11&status=overdue,done&q=Семьи&since=2021-07-01"


def _failures(client: FlaskClient, addresses: list[str]) -> list[tuple[str, int]]:
    answers = [(one, client.get(one, buffered=True).status_code) for one in addresses]
    return [(address, code) for address, code in answers if code != 200]


def test_with_the_sample(any_sample_url: str) -> None:
    with databases.opened(any_sample_url) as db:
        client = signed_in(create_app(make_settings(db.url), db).server, "region")
        assert _failures(client, [*PATHS, *FILES]) == []
        assert _failures(client, [path + QUERY for path in (*PATHS, *FILES)]) == []


def test_an_administrators_pages(any_sample_url: str) -> None:
    with databases.opened(any_sample_url) as db:
        client = signed_in(create_app(make_settings(db.url), db).server, "admin")
        assert _failures(client, [path + query for path in LISTS for query in ("", QUERY)]) == []


@pytest.mark.parametrize("territories", [None, ()], ids=["all territories", "no territories"])
def test_with_nothing_in_it(db: Database, territories: tuple[int, ...] | None) -> None:
    with db.write() as session:
        add_account(
            session,
            username="new",
            password=PASSWORD,
            role=Role.COORDINATOR,
            territory_ids=territories,
        )
    client = signed_in(create_app(make_settings(db.url), db).server, "new")
    assert _failures(client, [*LISTS, *FILES]) == []
