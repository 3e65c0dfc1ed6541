"""Lines of a table that have the empty callback beside them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from bench import servers
from bench.scale.bases import Base
from bench.scale.timing import timed
from bench.scale.visitor import Visitor
from layouts import links


def beside_empty(
    every: list[Base], rows: Callable[[Base, Visitor], Iterator[str]]
) -> Iterator[str]:
    """Yield the lines that `rows` makes of each database and a visitor of the empty page."""
    command, port, variables = servers.empty_callback()
    with servers.running(command, port, "/", **variables) as address:
        empty = Visitor(address)
        timed(empty.callback, 5)
        for base in every:
            yield from rows(base, empty)


@contextmanager
def visited(base: Base) -> Iterator[Visitor]:
    """Serve a database by one worker; give a visitor who is signed in, with a page's token."""
    command, port, variables = servers.karta(base.url, KARTA_WORKERS="1")
    with servers.running(command, port, "/healthz", **variables) as address:
        visitor = Visitor(address)
        visitor.sign_in()
        visitor.page(links.PATHS["measures"])
        yield visitor
