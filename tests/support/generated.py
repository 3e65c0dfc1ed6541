"""Generated countries for tests, in each kind of database."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from bench.data.filling import fill
from data_access.db import Database
from tests.support import databases, postgres


@contextmanager
def silently(_steps: int, _what: str) -> Iterator[Callable[[int], Any]]:
    """Show no progress."""
    yield lambda _number: None


@contextmanager
def filled(request: pytest.FixtureRequest, territories: int) -> Iterator[Database]:
    """Open a database with so many territories, of the kind that is the fixture's parameter."""
    with empty(request) as url:
        fill([url], territories, silently, processes=1)
        with databases.opened(url) as db:
            yield db


@contextmanager
def empty(request: pytest.FixtureRequest) -> Iterator[str]:
    """Give the address of an empty database, of the kind that is the fixture's parameter."""
    if request.param == "sqlite":
        folders: pytest.TempPathFactory = request.getfixturevalue("tmp_path_factory")
        yield databases.sqlite_url(folders.mktemp("country") / "karta.db")
        return
    server: postgres.Server = request.getfixturevalue("postgres_server")
    with server.clone("template_empty") as url:
        yield url
