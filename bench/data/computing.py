"""The statuses of all measures, by the program's own rules, in several processes."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from typing import Any

from data_access.commands.derived_rows import COLUMNS, rows_of
from data_access.commands.facts_of import load_bases
from data_access.db import Database

BATCH = 250
#: Table → columns of its rows, the same for all of them.
Computed = dict[str, tuple[tuple[str, ...], list[tuple[Any, ...]]]]


def computed(url: str, measure_ids: list[int], processes: int) -> Iterator[tuple[int, Computed]]:
    """Yield the rows that follow from the facts of these measures, batch by batch.

    Each comes with the number of measures in its batch. A process holds one read connection.
    """
    batches = [measure_ids[at : at + BATCH] for at in range(0, len(measure_ids), BATCH)]
    with ProcessPoolExecutor(processes) as pool:
        results = pool.map(_compute, [url] * len(batches), batches)
        for batch, result in zip(batches, results, strict=True):
            yield len(batch), result


@cache
def _database(url: str) -> Database:
    return Database(url, recompute_on_read=False)


def _compute(url: str, batch: list[int]) -> Computed:
    with _database(url).read() as session:
        found = rows_of(load_bases(session, batch))
    return {table.__tablename__: (COLUMNS[table], rows) for table, rows in found.items() if rows}
