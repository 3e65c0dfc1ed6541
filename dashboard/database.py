"""The one place where the settings become a database."""

from dashboard.settings import Settings
from data_access.db import Database


def open_database(settings: Settings) -> Database:
    """Return the database of the settings; connections open on first use."""
    return Database(
        settings.database_url,
        settings.read_database_url or None,
        recompute_on_read=settings.recompute,
    )
