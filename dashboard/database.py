"""The one place where the settings become a database."""

from dashboard.settings import Settings
from data_access.db import Database
from data_access.limits import Limits, TimeOuts


def open_database(settings: Settings, name: str = "karta") -> Database:
    """Return the database of the settings; connections open on first use, under this name."""
    return Database(
        settings.database_url,
        settings.read_database_url or None,
        recompute_on_read=settings.recompute,
        limits=limits(settings, name),
    )


def limits(settings: Settings, name: str = "karta") -> Limits:
    """Return what the settings allow one process to ask of the database."""
    lock, idle = settings.lock_timeout, settings.idle_timeout
    return Limits(
        connections=settings.pool_size or settings.threads,
        connect=settings.connect_timeout,
        reading=TimeOuts(settings.read_timeout, lock, idle),
        writing=TimeOuts(settings.write_timeout, lock, idle),
        name=name,
    )
