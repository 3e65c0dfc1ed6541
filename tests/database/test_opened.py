"""Statements made once for all dates and filters: they find what one made for the values finds."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

import pytest
from sqlalchemy.exc import StatementError
from sqlalchemy.orm import Session

from callbacks.render import render_path
from data_access.db import Database
from data_access.models import AssignmentSpan, MeasureSpan
from data_access.queries import (
    documents,
    lists,
    moments,
    picking,
    plans,
    register,
    row_parts,
    rows,
    totals,
)
from data_access.queries.grouping import BY_EXECUTOR, BY_SECTION, WHOLE
from data_access.queries.moments import Moment, begin
from data_access.queries.opened import made, opened, values
from data_access.queries.picking import PLAN_ORDER, SOONEST, Of
from data_access.queries.plain import plain_rows
from data_access.queries.register_keys import _KEYS as KEYS
from data_access.records.register import Sorting
from data_access.records.status import Status
from data_access.records.view import Filters, Scope, View
from data_access.results import Parts
from data_access.rules.days import working_days_ahead
from tests.database.conftest import KINDS
from tests.database.world import run
from tests.support.frames import account
from tests.support.generated import filled

DAY = date(2026, 8, 15)
SCOPES = [Scope.everything(), Scope(frozenset()), Scope(frozenset({2, 3}))]
DAYS = [None, date(2026, 5, 1), date(2026, 8, 1)]
TERRITORIES = [None, 2, 1]
WORDS = ["", "семь", "дет 1", "%_"]
LATE = (Status.OVERDUE, Status.PARTIAL)
CHOSEN = [Filters(), Filters(plan=2), Filters(section=3), Filters(executor=4), Filters(plan=0)]
CHOSEN.append(Filters(statuses=LATE, since=date(2026, 3, 1)))


Maker = tuple[Callable[..., Any], tuple[Any, ...]]
#: Makers of statements about a view and a moment, with what else they are made of.
OF_BOTH: dict[str, Maker] = {
    "number": (picking._number, ((),)),
    "upcoming": (picking._number, ((lists._comes_next,),)),
    "beginnings": (picking._beginnings, ((Of((Status.OVERDUE,)), Of(())), (SOONEST,))),
    "rows": (rows._in_view, ((), PLAN_ORDER, 7)),
    "statuses": (totals._status_query, (WHOLE, MeasureSpan)),
    "statuses of executors": (totals._status_query, (BY_EXECUTOR, AssignmentSpan)),
    "reports": (totals._report_query, (BY_SECTION,)),
    "missing": (lists._missing_query, ()),
    "missing, shown": (lists._shown_missing, ()),
    "documents": (documents._in_order, (False,)),
    **{
        f"part by {one.column}, {one.descending}": (register._part, (one, False))
        for one in (Sorting(column, turned) for column in KEYS for turned in (False, True))
    },
}
OF_VIEW: dict[str, Maker] = {
    "in view": (moments._in_view, ()),
    "dates": (moments._dates, ()),
    "plans": (plans._query, ()),
    "plans in order": (documents._plan_ids, (False,)),
}
OF_MOMENT: dict[str, Maker] = {
    "rows of ids": (rows._of_ids, (PLAN_ORDER,)),
    "assignments": (row_parts._assignments, ()),
    "last reports": (row_parts._last_reports, ()),
}
MORE = {"limit": 9, "most": 9, "most_0": 9, "listed": 9, "ids": list(range(1, 40))}


@pytest.fixture(scope="module", params=KINDS)
def country(request: pytest.FixtureRequest) -> Iterator[Database]:
    """Give a region and its municipalities, two of whose plans open on dates of their own."""
    with filled(request, 5) as db:
        run(db, "UPDATE plan SET default_as_of = '2026-06-30' WHERE id = 2")
        run(db, "UPDATE plan SET default_as_of = '2026-07-20' WHERE id = 3")
        yield db


def views() -> Iterator[View]:
    for scope, day, territory, words, filters in product(SCOPES, DAYS, TERRITORIES, WORDS, CHOSEN):
        some = replace(filters, as_of=day, territory=territory, q=words)
        yield View(scope, DAY, some)


#: Each kind of filter alone, and some together: all of them would take ten times as long.
ALONE = (
    *(View(Scope.everything(), DAY, one) for one in CHOSEN),
    *(View(Scope.everything(), DAY, Filters(as_of=one)) for one in DAYS),
    *(View(Scope.everything(), DAY, Filters(territory=one)) for one in TERRITORIES),
    *(View(Scope.everything(), DAY, Filters(q=one)) for one in WORDS),
    *(View(one, DAY) for one in SCOPES),
)
SOME = (*ALONE, *random.Random(5).sample(list(views()), 25))


def known(session: Session) -> Iterator[tuple[View, Moment]]:
    """Yield the views with what is known of their plans, and as of very many, with moments."""
    for view in SOME:
        one, moment = begin(session, view)
        yield one, moment
        yield replace(one, plans=None, is_wide=True), moment


def differing(session: Session, maker: Maker, own: Any, opening: Any, given: Any) -> int:
    """Return how many rows a statement finds; fail where the opened one finds others."""
    make, more = maker
    expected = plain_rows(session, make(*own, *more), given)
    assert plain_rows(session, made(make, *opening, *more), given) == expected, own
    return len(expected)


@pytest.mark.parametrize("name", OF_BOTH)
def test_an_opened_statement_finds_what_its_own_finds(country: Database, name: str) -> None:
    with country.read() as session:
        numbers = {
            differing(
                session,
                OF_BOTH[name],
                (view, moment),
                (opened(view), moment.opened()),
                {**picking.given(view, moment), **MORE},
            )
            for view, moment in known(session)
        }
    assert max(numbers) > 0


@pytest.mark.parametrize("name", OF_VIEW)
def test_one_of_a_view_likewise(country: Database, name: str) -> None:
    with country.read() as session:
        for view, _moment in known(session):
            given = {**values(view), **MORE}
            differing(session, OF_VIEW[name], (view,), (opened(view),), given)


@pytest.mark.parametrize("name", OF_MOMENT)
def test_one_of_a_moment_likewise(country: Database, name: str) -> None:
    found = set()
    with country.read() as session:
        for _view, moment in known(session):
            given = {**moment.values(working_days_ahead), **MORE}
            opening = (moment.opened(),)
            found.add(differing(session, OF_MOMENT[name], (moment,), opening, given))
    assert max(found) > 0


def test_views_of_one_kind_share_a_statement() -> None:
    kinds = {opened(view) for view in views()}
    assert len(kinds) == 2 * 2 * 2 * len(WORDS[:-1]) * len(CHOSEN)
    late = View(Scope.everything(), DAY, Filters(statuses=(Status.OVERDUE,)))
    assert opened(late) != opened(replace(late, filters=Filters()))


def test_a_value_that_is_not_given_is_an_error(country: Database) -> None:
    view = View(Scope.everything(), DAY, Filters(as_of=DAY, territory=2))
    with country.read() as session:
        one, moment = begin(session, view)
        query = made(picking._number, opened(one), moment.opened(), ())
        with pytest.raises(StatementError):
            session.scalar(query, values(one))


def test_a_list_that_is_not_given_is_an_error(country: Database) -> None:
    moment = Moment(DAY, DAY, ())
    with country.read() as session:
        query = made(row_parts._last_reports, moment.opened())
        with pytest.raises(StatementError):
            plain_rows(session, query, {**moment.values(), "ids": None})


def test_an_opened_moment_is_moved_by_what_has_a_name() -> None:
    with pytest.raises(ValueError, match="names"):
        Moment(DAY, DAY, ()).opened().moved(lambda day: day)


@pytest.mark.parametrize(
    "path", ["/overdue", "/measures", "/measures?status=overdue", "/measures/9"]
)
def test_another_date_or_territory_makes_no_statement_anew(
    country: Database, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(country, "_parts", Parts(0, 0))

    def show(day: int, territory: int) -> None:
        name, _mark, query = path.partition("?")
        asked = f"{query}&as_of=2026-08-{day:02}&territory={territory}"
        assert render_path(country, account(), name, asked, DAY).status_code == 200

    show(1, 2)
    before = made.cache_info().misses
    show(2, 3)
    assert made.cache_info().misses == before
