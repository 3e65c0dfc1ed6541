"""Everything works behind pgbouncer in transaction mode, where connections are lent."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from typing import Any

import psycopg
import pytest
from sqlalchemy import event, text

from callbacks.render import render_path
from data_access import exports
from data_access.commands import throttle
from data_access.db import Database
from data_access.records.accounts import Account, Role
from data_access.records.view import Filters, Scope, View
from data_access.schema import State
from layouts.export_texts import export_texts
from layouts.links import EXPORT_TABLES
from tests.support import databases, pgbouncer, postgres, visits

pytestmark = pytest.mark.postgres
TODAY = date(2026, 11, 22)
#: Fewer than there are threads, so every connection is lent to one after the other.
SIZE, THREADS = 2, 6


@pytest.fixture(scope="module")
def bouncer(postgres_server: postgres.Server) -> Iterator[pgbouncer.Bouncer]:
    with pgbouncer.before(postgres_server, size=SIZE) as running:
        yield running


@pytest.fixture(scope="module")
def sample(
    bouncer: pgbouncer.Bouncer, postgres_server: postgres.Server, postgres_sample: str
) -> Iterator[Database]:
    postgres_server.run(f"CREATE DATABASE bounced TEMPLATE {postgres_sample}")
    with databases.opened(bouncer.url("bounced")) as database:
        yield database


def test_connections_are_really_lent(bouncer: pgbouncer.Bouncer) -> None:
    """What relies on a session breaks here: else this module would show nothing."""
    address: dict[str, Any] = {
        "host": str(bouncer.folder),
        "port": pgbouncer.PORT,
        "user": "postgres",
    }
    with (
        psycopg.connect(dbname="postgres", prepare_threshold=0, **address) as one,
        psycopg.connect(dbname="postgres", prepare_threshold=0, **address) as other,
    ):
        one.execute("SELECT 1")
        with pytest.raises(psycopg.Error, match="prepared statement"):  # noqa: PT012
            for _ in range(4):  # each commit gives the connection back
                other.execute("SELECT 1")
                one.execute("SELECT 2")
                other.commit()
                one.commit()


def test_migrations(bouncer: pgbouncer.Bouncer, postgres_server: postgres.Server) -> None:
    postgres_server.run("CREATE DATABASE bounced_new")
    with databases.opened(bouncer.url("bounced_new")) as database:
        database.upgrade()
        assert database.state() is State.CURRENT


def test_all_pages_by_many_at_once(sample: Database) -> None:
    account = Account(1, "test", "", Role.VIEWER, Scope(None), "ru", is_demo=True)
    paths = [visits.path_of(sample, name, "region") for name in visits.NAMES]

    def look(path: str) -> int:
        return render_path(sample, account, path, "", TODAY).status_code

    with ThreadPoolExecutor(THREADS) as pool:
        assert set(pool.map(look, paths * 3, timeout=120)) == {200}


def test_reports_and_recomputation_by_many_at_once(sample: Database) -> None:
    statement = text(
        "INSERT INTO report (assignment_id, outcome, submitted_on)"
        " SELECT id, 'in_progress', '2021-03-01' FROM assignment ORDER BY id LIMIT 1 OFFSET :n"
    )

    def write(number: int) -> None:
        with sample.write() as session:
            session.execute(statement, {"n": number})
        sample.refresh()

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(write, range(24), timeout=120))
    with sample.read() as session:
        assert session.scalar(text("SELECT count(*) FROM recompute_queue")) == 0


def test_sign_in_is_throttled(sample: Database) -> None:
    """Its locks belong to the transaction, so they come back with the connection."""

    def attempt(_number: int) -> bool:
        with sample.write() as session:
            now, limits = datetime.now(UTC), throttle.Limits(per_pair=5)
            return throttle.begin(session, "bounced", "::1", now, limits).id is not None

    with ThreadPoolExecutor(THREADS) as pool:
        assert sum(pool.map(attempt, range(12), timeout=60)) == 5


def test_time_outs_do_not_stay_on_a_lent_connection(
    sample: Database, bouncer: pgbouncer.Bouncer
) -> None:
    with sample.read() as session:
        assert session.scalar(text("SHOW statement_timeout")) == "30s"
    with sample.write() as session:
        assert session.scalar(text("SHOW lock_timeout")) == "15s"
    with psycopg.connect(
        host=str(bouncer.folder), port=pgbouncer.PORT, user="postgres", dbname="bounced"
    ) as plain:
        for name in ("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"):
            assert plain.execute(f"SHOW {name}".encode()).fetchone() == ("0",)


@pytest.mark.parametrize("table", EXPORT_TABLES)
def test_exports(sample: Database, table: str) -> None:
    view = View(Scope(None), TODAY, Filters())
    with ThreadPoolExecutor(THREADS) as pool:
        files = pool.map(
            lambda _: b"".join(exports.write(sample, table, "csv", view, export_texts(table))),
            range(THREADS),
        )
        assert len(set(files)) == 1


def test_an_export_comes_from_one_cursor(sample: Database) -> None:
    """The rows are fetched part by part within the one transaction that has lent the connection."""
    view = View(Scope(None), TODAY, Filters())
    seen: list[Any] = []

    def note(_connection: Any, cursor: Any, *_more: Any) -> None:
        if isinstance(cursor, psycopg.ServerCursor):
            seen.append(cursor.name)

    event.listen(sample._reading, "before_cursor_execute", note)
    pieces = exports.write(sample, "measures", "csv", view, export_texts("measures"))
    list(pieces)
    event.remove(sample._reading, "before_cursor_execute", note)
    assert seen


def test_an_export_given_up_gives_its_connection_back(sample: Database) -> None:
    view = View(Scope(None), TODAY, Filters())
    pieces = exports.write(sample, "reports", "json", view, export_texts("reports"))
    assert next(pieces), "the first row"
    pool: Any = sample._reading.pool
    assert pool.checkedout() == 1
    pieces.close()  # type: ignore[attr-defined]
    assert pool.checkedout() == 0
