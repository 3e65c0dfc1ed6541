"""The statements of a page, sent again by the bare driver: the least that the same result costs."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date, timedelta
from typing import Any

import psycopg
from sqlalchemy import Engine, event, make_url

from callbacks.render import render_path
from data_access.db import Database
from data_access.folding import fold
from data_access.records.accounts import Account, Role
from data_access.records.view import Scope

Statement = tuple[str, Any]
ACCOUNT = Account(1, "bench", "", Role.VIEWER, Scope.everything(), "ru", is_demo=True)


def on(path: str, day: date) -> str:
    """Return the address on a date; one that was not asked for yet has nothing kept."""
    return f"{path}{'&' if '?' in path else '?'}as_of={day}"


def statements(url: str, path: str, day: date) -> list[Statement]:
    """Return what is asked of the database for a page on a date that nobody asked for before.

    What does not hang on the date (the choices of the filter bar) is kept by then, as in a server.
    """
    database = Database(url)
    _show(database, on(path, day + timedelta(days=1)), day)
    with noted() as seen:
        _show(database, on(path, day), day)
    database.dispose()
    return seen


def _show(database: Database, address: str, today: date) -> None:
    path, _mark, query = address.partition("?")
    render_path(database, ACCOUNT, path, query, today)


@contextmanager
def noted() -> Iterator[list[Statement]]:
    """Collect the statements of a `with` block with their values."""
    seen: list[Statement] = []

    def note(_c: Any, _cursor: Any, statement: str, values: Any, *_more: Any) -> None:
        if not statement.startswith(("BEGIN", "PRAGMA")):
            seen.append((statement, values))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(Engine, "before_cursor_execute", note)


@contextmanager
def sender(url: str, said: list[Statement]) -> Iterator[Callable[[], None]]:
    """Open a connection of the driver's own; give what sends all statements and takes the rows."""
    with closing(connected(url)) as connection:

        def send() -> None:
            cursor = connection.cursor()
            cursor.execute("BEGIN") if isinstance(connection, sqlite3.Connection) else None
            for statement, values in said:
                cursor.execute(statement, values).fetchall()
            connection.rollback()

        yield send


def connected(url: str) -> Any:
    """Return a connection of the bare driver."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        connection = sqlite3.connect(str(parsed.database), check_same_thread=False, timeout=30)
        connection.isolation_level = None
        connection.create_function("karta_fold", 1, fold, deterministic=True)
        return connection
    plain = parsed.set(drivername="postgresql").render_as_string(hide_password=False)
    return psycopg.connect(plain)
