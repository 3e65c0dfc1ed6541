"""`python -m bench.data --territories N --url URL …`: fill databases with a generated country."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import click

from bench.data.filling import NotEmptyError, fill
from bench.data.generate import SEED


@click.command()
@click.option("--territories", type=click.IntRange(4, 2330), required=True)
@click.option("--url", "urls", multiple=True, required=True, help="May be given several times.")
@click.option("--seed", default=SEED, show_default=True)
@click.option("--processes", type=click.IntRange(1, 64), help="To compute with; default: all.")
def main(territories: int, urls: tuple[str, ...], seed: int, processes: int | None) -> None:
    """Fill empty databases with plans, reports and decisions of invented territories."""
    try:
        fill(urls, territories, _bar, seed=seed, processes=processes)
    except NotEmptyError as error:
        click.echo(str(error), err=True)
        sys.exit(1)


@contextmanager
def _bar(steps: int, what: str) -> Iterator[Callable[[int], Any]]:
    with click.progressbar(length=steps, label=f"{what:10}", file=sys.stderr) as bar:
        yield bar.update


if __name__ == "__main__":
    main()
