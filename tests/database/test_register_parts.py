"""Parts of a long register: together they are the whole list, in one order, within the rights."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest

from data_access.db import Database
from data_access.queries import documents, measures, moments, register
from data_access.records.measures import MeasureRow
from data_access.records.register import MOST_ROWS, SORTED_BY, Place, Sorting
from data_access.records.status import SHOWN_ORDER, Status
from data_access.records.view import Filters, Scope, View
from tests.database.conftest import KINDS
from tests.database.world import Value, insert, run
from tests.support.generated import filled
from tests.support.statements import counted

DAY = date(2026, 8, 15)
EVERYTHING = View(Scope.everything(), DAY)
SOME = Filters(statuses=(Status.OVERDUE, Status.UNDATED, Status.DONE_LATE), q="семь")
BOTH_WAYS = [Sorting(column, turned) for column in SORTED_BY for turned in (False, True)]


@pytest.fixture(scope="module", params=KINDS)
def country(request: pytest.FixtureRequest) -> Iterator[Database]:
    """Give a region and its municipalities."""
    with filled(request, 5) as db:
        yield db


def parts(
    db: Database, view: View, sorting: Sorting, size: int, most: int = 1000
) -> list[MeasureRow]:
    """Return all rows, or the first parts of them, asked for one part after another."""
    rows: list[MeasureRow] = []
    after: Place | None = None
    while len(rows) < most:
        part = register.load(db, view, sorting, size, after)
        assert len(part.rows) == size or part.is_last
        rows += part.rows
        if part.is_last:
            return rows
        after = part.last
    return rows


def whole(db: Database, view: View) -> set[int]:
    found = measures.load(db, view)
    assert not found.is_long
    return {row.id for row in found.rows}


@pytest.mark.parametrize("filters", [Filters(), SOME, Filters(as_of=date(2026, 5, 1), territory=2)])
@pytest.mark.parametrize("sorting", BOTH_WAYS)
def test_the_parts_are_the_whole(country: Database, sorting: Sorting, filters: Filters) -> None:
    view = replace(EVERYTHING, filters=filters)
    rows = parts(country, view, sorting, 23)
    ids = [row.id for row in rows]
    assert len(ids) == len(set(ids))
    assert set(ids) == whole(country, view)
    assert ids == [row.id for row in parts(country, view, sorting, MOST_ROWS)]


@pytest.mark.parametrize("sorting", BOTH_WAYS)
def test_plans_with_dates_of_their_own(
    country: Database, sorting: Sorting, request: pytest.FixtureRequest
) -> None:
    run(country, "UPDATE plan SET default_as_of = '2026-06-30' WHERE id = 2")
    request.addfinalizer(lambda: run(country, "UPDATE plan SET default_as_of = NULL"))
    ids = [row.id for row in parts(country, EVERYTHING, sorting, 23)]
    assert len(ids) == len(set(ids))
    assert set(ids) == whole(country, EVERYTHING)


@pytest.mark.parametrize("plans", [1, 400])
def test_the_order_of_the_documents(
    country: Database, plans: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = measures.load(country, EVERYTHING).rows
    monkeypatch.setattr(documents, "FIRST_PLANS", plans)
    monkeypatch.setattr(moments, "MOST_NAMED", 2)
    assert tuple(parts(country, EVERYTHING, Sorting(), 9)) == shown


Key = Callable[[MeasureRow], object]
KEYS: dict[str, Key] = {
    "due": lambda row: row.due_on,
    "days": lambda row: row.days_overdue,
    "status": lambda row: SHOWN_ORDER.index(row.status),
}


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("column", KEYS)
def test_values_go_up_or_down_and_what_has_none_comes_last(
    country: Database, column: str, turned: bool
) -> None:
    rows = parts(country, EVERYTHING, Sorting(column, turned), 50)
    values = [KEYS[column](row) for row in rows]
    known = [value for value in values if value is not None]
    assert len(set(known)) > 1
    assert values[: len(known)] == known
    assert known == sorted(known, key=str if column == "due" else None, reverse=turned)  # type: ignore[type-var,arg-type]


def test_texts_are_sorted_whatever_their_case(country: Database) -> None:
    rows = parts(country, EVERYTHING, Sorting("title"), 50)
    turned = parts(country, EVERYTHING, Sorting("title", True), 50)
    titles = [row.short_title for row in rows]
    assert len(set(titles)) > 10
    places = {title: titles.index(title) for title in set(titles)}
    assert [places[title] for title in titles] == sorted(places[title] for title in titles)
    assert [row.short_title for row in turned] == titles[::-1]


@pytest.mark.parametrize("sorting", BOTH_WAYS)
def test_a_place_beyond_what_is_seen_shows_nothing_more(
    country: Database, sorting: Sorting
) -> None:
    own = parts(country, EVERYTHING, Sorting(), 200)[-1].plan.territory.id
    view = View(Scope(frozenset({own})), DAY)
    theirs = register.load(country, EVERYTHING, sorting, 5).last
    found = register.load(country, view, sorting, 200, theirs)
    assert {row.plan.territory.id for row in found.rows} <= {own}
    assert {row.id for row in found.rows} <= whole(country, view)


@pytest.mark.parametrize("sorting", BOTH_WAYS)
def test_a_row_that_moves_meanwhile_takes_no_other_along(
    country: Database, sorting: Sorting
) -> None:
    before = parts(country, EVERYTHING, sorting, 200)
    part = register.load(country, EVERYTHING, sorting, 40)
    moving = part.rows[-1].id
    removal: dict[str, Value] = {"kind": "remove", "basis": "протокол", "measure_id": moving}
    insert(country, "decision", decided_on="2026-01-10", **removal)
    rest = [row.id for row in before[40:]]
    after = part.last
    found: list[int] = []
    while len(found) < len(rest):
        part = register.load(country, EVERYTHING, sorting, 40, after)
        found, after = found + [row.id for row in part.rows], part.last
        if part.is_last:
            break
    assert [id_ for id_ in found if id_ != moving] == rest


def test_no_more_is_handed_out_than_allowed(country: Database) -> None:
    part = register.load(country, EVERYTHING, Sorting(), 10_000)
    assert len(part.rows) <= MOST_ROWS
    with pytest.raises(KeyError):
        register.load(country, EVERYTHING, Sorting("x"), 5)


@pytest.mark.parametrize("sorting", BOTH_WAYS)
def test_a_part_takes_few_statements(country: Database, sorting: Sorting) -> None:
    first = register.load(country, EVERYTHING, sorting, 20)
    with counted() as seen:
        register.load(country, EVERYTHING, sorting, 20, first.last)
    assert len(seen) <= 8


def test_a_long_register_has_its_beginning_at_hand(
    country: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    short = measures.load(country, EVERYTHING)
    monkeypatch.setattr(measures, "MOST_WHOLE", 20)
    monkeypatch.setattr(measures, "PAGE", 7)
    long = measures.load(country, EVERYTHING)
    assert (short.is_long, long.is_long) == (False, True)
    assert long.rows == short.rows[:7]
    assert long.found == short.found
