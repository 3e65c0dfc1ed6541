"""`python -m bench.scale`: measure and print the tables of `docs/performance.md`."""

import os
import platform
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from bench.scale import browser, files, flat, grids, pages, users, writing
from bench.scale.bases import Base, bases

PARTS: dict[str, tuple[str, Callable[[list[Base], float], Iterator[str]]]] = {
    "pages": ("Pages, one user, ms", lambda every, _s: pages.table(every)),
    "grids": ("Grids of long lists, ms", lambda every, _s: grids.table(every)),
    "flat": ("One thing in databases of every size, ms", lambda every, _s: flat.table(every)),
    "users": ("Eight users, two workers of four threads, ms", users.table),
    "files": ("CSV of all measures", lambda every, _s: files.table(every)),
    "writing": ("One report and its statuses", lambda every, _s: writing.table(every)),
    "browser": ("`/` in headless Chromium", lambda every, _s: browser.table(every)),
}


@click.command()
@click.option("--territories", "sizes", multiple=True, type=click.IntRange(4, 2330))
@click.option("--part", "parts", multiple=True, type=click.Choice(list(PARTS)))
@click.option("--folder", type=click.Path(path_type=Path), default=Path("/tmp/karta-bench"))  # noqa: S108
@click.option("--postgresql", help="Address of a server that runs, with {name} for the database.")
@click.option("--seconds", default=30.0, show_default=True, help="For each line of eight users.")
def main(
    sizes: tuple[int, ...],
    parts: tuple[str, ...],
    folder: Path,
    postgresql: str | None,
    seconds: float,
) -> None:
    """Measure 4, 233 and 2,330 territories on both databases, beside the floors of each."""
    with bases(folder, list(sizes or (4, 233, 2330)), postgresql) as every:
        click.echo(f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores,")
        click.echo(f"load at the beginning {os.getloadavg()[0]:.1f}")
        for part in parts or PARTS:
            title, table = PARTS[part]
            click.echo(f"\n### {title}\n")
            for line in table(every, seconds):
                click.echo(line)
        click.echo(f"\nload at the end {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
