"""Faults of the database, told apart for those who may not know SQLAlchemy."""

import re
import sqlite3

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError, TimeoutError

#: PostgreSQL: a lock not had in time, and a deadlock that the server broke.
CONTENDED = frozenset({"55P03", "40P01"})
#: PostgreSQL: a statement that took too long, and a replica's query that stood in the way of
#: what the replica had to take over.
CANCELLED = frozenset({"57014", "40001"})
DENIED = "42501"
#: PostgreSQL: a table, column, trigger or function is missing, or is there although it should not.
UNLIKE = frozenset({"42P01", "42703", "42P07", "42701", "42710", "42723", "42883", "42704"})

#: The same in the words of SQLite, which has one code for this and for statements that are wrong.
UNLIKE_WORDS = re.compile(
    r"no such (?:table|column|index|trigger)|has no column|already exists|duplicate column"
)


def is_passing(error: BaseException) -> bool:
    """Tell whether an error lies with the database's state and may be gone on the next try."""
    return is_unavailable(error) or is_too_long(error)


def is_unavailable(error: BaseException) -> bool:
    """Tell whether an error means that the database does not answer (not that a query is wrong)."""
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return True
    is_known = isinstance(error, OperationalError | InterfaceError | TimeoutError)
    return is_known and not is_too_long(error)


def is_too_long(error: BaseException) -> bool:
    """Tell whether the database answers, but ended what took too long or waited too long."""
    return is_contended(error) or _state(error) in CANCELLED


def is_contended(error: BaseException) -> bool:
    """Tell whether an error means that somebody else holds what was wanted."""
    return _sqlite_code(error) == sqlite3.SQLITE_BUSY or _state(error) in CONTENDED


def is_damaged(error: BaseException) -> bool:
    """Tell whether an error means that a file of SQLite is none of its databases, or no longer."""
    return _sqlite_code(error) in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT)


def is_unlike(error: BaseException) -> bool:
    """Tell whether an error means that the tables are not those which the program made."""
    is_wrong = _sqlite_code(error) == sqlite3.SQLITE_ERROR and UNLIKE_WORDS.search(reason(error))
    return bool(is_wrong) or _state(error) in UNLIKE


def is_denied(error: BaseException) -> bool:
    """Tell whether an error means that the database account has no right to do this."""
    return _state(error) == DENIED


def reason(error: BaseException) -> str:
    """Return the first line of what the database says; never an address nor a password."""
    cause = getattr(error, "orig", None) or error
    return next(iter(str(cause).strip().splitlines()), type(cause).__name__)


def _sqlite_code(error: BaseException) -> int | None:
    """Return the primary code of an error of SQLite; extended ones keep it in their lowest byte."""
    cause = getattr(error, "orig", None)
    code = getattr(cause, "sqlite_errorcode", None) if isinstance(cause, sqlite3.Error) else None
    return None if code is None else code & 0xFF


def _state(error: BaseException) -> str | None:
    """Return PostgreSQL's code of an error."""
    state: str | None = getattr(getattr(error, "orig", None), "sqlstate", None)
    return state
