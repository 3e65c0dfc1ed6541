"""What a report costs with its statuses, and when all workers show it."""

import random
import time
from collections.abc import Iterator
from datetime import date

from sqlalchemy import text

from bench import servers
from bench.scale.bases import Base
from bench.scale.pages import on
from bench.scale.timing import median, ms
from bench.scale.visitor import PLAIN, Visitor
from data_access.db import Database

SINGLE, TOGETHER = 20, 500
INSERT = text(
    "INSERT INTO report (assignment_id, outcome, submitted_on, narrative)"
    " VALUES (:id, 'in_progress', '2026-11-10', :words)"
)
HEAD = (
    "| database | territories | bare insert, ms | with statuses, ms | ratio | of 500 at once: bare"
    " | with statuses | ratio | shown by both workers after |",
    "|---|---|---|---|---|---|---|---|---|",
)


def table(every: list[Base]) -> Iterator[str]:
    """Yield the lines of the table; leaves a few hundred reports more in each database."""
    yield from HEAD
    for base in every:
        yield _row(base)


def _row(base: Base) -> str:
    database = Database(base.url)
    database.refresh()
    ids = _assignments(database)
    bare, whole = zip(*(_one(database, ids.pop()) for _ in range(SINGLE)), strict=True)
    many, all_of_them = _many(database, [ids.pop() for _ in range(min(TOGETHER, len(ids) - 1))])
    shown = _shown(base, database)
    database.dispose()
    return (
        f"| {base.kind} | {base.territories:,} | {ms(median(bare))} | {ms(median(whole))}"
        f" | {median(whole) / median(bare):.1f} | {many:.2f} | {all_of_them:.2f}"
        f" | {all_of_them / many:.1f} | {shown:.1f} s |"
    )


def _assignments(database: Database) -> list[int]:
    with database.read() as session:
        query = text("SELECT min(id) FROM assignment GROUP BY measure_id ORDER BY 1 LIMIT 5000")
        found = [int(one) for one in session.scalars(query)]
    random.Random(7).shuffle(found)
    return found


def _one(database: Database, assignment: int) -> tuple[float, float]:
    begun = time.perf_counter()
    with database.write() as session:
        session.execute(INSERT, {"id": assignment, "words": "Работа ведётся."})
    bare = time.perf_counter()
    database.refresh()
    return 1000 * (bare - begun), 1000 * (time.perf_counter() - begun)


def _many(database: Database, ids: list[int]) -> tuple[float, float]:
    """Return the milliseconds of one of many, without and with the statuses."""
    begun = time.perf_counter()
    with database.write() as session:
        for one in ids:
            session.execute(INSERT, {"id": one, "words": "Работа ведётся."})
    bare = time.perf_counter()
    database.refresh()
    both = time.perf_counter() - begun
    return 1000 * (bare - begun) / len(ids), 1000 * both / len(ids)


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
            session.execute(INSERT, {"id": assignment, "words": words})
        begun = time.perf_counter()
        for one in visitors:
            while words.encode() not in one.ask(path, **PLAIN)[1]:
                if time.perf_counter() - begun > 30:
                    raise RuntimeError("the report does not show")
        return time.perf_counter() - begun
