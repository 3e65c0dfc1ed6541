"""The first rows of a long list's grid, nothing kept, beside raw SQL and an empty callback."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from bench.scale import raw
from bench.scale.bases import Base
from bench.scale.beside import beside_empty, visited
from bench.scale.pages import COLD, DAY
from bench.scale.timing import in_turn, median, ms
from bench.scale.visitor import PLAIN, Visitor
from callbacks.frames import make_frame
from callbacks.overdue import overdue_alone
from data_access.db import Database
from data_access.queries import register
from data_access.records.register import Sorting
from data_access.records.view import View
from layouts import links
from layouts.measures_grid import ID as REGISTER
from layouts.overdue_grid import ID as OVERDUE
from tests.support.grids import payload

ROWS = 100
WORST = Sorting("days", descending=True)
HEAD = (
    f"| database | territories | first {ROWS} rows of | raw SQL | empty callback of the same rows"
    " | nothing kept | ÷ (SQL + empty) |",
    "|---|---|---|---|---|---|---|",
)


@dataclass(frozen=True)
class List:
    """A list as its grid asks for it: which grid, sorted and filtered how."""

    name: str
    grid: str
    sorting: Sorting
    query: str = ""

    def on(self, day: date) -> str:
        """Return the part of the address that says filters and date."""
        return f"?as_of={day}" + (f"&{self.query}" if self.query else "")

    def view(self, database: Database, day: date) -> View:
        """Return what the server makes of that address."""
        path = links.PATHS["overdue" if self.grid == OVERDUE else "measures"]
        frame = make_frame(database, raw.ACCOUNT, path, self.on(day), day)
        view = View(raw.ACCOUNT.scope, day, frame.filters)
        return overdue_alone(view) if self.grid == OVERDUE else view


LISTS = (
    List("overdue", OVERDUE, WORST),
    List("overdue in one region", OVERDUE, WORST, "territory=1"),
    List("overdue, searched", OVERDUE, WORST, "q=семь"),
    List("overdue by due date", OVERDUE, Sorting("due")),
    List("register", REGISTER, Sorting()),
    List("register, overdue", REGISTER, Sorting(), "status=overdue"),
    List("register by days", REGISTER, WORST),
)


def table(every: list[Base]) -> Iterator[str]:
    """Yield the lines of the table."""
    yield from HEAD
    yield from beside_empty(every, _rows)


def _rows(base: Base, empty: Visitor) -> Iterator[str]:
    with visited(base) as visitor:
        for number, one in enumerate(LISTS):
            yield _row(base, one, DAY - timedelta(days=10 * number), visitor, empty)


def _row(base: Base, one: List, day: date, visitor: Visitor, empty: Visitor) -> str:
    empty.keep(_shown(visitor, one, day + timedelta(days=1)))  # the code, not the data, is warm
    days = iter(day - timedelta(days=days) for days in range(COLD))
    with raw.sender(base.url, _statements(base.url, one, day)) as send:
        send()
        works = (send, empty.kept, lambda: _asked(visitor, one, next(days)))
        sql, floor, cold = map(median, in_turn(works, COLD))
    return (
        f"| {base.kind} | {base.territories:,} | {one.name} | {ms(sql)} | {ms(floor)} | {ms(cold)}"
        f" | {cold / (sql + floor):.2f} |"
    )


def _shown(visitor: Visitor, one: List, day: date) -> list[Any]:
    answer = json.loads(_asked(visitor, one, day, **PLAIN))
    rows: list[Any] = answer["response"][one.grid]["getRowsResponse"]["rowData"]
    return rows


def _asked(visitor: Visitor, one: List, day: date, **headers: str) -> bytes:
    sort = {"colId": one.sorting.column, "sort": "desc" if one.sorting.descending else "asc"}
    return visitor.call(payload(one.grid, one.on(day), sort=[sort]), **headers)


def _statements(url: str, one: List, day: date) -> list[raw.Statement]:
    database = Database(url)
    register.load(database, one.view(database, day + timedelta(days=1)), one.sorting, ROWS)
    view = one.view(database, day)
    with raw.noted() as seen:
        register.load(database, view, one.sorting, ROWS)
    database.dispose()
    return seen
