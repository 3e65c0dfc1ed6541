"""Bulk inserts that hand back the new rows' ids in the order of the rows."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from sqlalchemy import insert
from sqlalchemy.orm import InstrumentedAttribute, Session


class HasId(Protocol):
    """A model with a numeric primary key."""

    id: Any


Row = Mapping[str, Any]


def insert_rows(session: Session, table: type[HasId], rows: Sequence[Row]) -> list[int]:
    """Insert the rows and return their ids in the same order; all rows have the same keys."""
    if not rows:
        return []
    key: InstrumentedAttribute[int] = table.id
    query = insert(table).returning(key, sort_by_parameter_order=True)
    return list(session.scalars(query, [dict(row) for row in rows]))
