"""How a transaction or a single question begins, although a pooled connection may be dead."""

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

T = TypeVar("T")


def begun(session: Session, first: Callable[[Session], T]) -> T:
    """Return what the first statement of a transaction gives.

    A pooled connection may be dead since the database was restarted. This statement notices,
    the pool drops all that are as old, and the transaction begins once more on a new one.
    """
    try:
        return first(session)
    except DBAPIError as error:
        if not error.connection_invalidated:
            raise
        session.rollback()
        return first(session)


def answered(engine: Engine, ask: Callable[[Connection], T]) -> T:
    """Return what `ask` gives of a connection that only reads; asked once more likewise."""
    try:
        with engine.connect() as connection:
            return ask(connection)
    except DBAPIError as error:
        if not error.connection_invalidated:
            raise
    with engine.connect() as connection:
        return ask(connection)
