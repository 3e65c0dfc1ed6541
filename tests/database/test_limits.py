"""What a process may ask of PostgreSQL: connections, time, and its name in the list."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from urllib.parse import urlencode

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, TimeoutError
from sqlalchemy.orm import Session

from dashboard.app import create_app
from dashboard.database import limits
from dashboard.settings import Settings
from data_access.db import Database
from data_access.faults import is_contended, is_too_long, is_unavailable
from data_access.limits import Limits, TimeOuts
from tests.conftest import make_settings

pytestmark = pytest.mark.postgres
SHORT = TimeOuts(statement=0.2, lock=0.1, idle=0.3)


@contextmanager
def opened(url: str, **changes: object) -> Iterator[Database]:
    database = Database(url, limits=Limits(**changes))  # type: ignore[arg-type]
    yield database
    database.dispose()


def shown(session: Session, name: str) -> str:
    return str(session.scalar(text(f"SHOW {name}")))


def test_the_settings_reach_the_transactions(postgres_url: str) -> None:
    chosen = Settings(read_timeout=7, write_timeout=8, lock_timeout=9, idle_timeout=0)
    database = Database(postgres_url, limits=limits(chosen, "karta test"))
    for opener, statement in ((database.read, "7s"), (database.write, "8s")):
        with opener() as session:
            assert shown(session, "statement_timeout") == statement
            assert shown(session, "lock_timeout") == "9s"
            assert shown(session, "idle_in_transaction_session_timeout") == "0"
            assert shown(session, "application_name") == "karta test"
    database.dispose()


def test_a_writing_transaction_alone_has_no_helpers_of_the_server(postgres_url: str) -> None:
    """Their start takes longer than its questions; a page of the country may need them."""
    allowed = urlencode({"options": "-c max_parallel_workers_per_gather=2"})
    with opened(f"{postgres_url}&{allowed}") as database:
        with database.write() as session:
            assert shown(session, "max_parallel_workers_per_gather") == "0"
        with database.read() as session:
            assert shown(session, "max_parallel_workers_per_gather") == "2"


def test_connections_are_as_many_as_threads_unless_told() -> None:
    assert limits(Settings(threads=7)).connections == 7
    assert limits(Settings(threads=7, pool_size=3)).connections == 3


def test_what_the_address_names_itself_holds(postgres_url: str) -> None:
    with opened(f"{postgres_url}&application_name=own") as database, database.read() as session:
        assert shown(session, "application_name") == "own"


def test_a_query_that_takes_too_long_is_ended(postgres_url: str) -> None:
    with opened(postgres_url, reading=SHORT) as database:
        with database.read() as session, pytest.raises(DBAPIError) as error:
            session.execute(text("SELECT pg_sleep(5)"))
        assert is_too_long(error.value)
        assert not is_unavailable(error.value)
        assert not is_contended(error.value)


def test_a_forgotten_transaction_is_ended(postgres_url: str) -> None:
    with opened(postgres_url, reading=SHORT) as database:
        with database.read() as session:
            time.sleep(0.6)
            with pytest.raises(DBAPIError) as error:
                session.execute(text("SELECT 1"))
        assert is_unavailable(error.value)
        with database.read() as session:
            assert session.scalar(text("SELECT 1")) == 1


def test_a_row_that_another_holds_is_not_waited_for_longer(postgres_url: str) -> None:
    statement = text("INSERT INTO account (username, password_hash) VALUES ('a', 'b')")
    with opened(postgres_url, writing=SHORT) as database, database.write() as one:
        one.execute(statement)
        with pytest.raises(DBAPIError) as error, database.write() as other:
            other.execute(statement)
        assert is_contended(error.value)


@pytest.mark.parametrize("opener", [Database.read, Database.write])
def test_connections_are_bounded(postgres_url: str, opener: Callable[..., object]) -> None:
    """Reading and writing have their own, so neither can keep the other from any."""
    with opened(postgres_url, connections=2, connect=0) as database, ExitStack() as stack:
        for _ in range(2):
            stack.enter_context(opener(database))  # type: ignore[arg-type]
        with pytest.raises(TimeoutError) as error:
            stack.enter_context(opener(database))  # type: ignore[arg-type]
        assert is_unavailable(error.value)
        other = database.read if opener is Database.write else database.write
        with other() as session:
            assert session.scalar(text("SELECT 1")) == 1


def test_an_application_is_made_without_a_connection(postgres_url: str) -> None:
    """So no worker shares one with another, and all start while the database is away."""
    with opened(postgres_url) as database:
        create_app(make_settings(postgres_url), database)
        for engine in (database._reading, database._writing):
            assert engine.pool.checkedin() == engine.pool.checkedout() == 0  # type: ignore[attr-defined]
