"""The server's time for pages, nothing kept and kept, beside raw SQL and an empty callback."""

from collections.abc import Iterator
from datetime import date, timedelta

from bench import servers
from bench.scale import raw
from bench.scale.bases import Base
from bench.scale.timing import median, ms, timed
from bench.scale.visitor import Visitor

DAY = date(2026, 11, 20)
COLD, WARM, EMPTY = 5, 25, 60
HEAD = (
    "| database | territories | page | raw SQL | empty callback | nothing kept"
    " | ÷ (SQL + empty) | kept | ÷ empty | kB |",
    "|---|---|---|---|---|---|---|---|---|---|",
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


def on(path: str, day: date) -> str:
    """Return the address on a date; one that was not asked for yet has nothing kept."""
    return f"{path}{'&' if '?' in path else '?'}as_of={day}"


def table(every: list[Base]) -> Iterator[str]:
    """Yield the lines of the table."""
    yield from HEAD
    command, port, variables = servers.empty_callback()
    with servers.running(command, port, "/", **variables) as address:
        empty = Visitor(address)
        timed(empty.callback, 5)
        for base in every:
            yield from _rows(base, empty)


def _rows(base: Base, empty: Visitor) -> Iterator[str]:
    command, port, variables = servers.karta(base.url, KARTA_WORKERS="1")
    with servers.running(command, port, "/healthz", **variables) as address:
        visitor = Visitor(address)
        visitor.sign_in()
        for name, path in paths(base).items():
            yield _row(base, name, path, visitor, empty)


def _row(base: Base, name: str, path: str, visitor: Visitor, empty: Visitor) -> str:
    visitor.page(on(path, DAY + timedelta(days=1)))  # the code, not the data, is warm
    said = raw.statements(base.url, on(path, DAY), DAY)
    days = iter(DAY - timedelta(days=days) for days in range(COLD))
    with raw.sender(base.url, said) as send:
        send()
        sql = median(timed(send, COLD))
        floor = median(timed(empty.callback, EMPTY))
        cold = median(timed(lambda: visitor.page(on(path, next(days))), COLD))
        kept = on(path, DAY)
        warm = median(timed(lambda: visitor.page(kept), WARM))
        size = len(visitor.page(kept)) / 1000
    return (
        f"| {base.kind} | {base.territories:,} | {name} | {ms(sql)} | {ms(floor)} | {ms(cold)}"
        f" | {cold / (sql + floor):.2f} | {ms(warm)} | {warm / floor:.2f} | {size:.0f} |"
    )
