"""Every page and every export on both databases, with the sample and with nothing in it."""

import pytest
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.demo import PASSWORD
from data_access.commands.accounts import add_account
from data_access.db import Database
from layouts.links import EXPORT_FORMATS, EXPORT_TABLES
from layouts.pages import PAGES
from tests.conftest import make_settings
from tests.support import databases
from tests.support.clients import signed_in

PATHS = [page.path.format(id=1) for page in PAGES]
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


@pytest.mark.parametrize("territories", [None, ()], ids=["all territories", "no territories"])
def test_with_nothing_in_it(db: Database, territories: tuple[int, ...] | None) -> None:
    with db.write() as session:
        add_account(session, username="new", password=PASSWORD, territory_ids=territories)
    client = signed_in(create_app(make_settings(db.url), db).server, "new")
    lists = [page.path for page in PAGES if "{id}" not in page.path]
    assert _failures(client, [*lists, *FILES]) == []
