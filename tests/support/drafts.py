"""Accounts and acts for the tests of drafts."""

from datetime import date

from data_access.commands import drafts
from data_access.commands.accounts import add_account
from data_access.db import Database
from data_access.queries.accounts import by_username
from data_access.records.accounts import Account
from data_access.records.drafts import PlanDraft
from tests.database.world import territory
from tests.unit.importers import plan_documents

TODAY = date(2023, 6, 1)
#: What the reader makes of the name in `plan_documents`.
TERRITORY = "Сосновский муниципальный район"
PASSWORD = "a password for tests"


def account(db: Database, name: str, role: str, *territories: int) -> Account:
    """Add an account; without territories it may see everything."""
    with db.write() as session:
        add_account(
            session,
            username=name,
            password=PASSWORD,
            role=role,
            territory_ids=territories or None,
        )
    found = by_username(db, name)
    assert found is not None
    return found.account


class People:
    """A coordinator with a territory, a colleague there, an outsider, a viewer, an admin."""

    def __init__(self, db: Database) -> None:
        self.home = territory(db, TERRITORY)
        self.away = territory(db, "Борский муниципальный район")
        self.owner = account(db, "owner", "coordinator", self.home)
        self.colleague = account(db, "colleague", "coordinator", self.home)
        self.outsider = account(db, "outsider", "coordinator", self.away)
        self.viewer = account(db, "viewer", "viewer", self.home)
        self.admin = account(db, "admin", "admin")


def loaded(db: Database, people: People, draft: int) -> PlanDraft:
    return drafts.load(db, people.owner, draft, TODAY)


def act(**changes: str) -> bytes:
    """Return the act of `plan_documents` as text, with words exchanged: old → new."""
    text = plan_documents.as_tabs().decode()
    for old, new in changes.items():
        assert old in text, old
        text = text.replace(old, new)
    return text.encode()
