"""Conditions on many ids at once, and rows without the session's objects."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Executable, Integer, Row, bindparam
from sqlalchemy.orm import InstrumentedAttribute, Session


def among(column: InstrumentedAttribute[int], ids: Iterable[int]) -> ColumnElement[bool]:
    """Return the condition that a column holds one of these ids, numbers of our own.

    They are written into the statement: a bound value for each costs more than its row.
    """
    listed: Any = bindparam(None, list(ids), Integer, expanding=True, literal_execute=True)
    return column.in_(listed)


def plain_rows(session: Session, query: Executable) -> Sequence[Row[Any]]:
    """Return the rows of a query for columns alone, without the session's part in it."""
    return session.connection().execute(query).all()
