"""What a report costs with its statuses, and when all workers show it."""

import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from typing import Any

from sqlalchemy import text

from bench import servers
from bench.scale import raw
from bench.scale.bases import Base
from bench.scale.raw import on
from bench.scale.timing import median, ms
from bench.scale.visitor import PLAIN, Visitor
from data_access.commands.recompute import BATCH
from data_access.db import Database
from tests.support.databases import opened

#: Reports one by one; as many as a workbook brings; very many.
SINGLE, WORKBOOK, MANY = 30, 30, 500
INSERT = (
    "INSERT INTO report (assignment_id, outcome, submitted_on, narrative)"
    " VALUES ({mark}, 'in_progress', '2026-11-10', 'Работа ведётся.')"
)
SHOWN = text(
    "INSERT INTO report (assignment_id, outcome, submitted_on, narrative)"
    " VALUES (:id, 'in_progress', '2026-11-10', :words)"
)
HEAD = (
    "| database | territories | inserted by | bare insert, ms | with statuses, ms | ratio"
    " | 30 at once, each: bare | with statuses | ratio | 500 at once, each: bare"
    " | with statuses | ratio | shown by both workers after |",
    "|---|---|---|---|---|---|---|---|---|---|---|---|---|",
)
#: Inserts a report about each of these assignments in one transaction.
Insert = Callable[[list[int]], None]


def table(every: list[Base]) -> Iterator[str]:
    """Yield the lines of the table; leaves a thousand reports more in each database."""
    yield from HEAD
    for base in every:
        yield from _rows(base)


def _rows(base: Base) -> Iterator[str]:
    with (
        opened(base.url) as database,
        closing(raw.connected(base.url)) as connection,
    ):
        database.refresh()
        ids = _assignments(database)
        shown = f"{_shown(base, database):.1f} s"
        for name, bare, whole in _ways(database, connection):
            cells = [
                _cells(database, bare, whole, ids, number, rounds)
                for number, rounds in ((1, SINGLE), (WORKBOOK, 5), (MANY, 1))
            ]
            yield " | ".join(
                (f"| {base.kind}", f"{base.territories:,}", name, *cells, f"{shown} |")
            )


def _ways(database: Database, connection: Any) -> Iterator[tuple[str, Insert, Insert]]:
    """Yield who inserts, how without statuses, and how with them."""
    plain, driver = _by_karta(database, statuses=False), _by_driver(connection)
    yield "Karta", plain, _by_karta(database, statuses=True)
    yield "the driver", driver, _followed(driver, database)


def _assignments(database: Database) -> list[int]:
    with database.read() as session:
        query = text("SELECT min(id) FROM assignment GROUP BY measure_id ORDER BY 1 LIMIT 5000")
        found = [int(one) for one in session.scalars(query)]
    random.Random(7).shuffle(found)
    return found


def _by_karta(database: Database, *, statuses: bool) -> Insert:
    """Insert as the program itself does: the statuses are committed with the report."""
    statement = text(INSERT.format(mark=":id"))

    def insert(ids: list[int]) -> None:
        with database.write(statuses=statuses) as session:
            for one in ids:
                session.execute(statement, {"id": one})
        if statuses and len(ids) > BATCH:  # what is beyond a batch follows
            database.refresh()

    return insert


def _by_driver(connection: Any) -> Insert:
    """Insert as another program does, by the bare driver with the settings that it comes with."""
    is_sqlite = isinstance(connection, sqlite3.Connection)
    statement = INSERT.format(mark="?" if is_sqlite else "%s")

    def insert(ids: list[int]) -> None:
        connection.execute("BEGIN") if is_sqlite else None
        for one in ids:
            connection.execute(statement, (one,))
        connection.commit()

    return insert


def _followed(insert: Insert, database: Database) -> Insert:
    """Insert and recompute after it, as the next read does."""

    def both(ids: list[int]) -> None:
        insert(ids)
        database.refresh()

    return both


def _cells(
    database: Database, bare: Insert, whole: Insert, ids: list[int], number: int, rounds: int
) -> str:
    """Return the milliseconds of one report of so many, without and with statuses, and ratio."""
    number = min(number, len(ids) // 2)
    times = []
    for _ in range(rounds):
        first, second = ids[:number], ids[number : 2 * number]
        ids[:] = ids[2 * number :] + first + second
        alone = _seconds(bare, first)
        database.refresh()
        times.append((alone, _seconds(whole, second)))
    without, with_statuses = (1000 * median(one) / number for one in zip(*times, strict=True))
    return f"{ms(without, 2)} | {ms(with_statuses, 2)} | {with_statuses / without:.1f}"


def _seconds(insert: Insert, ids: list[int]) -> float:
    begun = time.perf_counter()
    insert(ids)
    return time.perf_counter() - begun


def _shown(base: Base, database: Database) -> float:
    """Return after how many seconds both workers show a report that came by plain SQL."""
    command, port, variables = servers.karta(base.url, KARTA_WORKERS="2", KARTA_THREADS="1")
    words = f"Проверка {time.time():.0f}"
    path = on(f"/measures/{base.measure}", date(2026, 11, 20))
    with servers.running(command, port, "/healthz", **variables) as address:
        # A connection stays with its worker; of many new ones each worker takes some.
        visitors = [Visitor(address) for _ in range(8)]
        for one in visitors:
            one.sign_in()
            one.page(path)
        with database.write() as session:
            own = text("SELECT min(id) FROM assignment WHERE measure_id = :id")
            assignment = session.scalar(own, {"id": base.measure})
            session.execute(SHOWN, {"id": assignment, "words": words})
        begun = time.perf_counter()
        for one in visitors:
            while words.encode() not in one.ask(path, **PLAIN)[1]:
                if time.perf_counter() - begun > 30:
                    raise RuntimeError("the report does not show")
        return time.perf_counter() - begun
