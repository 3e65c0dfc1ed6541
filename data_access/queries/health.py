"""Whether the database answers and has its tables."""

from sqlalchemy import exists, select

from data_access.db import Database
from data_access.models import Account


def is_ready(db: Database) -> None:
    """Return when the database answers with our tables; raises its error when it does not."""
    with db.read() as session:
        session.scalar(select(exists().select_from(Account)))
