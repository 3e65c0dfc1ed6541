"""Rows of long lists, a part in memory at a time."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
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


def streamed_ahead(session: Session, query: Select[Any], part: int) -> Iterator[Row[Any]]:
    """Yield the same; the next part is fetched while this one is worked on.

    Only for who asks nothing else of the session meanwhile: a thread of its own uses it. SQLite
    computes in this very process, so there is nothing to wait for.
    """
    if session.get_bind().dialect.name != "postgresql":
        yield from streamed(session, query, part)
        return
    with (
        session.execute(query.execution_options(yield_per=part)) as rows,
        ThreadPoolExecutor(1, "ahead") as fetching,  # waits for what it is at before `rows` end
    ):
        coming = fetching.submit(_part, rows, part)
        while found := coming.result():
            coming = fetching.submit(_part, rows, part)
            yield from found


def _part(rows: Iterator[Row[Any]], size: int) -> list[Row[Any]]:
    return list(islice(rows, size))
