"""Pages in databases of every size, in turn: what grows with the country, and what does not.

The servers of all sizes run at once, so that each size meets the same other load; the pages of one
thing are those of several territories, as one may have more measures than another.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import timedelta
from itertools import count

from sqlalchemy import text

from bench import servers
from bench.scale.bases import Base
from bench.scale.pages import DAY
from bench.scale.raw import on
from bench.scale.timing import in_turn, median, ms
from bench.scale.visitor import Visitor
from data_access.db import Database

ROUNDS, PLACES = 24, 8
PAGES = {
    "overview of the country": "/",
    "overview of one territory": "/?territory={territory}",
    "one territory": "/territories/{territory}",
    "one executor": "/executors/{executor}",
    "one measure": "/measures/{measure}",
}
Places = list[dict[str, int]]


def table(every: list[Base]) -> Iterator[str]:
    """Yield the lines of the table: a column for each size, ratios of the last to those before."""
    kinds = dict.fromkeys(base.kind for base in every)
    for number, kind in enumerate(kinds):
        same = [base for base in every if base.kind == kind]
        if number == 0:
            sizes = " | ".join(f"{base.territories:,}" for base in same)
            yield f"| database | page, nothing kept | {sizes} | largest ÷ smallest | ÷ one before |"
            yield "|---" * (len(same) + 4) + "|"
        yield from _rows(kind, same)


def _rows(kind: str, same: list[Base]) -> Iterator[str]:
    with ExitStack() as stack:
        visitors = [_visitor(stack, base) for base in same]
        places = [_places(base.url) for base in same]
        for name, pattern in PAGES.items():
            works = [_asking(*one, pattern) for one in zip(visitors, places, strict=True)]
            in_turn(works, 2)
            found = [median(times) for times in in_turn(works, ROUNDS)]
            columns = " | ".join(ms(one) for one in found)
            yield (
                f"| {kind} | {name} | {columns} | {found[-1] / found[0]:.2f}"
                f" | {found[-1] / found[-2]:.2f} |"
            )


def _visitor(stack: ExitStack, base: Base) -> Visitor:
    command, port, variables = servers.karta(base.url, KARTA_WORKERS="1")
    visitor = Visitor(stack.enter_context(servers.running(command, port, "/healthz", **variables)))
    visitor.sign_in()
    return visitor


def _asking(visitor: Visitor, places: Places, pattern: str) -> Callable[[], object]:
    turn = count()

    def ask() -> object:
        number = next(turn)
        path = pattern.format(**places[number % len(places)])
        return visitor.page(on(path, DAY - timedelta(days=number)))

    return ask


def _places(url: str) -> Places:
    """Return territories spread over the country, each with an executor and a measure of it."""
    query = text(
        "SELECT territory_id AS territory, min(id) AS executor, (SELECT min(m.id) FROM measure m"
        " WHERE m.territory_id = executor.territory_id) AS measure"
        " FROM executor WHERE territory_id IS NOT NULL GROUP BY territory_id ORDER BY territory_id"
    )
    database = Database(url)
    with database.read() as session:
        found = [dict(row) for row in session.execute(query).mappings() if row["measure"]]
    database.dispose()
    step = max(1, len(found) // PLACES)
    return found[::step][:PLACES]
