"""Files of all measures: rows a second and memory, beside the database's own way to CSV."""

import csv
import io
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

from sqlalchemy import make_url

from bench.scale import raw
from bench.scale.bases import Base
from bench.scale.pages import DAY
from bench.scale.timing import ms

HEAD = (
    "| database | territories | rows | karta, rows/s | database's own, rows/s | ratio"
    " | first bytes | memory + |",
    "|---|---|---|---|---|---|---|---|",
)
#: Run in a process of its own, so that its memory is that of the export alone.
WRITER = """
import sys, time
from datetime import date
from data_access import exports
from data_access.db import Database
from data_access.records.view import Scope, View
from layouts.export_texts import export_texts
from layouts.texts import set_locale

def resident():
    return int(open("/proc/self/statm").read().split()[1]) * 4096 / 1e6

set_locale("ru")
db, view = Database(sys.argv[1]), View(Scope.everything(), date.fromisoformat(sys.argv[2]))
for _ in exports.write(db, "territories", "csv", view, export_texts("territories")): pass
before = peak = resident()
begun, rows, first = time.perf_counter(), -1, 0.0
for part in exports.write(db, "measures", "csv", view, export_texts("measures")):
    first = first or time.perf_counter() - begun
    rows += part.count(b"\\r\\n")
    peak = max(peak, resident())
print(rows, time.perf_counter() - begun, first, peak - before)
"""


def table(every: list[Base]) -> Iterator[str]:
    """Yield the lines of the table."""
    yield from HEAD
    for base in every:
        rows, seconds, first, memory = _written(base.url)
        own = _own(base.url)
        yield (
            f"| {base.kind} | {base.territories:,} | {rows:,.0f} | {rows / seconds:,.0f}"
            f" | {rows / own:,.0f} | {own / seconds:.2f} | {ms(1000 * first)} ms"
            f" | {memory:.0f} MB |"
        )


def _written(url: str) -> tuple[float, float, float, float]:
    command = [sys.executable, "-c", WRITER, url, str(DAY)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    rows, seconds, first, memory = map(float, done.stdout.split())
    return rows, seconds, first, memory


def _own(url: str) -> float:
    """Return the seconds in which the database writes the rows of the same query as CSV."""
    statement, values = max(_statements(url), key=lambda one: len(one[0]))
    connection = raw.connected(url)
    begun = time.perf_counter()
    if make_url(url).get_backend_name() == "sqlite":
        _by_module(connection, statement, values)
    else:
        with (
            connection.cursor() as cursor,
            cursor.copy(_copy(connection, statement, values)) as out,
        ):
            for _part in out:
                pass
    seconds = time.perf_counter() - begun
    connection.close()
    return seconds


def _by_module(connection: sqlite3.Connection, statement: str, values: Any) -> None:
    """Write the rows with Python's own CSV writer: SQLite has no COPY."""
    writer = csv.writer(io.StringIO(), delimiter=";")
    writer.writerows(connection.execute(statement, values))


def _copy(connection: Any, statement: str, values: Any) -> bytes:
    import psycopg

    literal = psycopg.ClientCursor(connection).mogrify(statement, values)
    return f"COPY ({literal}) TO STDOUT WITH (FORMAT csv, DELIMITER ';')".encode()


def _statements(url: str) -> list[raw.Statement]:
    from data_access import exports
    from data_access.db import Database
    from data_access.records.view import Scope, View
    from layouts.export_texts import export_texts

    database = Database(url)
    with raw.noted() as seen:
        written = exports.write(
            database, "measures", "csv", View(Scope.everything(), DAY), export_texts("measures")
        )
        next(iter(written))
    database.dispose()
    return seen
