"""Rows of columns alone, without the session's objects."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Executable, Row
from sqlalchemy.orm import Session


def plain_rows(
    session: Session, query: Executable, values: Mapping[str, Any] | None = None
) -> Sequence[Row[Any]]:
    """Return the rows of a query for columns alone, without the session's part in it."""
    return session.connection().execute(query, values).all()
