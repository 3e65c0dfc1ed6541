"""The databases that are measured: made when they are not there, and kept for the next time."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select, text

from bench.data.__main__ import _bar
from bench.data.filling import fill
from bench.scale.visitor import NAME
from dashboard.demo import PASSWORD
from data_access.commands.accounts import add_account
from data_access.db import Database
from data_access.models import Account
from data_access.schema import State
from tests.support import databases, postgres


@dataclass(frozen=True)
class Base:
    """A database of so many territories, and the things whose pages are visited."""

    kind: str
    territories: int
    url: str
    territory: int
    executor: int
    measure: int


@contextmanager
def bases(folder: Path, sizes: list[int], pattern: str | None) -> Iterator[list[Base]]:
    """Give the databases of these sizes on SQLite and PostgreSQL.

    `pattern` is the address of a PostgreSQL server that runs already, with `{name}` for the
    database; without it a server of our own is started and filled anew.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if pattern is None:
        with postgres.running() as server:
            for size in sizes:
                server.run(f"CREATE DATABASE t{size}")
            yield [one for size in sizes for one in _both(folder, size, server.url(f"t{size}"))]
        return
    yield [one for size in sizes for one in _both(folder, size, pattern.format(name=f"t{size}"))]


def _both(folder: Path, size: int, postgresql: str) -> list[Base]:
    urls = {
        "SQLite": databases.sqlite_url(folder / f"t{size}.db"),
        "PostgreSQL": postgresql,
    }
    missing = [url for url in urls.values() if not _is_filled(url)]
    if missing:
        fill(missing, size, _bar)
    return [base_of(kind, size, url) for kind, url in urls.items()]


def _is_filled(url: str) -> bool:
    """Tell whether a database is there, brought to the newest schema where it was kept for long."""
    with databases.opened(url) as database:
        if database.state() is State.OLD:
            database.upgrade()
        return database.state() is State.CURRENT


def base_of(kind: str, size: int, url: str) -> Base:
    """Return what is visited of a filled database."""
    with databases.opened(url) as database:
        _with_account(database)
        with database.read() as session:
            last = session.scalar(text("SELECT max(id) FROM territory"))
            executor = session.scalar(
                text("SELECT min(id) FROM executor WHERE territory_id = :id"), {"id": last}
            )
            measure = session.scalar(text("SELECT max(id) FROM measure"))
    return Base(kind, size, url, int(last), int(executor), int(measure))


def _with_account(database: Database) -> None:
    with database.write() as session:
        if session.scalar(select(Account.id).where(Account.username == NAME)) is None:
            add_account(session, username=NAME, password=PASSWORD, territory_ids=None)
