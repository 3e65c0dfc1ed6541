"""Who is named on a day and who is released: one opposite of the other, and as the rules say."""

from collections.abc import Iterator
from datetime import date
from itertools import product
from types import SimpleNamespace

from sqlalchemy import Date, create_engine, literal, select

from data_access.queries.naming import has_come, is_named_on, released_on
from data_access.rules.assigned import Assigned

DAYS = tuple(date(2021, month, 1) for month in range(1, 6))
SOME = (None, *DAYS)


def assignments() -> Iterator[Assigned]:
    """Yield an assignment of every kind that the database lets stand."""
    away = [(None, None), *((one, back) for one, back in product(DAYS, DAYS) if one < back)]
    for began, ended, (gone, back) in product(SOME, SOME, away):
        days = [one for one in (began, gone, back, ended) if one]
        if days == sorted(set(days)):
            yield Assigned(1, True, began, ended, away_from=gone, back_on=back)


def test_the_database_names_whom_the_rules_name() -> None:
    names = ("began_on", "ended_on", "away_from", "back_on")
    with create_engine("sqlite://").connect() as db:
        for one, day in product(assignments(), DAYS):
            row = SimpleNamespace(**{name: literal(getattr(one, name), Date) for name in names})
            on = literal(day, Date)
            query = select(is_named_on(on, row), has_come(on, row), released_on(on, row).is_(None))
            is_named, come, is_kept = map(bool, db.execute(query).one())
            assert is_named is any(piece.is_named(day) for piece in one.pieces), (one, day)
            assert is_named is (come and is_kept), (one, day)
