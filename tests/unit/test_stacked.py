"""Questions below each other give each its own rows."""

from typing import Any

import pytest
from sqlalchemy import Date, Integer, Select, column, create_engine, literal, select

from data_access.stacked import Stacked

ONES: Select[*tuple[Any, ...]] = select(literal(1).label("id"), literal("а").label("word"))
TWOS: Select[*tuple[Any, ...]] = select(literal(2).label("id"), literal(7).label("number"))


def test_each_question_has_its_rows_and_columns() -> None:
    both = Stacked(ONES, TWOS, ONES.where(literal(1) == 2))
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        ones, twos, none = both.ask(connection, {})
    engine.dispose()
    assert [(row.id, row.word, row.number) for row in ones] == [(1, "а", None)]
    assert [both.values("number", "id")(row) for row in twos] == [(7, 2)]
    assert none == []


def test_a_name_of_two_types_is_refused() -> None:
    with pytest.raises(TypeError, match="on is of two types"):
        Stacked(select(column("on", Date)), select(column("on", Integer)))
