"""Faults of the database, told apart for those who may not know SQLAlchemy."""

import sqlite3

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError, TimeoutError

#: PostgreSQL: a lock not had in time, and a deadlock that the server broke.
CONTENDED = frozenset({"55P03", "40P01"})
DENIED = "42501"


def is_unavailable(error: BaseException) -> bool:
    """Tell whether an error means that the database does not answer (not that a query is wrong)."""
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return True
    return isinstance(error, OperationalError | InterfaceError | TimeoutError)


def is_contended(error: BaseException) -> bool:
    """Tell whether an error means that somebody else holds what was wanted."""
    cause = getattr(error, "orig", None)
    if isinstance(cause, sqlite3.Error):
        # Extended codes keep the primary one in their lowest byte.
        return getattr(cause, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY
    return getattr(cause, "sqlstate", None) in CONTENDED


def is_denied(error: BaseException) -> bool:
    """Tell whether an error means that the database account has no right to do this."""
    return getattr(getattr(error, "orig", None), "sqlstate", None) == DENIED


def reason(error: BaseException) -> str:
    """Return the first line of what the database says; never an address nor a password."""
    cause = getattr(error, "orig", None) or error
    return next(iter(str(cause).strip().splitlines()), type(cause).__name__)
