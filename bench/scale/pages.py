"""The server's time for pages, nothing kept and kept, beside raw SQL and an empty callback."""

import time
from collections.abc import Iterator
from datetime import date, timedelta

from bench.scale import raw
from bench.scale.bases import Base
from bench.scale.beside import beside_empty, visited
from bench.scale.raw import on
from bench.scale.timing import in_turn, median, ms, timed
from bench.scale.visitor import Visitor

DAY = date(2026, 11, 20)
COLD, WARM, LOOKS = 7, 150, 3
#: Longer than a look at account and version counts (KARTA_RECALL_SECONDS).
PAUSE = 1.1
#: Lists have the callback that returns as many rows as their floor.
LISTED = {"overdue": 60, "register": 100, "register, overdue": 100, "overdue of one territory": 30}
HEAD = (
    "| database | territories | page | raw SQL | empty callback (lists: of the same rows)"
    " | nothing kept | ÷ (SQL + empty) | kept | empty beside it | ratio"
    " | kept, after a pause | kB |",
    "|---|---|---|---|---|---|---|---|---|---|---|---|",
)


def paths(base: Base) -> dict[str, str]:
    """Return the pages that are visited: what they are called, and their addresses."""
    return {
        "overview": "/",
        "territories": "/territories",
        "overdue": "/overdue",
        "register": "/measures",
        "register, overdue": "/measures?status=overdue",
        "overview of one territory": f"/?territory={base.territory}",
        "overdue of one territory": f"/overdue?territory={base.territory}",
        "one territory": f"/territories/{base.territory}",
        "one executor": f"/executors/{base.executor}",
        "one measure": f"/measures/{base.measure}",
    }


def table(every: list[Base]) -> Iterator[str]:
    """Yield the lines of the table."""
    yield from HEAD
    yield from beside_empty(every, _rows)


def _rows(base: Base, empty: Visitor) -> Iterator[str]:
    with visited(base) as visitor:
        # Pages of one date share their totals: each begins on a date of its own.
        for number, (name, path) in enumerate(paths(base).items()):
            yield _row(base, name, path, DAY - timedelta(days=10 * number), visitor, empty)


def _row(base: Base, name: str, path: str, day: date, visitor: Visitor, empty: Visitor) -> str:
    visitor.page(on(path, day + timedelta(days=1)))  # the code, not the data, is warm
    said = raw.statements(base.url, path, day)
    days = iter(day - timedelta(days=days) for days in range(COLD))
    rows = LISTED.get(name, 0)
    with raw.sender(base.url, said) as send:
        send()
        works = (send, lambda: empty.callback(rows), lambda: visitor.page(on(path, next(days))))
        sql, floor, cold = map(median, in_turn(works, COLD))
    kept = on(path, day)
    nothing, warm = map(median, in_turn((empty.callback, lambda: visitor.page(kept)), WARM))
    looked = median([_after_a_pause(visitor, kept) for _ in range(LOOKS)])
    size = len(visitor.page(kept)) / 1000
    return (
        f"| {base.kind} | {base.territories:,} | {name} | {ms(sql)} | {ms(floor)} | {ms(cold)}"
        f" | {cold / (sql + floor):.2f} | {ms(warm, 2)} | {ms(nothing, 2)} | {warm / nothing:.2f}"
        f" | {ms(looked, 2)} | {size:.0f} |"
    )


def _after_a_pause(visitor: Visitor, path: str) -> float:
    time.sleep(PAUSE)
    return timed(lambda: visitor.page(path), 1)[0]
