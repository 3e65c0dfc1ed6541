"""`python -m bench.scale.growth --small URL --large URL`: the same pages at ten times the data."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from datetime import timedelta
from itertools import count

import click

from bench import servers
from bench.scale.bases import Base, base_of
from bench.scale.pages import DAY, paths
from bench.scale.raw import on
from bench.scale.timing import in_turn, median, ms
from bench.scale.visitor import Visitor

HEAD = ("| page, nothing kept | small | large | large ÷ small |", "|---|---|---|---|")


@click.command()
@click.option("--small", required=True, help="A database that bench.data filled.")
@click.option("--large", required=True, help="The same, multiplied by bench.data.tenfold.")
@click.option("--rounds", type=click.IntRange(1, 50), default=5, show_default=True)
def main(small: str, large: str, rounds: int) -> None:
    """Ask both in turn, each request for a date not asked for before."""
    for line in table([base_of("small", 1, small), base_of("large", 10, large)], rounds):
        click.echo(line)


def table(every: Sequence[Base], rounds: int) -> Iterator[str]:
    """Yield the lines of the table."""
    yield from HEAD
    with ExitStack() as stack:
        visitors = [_visitor(stack, one) for one in every]
        days = count()
        for name in paths(every[0]):
            works = [
                _asking(visitor, paths(one)[name], days)
                for visitor, one in zip(visitors, every, strict=True)
            ]
            in_turn(works, 1)
            small, large = map(median, in_turn(works, rounds))
            yield f"| {name} | {ms(small)} | {ms(large)} | {large / small:.1f} |"


def _visitor(stack: ExitStack, base: Base) -> Visitor:
    command, port, variables = servers.karta(base.url, KARTA_WORKERS="1")
    visitor = Visitor(stack.enter_context(servers.running(command, port, "/healthz", **variables)))
    visitor.sign_in()
    return visitor


def _asking(visitor: Visitor, path: str, days: Iterator[int]) -> Callable[[], bytes]:
    return lambda: visitor.page(on(path, DAY - timedelta(days=next(days))))


if __name__ == "__main__":
    main()
