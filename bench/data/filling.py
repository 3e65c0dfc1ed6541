"""Fills empty databases with a generated country and its computed statuses."""

import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, ExitStack
from typing import Any

from sqlalchemy import select

from bench.data import sinks
from bench.data.computing import computed
from bench.data.generate import SEED, generate
from bench.data.tables import COLUMNS
from data_access.db import Database
from data_access.models import Measure, Territory

#: Takes the number of steps and what is being done, gives a function that counts steps done.
Progress = Callable[[int, str], AbstractContextManager[Callable[[int], Any]]]


class NotEmptyError(Exception):
    """A database that is to be filled has territories already."""


def fill(
    urls: Sequence[str],
    territories: int,
    progress: Progress,
    *,
    seed: int = SEED,
    processes: int | None = None,
) -> None:
    """Create the tables in each database and fill all of them with the same rows.

    Statuses are computed once, from the first database, and written to all of them.
    Raises NotEmptyError before anything is written.
    """
    for url in urls:
        _prepare(url)
    with ExitStack() as stack:
        opened = [stack.enter_context(sinks.opened(url)) for url in urls]
        with progress(territories, "rows") as count:
            _put_bases(opened, generate(territories, seed), count)
        ids = _measures(urls[0])
        with progress(len(ids), "statuses") as count:
            for number, tables in computed(urls[0], ids, processes or os.cpu_count() or 1):
                for table, (columns, rows) in tables.items():
                    _put(opened, table, columns, rows)
                count(number)
        for sink in opened:
            sink.finish()


def _prepare(url: str) -> None:
    database = Database(url, recompute_on_read=False)
    try:
        database.upgrade()
        with database.read() as session:
            if session.scalar(select(Territory.id).limit(1)):
                raise NotEmptyError(f"{url}: has territories already")
    finally:
        database.dispose()


def _put_bases(opened: Sequence[sinks.Sink], batches: Iterable[Any], count: Any) -> None:
    told = 0
    for number, rows in batches:
        for table, values in rows.taken():
            _put(opened, table, COLUMNS[table], values)
        count(number - told)
        told = number


def _put(
    opened: Sequence[sinks.Sink], table: str, columns: Sequence[str], rows: sinks.Values
) -> None:
    for sink in opened:
        sink.put(table, columns, rows)


def _measures(url: str) -> list[int]:
    database = Database(url, recompute_on_read=False)
    try:
        with database.read() as session:
            return list(session.scalars(select(Measure.id).order_by(Measure.id)))
    finally:
        database.dispose()
