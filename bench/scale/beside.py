"""Lines of a table that have the empty callback beside them."""

from collections.abc import Callable, Iterator

from bench import servers
from bench.scale.bases import Base
from bench.scale.timing import timed
from bench.scale.visitor import Visitor


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
