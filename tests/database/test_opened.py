"""Statements made once for all dates and filters: they find what one made for the values finds."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from sqlalchemy.exc import StatementError

from callbacks.render import render_path
from data_access.db import Database
from data_access.queries import picking
from data_access.queries.moments import begin
from data_access.queries.opened import made, opened, values
from data_access.records.status import Status
from data_access.records.view import Filters, Scope, View
from tests.database.conftest import KINDS
from tests.support.frames import account
from tests.support.generated import filled

DAY = date(2026, 8, 15)
SCOPES = [Scope.everything(), Scope(frozenset()), Scope(frozenset({2, 3}))]
DAYS = [None, date(2026, 5, 1), date(2026, 8, 1)]
TERRITORIES = [None, 2, 3]
WORDS = ["", "семь", "дет 1", "%_"]
CHOSEN = [Filters(), Filters(plan=2), Filters(section=3), Filters(executor=4), Filters(plan=0)]


@pytest.fixture(scope="module", params=KINDS)
def country(request: pytest.FixtureRequest) -> Iterator[Database]:
    """Give a region and its municipalities."""
    with filled(request, 5) as db:
        yield db


def views() -> Iterator[View]:
    for scope, day, territory, words, filters in product(SCOPES, DAYS, TERRITORIES, WORDS, CHOSEN):
        some = replace(filters, as_of=day, territory=territory, q=words)
        yield View(scope, DAY, some)


def test_an_opened_statement_finds_what_its_own_finds(country: Database) -> None:
    found = set()
    with country.read() as session:
        for view in views():
            known, moment = begin(session, view)
            for one in (known, replace(known, plans=None)):
                own = session.scalar(picking._number(one, moment, ()))
                assert picking.count_rows(session, one, moment) == own, one
                found.add(own)
    assert len(found) > 10


def test_views_of_one_kind_share_a_statement() -> None:
    kinds = {opened(view) for view in views()}
    assert len(kinds) == 2 * 2 * 2 * 3 * len(CHOSEN)
    late = View(Scope.everything(), DAY, Filters(statuses=(Status.OVERDUE,)))
    assert opened(late) != opened(replace(late, filters=Filters()))


def test_a_value_that_is_not_given_is_an_error(country: Database) -> None:
    view = View(Scope.everything(), DAY, Filters(as_of=DAY, territory=2))
    with country.read() as session:
        known, moment = begin(session, view)
        query = made(picking._number, opened(known), moment.opened(), ())
        with pytest.raises(StatementError):
            session.scalar(query, values(known))


@pytest.mark.parametrize(
    "path", ["/overdue", "/measures", "/measures?status=overdue", "/measures/9"]
)
def test_another_date_or_territory_makes_no_statement_anew(country: Database, path: str) -> None:
    def show(day: int, territory: int) -> None:
        name, _mark, query = path.partition("?")
        asked = f"{query}&as_of=2026-08-{day:02}&territory={territory}"
        assert render_path(country, account(), name, asked, DAY).status_code == 200

    show(1, 2)
    before = made.cache_info().misses
    show(2, 3)
    assert made.cache_info().misses == before
