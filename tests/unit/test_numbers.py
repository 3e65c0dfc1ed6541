"""Numbers come as one list, and the index of the column is used."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Column, Connection, Integer, MetaData, Table, create_engine, insert, select

from data_access.numbers import among, among_found

THINGS = Table("thing", MetaData(), Column("id", Integer, primary_key=True))
AMONG = select(THINGS.c.id).where(among(THINGS.c.id, "ids"))
FOUND = select(THINGS.c.id).where(among_found(THINGS.c.id, select(THINGS.c.id + 1)))


@pytest.fixture
def connection() -> Iterator[Connection]:
    engine = create_engine("sqlite://")
    with engine.connect() as opened:
        THINGS.create(opened)
        opened.execute(insert(THINGS), [{"id": one} for one in range(1, 6)])
        yield opened
    engine.dispose()


@pytest.mark.parametrize("ids", [[], [2], [2, 4, 9]])
def test_rows_of_these_numbers_are_found(connection: Connection, ids: list[int]) -> None:
    assert list(connection.scalars(AMONG, {"ids": ids})) == [one for one in ids if one < 6]


def test_the_index_is_used(connection: Connection) -> None:
    plan = connection.exec_driver_sql(
        f"EXPLAIN QUERY PLAN {AMONG.compile(connection)}", ("[2]",)
    ).all()
    assert plan[0].detail.startswith("SEARCH thing USING INTEGER PRIMARY KEY")


def test_postgresql_takes_an_array() -> None:
    text = str(AMONG.compile(create_engine("postgresql+psycopg://")))
    assert text.endswith("WHERE thing.id = ANY (%(ids)s::INTEGER[])")


def test_rows_of_numbers_that_a_question_finds(connection: Connection) -> None:
    assert list(connection.scalars(FOUND)) == [2, 3, 4, 5]


def test_postgresql_asks_for_the_numbers_first() -> None:
    text = str(FOUND.compile(create_engine("postgresql+psycopg://")))
    assert "WHERE thing.id = ANY (ARRAY(SELECT thing.id + " in text
