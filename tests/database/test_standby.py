"""A standby by streaming replication: to read from, and to take over."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from data_access.db import Database
from data_access.faults import is_unavailable
from data_access.limits import Limits
from tests.database.world import World, territory
from tests.support import databases, postgres

pytestmark = pytest.mark.postgres
DAY = "2021-07-01"


class Pair:
    """A primary and a standby; databases are empty copies of our tables."""

    def __init__(self, primary: postgres.Server, standby: postgres.Server) -> None:
        self.primary, self.standby = primary, standby
        self._numbers = count(1)

    def new(self) -> str:
        """Make a database and wait until the standby has it; return its name."""
        name = f"karta_{next(self._numbers)}"
        self.primary.run(f"CREATE DATABASE {name} TEMPLATE empty")
        assert until(self.is_level)
        return name

    def is_level(self) -> bool:
        """Tell whether the standby has everything."""
        return self.followers() == [True]

    def followers(self) -> list[bool]:
        """Return of each standby that follows whether it has everything."""
        query = "SELECT replay_lsn = pg_current_wal_lsn() FROM pg_stat_replication"
        with (
            databases.opened(self.primary.url("postgres")) as plain,
            plain.write() as session,
        ):
            return list(session.scalars(text(query)))


@contextmanager
def pair_of_servers() -> Iterator[Pair]:
    with postgres.running() as primary:
        primary.run("CREATE DATABASE empty")
        databases.migrated(primary.url("empty"))
        with postgres.standby_of(primary) as standby:
            yield Pair(primary, standby)


@pytest.fixture(scope="module")
def pair() -> Iterator[Pair]:
    """Give a pair to tests that leave both as they were."""
    with pair_of_servers() as made:
        yield made


@pytest.fixture
def own_pair() -> Iterator[Pair]:
    """Give a pair to a test that ends one of them for good."""
    with pair_of_servers() as made:
        yield made


def until(holds: Callable[[], bool], seconds: float = 10) -> bool:
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def version(database: Database) -> str:
    with database.read() as session:
        return database.data_version(session)


def has(world: World, status: str) -> Callable[[], bool]:
    """Return a test whether the first measure has the status, as far as it is there at all."""
    query = text("SELECT status FROM measure_span WHERE valid_from <= :on AND :on < valid_to")

    def holds() -> bool:
        with world.db.read() as session:
            return session.scalar(query, {"on": DAY}) == status

    return holds


def is_standby(session: Session) -> bool:
    return bool(session.scalar(text("SELECT pg_is_in_recovery()")))


def test_reads_go_to_the_standby(pair: Pair) -> None:
    name = pair.new()
    with databases.opened(pair.primary.url(name), pair.standby.url(name)) as database:
        with database.read() as session:
            assert is_standby(session)
        with database.write() as session:
            assert not is_standby(session)
        world = World(database)
        assert until(has(world, "overdue"), 3)
        world.decision("remove", "2021-06-15", measure_id=world.measure)
        assert until(has(world, "removed"), 3), "recomputed and carried over"


def test_the_version_is_that_of_the_data_on_the_standby(pair: Pair) -> None:
    """While the standby lags behind, so does the version that is read there."""
    name = pair.new()
    primary, standby = pair.primary.url(name), pair.standby.url(name)
    with databases.opened(primary) as there, databases.opened(primary, standby) as behind:
        territory(there, "А")
        assert until(lambda: version(behind) == version(there))
        pair.standby.run("SELECT pg_wal_replay_pause()")
        territory(there, "Б")
        assert version(behind) != version(there)
        with behind.read() as session:
            assert session.scalar(text("SELECT count(*) FROM territory")) == 1
        pair.standby.run("SELECT pg_wal_replay_resume()")
        assert until(lambda: version(behind) == version(there))


def test_pages_come_from_the_primary_where_the_address_says_so(pair: Pair) -> None:
    """`prefer-standby` reads from the standby while there is one, and comes back to it."""
    name = pair.new()
    reading = pair.standby.url(name, pair.primary, target_session_attrs="prefer-standby")
    with databases.opened(pair.primary.url(name), reading) as database:
        with database.read() as session:
            assert is_standby(session)
        pair.standby.stop()
        with database.read() as session:
            assert not is_standby(session)
    pair.standby.start()
    with databases.opened(pair.primary.url(name), reading) as database, database.read() as session:
        assert is_standby(session)


def test_without_it_a_standby_that_is_away_is_told(pair: Pair) -> None:
    name = pair.new()
    pair.standby.stop()
    urls = pair.primary.url(name), pair.standby.url(name)
    with databases.opened(*urls, limits=Limits(connect=1)) as database:
        with pytest.raises(DBAPIError) as error, database.read():
            pass
        assert is_unavailable(error.value)
    pair.standby.start()


def test_pages_go_on_while_only_the_standby_answers(pair: Pair) -> None:
    """Nothing can be recomputed: the statuses are shown as they were."""
    name = pair.new()
    with databases.opened(pair.primary.url(name), pair.standby.url(name)) as database:
        world = World(database)
        assert until(has(world, "overdue"))
        world.decision("remove", "2021-06-15", measure_id=world.measure)
        assert until(pair.is_level)
        pair.primary.stop()
        assert has(world, "overdue")()
    pair.primary.start()
    assert until(pair.is_level)


def test_the_standby_takes_over(own_pair: Pair) -> None:
    """With both hosts in the address nothing has to be restarted nor configured."""
    name = own_pair.new()
    url = own_pair.primary.url(name, own_pair.standby, target_session_attrs="read-write")
    with databases.opened(url) as database:
        world = World(database)
        assert has(world, "overdue")()
        assert until(own_pair.is_level)
        own_pair.primary.stop()
        with pytest.raises(DBAPIError) as error:
            world.status(DAY)
        assert is_unavailable(error.value)
        own_pair.standby.promote()
        assert until(lambda: takes_writes(database)), "without a restart"
        world.decision("remove", "2021-06-15", measure_id=world.measure)
        assert has(world, "removed")()


def takes_writes(database: Database) -> bool:
    try:
        with database.write() as session:
            return not is_standby(session)
    except DBAPIError:
        return False


def test_another_history_is_another_version(own_pair: Pair) -> None:
    """The standby lacks the last commit, then goes as many commits further: never the same."""
    name = own_pair.new()
    with databases.opened(own_pair.primary.url(name)) as old:
        territory(old, "А")
        assert until(own_pair.is_level)
        own_pair.standby.run("ALTER SYSTEM SET primary_conninfo = ''")
        own_pair.standby.run("SELECT pg_reload_conf()")
        assert until(lambda: not own_pair.followers())
        territory(old, "Б")
        lost = version(old)
    own_pair.primary.stop()
    own_pair.standby.promote()
    with databases.opened(own_pair.standby.url(name)) as new:
        territory(new, "В")
        found = version(new)
    assert found.partition(".")[0] == lost.partition(".")[0], "equally long"
    assert found != lost
