"""Dates, moments and numbers that Python cannot read, or that no plan has, are refused.

One such row would stop every page: it would be read again with each recomputation.
"""

import sqlite3
from collections.abc import Iterator

import psycopg
import pytest
from sqlalchemy import Date, inspect

from data_access.db import Database
from data_access.models import Base, Report
from data_access.models.base import UtcDateTime
from data_access.models.derived import COMPUTED
from tests.database.world import World, foreign_sql, rows

REFUSED = (sqlite3.IntegrityError, psycopg.IntegrityError, psycopg.DataError)

REPORT = "INSERT INTO report (assignment_id, outcome, submitted_on{more}) VALUES ({values})"
SUBMITTED = ("1989-12-31", "2101-01-01", "0001-01-01", "9999-12-31")
RECORDED = ("1989-12-31 23:59:59", "2101-01-01 12:00:00", "9999-12-31 10:00:00")
OF_SQLITE = {
    "submitted_on": ("0000-01-01", "2021-02-30", "2021-01-01 10:00:00", "infinity"),
    "recorded_at": (
        "2021-01-01 24:00:00",
        "0000-01-01 10:00:00",
        "2021-02-30 10:00:00",
        "2021-01-01 10:60:00",
        "2021-01-01",
        "2021-01-01 10:00:00+03:00",
        "2021-01-01 10:00:00Z",
        "2021-01-01 10:00:00.",
        "2021-01-01 10:00:00.5 ",
        "2021-01-01 10:00:00,5",
    ),
    "quantity": ("9e999", "много"),
}
OF_POSTGRES = {
    "submitted_on": ("infinity", "-infinity", "10000-01-01", "0044-01-01 BC"),
    "recorded_at": ("infinity", "-infinity", "10000-01-01 00:00:00Z", "0044-01-01 BC"),
    "quantity": ("NaN",),
}
GOOD = (
    "1990-01-02 00:00:00",
    "2100-12-30 23:59:59.999999",
    "2021-01-01T10:00:00.5",
    "2021-01-01 10:00:00.1234567",
)


def cases(kinds: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(column, value) for column, values in kinds.items() for value in values]


def statement(column: str, value: str) -> str:
    if column == "submitted_on":
        return REPORT.format(more="", values=f"1, 'partial', '{value}'")
    return REPORT.format(more=f", {column}", values=f"1, 'partial', '2021-06-05', '{value}'")


@pytest.fixture
def on_sqlite(sqlite_db: Database) -> World:
    return World(sqlite_db)


@pytest.fixture
def on_postgres(postgres_url: str) -> Iterator[World]:
    database = Database(postgres_url)
    yield World(database)
    database.dispose()


def assert_refused(world: World, column: str, value: str) -> None:
    with pytest.raises(REFUSED):
        foreign_sql(world.db, statement(column, value))
    assert world.status("2021-07-01") == "overdue"


@pytest.mark.parametrize(
    ("column", "value"), cases({"submitted_on": SUBMITTED, "recorded_at": RECORDED})
)
def test_beyond_our_times(steady: World, column: str, value: str) -> None:
    assert_refused(steady, column, value)


def test_what_sqlite_alone_would_keep(on_sqlite: World) -> None:
    for column, value in cases(OF_SQLITE):
        assert_refused(on_sqlite, column, value)


@pytest.mark.postgres
def test_what_postgresql_alone_has(on_postgres: World) -> None:
    for column, value in cases(OF_POSTGRES):
        assert_refused(on_postgres, column, value)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE plan SET ends_on = '2101-01-01' WHERE id = 1",
        "UPDATE plan SET act_date = '1917-11-07' WHERE id = 1",
        "UPDATE control_point SET due_on = '2101-01-01' WHERE id = 1",
        "UPDATE reporting_period SET due_on = '2101-01-01' WHERE id = 1",
        "INSERT INTO decision (kind, measure_id, decided_on, new_due_on, basis)"
        " VALUES ('extend', 1, '2021-06-20', '9999-12-31', 'протокол')",
    ],
)
def test_dates_of_plans_and_decisions(steady: World, statement: str) -> None:
    with pytest.raises(REFUSED):
        foreign_sql(steady.db, statement)


def test_good_moments_are_read_back(steady: World) -> None:
    for value in GOOD:
        foreign_sql(steady.db, statement("recorded_at", value))
    steady.db.refresh()
    with steady.db.read() as session:
        years = {one.recorded_at.year for one in session.query(Report)}
    assert {1990, 2021, 2100} <= years


def test_every_time_that_others_write_is_bounded(db: Database) -> None:
    with db.read() as session:
        found = inspect(session.connection())
        for table in Base.metadata.tables.values():
            checks = {str(one["name"]) for one in found.get_check_constraints(table.name)}
            for column in table.columns:
                ending = {Date: "is_date", UtcDateTime: "in_range"}.get(type(column.type))
                if ending and table.name not in COMPUTED:
                    assert f"ck_{table.name}_{column.name}_{ending}" in checks


def test_a_text_in_another_encoding_stops_nobody(on_sqlite: World) -> None:
    cyrillic = "отчёт".encode("cp1251").hex()
    foreign_sql(
        on_sqlite.db,
        "INSERT INTO report (assignment_id, outcome, submitted_on, narrative)"
        f" VALUES (1, 'partial', '2021-06-05', CAST(X'{cyrillic}' AS TEXT))",
    )
    assert on_sqlite.status("2021-07-01") == "overdue"
    ((narrative,),) = rows(on_sqlite.db, "SELECT narrative FROM report")
    assert "\ufffd" in str(narrative)
