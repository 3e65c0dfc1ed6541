"""Questions below each other give each its own rows."""

from datetime import date
from typing import Any

from sqlalchemy import Select, create_engine, literal, select

from data_access.stacked import Stacked

ONES: Select[*tuple[Any, ...]] = select(literal(1).label("id"), literal("а").label("word"))
TWOS: Select[*tuple[Any, ...]] = select(literal(2).label("id"), literal(7).label("number"))


def test_each_question_has_its_rows_and_columns() -> None:
    both = Stacked(ONES, TWOS, ONES.where(literal(1) == 2))
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        ones, twos, none = both.ask(connection, {})
    engine.dispose()
    assert [(row.id, row.word) for row in ones] == [(1, "а")]
    assert [(row.number, row.id) for row in twos] == [(7, 2)]
    assert none == []


def test_columns_of_one_type_share_their_places() -> None:
    """A name may be of two types: the one has nothing to do with the other."""
    on = date(2021, 6, 1)
    days = select(literal(on).label("it"), literal(on).label("also"))
    numbers = select(literal(3).label("it"), literal(4).label("also"))
    both = Stacked(numbers, days)
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        found = both.ask(connection, {})
    engine.dispose()
    assert [(row.it, row.also) for (row,) in found] == [(3, 4), (on, on)]
