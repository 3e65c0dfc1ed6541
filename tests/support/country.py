"""A small generated country in which some regions have real names: ten regions, sixty plans."""

from unittest import mock

from sqlalchemy import text

from bench.data import places
from bench.data.filling import fill
from dashboard.demo import PASSWORD
from data_access.commands.accounts import add_account
from data_access.db import Database
from data_access.region_table import PLACES
from tests.support import databases
from tests.support.generated import silently

TERRITORIES, REGIONS = 60, 10
#: One region keeps its invented name, so it lies on no square of the map.
NAMED = REGIONS - 1
#: The day on which the country is looked at: its plans are those of 2026.
DAY = "2026-08-15"
MINISTRY, ONE_REGION = "ministry", "one-region"
RENAME = text("UPDATE territory SET name = :name, short_name = :name WHERE id = :id")


def make(url: str) -> None:
    """Fill an empty database with the country and its accounts."""
    with mock.patch.object(places, "TO_A_REGION", TERRITORIES // REGIONS):
        fill([url], TERRITORIES, silently, processes=1)
    with databases.opened(url) as db:
        _name(db)
        with db.write() as session:
            for username, territories in ((MINISTRY, None), (ONE_REGION, [1])):
                add_account(
                    session, username=username, password=PASSWORD, territory_ids=territories
                )


def _name(db: Database) -> None:
    with db.write() as session:
        for id_, (_place, names) in zip(range(1, NAMED + 1), PLACES, strict=False):
            session.execute(RENAME, {"id": id_, "name": f"{names[0].title()} область"})
