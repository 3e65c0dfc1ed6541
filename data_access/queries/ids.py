"""Conditions on many ids at once, and rows without the session's objects."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Executable, Integer, Row, bindparam
from sqlalchemy.orm import InstrumentedAttribute, Session


def named_ids(column: InstrumentedAttribute[int]) -> ColumnElement[bool]:
    """Return the condition that a column holds one of the `ids` that a statement is asked with.

    They are written into the statement: a bound value for each costs more than its row.
    """
    listed: Any = bindparam(
        "ids", type_=Integer, required=True, expanding=True, literal_execute=True
    )
    return column.in_(listed)


def plain_rows(
    session: Session, query: Executable, values: Mapping[str, Any] | None = None
) -> Sequence[Row[Any]]:
    """Return the rows of a query for columns alone, without the session's part in it."""
    return session.connection().execute(query, values).all()
