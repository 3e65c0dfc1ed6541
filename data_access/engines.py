"""Engines for SQLite and PostgreSQL, which behave alike; none has connected yet."""

from pathlib import Path

from sqlalchemy import Engine, make_url

from data_access import engine_postgresql, engine_sqlite
from data_access.limits import Limits


def make_engine(url: str, limits: Limits, *, read_only: bool) -> Engine:
    """Return an engine that has not connected yet.

    Its execution option `time_outs` holds for each transaction; a derived engine may have others.
    What takes too long fails with an error that `faults.is_too_long` knows.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return engine_sqlite.make(parsed, limits, read_only=read_only)
    if parsed.drivername in ("postgres", "postgresql"):
        parsed = parsed.set(drivername="postgresql+psycopg")
    return engine_postgresql.make(parsed, limits, read_only=read_only)


def is_missing_file(url: str) -> bool:
    """Tell whether the address is that of an SQLite file that does not exist yet."""
    parsed = make_url(url)
    name = parsed.database or ":memory:"
    if parsed.get_backend_name() != "sqlite" or name.startswith((":memory:", "file:")):
        return False
    return not Path(name).exists()
