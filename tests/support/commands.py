"""All commands of the command line, for tests that look at each."""

from collections.abc import Iterator

import click

from dashboard.cli import main

Words = tuple[str, ...]


def commands(of: click.Command = main, words: Words = ()) -> Iterator[tuple[Words, click.Command]]:
    """Yield every command and group with the words by which it is called."""
    yield words, of
    if isinstance(of, click.Group):
        for name, one in of.commands.items():
            yield from commands(one, (*words, name))
