"""The parts of a long register as its grid asks for them."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from dash import no_update
from sqlalchemy import text

from callbacks import endless, measures, overdue
from callbacks.visitor import Visitor
from data_access.db import Database
from data_access.queries import register
from data_access.records.register import SORTED_BY, Sorting, place_of, values_of
from data_access.records.status import Status
from data_access.records.view import Filters, Scope, View
from tests.support.frames import account

TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _somebody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endless, "visitor", lambda: Visitor(account(), TODAY))


def ask(
    db: Database, start: int, memory: dict[str, Any], search: str = "", **request: Any
) -> tuple[Any, Any]:
    asked = {"startRow": start, "endRow": start + 20, "sortModel": [], **request}
    row = measures._row
    found: tuple[Any, Any] = endless.answer(
        db, "/measures", search, asked, memory, lambda view: view, row
    )
    return found


def test_each_part_begins_where_the_one_before_ended(sample_db: Database) -> None:
    whole, _memory = ask(sample_db, 0, {}, endRow=98)
    memory: dict[str, Any] = {}
    rows = []
    for start in range(0, 98, 20):
        part, memory = ask(sample_db, start, memory)
        rows += part["rowData"]
    assert rows == whole["rowData"]
    assert [row["place"] for row in rows] == list(range(98))
    assert part["rowCount"] == 98
    assert ask(sample_db, 0, {})[0]["rowCount"] is None


def test_another_sorting_begins_anew(sample_db: Database) -> None:
    _part, memory = ask(sample_db, 0, {})
    by_due = [{"colId": "due", "sort": "desc"}]
    _part, memory = ask(sample_db, 20, memory)
    assert ask(sample_db, 40, memory, sortModel=by_due) == (no_update, no_update)
    _part, turned = ask(sample_db, 0, memory, sortModel=by_due)
    assert turned["sorted"] == ["due", True]
    assert ask(sample_db, 20, turned, sortModel=by_due)[0]["rowData"]


@pytest.mark.parametrize(
    "place",
    [
        *(None, 7, "x", [], {}, [1, 2, 3, 4], [1, 2, 3, 4, 5, 6], [1, 2, 3, 4, "5"]),
        *([1, 2, 3, 4, 2**31], [1, 2, 3, 4, True], [1, 2, 3, 4, None], [1.5, 2, 3, 4, 5]),
    ],
)
def test_what_is_no_place_shows_nothing(sample_db: Database, place: object) -> None:
    memory = {"sorted": ["place", False], "20": place}
    assert ask(sample_db, 20, memory) == (no_update, no_update)


@pytest.mark.parametrize("column", SORTED_BY)
def test_a_place_comes_back_as_it_was_said(sample_db: Database, column: str) -> None:
    view = View(Scope.everything(), TODAY)
    place = register.load(sample_db, view, Sorting(column), 9).last
    assert place
    assert place_of(column, json.loads(json.dumps(values_of(place)))) == place


def test_a_day_that_is_none_is_no_place() -> None:
    assert place_of("due", ["2026-13-01", 1, 2, 3]) is None
    assert place_of("due", [20260101, 1, 2, 3]) is None


def test_filters_of_the_address_hold(sample_db: Database) -> None:
    found, _memory = ask(sample_db, 0, {}, "?status=overdue")
    with sample_db.read() as session:
        number = session.scalar(text("SELECT count(*) FROM measure"))
    assert 0 < len(found["rowData"]) < number
    assert {row["status_css"] for row in found["rowData"]} == {"st--overdue"}
    assert ask(sample_db, 0, {}, "?plan=nothing") == (endless.NOTHING, {})


@pytest.mark.parametrize(
    ("model", "expected"),
    [
        ([], Sorting()),
        (None, Sorting()),
        ([{"colId": "days", "sort": "desc"}], Sorting("days", True)),
        ([{"colId": "place", "sort": "desc"}], Sorting()),
        ([{"colId": "x"}, {"colId": "title", "sort": "asc"}], Sorting("title")),
    ],
)
def test_only_known_columns_sort(model: Any, expected: Sorting) -> None:
    assert endless.sorting_of({"sortModel": model}) == expected


def test_the_list_of_what_is_overdue_shows_nothing_else() -> None:
    view = View(Scope.everything(), TODAY, Filters(statuses=(Status.DONE,), q="x"))
    assert overdue.overdue_alone(view).filters == replace(view.filters, statuses=(Status.OVERDUE,))
