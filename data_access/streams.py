"""Rows of long lists, a part in memory at a time."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Row, Select
from sqlalchemy.orm import Session

PART = 500


def streamed(session: Session, query: Select[Any], part: int = PART) -> Iterator[Row[Any]]:
    """Yield the rows of a query as they are fetched, `part` at a time.

    PostgreSQL keeps the rest in a cursor of the session's transaction, so the rows come from its
    one snapshot and a pooler lends the connection for all of it. The cursor is closed however
    the reading ends, also when a download is given up.
    """
    with session.execute(query.execution_options(yield_per=part)) as rows:
        yield from rows
