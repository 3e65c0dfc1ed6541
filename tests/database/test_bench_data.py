"""Bulk loading of a generated country leaves a database as the program itself would."""

from collections.abc import Iterator
from typing import Any

import pytest

from bench.data import sinks
from bench.data.filling import NotEmptyError, fill
from bench.data.generate import generate
from bench.data.tenfold import statements
from data_access.commands.recompute import rebuild
from data_access.db import Database
from data_access.migrations.triggers import APPEND_ONLY, filled_tables
from tests.database.conftest import KINDS
from tests.database.world import derived, foreign_sql, rows, waiting
from tests.support import databases
from tests.support.generated import empty, silently

TERRITORIES = 4
REPORT = (
    "INSERT INTO report (assignment_id, outcome, submitted_on)"
    " SELECT min(id), 'in_progress', '2026-02-01' FROM assignment"
)


@pytest.fixture(scope="module", params=KINDS)
def filled(request: pytest.FixtureRequest) -> Iterator[Database]:
    """Give a filled database of each kind to all tests, since filling takes a while."""
    with empty(request) as url, databases.opened(url) as database:
        database.upgrade()
        before = version(database)
        fill([url], TERRITORIES, silently, processes=1)
        assert version(database) != before
        yield database


def version(db: Database) -> str:
    with db.read() as session:
        return db.data_version(session)


def test_computed_rows_are_those_of_a_rebuild(filled: Database) -> None:
    loaded = derived(filled)
    assert all(loaded.values())
    with filled.write() as session:
        assert rebuild(session) == rows(filled, "SELECT count(*) FROM measure")[0][0]
    assert derived(filled) == loaded


def test_nothing_waits_and_the_triggers_are_back(filled: Database) -> None:
    assert waiting(filled) == 0
    foreign_sql(filled, REPORT)
    assert waiting(filled) > 0


def test_territories_are_those_that_the_database_would_fill_in(filled: Database) -> None:
    """An update of the territory makes the database fill it in anew; nothing may change."""
    tables = [table for table in filled_tables() if table not in APPEND_ONLY]
    before = {table: territories(filled, table) for table in filled_tables()}
    for table in tables:
        foreign_sql(filled, f"UPDATE {table} SET territory_id = territory_id")
    assert before == {table: territories(filled, table) for table in filled_tables()}
    for table, parent, key in TIED:
        query = (
            f"SELECT count(*) FROM {table} t JOIN {parent} p ON p.id = t.{key}"
            " WHERE t.territory_id <> p.territory_id"
        )
        assert rows(filled, query) == [(0,)]


TIED = (
    ("report", "assignment", "assignment_id"),
    ("decision", "measure", "measure_id"),
    ("decision", "control_point", "control_point_id"),
    ("decision", "report", "report_id"),
    ("indicator_value", "indicator", "indicator_id"),
)


def territories(db: Database, table: str) -> list[tuple[object, ...]]:
    return rows(db, f"SELECT id, territory_id FROM {table} ORDER BY id")


def test_a_seed_gives_the_same_rows_and_another_one_others() -> None:
    def told(seed: int) -> list[Any]:
        return [list(batch.taken()) for _number, batch in generate(TERRITORIES, seed)]

    assert told(1) == told(1)
    assert told(1) != told(2)


def test_every_fate_occurs() -> None:
    found = {table: values for _n, batch in generate(60) for table, values in batch.taken()}
    assert {row[1] for row in found["decision"]} == {
        *("accept", "return", "extend", "remove", "not_done")
    }
    assert {row[5] for row in found["report"]} == {"done", "partial", "in_progress", "not_done"}


def test_names_repeat_between_territories_and_not_within(filled: Database) -> None:
    names = rows(filled, "SELECT territory_id, name FROM executor")
    assert len(set(names)) == len(names)
    assert len({name for _territory, name in names}) < len(names)


def test_a_database_in_use_is_left_alone(filled: Database) -> None:
    loaded = derived(filled)
    with pytest.raises(NotEmptyError):
        fill([filled.url], TERRITORIES, silently, processes=1)
    assert derived(filled) == loaded


@pytest.fixture(params=KINDS)
def thrice(request: pytest.FixtureRequest) -> Iterator[Database]:
    """Give a database that was filled, and to which two copies of its rows were added."""
    with empty(request) as url, databases.opened(url) as database:
        fill([url], TERRITORIES, silently, processes=1)
        with sinks.opened(url) as sink:
            for one in (*statements(1), *statements(2)):
                sink.run(one)
            sink.finish()
        yield database


def test_copies_are_as_if_they_had_been_generated(thrice: Database) -> None:
    assert rows(thrice, "SELECT count(*) FROM territory") == [(3 * TERRITORIES,)]
    assert rows(thrice, "SELECT count(*) FROM territory WHERE parent_id IS NULL") == [(1,)]
    copied = derived(thrice)
    with thrice.write() as session:
        assert rebuild(session) == rows(thrice, "SELECT count(*) FROM measure")[0][0]
    assert derived(thrice) == copied
    foreign_sql(thrice, REPORT.replace("min(id)", "max(id)"))
    assert waiting(thrice) > 0
